r"""Restoring capture histories: what a table would be, had no link been missed and none false.

It depends on `estimate.capture_history` and numpy, and sees counts only.
Another account of the errors is another function that returns `RestoredHistories`.

Symbols: K lists; a pattern $h$ is a set of lists, $s = |h|$; $n'_h$ the linked count and $n_h$ the
true one, in persons; $m$ and $f$ the rates of `LinkErrors`, the first a record, the second a pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.estimate.capture_history import CaptureHistory

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from safeconduct.linkage_averaging.link_errors import LinkErrors

# So often is one draw tried again when it would leave fewer than no persons in a cell.
TRIES: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoredHistories:
    """Tables that could be the true one, one for each draw of the rates.

    n_impossible: draws at which the rates cannot have made the linked table; they are left out.
    """

    histories: tuple[CaptureHistory, ...]
    n_impossible: int


def restore(
    linked: CaptureHistory, *, errors: Sequence[LinkErrors], seed: int
) -> RestoredHistories:
    r"""Draw tables of true capture patterns, given a linked table and rates of its errors.

    Linking is taken to err in two steps. Each record of a person on $s \ge 2$ lists is cut off with
    probability $m$ and then stands alone; then records that stand alone join strangers, any pair of
    records of two persons being as likely to meet as any other, until a share $f$ of all linked
    pairs is false. Both are undone, the last one first. As many joins as make $f$ of the pairs are
    drawn, and record k left the pattern $g$ with a chance proportional to $n'_k n'_g |g|$. Then the
    number of persons of pattern $h$ who lost a record is drawn from

    .. math:: d_h \mid z_h \sim \text{NegBin}\{z_h + 1, (1 - m)^s\},

    the posterior under a flat prior on $n_h$, where $z_h$ is what is left of the linked count once
    the remains of larger patterns are taken away; $n_h = z_h + d_h$.

    Parameters
    ----------
    linked : CaptureHistory
        Persons by capture pattern as the linkage has them; K from 2 to 8.
    errors : sequence of LinkErrors
        One pair of rates for each table that is wanted, such as `CheckedLinks.draw` gives.
    seed : int
        Not negative; the same seed gives the same tables.

    Returns
    -------
    RestoredHistories
        As many tables as there are rates, less those that are impossible.

    Raises
    ------
    InvalidQuery
        No rates are given, or the seed is negative.
    Refusal
        Most of the rates cannot have made this table: what was checked is not about this linkage.

    Notes
    -----
    Assumptions: (1) the rates are the same for each list and pattern, and records are cut off
    independently; (2) no list holds a person twice; (3) a foreign record came in alone, and
    strangers meet at random: where false links follow names that are common in one list, the
    patterns that they make are others.
    A draw in which a cell would hold fewer than no persons is drawn again, up to 50 times.
    Do not use it where errors follow the thing that is studied: names of one origin that are missed
    more often ask for rates of their own, stratum by stratum.

    References
    ----------
    The sums are the project's own. That links must be averaged over, rather than taken as known:
    Sadinle, Annals of Applied Statistics 12(2), 2018, arXiv 1812.09590.

    Examples
    --------
    With no error nothing changes.

    >>> from safeconduct.linkage_averaging.link_errors import LinkErrors
    >>> columns = {"A": [1, 0, 1], "B": [0, 1, 1], "count": [30, 20, 10]}
    >>> linked = CaptureHistory.from_patterns(columns)
    >>> drawn = restore(linked, errors=[LinkErrors(missed=0.0, false=0.0)], seed=1)
    >>> drawn.histories[0].counts.tolist()
    [0, 30, 20, 10]
    """
    problems = []
    if not errors:
        problems.append(("errors", "at least one pair of rates"))
    if seed < 0:
        problems.append(("seed", "a whole number, not negative"))
    if problems:
        raise InvalidQuery(problems)
    rng = np.random.default_rng(seed)
    drawn = [_restored(linked.counts, each, rng=rng) for each in errors]
    n_impossible = sum(counts is None for counts in drawn)
    if n_impossible > len(drawn) / 2:
        raise Refusal(
            "Carrying the errors of the linkage",
            rule="The rates of error have to be able to make the linked table",
            remedy="Check pairs from this linkage, drawn at random, and give their numbers",
        )
    return RestoredHistories(
        histories=tuple(
            CaptureHistory(lists=linked.lists, counts=counts)
            for counts in drawn
            if counts is not None
        ),
        n_impossible=n_impossible,
    )


def _restored(
    linked: npt.NDArray[np.int64], errors: LinkErrors, *, rng: np.random.Generator
) -> npt.NDArray[np.int64] | None:
    for _ in range(TRIES):
        freed = _set_free(linked, errors.false, rng=rng)
        joined = None if freed is None else _joined_again(freed, errors.missed, rng=rng)
        if joined is not None:
            return joined
    return None


def _set_free(
    linked: npt.NDArray[np.int64], rate: float, *, rng: np.random.Generator
) -> npt.NDArray[np.int64] | None:
    joins = _joins_of(len(linked))
    chances = (linked[joins.single] * linked[joins.rest] * joins.n_pairs).astype(np.float64)
    n_pairs = int(linked @ _pairs_of(len(linked)))
    if not rate or not chances.any() or not n_pairs:
        return linked.copy()
    chances /= chances.sum()
    n_joins = rng.binomial(round(n_pairs / float(chances @ joins.n_pairs)), rate)
    drawn = rng.multinomial(n_joins, chances)
    counts = linked.copy()
    np.subtract.at(counts, joins.single | joins.rest, drawn)
    np.add.at(counts, joins.single, drawn)
    np.add.at(counts, joins.rest, drawn)
    return counts if counts.min() >= 0 else None


def _joined_again(
    freed: npt.NDArray[np.int64], rate: float, *, rng: np.random.Generator
) -> npt.NDArray[np.int64] | None:
    left, joined = freed.copy(), np.zeros_like(freed)
    for cuts in _cuts_of(len(freed)):
        if left[cuts.pattern] < 0:
            return None
        n_broken = int(rng.negative_binomial(left[cuts.pattern] + 1, 1 - cuts.any_cut(rate)))
        joined[cuts.pattern] = left[cuts.pattern] + n_broken
        if n_broken:
            left -= rng.multinomial(n_broken, cuts.chances(rate)) @ cuts.pieces
    singles = 1 << np.arange(len(freed).bit_length() - 1)
    if (left[singles] < 0).any():
        return None
    joined[singles] = left[singles]
    return joined


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cuts:
    """Every way in which the records of one pattern can fall apart, a row each.

    pattern: the code of $h$; n_cut: how many records are cut off, shape (ways,); pieces: what the
    person then counts as, shape (ways, 2^K).
    """

    pattern: int
    n_lists: int
    n_cut: npt.NDArray[np.int64]
    pieces: npt.NDArray[np.int64]

    def any_cut(self, rate: float) -> float:
        """Give the probability that at least one record is cut off."""
        return float(1 - (1 - rate) ** self.n_lists)

    def chances(self, rate: float) -> npt.NDArray[np.float64]:
        """Give the probability of each way, once a record is cut off, so that the rate is not 0."""
        n_kept = self.n_lists - self.n_cut
        odds = np.power(rate, self.n_cut) * np.power(1 - rate, n_kept)
        shares: npt.NDArray[np.float64] = odds / odds.sum()
        return shares


@dataclass(frozen=True, slots=True, kw_only=True)
class _Joins:
    """Every way in which a record that stands alone can join a stranger, shape (ways,) each.

    single: the code of the record's list; rest: that of the stranger; n_pairs: of records that
    meet, which is also the number of false pairs that the join makes.
    """

    single: npt.NDArray[np.int64]
    rest: npt.NDArray[np.int64]
    n_pairs: npt.NDArray[np.int64]


@lru_cache(maxsize=8)
def _joins_of(n_cells: int) -> _Joins:
    singles = [1 << k for k in range(n_cells.bit_length() - 1)]
    ways = [
        (single, rest)
        for single in singles
        for rest in range(1, n_cells)
        # Two records that both stand alone meet once and not twice.
        if not single & rest and (rest.bit_count() > 1 or single < rest)
    ]
    single, rest = (np.array(column, dtype=np.int64) for column in zip(*ways, strict=True))
    n_pairs = np.bitwise_count(rest.astype(np.uint64)).astype(np.int64)
    return _Joins(single=single, rest=rest, n_pairs=n_pairs)


@lru_cache(maxsize=8)
def _pairs_of(n_cells: int) -> npt.NDArray[np.int64]:
    """Give the pairs of records within one person of each pattern, shape (2^K,)."""
    sizes = np.bitwise_count(np.arange(n_cells, dtype=np.uint64)).astype(np.int64)
    return sizes * (sizes - 1) // 2


@lru_cache(maxsize=8)
def _cuts_of(n_cells: int) -> tuple[_Cuts, ...]:
    """List the patterns of two and more lists, the larger ones first: their remains go down."""
    patterns = [code for code in range(n_cells) if code.bit_count() > 1]
    return tuple(
        _cuts(code, n_cells=n_cells)
        for code in sorted(patterns, key=lambda code: (-code.bit_count(), code))
    )


def _cuts(pattern: int, *, n_cells: int) -> _Cuts:
    ways = [code for code in range(1, pattern + 1) if code & ~pattern == 0]
    pieces = np.zeros((len(ways), n_cells), dtype=np.int64)
    for row, cut in enumerate(ways):
        alone = [1 << k for k in range(pattern.bit_length()) if cut >> k & 1]
        for piece in [*alone, pattern & ~cut]:
            pieces[row, piece] += piece > 0
    return _Cuts(
        pattern=pattern,
        n_lists=pattern.bit_count(),
        n_cut=np.array([cut.bit_count() for cut in ways], dtype=np.int64),
        pieces=pieces,
    )
