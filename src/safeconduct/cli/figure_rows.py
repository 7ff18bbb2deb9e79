"""The rows of a figure as they are printed: the unknown row is always among them.

It depends on the figures; text, JSON and CSV take their rows from here, so that none shows less.
A new property of a row is a field here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.cli.labels import label_of
from safeconduct.figures.dimension import NO_TERM, SPAN, UNKNOWN, VALUE
from safeconduct.figures.figure import Bounds

if TYPE_CHECKING:
    from safeconduct.cli.session import Session
    from safeconduct.figures.figure import Figure

_NOTHING: Final = Bounds(low=0, central=0, central_max=0, high=0)
# What a row of several dimensions is called after: the least certain of its parts.
_DOUBTS: Final = (UNKNOWN, NO_TERM, SPAN, VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRow:
    """One row: its (kind, key) by dimension, its label by dimension, and its bounds."""

    buckets: dict[str, tuple[str, str]]
    labels: dict[str, str]
    bounds: Bounds

    @property
    def kind(self) -> str:
        """What the row is as a whole: a value, a span, none, or unknown."""
        kinds = {kind for kind, _ in self.buckets.values()}
        return next(doubt for doubt in _DOUBTS if doubt in kinds)

    @property
    def keys(self) -> dict[str, str | None]:
        """The key in each dimension; None where there is none."""
        return {name: key or None for name, (_, key) in self.buckets.items()}


def printed_rows(figure: Figure, session: Session) -> list[PrintedRow]:
    """The rows of a figure, with one for the unknown even if nothing is."""
    dimensions = figure.question.by
    rows = [(row.buckets, row.bounds) for row in figure.rows]
    if dimensions and not any(row.is_unknown for row in figure.rows):
        rows.append((((UNKNOWN, ""),) * len(dimensions), _NOTHING))
    return [
        PrintedRow(
            buckets=dict(zip(dimensions, buckets, strict=True)),
            labels={
                name: label_of(name, kind, key=key, session=session)
                for name, (kind, key) in zip(dimensions, buckets, strict=True)
            },
            bounds=bounds,
        )
        for buckets, bounds in rows
    ]
