"""The prior of a match that training begins with: the share of possible pairs that are one person.

It depends on the names of columns only.
It counts sure matches; `communities` ends with the share that the weights themselves expect.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

# Equal in the name and in one of these is a sure match: lists that know no day of birth know a home
# or a paper. Of all matches, lists of exile find about half so.
_NAME: Final = ("surname", "given")
_SURE: Final = ("born_day", "address", "identifier")
_SHARE_THAT_IS_SURE: Final = 0.5


def n_possible(lists: npt.NDArray[np.object_], duplicate_free: frozenset[str]) -> int:
    """Count the pairs that can be one person: all but those within a duplicate-free list."""
    sizes = Counter(lists.tolist())
    every = len(lists) * (len(lists) - 1) // 2
    return every - sum(n * (n - 1) // 2 for one, n in sizes.items() if one in duplicate_free)


def first_prior(
    table: Mapping[str, npt.NDArray[np.object_]],
    *,
    lists: npt.NDArray[np.object_],
    duplicate_free: frozenset[str],
) -> float:
    """Guess the prior by sure matches."""
    sure = max(
        _n_sure(table, (*_NAME, column), lists=lists, duplicate_free=duplicate_free)
        for column in _SURE
    )
    possible = n_possible(lists, duplicate_free)
    return min(0.5, max(1.0, sure / _SHARE_THAT_IS_SURE) / max(2, possible))


def _n_sure(
    table: Mapping[str, npt.NDArray[np.object_]],
    columns: tuple[str, ...],
    *,
    lists: npt.NDArray[np.object_],
    duplicate_free: frozenset[str],
) -> int:
    """Count the pairs that are equal in all of some columns."""
    rows = zip(*(table[column].tolist() for column in columns), lists.tolist(), strict=True)
    sizes: dict[tuple[str, ...], Counter[str]] = {}
    for *shared, list_name in rows:
        if None not in shared:
            sizes.setdefault(tuple(shared), Counter())[list_name] += 1
    return sum(_pairs_between(found, duplicate_free) for found in sizes.values())


def _pairs_between(sizes: Counter[str], duplicate_free: frozenset[str]) -> int:
    every = sizes.total() * (sizes.total() - 1) // 2
    return every - sum(n * (n - 1) // 2 for one, n in sizes.items() if one in duplicate_free)
