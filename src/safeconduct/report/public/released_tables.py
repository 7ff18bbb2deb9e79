"""The tables of a release as a page prints them: lines with bars, or rows and columns.

It depends on the public edition.
A table of three dimensions is one block for each label of the first; a further form is one more
function that `table_view` chooses.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Final

from safeconduct.publish.release import TOTAL
from safeconduct.report.address import anchor
from safeconduct.report.components.bounds import Bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.publish.release import ReleasedCell, ReleasedTable
    from safeconduct.report.markup import Passage
    from safeconduct.report.public.edition import PublicEdition

_WHOLE: Final = 100  # per cent
_LINES: Final = 1  # dimensions of a table that is printed as lines
_PAIR: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One cell of a table of one dimension; `bar` is None where there is no number to draw."""

    label: str
    shown: str
    bar: Bar | None
    is_total: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One row of a table of two dimensions."""

    label: str
    cells: tuple[str, ...]
    is_total: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A table of two dimensions, or one slice of a table of three."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One released table. dimension: of the lines, where it has only one."""

    id: str
    anchor: str
    title: Passage
    scheme: str
    total: str
    dimension: str
    lines: tuple[Line, ...]
    matrices: tuple[Matrix, ...]
    adds_up: bool
    counts_listed: bool


def table_view(table: ReleasedTable, edition: PublicEdition) -> TableView:
    """A table in the words of a language."""
    sides = len(table.dimensions)
    return TableView(
        id=table.id,
        anchor=anchor(table.id),
        title=edition.title_of(table),
        scheme=edition.scheme(table.scheme),
        total=edition.shown(table.total),
        dimension=edition.dimension(table.dimensions[0].name) if sides == _LINES else "",
        lines=tuple(_lines(table, edition)) if sides == _LINES else (),
        matrices=tuple(_matrices(table, edition)) if sides >= _PAIR else (),
        adds_up=table.adds_up,
        counts_listed=table.counts_listed,
    )


def _lines(table: ReleasedTable, edition: PublicEdition) -> Iterator[Line]:
    scale = max((cell.high or cell.low for cell in table.inner), default=1) or 1
    for cell in table.cells:
        yield Line(
            label=edition.label(table.dimensions[0].name, cell.labels[0]),
            shown=edition.shown(cell),
            bar=None if cell.is_total else _bar(cell, scale),
            is_total=cell.is_total,
        )


def _bar(cell: ReleasedCell, scale: int) -> Bar:
    low = _WHOLE * cell.low // scale
    high = _WHOLE if cell.high is None else _WHOLE * cell.high // scale
    return Bar(low=low, central=low, high=min(high, _WHOLE), is_open=cell.high is None)


def _matrices(table: ReleasedTable, edition: PublicEdition) -> Iterator[Matrix]:
    *outer, down, across = table.dimensions
    cells = {cell.labels: cell for cell in table.cells}
    # The longer side runs down the page.
    turned = len(across.labels) > len(down.labels)
    rows, columns = (across, down) if turned else (down, across)
    for prefix in product(*((*side.labels, TOTAL) for side in outer)):
        named = zip(outer, prefix, strict=True)
        yield Matrix(
            caption=" · ".join(edition.label(side.name, label) for side, label in named),
            corner=edition.dimension(rows.name),
            columns=tuple(edition.label(columns.name, it) for it in (*columns.labels, TOTAL)),
            rows=tuple(
                MatrixRow(
                    label=edition.label(rows.name, row),
                    cells=tuple(
                        edition.shown(
                            cells.get((*prefix, *((column, row) if turned else (row, column))))
                        )
                        for column in (*columns.labels, TOTAL)
                    ),
                    is_total=row == TOTAL,
                )
                for row in (*rows.labels, TOTAL)
            ),
        )
