"""Tables from drawn linkages: what a linker says with its own probabilities, a row for each draw.

It depends on `estimate.capture_history` and numpy; the counts come without any record.
Another way in which a linker hands over its draws is one more function here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from safeconduct.errors import InvalidCaptures
from safeconduct.estimate.capture_history import CaptureHistory

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt


def drawn_linkages(
    counts: npt.NDArray[np.int64] | Sequence[Sequence[int]], *, lists: Sequence[str]
) -> tuple[CaptureHistory, ...]:
    """Make a table of each row of counts, shape (D, 2^K), unit persons; column 0 stays 0.

    Raises:
        InvalidCaptures: the shape does not fit the lists, or a row is no table.
    """
    table = np.asarray(counts, dtype=np.int64)
    if table.ndim != 2 or table.shape[1] != 1 << len(lists):
        raise InvalidCaptures(
            [("counts", f"need one row for each draw and {1 << len(lists)} columns")]
        )
    return tuple(CaptureHistory(lists=tuple(lists), counts=row) for row in table)
