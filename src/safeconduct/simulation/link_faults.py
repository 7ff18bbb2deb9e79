"""What a faulty linkage makes of a table: records cut off from their person, and strangers joined.

It depends on numpy and on the rates of `linkage_averaging`; it is the way forward of which
`linkage_averaging.restoration` is the way back, written apart so that the two can disagree.
Another fault is another step in `mislinked`.

Symbols: K lists; the rates are probabilities a record, as in `LinkErrors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.linkage_averaging.link_errors import LinkErrors


def mislinked(
    counts: npt.NDArray[np.int64], *, errors: LinkErrors, rng: np.random.Generator
) -> npt.NDArray[np.int64]:
    """Return the table that a linkage with these errors shows, shape (2^K,), unit persons.

    Each record of a person on two or more lists is cut off with the rate of missed links; then
    clusters of strangers are joined until the wanted share of records in clusters is foreign.
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
    people = rng.permutation(people)
    # One foreign record for each wrong join: `rate` of the records that then stand in clusters.
    in_clusters = int(_sizes(people)[_sizes(people) > 1].sum())
    n_wrong = int(rng.binomial(in_clusters, rate)) if in_clusters else 0
    singles = np.flatnonzero(_sizes(people) == 1)
    joined = np.zeros(len(people), dtype=bool)
    for single in singles:
        if not n_wrong:
            break
        other = int(rng.integers(len(people)))
        if joined[single] or joined[other] or people[single] & people[other]:
            continue
        people[other] |= people[single]
        joined[single] = joined[other] = True
        people[single] = 0
        n_wrong -= 1
    return np.bincount(people[people > 0], minlength=n_cells).astype(np.int64)


def _sizes(people: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    return np.bitwise_count(people.astype(np.uint64)).astype(np.int64)
