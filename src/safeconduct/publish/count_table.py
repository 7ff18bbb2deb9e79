"""A count table: the true counts of a planned table, which never leave the house.

It depends on the standard library and the labels of a release.
A protection turns one into a table that may be published; nothing else may read its counts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidRecord
from safeconduct.publish.release import TOTAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.publish.release import ReleasedDimension, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """The counts of one table, totals included.

    counts: by labels, one a dimension, `TOTAL` in place of a label for a total; every combination
        of labels is there, with 0 where there is nobody. Unit: persons, unless `measure` differs.
    """

    id: str
    title: Wording = ()
    scheme: str = ""
    filters: tuple[str, ...] = ()
    measure: str = "persons"
    dimensions: tuple[ReleasedDimension, ...]
    # Safety: a repr ends up in logs, so the counts are not part of it.
    counts: Mapping[tuple[str, ...], int] = field(repr=False)
    adds_up: bool = True
    counts_listed: bool = False

    def __post_init__(self) -> None:
        """Refuse a table with a cell missing, a cell too many, or a negative count."""
        wanted = {*coordinates(self.dimensions), *totals(self.dimensions)}
        if set(self.counts) != wanted or any(number < 0 for number in self.counts.values()):
            raise InvalidRecord(
                "count table", [("counts", "are not one number, 0 or more, for each combination")]
            )


def coordinates(dimensions: tuple[ReleasedDimension, ...]) -> Iterator[tuple[str, ...]]:
    """The labels of every cell that is no total, in order; none where there is no dimension."""
    if dimensions:
        yield from product(*(dimension.labels for dimension in dimensions))


def totals(dimensions: tuple[ReleasedDimension, ...]) -> Iterator[tuple[str, ...]]:
    """The labels of every total, the total over everything last."""
    sides = [(*dimension.labels, TOTAL) for dimension in dimensions]
    found = [labels for labels in product(*sides) if TOTAL in labels or not labels]
    yield from sorted(found, key=lambda labels: labels.count(TOTAL))


def of_inner(
    identifier: str,
    dimensions: tuple[ReleasedDimension, ...],
    *,
    inner: Mapping[tuple[str, ...], int],
) -> CountTable:
    """A table whose totals are the sums of its cells; cells that are not given hold nobody."""
    counts = {labels: inner.get(labels, 0) for labels in coordinates(dimensions)}
    sums = {
        total: sum(number for labels, number in counts.items() if covers(total, labels))
        for total in totals(dimensions)
    }
    return CountTable(id=identifier, dimensions=dimensions, counts={**counts, **sums})


def covers(total: tuple[str, ...], labels: tuple[str, ...]) -> bool:
    """Whether a cell is part of a total."""
    return all(wide in (TOTAL, narrow) for wide, narrow in zip(total, labels, strict=True))
