"""Figures as CSV: a line a row, for a spreadsheet that a person opens next.

It depends on the rows as they are printed and on the standard library.
A new column goes to the end, where it shifts no column that somebody already reads.

Safety: no cell begins so that a spreadsheet would run it.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from safeconduct.cli.figure_rows import printed_rows
from safeconduct.cli.screen import printable
from safeconduct.exporters.safe_cells import safe_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.cli.session import Session
    from safeconduct.figures.figure import Bounds, Figure

TOTAL: Final = "total"


def print_csv(figures: tuple[Figure, ...], session: Session) -> None:
    """Print the total and the rows of every figure; a blank bound is no upper bound."""
    writer = csv.writer(session.out.stream, lineterminator="\n")
    dimensions = figures[0].question.by
    writer.writerow(
        (
            *("scheme", "scheme_version", "measure"),
            *(heading for name in dimensions for heading in (name, f"{name}_label")),
            *("kind", "low", "central", "central_max", "high", "lineage"),
        )
    )
    for figure in figures:
        for line in _lines(figure, session):
            writer.writerow(safe_row(map(printable, line)))


def _lines(figure: Figure, session: Session) -> Iterable[tuple[str, ...]]:
    head = (figure.scheme.id, figure.scheme.version, figure.measure)
    lineage = figure.lineage.digest
    for row in printed_rows(figure, session):
        places = (text for name in row.keys for text in (row.keys[name] or "", row.labels[name]))
        yield (*head, *places, row.kind, *_bounds(row.bounds), lineage)
    blank = ("", "") * len(figure.question.by)
    yield (*head, *blank, TOTAL, *_bounds(figure.total), lineage)


def _bounds(bounds: Bounds) -> tuple[str, ...]:
    found = (bounds.low, bounds.central, bounds.central_max, bounds.high)
    return tuple("" if bound is None else str(bound) for bound in found)
