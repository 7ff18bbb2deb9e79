"""An order of lists that follows from the counts, so that a drawn sample knows no caller's order.

It depends on numpy and the table of capture histories.
An estimator that draws random numbers puts its table in this order first; another rule of order
replaces `_refined`.

Lists get ranks by their size, and then again and again by the ranks of the lists that they share
each pattern with, until no two that are tied come apart. Where a tie is left, each of the tied is
put first in turn, and of all orders that come out the one with the largest cells is taken. A list
that may change places with one that was already tried, all cells staying as they are, is passed
over: lists that are all alike are tried once a place, not once an order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory

    _Patterns = Sequence[tuple[tuple[int, ...], int]]
    _Key = tuple[int, list[tuple[list[int], int]]]


def canonical_order(history: CaptureHistory) -> CaptureHistory:
    """Return the same table with its lists in an order that the names and the caller do not set.

    Larger lists come first; lists of equal size are told apart by whom they share persons with.

    Examples:
        >>> import numpy as np
        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> table = CaptureHistory(lists=("few", "many"), counts=np.array([0, 2, 9, 3]))
        >>> canonical_order(table).lists
        ('many', 'few')
    """
    places = range(history.n_lists)
    patterns = [
        (tuple(place for place in places if code >> place & 1), int(history.counts[code]))
        for code in np.flatnonzero(history.counts).tolist()
    ]
    sizes = _ranks([(-total, []) for total in history.overlap().totals])
    orders = _orders(history.counts, patterns, ranks=sizes)
    return max(
        (history.reordered([history.lists[place] for place in order]) for order in orders),
        key=lambda table: table.counts.tolist(),
    )


def _orders(
    counts: npt.NDArray[np.int64], patterns: _Patterns, *, ranks: list[int]
) -> Iterator[list[int]]:
    """Yield the orders of places that ranks leave open, alike ones once."""
    ranks = _refined(patterns, ranks)
    tied = [place for place, rank in enumerate(ranks) if ranks.count(rank) > 1]
    if not tied:
        yield sorted(range(len(ranks)), key=ranks.__getitem__)
        return
    first = min(ranks[place] for place in tied)
    tried: list[int] = []
    for place in [one for one in tied if ranks[one] == first]:
        if any(_change_places(counts, place, other) for other in tried):
            continue
        tried.append(place)
        before = [2 * rank for rank in ranks]
        before[place] -= 1
        yield from _orders(counts, patterns, ranks=before)


def _refined(patterns: _Patterns, ranks: list[int]) -> list[int]:
    """Tell tied lists apart by the ranks of the lists of their patterns, as far as these do."""
    while True:
        shared: list[list[tuple[list[int], int]]] = [[] for _ in ranks]
        for places, persons in patterns:
            seen = sorted(ranks[place] for place in places)
            for place in places:
                shared[place].append((seen, persons))
        finer = _ranks([(rank, sorted(own)) for rank, own in zip(ranks, shared, strict=True)])
        if len(set(finer)) == len(set(ranks)):
            return finer
        ranks = finer


def _ranks(keys: Sequence[_Key]) -> list[int]:
    ordered = sorted(keys)
    return [ordered.index(key) for key in keys]


def _change_places(counts: npt.NDArray[np.int64], one: int, other: int) -> bool:
    """Whether two lists may change places without any cell changing."""
    codes = np.arange(counts.size)
    differ = (codes >> one ^ codes >> other) & 1
    return bool((counts == counts[codes ^ (differ << one) ^ (differ << other)]).all())
