"""The table of statements: who says what about which incident, in which mode, on which basis.

It depends on `columns` only.
To add a column, add it here and a field of the same name to `Statement`; a column that carries a
value about the act goes among `_VALUES`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.record.columns import Column
from safeconduct.record.tables.table import TableOfRecords, identifies

_REVISIONS: Final = (
    Column(
        name="mode",
        kind="term",
        terms="modes",
        required=True,
        example="reports",
        description=(
            "How the source says it: asserts, reports, alleges, confirms, denies, corrects, "
            "retracts."
        ),
    ),
    Column(
        name="revises",
        kind="identifier",
        example="st1",
        description="For corrects and retracts: the statement that is revised.",
    ),
    Column(
        name="basis",
        kind="term",
        terms="bases",
        example="court-finding",
        description="What it rests on where that is more than reporting.",
    ),
    Column(
        name="basis_by",
        kind="state",
        example="PL",
        description="The state whose court, official, admission or register it is.",
    ),
    Column(
        name="basis_against",
        kind="state",
        example="PL",
        description="The state against whose interest the finding runs.",
    ),
)

_VALUES: Final = (
    Column(
        name="date",
        kind="date",
        unknown=True,
        example="2023-10-17",
        description="When the act happened, as exactly as the source says.",
    ),
    Column(
        name="date_extent",
        kind="term",
        terms="date-extents",
        example="within",
        description=(
            "Whether an interval means somewhere within it (the reading of a blank cell) or "
            "lasting all of it."
        ),
    ),
    Column(
        name="place_of_act",
        kind="place",
        unknown=True,
        abroad=True,
        example="KG/Bishkek",
        description="Where the act was done.",
    ),
    Column(
        name="place_of_target",
        kind="place",
        unknown=True,
        abroad=True,
        example="KG",
        description=(
            "Where the person or organisation acted against was; not always the place of the act."
        ),
    ),
    Column(
        name="origin",
        kind="state",
        unknown=True,
        example="RU",
        description="The state whose repression it is said to be; never filled in by default.",
    ),
    Column(
        name="hosts",
        kind="state",
        many=True,
        unknown=True,
        abroad=True,
        example="KG",
        description="The states in which the target lives.",
    ),
    Column(
        name="transit",
        kind="state",
        many=True,
        unknown=True,
        example="TR",
        description="The states passed through.",
    ),
    Column(
        name="setting",
        kind="term",
        terms="settings",
        unknown=True,
        example="shelter",
        description="In what kind of place it happened.",
    ),
    Column(
        name="techniques",
        kind="term",
        terms="techniques",
        many=True,
        unknown=True,
        example="abduction",
        description="What was done.",
    ),
    Column(
        name="actor",
        kind="text",
        unknown=True,
        example="Ministry of Internal Affairs",
        description="The organ or group that did it; never a private person.",
    ),
    Column(
        name="actor_organ_of",
        kind="state",
        unknown=True,
        example="KG",
        description="The state whose organ the actor is.",
    ),
    Column(
        name="attribution",
        kind="term",
        terms="attributions",
        unknown=True,
        example="state-organ",
        description="How the act is tied to a state, according to this statement.",
    ),
    Column(
        name="targets",
        kind="term",
        terms="targets",
        many=True,
        unknown=True,
        example="activist",
        description="The categories of the persons or organisations acted against.",
    ),
    Column(
        name="persons_min",
        kind="count",
        unknown=True,
        example="1",
        description="The least number of persons the statement gives.",
    ),
    Column(
        name="persons_max",
        kind="open-count",
        example="1",
        description=(
            "The greatest number, or `open` where no upper bound is given; required with "
            "persons_min."
        ),
    ),
    Column(
        name="outcome",
        kind="term",
        terms="outcomes",
        many=True,
        unknown=True,
        example="released",
        description="What came of it.",
    ),
    Column(
        name="motive",
        kind="term",
        terms="motives",
        unknown=True,
        example="claimed",
        description=(
            "Where the act has an ordinary ground: whether a political motive is claimed, "
            "accepted, disputed."
        ),
    ),
    Column(
        name="motive_by",
        kind="text",
        example="an appeal court",
        description="Who claims, accepts or disputes the motive.",
    ),
)

STATEMENTS: Final = TableOfRecords(
    name="statements",
    row_is="one source saying one thing about one incident",
    columns=(
        identifies("statement", "st1"),
        Column(
            name="source",
            kind="identifier",
            required=True,
            example="s1",
            description="The source that says it.",
        ),
        Column(
            name="locator",
            kind="text",
            example="p. 8",
            description="Where in the source: page, paragraph, footnote.",
        ),
        Column(
            name="incident",
            kind="identifier",
            required=True,
            example="i1",
            description="The incident it speaks of.",
        ),
        *_REVISIONS,
        Column(
            name="derived_from",
            kind="identifier",
            many=True,
            example="s2",
            description="The sources that this passage itself repeats.",
        ),
        Column(
            name="credibility",
            kind="credibility",
            example="2",
            description=(
                "The statement's own grade, 1 to 6; blank is not graded and does not weaken it."
            ),
        ),
        Column(
            name="says",
            kind="text",
            example="Reports the activist's abduction.",
            description="A short paraphrase; it names nobody.",
        ),
        Column(
            name="original_wording",
            kind="text",
            example="reportedly",
            description="The source's own words of hedging.",
        ),
        *_VALUES,
    ),
)

# The columns of a statement that carry a value about the act; the rest say who says it and how.
VALUE_COLUMNS: Final = tuple(column.name for column in _VALUES)
