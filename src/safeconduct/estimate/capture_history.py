"""A table of capture histories: how many persons each combination of lists saw.

It depends on numpy and on `safeconduct.errors`; `capture_reading` turns columns into cells.
A new view of the table is one more method here that returns a new table or an array.

Symbols: K is the number of lists, 2 to 8; a code c is an integer from 1 to 2^K - 1 whose bit k says
whether list k saw the persons of that cell; n_c is their number.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

import numpy as np

from safeconduct.errors import InvalidCaptures
from safeconduct.estimate import capture_reading
from safeconduct.estimate.overlap_summary import OverlapSummary, summarise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import numpy.typing as npt

FEWEST_LISTS: Final = 2
MOST_LISTS: Final = 8
# No table of persons is larger; a count beyond it is a slip of the keyboard or a sum of a column.
MOST_PERSONS: Final = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaptureHistory:
    """Counts of persons by the lists that saw them.

    lists: K names, in the caller's order. counts: int64, shape (2^K,), read-only, unit persons;
        `counts[code]` are those whom exactly the lists of the set bits saw, and `counts[0]` is 0,
        since nobody saw them.
    """

    lists: tuple[str, ...]
    counts: npt.NDArray[np.int64]

    def __post_init__(self) -> None:
        """Refuse a table that cannot be one, naming everything that is wrong with it."""
        problems = [*_list_problems(self.lists), *_count_problems(self.counts, len(self.lists))]
        if problems:
            raise InvalidCaptures(problems)
        counts = np.array(self.counts, dtype=np.int64)
        counts.flags.writeable = False
        object.__setattr__(self, "counts", counts)

    @classmethod
    def from_patterns(
        cls, table: Mapping[str, Sequence[int | float]], *, count: str = "count"
    ) -> Self:
        """Read a table with one 0/1 column a list and one column of counts.

        A pattern that has no row counts nobody.

        Raises:
            InvalidCaptures: anything in the table is wrong; every problem is named at once.
        """
        lists = tuple(name for name in table if name != count)
        problems = [*_list_problems(lists), *capture_reading.problems(table, lists, count=count)]
        if problems:
            raise InvalidCaptures(problems)
        return cls(lists=lists, counts=capture_reading.cells(table, lists, count=count))

    @classmethod
    def from_memberships(
        cls, memberships: Iterable[Collection[str]], *, lists: Sequence[str]
    ) -> Self:
        """Count persons by the lists that each stands on; one collection of names a person.

        Raises:
            InvalidCaptures: a person stands on no list or on one that is not among `lists`.
        """
        names = tuple(lists)
        problems = _list_problems(names)
        if problems:
            raise InvalidCaptures(problems)
        bits = {name: 1 << place for place, name in enumerate(names)}
        counts = np.zeros(1 << len(names), dtype=np.int64)
        strangers = 0
        for on in memberships:
            if set(on) <= bits.keys():
                counts[sum(bits[name] for name in set(on))] += 1
            else:
                strangers += 1
        if strangers:
            raise InvalidCaptures(
                [("memberships", f"{strangers} stand on a list that is not among those named")]
            )
        return cls(lists=names, counts=counts)

    def __eq__(self, other: object) -> bool:
        """Two tables are the same when lists, their order and all counts are."""
        return (
            isinstance(other, CaptureHistory)
            and self.lists == other.lists
            and np.array_equal(self.counts, other.counts)
        )

    def __hash__(self) -> int:
        """Hash what equality compares."""
        return hash((self.lists, self.counts.tobytes()))

    @property
    def n_lists(self) -> int:
        """K, the number of lists."""
        return len(self.lists)

    @property
    def n_observed(self) -> int:
        """How many persons at least one list saw."""
        return int(self.counts.sum())

    def patterns(self) -> tuple[tuple[int, ...], ...]:
        """The 0/1 pattern of every code from 0 to 2^K - 1, in the order of the lists."""
        return tuple(
            tuple(code >> place & 1 for place in range(self.n_lists))
            for code in range(1 << self.n_lists)
        )

    def pattern_name(self, code: int) -> str:
        """Name a pattern by its lists, joined with a plus: the persons on exactly these lists."""
        return "+".join(name for place, name in enumerate(self.lists) if code >> place & 1)

    def places(self, lists: Iterable[str]) -> tuple[int, ...]:
        """Return where lists stand in the order of the table.

        Raises:
            InvalidCaptures: a name is not a list of the table, or comes twice.
        """
        names = tuple(lists)
        problems = [
            (name, f"is not one of the lists {', '.join(self.lists)}")
            for name in names
            if name not in self.lists
        ]
        problems += [(name, "is named twice") for name in sorted({*names}) if names.count(name) > 1]
        if problems:
            raise InvalidCaptures(problems)
        return tuple(map(self.lists.index, names))

    def margin(self, lists: Sequence[str]) -> npt.NDArray[np.int64]:
        """Sum over all other lists: shape (2^len(lists),), bit j for `lists[j]`, unit persons.

        Cell 0 counts those whom only other lists saw.
        """
        return _recoded(self.counts, [(place,) for place in self.places(lists)])

    def reordered(self, lists: Sequence[str]) -> Self:
        """Return the same table with its lists in another order."""
        if sorted(lists) != sorted(self.lists):
            raise InvalidCaptures([("lists", "a new order names every list once")])
        return type(self)(lists=tuple(lists), counts=self.margin(lists))

    def without(self, list_name: str) -> Self:
        """Return the table as it would be without one list; whom only that list saw is unobserved.

        Raises:
            InvalidCaptures: there is no such list, or what is left is no table.
        """
        left_out = self.places([list_name])[0]
        kept = [name for place, name in enumerate(self.lists) if place != left_out]
        counts = self.margin(kept)
        counts[0] = 0
        return type(self)(lists=tuple(kept), counts=counts)

    def merged(self, lists: Sequence[str], *, name: str) -> Self:
        """Return the table with several lists as one: on the merged list is who is on any of them.

        The merged list stands where the first of them stood.

        Raises:
            InvalidCaptures: fewer than two lists are named, or what is left is no table.
        """
        joined = self.places(lists)
        if len(joined) < FEWEST_LISTS:
            raise InvalidCaptures([("lists", "merging needs two lists or more")])
        groups = [
            joined if place == min(joined) else (place,)
            for place in range(self.n_lists)
            if place == min(joined) or place not in joined
        ]
        names = tuple(name if group == joined else self.lists[group[0]] for group in groups)
        return type(self)(lists=names, counts=_recoded(self.counts, groups))

    def overlap(self) -> OverlapSummary:
        """Summarise how the lists overlap."""
        return summarise(self.lists, self.counts)

    def digest(self) -> str:
        """SHA-256 over lists and counts, the same for every order of the lists."""
        ordered = sorted(self.lists)
        canonical = json.dumps([ordered, self.margin(ordered).tolist()], separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def _recoded(counts: npt.NDArray[np.int64], sets: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Count anew: bit j of the new code says whether any list at the places `sets[j]` saw them."""
    codes = np.arange(counts.size)
    new = np.zeros_like(codes)
    for j, places in enumerate(sets):
        mask = sum(1 << place for place in places)
        new |= ((codes & mask) != 0).astype(codes.dtype) << j
    recoded = np.zeros(1 << len(sets), dtype=np.int64)
    np.add.at(recoded, new, counts)
    return recoded


def _list_problems(lists: Sequence[str]) -> list[tuple[str, str]]:
    problems = []
    if not FEWEST_LISTS <= len(lists) <= MOST_LISTS:
        problems.append(
            ("lists", f"there are {len(lists)}; from {FEWEST_LISTS} to {MOST_LISTS} can be used")
        )
    if len(set(lists)) != len(lists) or not all(name.strip() for name in lists):
        problems.append(("lists", "each needs a name of its own"))
    return problems


def _count_problems(counts: npt.NDArray[np.int64], n_lists: int) -> list[tuple[str, str]]:
    # Beyond the limit the length alone is named: 2^K cells of fifty lists are no array.
    if n_lists <= MOST_LISTS and counts.shape != (1 << n_lists,):
        return [("counts", f"need one cell for each of the {1 << n_lists} codes")]
    if not np.issubdtype(counts.dtype, np.integer):
        return [("counts", "are not whole numbers")]
    problems = []
    if (counts < 0).any():
        problems.append(("counts", "at least one is negative"))
    if counts.size and counts[0] != 0:
        problems.append(("counts", "the cell of nobody's list must be 0: it is not observed"))
    total = float(counts.sum(dtype=np.float64))
    if not problems and total == 0:
        problems.append(("counts", "nobody is observed"))
    if total > MOST_PERSONS:
        problems.append(("counts", f"there are more than {MOST_PERSONS:,} persons"))
    return problems
