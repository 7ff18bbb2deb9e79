"""What a faulty linkage makes of a table: records cut off from their person, and strangers joined.

It depends on numpy and on the rates of `linkage_averaging`; it is the way forward of which
`linkage_averaging.restoration` is the way back, written apart so that the two can disagree.
Another fault is another step in `mislinked`.

Symbols: K lists; the rates are those of `LinkErrors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.linkage_averaging.link_errors import LinkErrors

# Meetings tried for each record, before a linkage is taken to be as wrong as it can be.
_MEETINGS: Final = 4


def mislinked(
    counts: npt.NDArray[np.int64], *, errors: LinkErrors, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Return the table that a linkage with these errors shows, shape (2^K,), unit persons.

    Each record of a person on two or more lists is cut off with the rate of missed links; then
    records that stand alone join strangers until the wanted share of linked pairs is false.
    Persons of code 0 stay unseen.
    """
    people = _exploded(counts, errors.missed, rng=rng)
    return _joined(people, errors.false, n_cells=len(counts), rng=rng)


def _exploded(
    counts: npt.NDArray[np.int64], rate: float, *, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    codes = np.repeat(np.arange(1, len(counts)), counts[1:])
    places = 1 << np.arange(len(counts).bit_length() - 1)
    is_on = (codes[:, None] & places) > 0
    is_cut = is_on & (rng.random(is_on.shape) < rate) & (is_on.sum(axis=1) > 1)[:, None]
    rest = codes - is_cut @ places
    alone = np.repeat(places, is_cut.sum(axis=0))
    return np.concatenate([rest[rest > 0], alone])


def _joined(
    people: npt.NDArray[np.int64], rate: float, *, n_cells: int, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    sizes = _sizes(people)
    # Each record by its person: two records taken at random are strangers who happen to meet.
    owners = np.repeat(np.arange(len(people)), sizes)
    n_pairs, n_false = int((sizes * (sizes - 1) // 2).sum()), 0
    joined = np.zeros(len(people), dtype=bool)
    for one, other in rng.choice(owners, size=(_MEETINGS * len(owners), 2)) if rate else ():
        # A false pair is one more linked pair as well, so that the share is of all of them.
        if n_false >= rate * (n_pairs + n_false):
            break
        lone, rest = (one, other) if sizes[one] == 1 else (other, one)
        is_taken = joined[lone] or joined[rest] or lone == rest
        if is_taken or sizes[lone] > 1 or people[lone] & people[rest]:
            continue
        people[rest] |= people[lone]
        people[lone] = 0
        joined[lone] = joined[rest] = True
        n_false += int(sizes[rest])
    return np.bincount(people[people > 0], minlength=n_cells).astype(np.int64)


def _sizes(people: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return np.bitwise_count(people.astype(np.uint64)).astype(np.int64)
