"""Matches and strangers are told apart by what they share, strangers of one community among them.

It depends on `communities` and on patterns drawn from known shares.
The shares that were drawn from are the oracle of the shares that training finds.
"""

from functools import cache

import numpy as np
import pytest

from safeconduct.link.communities import COMMUNITY, refined
from safeconduct.link.level import MISSING
from safeconduct.link.model import first_model
from safeconduct.link.pairs import Pairs
from safeconduct.link.settings import LinkSettings, all_comparisons

NAMES = tuple(all_comparisons())
SETTINGS = LinkSettings(comparisons=NAMES, prior=0.02)
SIZES = [len(all_comparisons()[name].LEVELS) - 1 for name in NAMES]


def shares(best):
    """The best level with one share, the others alike."""
    return [np.array([best] + [(1 - best) / (size - 1)] * (size - 1)) for size in SIZES]


MATCHES, NEAR, FAR = shares(0.9), shares(0.35), shares(0.02)


def drawn(dice, numbers):
    rows = [
        np.column_stack([dice.choice(len(one), size=n, p=one) for one in kind])
        for kind, n in zip((MATCHES, NEAR, FAR), numbers, strict=True)
    ]
    levels = np.concatenate(rows).astype(np.int8)
    levels[dice.random(levels.shape) < 0.1] = -1
    n = len(levels)
    return Pairs(
        left=np.zeros(n, dtype=np.int64),
        right=np.arange(1, n + 1, dtype=np.int64),
        weights=np.zeros(n),
        comparisons=NAMES,
        parts=np.zeros(levels.shape),
        rarities=np.zeros(levels.shape),
        levels=levels,
    )


@cache
def trained(most_rounds=200):
    dice = np.random.default_rng(1)
    pairs, sample = drawn(dice, (300, 3000, 7000)), drawn(dice, (300, 3000, 7000))
    strangers = {
        (name, level.name): float(0.3 * NEAR[k][at] + 0.7 * FAR[k][at])
        for k, name in enumerate(NAMES)
        for at, level in enumerate(
            one for one in all_comparisons()[name].LEVELS if one.name != MISSING
        )
    }
    model = first_model(SETTINGS, strangers)
    return refined(pairs, sample, model=model, possible=len(pairs), most_rounds=most_rounds)


def test_training_finds_the_shares_that_pairs_were_drawn_from():
    _, model = trained()

    for k, name in enumerate(NAMES):
        assert model.of(name)[0].m == pytest.approx(MATCHES[k][0], abs=0.06)
        assert model.of(name)[0].u == pytest.approx(0.3 * NEAR[k][0] + 0.7 * FAR[k][0], abs=0.03)
    assert model.prior == pytest.approx(300 / 10300, rel=0.25)
    assert "not_converged" not in {one.code for one in model.checks}


def test_probabilities_are_as_often_right_as_they_say():
    pairs, _ = trained()
    one_person = np.arange(len(pairs)) < 300
    p = pairs.probabilities

    assert p.sum() == pytest.approx(300, rel=0.25)
    for low, high in ((0.0, 0.1), (0.1, 0.5), (0.5, 0.9), (0.9, 1.0)):
        inside = (p >= low) & (p <= high)
        if inside.sum() > 60:
            assert one_person[inside].mean() == pytest.approx(p[inside].mean(), abs=0.12)


def test_the_part_of_communities_is_a_column_that_lowers_what_strangers_share():
    pairs, model = trained()
    community = pairs.comparisons.index(COMMUNITY)
    all_agree = (pairs.levels[:, :-1] == 0).all(axis=1)

    assert pairs.comparisons == (*NAMES, COMMUNITY)
    assert (pairs.parts[all_agree, community] < 0).all()
    assert pairs.weights == pytest.approx(
        np.log2(model.prior / (1 - model.prior)) + pairs.parts.sum(axis=1)
    )


def test_training_that_does_not_come_to_rest_is_told():
    _, model = trained(most_rounds=1)

    assert "not_converged" in {one.code for one in model.checks}
