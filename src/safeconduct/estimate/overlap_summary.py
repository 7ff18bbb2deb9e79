"""How lists overlap: who stands on how many, which lists share persons, which hang together.

It depends on numpy only and takes the cells of a table of capture histories.
A new fact about the overlap is one more field of `OverlapSummary`.

Symbols: K is the number of lists; n_c is the number of persons with the code c, bit k for list k.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OverlapSummary:
    """What can be said about a table before any model; every number is in persons.

    totals: how many stand on each list. shared: int64, shape (K, K), how many stand on both lists;
        the diagonal holds the totals. seen: how many stand on exactly 1, 2, … K lists.
    components: lists that hang together through shared persons, each set in the table's order.
    nested: pairs (inner, outer) where everybody on the inner list is on the outer one too.
    """

    lists: tuple[str, ...]
    totals: tuple[int, ...]
    shared: npt.NDArray[np.int64]
    seen: tuple[int, ...]
    components: tuple[tuple[str, ...], ...]
    nested: tuple[tuple[str, str], ...]

    @property
    def n_seen_once(self) -> int:
        """f1, the persons on exactly one list."""
        return self.seen[0]

    @property
    def n_seen_twice(self) -> int:
        """f2, the persons on exactly two lists."""
        return self.seen[1]

    @property
    def n_overlapping(self) -> int:
        """The persons on two lists or more."""
        return sum(self.seen[1:])

    @property
    def copies(self) -> tuple[tuple[str, str], ...]:
        """Pairs of lists that hold the same persons."""
        return tuple(
            (inner, outer)
            for inner, outer in self.nested
            if (outer, inner) in self.nested and self.lists.index(inner) < self.lists.index(outer)
        )


def summarise(lists: tuple[str, ...], counts: npt.NDArray[np.int64]) -> OverlapSummary:
    """Summarise the cells of a table, shape (2^K,)."""
    n_lists = len(lists)
    on = (np.arange(counts.size)[:, None] >> np.arange(n_lists)) & 1
    shared = (on.T * counts) @ on
    totals = np.diag(shared)
    seen = np.bincount(on.sum(axis=1), weights=counts, minlength=n_lists + 1)[1:]
    shared.flags.writeable = False
    return OverlapSummary(
        lists=lists,
        totals=tuple(map(int, totals)),
        shared=shared,
        seen=tuple(map(int, seen)),
        components=_components(lists, shared),
        nested=tuple(
            (lists[i], lists[j])
            for i in range(n_lists)
            for j in range(n_lists)
            if i != j and 0 < totals[i] == shared[i, j]
        ),
    )


def _components(
    lists: tuple[str, ...], shared: npt.NDArray[np.int64]
) -> tuple[tuple[str, ...], ...]:
    reached = (shared > 0) | np.eye(len(lists), dtype=np.bool_)
    for _ in lists:
        reached = (reached.astype(np.int64) @ reached) > 0
    return tuple(dict.fromkeys(tuple(np.array(lists)[line].tolist()) for line in reached))
