"""The layout of a corpus outside the program: its files, its sheets, and what its masthead holds.

It depends on the columns, on the five tables and on the masthead; it opens no file.
Readers and writers must agree on these names without importing each other, so they stand here.
A new setting of a corpus is one line in `SETTINGS` and a field of the same name in `Masthead`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.record.columns import Column, UnreadableCell
from safeconduct.record.tables import TABLES, TableOfRecords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.record.corpus import Masthead

CORPUS_FILE: Final = "corpus.toml"
PACKAGE_FILE: Final = "datapackage.json"
CODEBOOK_FILE: Final = "codebook.csv"
# A new state of a folder is complete in here before the first file of the old state goes.
SWAP_FOLDER: Final = ".safeconduct-swap"
# A corpus may begin without figures or decisions; the other tables have to be there, even if empty.
OPTIONAL_TABLES: Final = frozenset({"reported_figures", "decisions"})
# Sheets of our own workbooks that explain and are never read.
HELP_SHEETS: Final = ("read me", "example", "vocabulary")

SETTINGS: Final[Mapping[str, Column]] = MappingProxyType(
    {
        column.name: column
        for column in (
            Column(
                name="title",
                kind="text",
                required=True,
                example="Border returns 2021–2025",
                description="What the corpus is called.",
            ),
            Column(
                name="publisher",
                kind="text",
                example="Example Monitor",
                description="Who stands behind it.",
            ),
            Column(
                name="licence",
                kind="text",
                example="CC-BY-4.0",
                description="Under which licence others may use it; blank promises nothing.",
            ),
            Column(
                name="language",
                kind="language",
                required=True,
                example="en",
                description="The language of its labels and paraphrases.",
            ),
            Column(
                name="as_of",
                kind="date",
                example="2025-06-30",
                description="The day up to which it was kept.",
            ),
            Column(
                name="vocabulary",
                kind="text",
                required=True,
                example=vocabulary.VERSION,
                description="The version of the vocabulary that its cells use.",
            ),
            Column(
                name="may_go_to",
                kind="term",
                terms="audiences",
                example="clear",
                description="The widest audience that every record may go to; blank is nobody.",
            ),
            Column(
                name="for_purposes",
                kind="term",
                terms="purposes",
                many=True,
                example="publication;research",
                description="What every record may be used for; blank is nothing.",
            ),
        )
    }
)
ALIAS: Final = Column(
    name="alias",
    kind="text",
    required=True,
    example="Example Monitor",
    description="Another name of a publisher, and the name that stands for its voice.",
)
IGNORED_COLUMN: Final = Column(
    name="ignored_column",
    kind="text",
    required=True,
    example="my_colour",
    description="A column of the tables that readers leave out; what is left out is not stored.",
)
# A workbook has no place for `corpus.toml`; the sheet of this name holds the same, a line a row.
CORPUS_SHEET: Final = TableOfRecords(
    name="corpus",
    row_is="one setting of the masthead, one alias of a publisher, or one ignored column",
    columns=(
        Column(
            name="setting",
            kind="text",
            required=True,
            example="title",
            description=f"One of {', '.join(SETTINGS)}, or alias, or ignored_column.",
        ),
        Column(
            name="value",
            kind="text",
            example="Border returns 2021–2025",
            description="Its value; for an alias, the name that stands for the voice.",
        ),
        Column(
            name="other_name",
            kind="text",
            example="Ex. Monitor",
            description="For an alias: the other name.",
        ),
    ),
)

# Which table the ids in a column lead to.
REFERENCES: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("sources", "derived_from"): "sources",
        ("statements", "source"): "sources",
        ("statements", "incident"): "incidents",
        ("statements", "revises"): "statements",
        ("statements", "derived_from"): "sources",
        ("incidents", "responds_to"): "incidents",
        ("incidents", "overlaps"): "incidents",
        ("incidents", "same_person_as"): "incidents",
        ("reported_figures", "source"): "sources",
        ("reported_figures", "part_of"): "reported_figures",
        ("reported_figures", "sum_of"): "reported_figures",
        ("reported_figures", "same_quantity_as"): "reported_figures",
        ("reported_figures", "about"): "incidents",
        ("decisions", "incident"): "incidents",
    }
)


def masthead_problems(masthead: Masthead) -> list[tuple[str, str]]:
    """Name every setting of a masthead that a corpus folder could not hold, and what is wrong."""
    problems = [
        (name, f"is not {column.allowed}")
        for name, column in SETTINGS.items()
        if not _stands(column, getattr(masthead, name))
    ]
    if masthead.vocabulary != vocabulary.VERSION:
        problems.append(("vocabulary", f"is not {vocabulary.VERSION}"))
    names = (*masthead.aliases, *masthead.aliases.values())
    if not all(_stands(ALIAS, name) for name in names):
        problems.append(("aliases", f"is not {ALIAS.allowed}"))
    if set(masthead.aliases) & set(masthead.aliases.values()):
        problems.append(("aliases", "gives other names to a name that itself stands for another"))
    if not all(_stands(IGNORED_COLUMN, name) for name in masthead.ignored_columns):
        problems.append(("ignored_columns", f"is not {IGNORED_COLUMN.allowed}"))
    if any(set(table.headings) & set(masthead.ignored_columns) for table in TABLES.values()):
        problems.append(("ignored_columns", "names a column that the tables have"))
    return problems


def _stands(column: Column, text: str) -> bool:
    """Whether a text comes back unchanged from a cell of the column."""
    try:
        return column.write(column.read(text)) == text
    except UnreadableCell:
        return False
