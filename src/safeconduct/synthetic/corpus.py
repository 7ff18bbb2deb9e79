"""The invented corpus: as values for tests and demonstrations, as tables for what is larger.

It depends on the blocks of this package, the record and the errors.
Both faces are made of the same rows, so that a plan means one corpus; a further face begins with
`blocks` as these two do.
"""

from __future__ import annotations

import csv
from contextlib import ExitStack
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from safeconduct import vocabulary
from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.tables import TABLES
from safeconduct.synthetic.blocks import Block, Cells, blocks
from safeconduct.synthetic.pool import ALIASED, alias, publisher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from safeconduct.synthetic.expectation import Expectation
    from safeconduct.synthetic.plan import Plan

Record = TypeVar("Record")

TITLE: Final = "Invented corpus"
MASTHEAD_FILE: Final = "corpus.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invention:
    """An invented corpus and, by incident, what each of its incidents comes to by design."""

    corpus: Corpus
    expectations: Mapping[str, Expectation]


def invent(plan: Plan) -> Corpus:
    """Invent the corpus of a plan; nothing in it happened, and no state did any of it."""
    return invent_with_expectations(plan).corpus


def invent_with_expectations(plan: Plan) -> Invention:
    """Invent the corpus of a plan, and say what each of its incidents comes to."""
    made = list(blocks(plan))
    corpus = Corpus.of(
        masthead=masthead(plan),
        sources=_records(Source, "sources", (row for block in made for row in block.sources)),
        statements=_records(
            Statement, "statements", (row for block in made for row in block.statements)
        ),
        incidents=_records(
            Incident, "incidents", (row for block in made for row in block.incidents)
        ),
        figures=_records(
            ReportedFigure,
            "reported_figures",
            (row for block in made for row in block.reported_figures),
        ),
        decisions=_records(
            Decision, "decisions", (row for block in made for row in block.decisions)
        ),
    )
    expected = {known.incident: known for block in made for known in block.expectations}
    return Invention(corpus=corpus, expectations=MappingProxyType(expected))


def rows(plan: Plan) -> Iterator[tuple[str, Cells]]:
    """Give every row of the corpus of a plan with the name of its table, stretch by stretch."""
    for block in blocks(plan):
        for name in TABLES:
            for row in _rows_of(block, name):
                yield name, row


def masthead(plan: Plan) -> Masthead:
    """What an invented corpus says about itself: above all, that it is invented."""
    return Masthead(
        title=f"{TITLE}, seed {plan.seed}, {plan.n_incidents} incidents",
        publisher="safeconduct generate",
        licence="CC0-1.0",
        language="en",
        as_of=f"{plan.last_year + 1}-12-31",
        vocabulary=vocabulary.VERSION,
        # Nobody in it exists, so it may go anywhere, for anything.
        may_go_to="clear",
        for_purposes=";".join(sorted(vocabulary.ids("purposes"))),
        aliases=MappingProxyType(
            {alias(number): publisher(number) for number in ALIASED if number <= plan.n_publishers}
        ),
    )


def write_tables(plan: Plan, folder: Path) -> Mapping[str, int]:
    """Write the corpus of a plan as a corpus folder, and say how many rows each table has.

    It needs the memory of one block, however large the corpus is.

    Raises:
        InvalidSetting: the folder already holds a corpus, which an invented one must not replace.
        Unavailable: the folder cannot be written; what was begun is taken away again.
    """
    files = {name: folder / table.file for name, table in TABLES.items()}
    taken = [path for path in (*files.values(), folder / MASTHEAD_FILE) if path.exists()]
    if taken:
        raise InvalidSetting("folder", "a folder that holds no corpus yet")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = _write_csv(plan, files)
        (folder / MASTHEAD_FILE).write_text(_toml(masthead(plan)), encoding="utf-8", newline="\n")
    except OSError as failure:
        _take_away(folder, (*files.values(), folder / MASTHEAD_FILE))
        raise Unavailable("The folder of the invented corpus") from failure
    return written


def _write_csv(plan: Plan, files: Mapping[str, Path]) -> Mapping[str, int]:
    written = dict.fromkeys(files, 0)
    with ExitStack() as opened:
        writers = {
            name: csv.writer(
                opened.enter_context(path.open("x", encoding="utf-8", newline="")),
                lineterminator="\n",
            )
            for name, path in files.items()
        }
        for name, table in TABLES.items():
            writers[name].writerow(table.headings)
        for block in blocks(plan):
            for name, writer in writers.items():
                made = _rows_of(block, name)
                writer.writerows(made)
                written[name] += len(made)
    return MappingProxyType(written)


def _take_away(folder: Path, paths: Iterable[Path]) -> None:
    if folder.is_dir():
        for path in paths:
            path.unlink(missing_ok=True)


def _rows_of(block: Block, name: str) -> list[Cells]:
    return {
        "sources": block.sources,
        "statements": block.statements,
        "incidents": block.incidents,
        "reported_figures": block.reported_figures,
        "decisions": block.decisions,
    }[name]


def _records(build: Callable[..., Record], name: str, made: Iterable[Cells]) -> Iterator[Record]:
    columns = TABLES[name].columns
    for row in made:
        yield build(
            **{column.name: column.read(text) for column, text in zip(columns, row, strict=True)}
        )


def _toml(made: Masthead) -> str:
    """Write a masthead; all of its words are plain, so that quoting them is enough."""
    lines = [
        f'title = "{made.title}"',
        f'publisher = "{made.publisher}"',
        f'licence = "{made.licence}"',
        f'language = "{made.language}"',
        f'as_of = "{made.as_of}"',
        f'vocabulary = "{made.vocabulary}"',
        f'may_go_to = "{made.may_go_to}"',
        f'for_purposes = "{made.for_purposes}"',
        "ignored_columns = []",
        "",
        "[aliases]",
        *(f'"{name}" = ["{other}"]' for other, name in made.aliases.items()),
    ]
    return "\n".join(lines) + "\n"
