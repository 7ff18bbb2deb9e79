r"""Strangers share more than chance has it: those of one community or family share names and towns.

It depends on numpy, `pairs` and `model`; an engine has counted levels before, and this refines.
Another number of communities is `N_CLASSES`; what the classes mean is never asked, save that of
relatives.

The model: pairs are matches, with share p, strangers of one of C classes with shares
:math:`\pi_c`, or relatives with share r, and within each of these the comparisons are independent,
so that the odds are

    p prod_k m_k(level) / (sum_c pi_c prod_k u_ck(level) + r prod_k w_k(level)).

Relatives share a surname, a father, a home, each at shares w that are found on the candidates, and
are strangers in what one person alone has: given name, date of birth, papers. Without them a wife
at her husband's address is taken for him. They are too few among pairs at random to be found there.
With one class it is the model of Fellegi and Sunter (1969, JASA 64, 1183-1210,
doi:10.1080/01621459.1969.10501049). The shares are found by expectation and maximisation, on pairs
at random for the strangers and on the candidates for the matches.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.link.model import (
    RAREST_MATCH,
    RAREST_STRANGER,
    TrainedModel,
    TrainingCheck,
    training_checks,
)
from safeconduct.link.pairs import Pairs, probability

if TYPE_CHECKING:
    import numpy.typing as npt

COMMUNITY: Final = "community"
N_CLASSES: Final = 2
ROUNDS: Final = 200
# How often strangers and matches are found anew, each by what is known of the other.
_ALTERNATIONS: Final = 3
_STEADY: Final = 1e-6
# More candidates than this teach nothing further; every so manyth stands for the rest.
MOST_TRAINING_PAIRS: Final = 1_000_000
# A training of few matches leans on what is usual, as if it had seen so many matches more.
_LEANING: Final = 10.0
# What relatives may share; all else is one person's alone, and a new comparison is taken for such.
SHARED_BY_RELATIVES: Final = frozenset({"surname", "patronymic", "place", "address", "postal_code"})
# What relatives seldom share: twins are born on one day, papers are lent. Lists show how often.
SELDOM_SHARED: Final = frozenset({"born", "identifier"})
_LEAST_KIN: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Strangers:
    """Shares of levels among strangers: `u[c][k]` for class c and comparison k, `share[c]`."""

    share: npt.NDArray[np.float64]
    u: tuple[tuple[npt.NDArray[np.float64], ...], ...]

    def log2(self, levels: npt.NDArray[np.int8]) -> npt.NDArray[np.float64]:
        """Return the logarithm of the probability that strangers agree so, for each pair."""
        by_class = np.column_stack([_log2(levels, shares) for shares in self.u])
        by_class += np.log2(self.share)
        top = by_class.max(axis=1)
        sums = np.exp2(by_class - top[:, np.newaxis]).sum(axis=1)
        return np.asarray(top + np.log2(sums), dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relatives:
    """Shares of levels among relatives, by comparison, and which share of all pairs they are.

    What they share is as rare among strangers as it is: `shared` tells whose rarity counts.
    """

    share: float
    w: tuple[npt.NDArray[np.float64], ...]
    shared: tuple[bool, ...]

    def log2(self, pairs: Pairs) -> npt.NDArray[np.float64]:
        """Return the logarithm of the probability that a pair is of relatives who agree so."""
        rarities = pairs.rarities[:, : len(self.shared)] @ np.array(self.shared, dtype=np.float64)
        found = np.log2(self.share) + _log2(pairs.levels, self.w) + rarities
        return np.asarray(found, dtype=np.float64)


def refined(
    pairs: Pairs,
    sample: Pairs,
    *,
    model: TrainedModel,
    possible: int,
    most_rounds: int = ROUNDS,
) -> tuple[Pairs, TrainedModel]:
    """Train: `sample` are pairs at random, `pairs` the candidates, `possible` counts all pairs.

    Returns the pairs with their weights, parts and the part of communities as the last column, and
    the model with its levels, its prior, and a check for all that did not come to rest.
    """
    usual, u = _shares(model, "m"), _shares(model, "u")
    every = max(1, len(pairs) // MOST_TRAINING_PAIRS)
    some, possible = pairs.only(np.arange(0, len(pairs), every)), max(1, possible // every)
    m, prior, steady = usual, model.prior, False
    kinds = _kinds(sample.levels, model)
    strangers = _strangers(kinds, m, prior=prior, u=u)
    relatives = _first_relatives(model, usual, u)
    for _ in range(_ALTERNATIONS):
        others = _Others(strangers, replace(relatives, w=_alone(relatives, _marginal(strangers))))
        m, prior, relatives, steady = _matches(
            some, usual, others, (m, prior, possible, most_rounds)
        )
        # Matches are set apart among pairs at random by what training knows of them so far.
        strangers = _strangers(kinds, m, prior=prior, u=u)
    final = _with_shares(model, m, _marginal(strangers)).with_prior(prior)
    others = _Others(strangers, relatives)
    p_match = probability(_weights(some, m, others, prior=prior))
    checks = [] if steady else [TrainingCheck(code="not_converged", concerns="matches")]
    checks += training_checks(final, _expected(some, final, p_match * every))
    return (
        _rewritten(pairs, final, others=others),
        final.with_prior(prior, *checks),
    )


@dataclass(frozen=True, slots=True)
class _Others:
    """All who are no match: strangers and relatives."""

    strangers: Strangers
    relatives: Relatives

    def log2(self, pairs: Pairs) -> npt.NDArray[np.float64]:
        """Return the logarithm of the probability that two persons agree so."""
        both = np.logaddexp2(self.strangers.log2(pairs.levels), self.relatives.log2(pairs))
        return np.asarray(both, dtype=np.float64)


def _first_relatives(
    model: TrainedModel, usual: list[npt.NDArray[np.float64]], u: list[npt.NDArray[np.float64]]
) -> Relatives:
    """Begin with relatives who share what one person's lines do, and are as many as matches."""
    names = model.settings.comparisons
    shared = tuple(name in SHARED_BY_RELATIVES | SELDOM_SHARED for name in names)
    w = tuple(
        _normal(usual[k] if name in SHARED_BY_RELATIVES else u[k]) for k, name in enumerate(names)
    )
    return Relatives(share=model.prior, w=w, shared=shared)


def _alone(
    relatives: Relatives, u: list[npt.NDArray[np.float64]]
) -> tuple[npt.NDArray[np.float64], ...]:
    """Take what one person alone has from strangers."""
    return tuple(
        w if of_both else other
        for w, other, of_both in zip(relatives.w, u, relatives.shared, strict=True)
    )


def _matches(
    pairs: Pairs,
    usual: list[npt.NDArray[np.float64]],
    others: _Others,
    begun: tuple[list[npt.NDArray[np.float64]], float, int, int],
) -> tuple[list[npt.NDArray[np.float64]], float, Relatives, bool]:
    """Find the shares among matches and relatives, and tell whether they came to rest."""
    m, prior, possible, most_rounds = begun
    strangers, relatives = others.strangers.log2(pairs.levels), others.relatives
    first = list(relatives.w)
    for _ in range(most_rounds):
        kin = relatives.log2(pairs)
        two = np.asarray(np.logaddexp2(strangers, kin), dtype=np.float64)
        p_match = probability(_odds(pairs, m, prior) - two)
        p_kin = (1 - p_match) * np.exp2(kin - two)
        m = _maximised(pairs.levels, p_match, usual, least=RAREST_MATCH)
        w = _maximised(pairs.levels, p_kin, first, least=RAREST_STRANGER)
        relatives = replace(
            relatives,
            share=min(0.5, max(_LEAST_KIN, float(p_kin.sum())) / possible),
            w=tuple(
                found if of_both else other
                for found, other, of_both in zip(w, first, relatives.shared, strict=True)
            ),
        )
        moved = min(0.5, max(0.5, float(p_match.sum())) / possible)
        steady, prior = abs(np.log(moved / prior)) < _STEADY, moved
        if steady:
            return m, prior, relatives, True
    return m, prior, relatives, False


def _expected(
    pairs: Pairs, model: TrainedModel, p_match: npt.NDArray[np.float64]
) -> dict[tuple[str, str], float]:
    """Count the matches that are expected at each level."""
    return {
        (name, one.level): float(p_match[pairs.levels[:, k] == at].sum())
        for k, name in enumerate(model.settings.comparisons)
        for at, one in enumerate(model.of(name))
    }


def _kinds(
    levels: npt.NDArray[np.int8], model: TrainedModel
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int64]]:
    """Return the ways in which pairs agree, each once, and how many pairs agree so."""
    # One number a pair: sorting rows took longer than all the rest of training.
    numbers = np.zeros(len(levels), dtype=np.int64)
    for k, comparison in enumerate(model.settings.comparisons):
        numbers = numbers * (len(model.of(comparison)) + 1) + levels[:, k] + 1
    _, first, counts = np.unique(numbers, return_index=True, return_counts=True)
    return levels[first], counts


def _strangers(
    kinds: tuple[npt.NDArray[np.int8], npt.NDArray[np.int64]],
    m: list[npt.NDArray[np.float64]],
    *,
    prior: float,
    u: list[npt.NDArray[np.float64]],
) -> Strangers:
    """Fit the classes of strangers on pairs at random, the matches among them set apart."""
    levels, counts = kinds
    agreeing = -_log2(levels, u)
    # The first guess: pairs that agree in what is usual for few are of one community.
    order = np.argsort(np.argsort(agreeing)) / max(1, len(agreeing) - 1)
    member = np.column_stack([order, 1 - order])
    found = Strangers(share=np.array([0.5, 0.5]), u=(tuple(u), tuple(u)))
    before = np.zeros_like(member)
    for _ in range(ROUNDS):
        odds = np.log2(prior / (1 - prior)) + _log2(levels, m) - found.log2(levels)
        weighed = counts * (1 - probability(odds))
        found = Strangers(
            share=_normal((member * weighed[:, np.newaxis]).sum(axis=0)),
            u=tuple(
                tuple(_maximised(levels, member[:, c] * weighed, u, least=RAREST_STRANGER))
                for c in range(N_CLASSES)
            ),
        )
        by_class = np.column_stack([_log2(levels, one) for one in found.u]) + np.log2(found.share)
        top = by_class.max(axis=1, keepdims=True)
        member = np.exp2(by_class - top)
        member /= member.sum(axis=1, keepdims=True)
        moved, before = float(np.abs(member - before).mean()), member
        if moved < _STEADY:
            break
    return found


def _odds(pairs: Pairs, m: list[npt.NDArray[np.float64]], prior: float) -> npt.NDArray[np.float64]:
    """Return the logarithm of the probability that a match agrees so."""
    return np.asarray(
        np.log2(prior / (1 - prior)) + _log2(pairs.levels, m) + pairs.rarities.sum(axis=1),
        dtype=np.float64,
    )


def _weights(
    pairs: Pairs, m: list[npt.NDArray[np.float64]], others: _Others, *, prior: float
) -> npt.NDArray[np.float64]:
    return np.asarray(_odds(pairs, m, prior) - others.log2(pairs), dtype=np.float64)


def _rewritten(pairs: Pairs, model: TrainedModel, *, others: _Others) -> Pairs:
    m, u = _shares(model, "m"), _shares(model, "u")
    parts = np.column_stack(
        [
            np.append(np.log2(m[k] / u[k]), 0.0)[pairs.levels[:, k]]
            for k in range(pairs.levels.shape[1])
        ]
    )
    community = _log2(pairs.levels, u) - others.log2(pairs)
    empty = np.zeros((len(pairs), 1))
    return replace(
        pairs,
        weights=_weights(pairs, m, others, prior=model.prior),
        comparisons=(*model.settings.comparisons, COMMUNITY),
        parts=np.column_stack([parts, community]),
        rarities=np.column_stack([pairs.rarities, empty]),
        levels=np.column_stack([pairs.levels, np.full((len(pairs), 1), -1, dtype=np.int8)]),
    )


def _log2(
    levels: npt.NDArray[np.int8],
    shares: list[npt.NDArray[np.float64]] | tuple[npt.NDArray[np.float64], ...],
) -> npt.NDArray[np.float64]:
    """Return the logarithm of the probability of levels; what is missing (-1) counts nothing."""
    total = np.zeros(len(levels))
    for k, share in enumerate(shares):
        total += np.append(np.log2(share), 0.0)[levels[:, k]]
    return total


def _maximised(
    levels: npt.NDArray[np.int8],
    weighed: npt.NDArray[np.float64],
    before: list[npt.NDArray[np.float64]],
    *,
    least: float,
) -> list[npt.NDArray[np.float64]]:
    """Count levels, leaning on the shares `before` as if some pairs more had been seen."""
    found = []
    for k, share in enumerate(before):
        seen = levels[:, k] >= 0
        counts = np.bincount(levels[seen, k], weights=weighed[seen], minlength=len(share))
        leaning = counts.astype(np.float64) + _LEANING * share / share.sum()
        # What nobody was seen to do may still happen once in twice as many.
        floor = max(least, 0.5 / (float(counts.sum()) + _LEANING))
        found.append(np.asarray(np.maximum(_normal(leaning), floor), dtype=np.float64))
    return found


def _normal(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    positive = np.maximum(counts, 1e-12)
    return np.asarray(positive / positive.sum(), dtype=np.float64)


def _marginal(strangers: Strangers) -> list[npt.NDArray[np.float64]]:
    return [
        np.asarray(
            sum(share * u[k] for share, u in zip(strangers.share, strangers.u, strict=True)),
            dtype=np.float64,
        )
        for k in range(len(strangers.u[0]))
    ]


def _shares(model: TrainedModel, name: str) -> list[npt.NDArray[np.float64]]:
    return [
        np.array([getattr(one, name) for one in model.of(comparison)], dtype=np.float64)
        for comparison in model.settings.comparisons
    ]


def _with_shares(
    model: TrainedModel, m: list[npt.NDArray[np.float64]], u: list[npt.NDArray[np.float64]]
) -> TrainedModel:
    levels = []
    for k, comparison in enumerate(model.settings.comparisons):
        for at, one in enumerate(model.of(comparison)):
            levels.append(replace(one, m=float(m[k][at]), u=float(u[k][at])))
    return replace(model, levels=tuple(levels))
