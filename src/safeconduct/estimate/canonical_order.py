"""An order of lists that follows from the counts, so that a drawn sample knows no caller's order.

It depends on numpy and the table of capture histories.
An estimator that draws random numbers puts its table in this order first; another rule of order
replaces `_orders`.

Symbols: K lists; a permutation puts list π_k at place k.
"""

from __future__ import annotations

from itertools import groupby, islice, permutations, product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.estimate.capture_history import CaptureHistory

# Lists of equal size are told apart by trying orders; so many are tried at most.
_MOST_ORDERS: Final = 5_040


def canonical_order(history: CaptureHistory) -> CaptureHistory:
    """Return the same table with its lists in an order that the names and the caller do not set.

    Larger lists come first; among lists of equal size that order whose cells are the largest.

    Examples:
        >>> import numpy as np
        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> table = CaptureHistory(lists=("few", "many"), counts=np.array([0, 2, 9, 3]))
        >>> canonical_order(table).lists
        ('many', 'few')
    """
    return max(
        (history.reordered(order) for order in islice(_orders(history), _MOST_ORDERS)),
        key=lambda table: table.counts.tolist(),
    )


def _orders(history: CaptureHistory) -> Iterator[tuple[str, ...]]:
    totals = dict(zip(history.lists, history.overlap().totals, strict=True))
    ranked = sorted(history.lists, key=lambda name: -totals[name])
    groups = [tuple(group) for _, group in groupby(ranked, key=totals.__getitem__)]
    for arranged in product(*map(permutations, groups)):
        yield tuple(name for group in arranged for name in group)
