"""Every move leaves the prior as it is, and keeps what the chains know of themselves true.

It depends on the moves and on nothing that draws otherwise.
A new move is tested as soon as `ROUND` names it.
"""

import numpy as np
import pytest
from scipy.stats import ks_2samp

from safeconduct.estimate.latent_classes.chain_states import Proposal, drawn_from_prior
from safeconduct.estimate.latent_classes.model import LatentClassModel
from safeconduct.estimate.latent_classes.moves import ROUND
from safeconduct.estimate.latent_classes.trajectory import n_steps, travel

COUNTS = np.array([0, 6, 5, 2, 4, 0, 1, 3])


def states(n_chains: int, *, heat: float = 0.0, seed: int = 1):
    model = LatentClassModel(
        counts=COUNTS, n_classes=4, alpha_prior=(2.0, 1.0), capture_prior=(1.5, 2.0)
    )
    rng = np.random.default_rng(seed)
    found = drawn_from_prior(model.evaluation(), n_chains=n_chains, rng=rng)
    found.heat = heat
    return found


def flight(chains) -> None:
    travel(chains, step=0.4, length=6)


@pytest.mark.parametrize("move", [*ROUND, flight], ids=lambda move: move.__name__)
def test_a_move_leaves_the_prior_as_it_is(move):
    moved, fresh = states(6_000), states(6_000, seed=2)

    for _ in range(12):
        move(moved)

    for of in (
        lambda at: at.weights[0] / at.weights.sum(axis=0),
        lambda at: at.weights[-1] / at.weights.sum(axis=0),
        lambda at: (at.weights * at.cells[0]).sum(axis=0) / at.weights.sum(axis=0),
        lambda at: at.logits[1, 2],
    ):
        assert ks_2samp(of(moved.at), of(fresh.at)).pvalue > 0.0005


@pytest.mark.parametrize("move", [*ROUND, flight], ids=lambda move: move.__name__)
def test_after_a_move_the_chains_are_what_their_coordinates_say(move):
    chains = states(200, heat=1.0)

    for _ in range(5):
        move(chains)

    again = Proposal.evaluated(chains.evaluation, chains.at.log_weights, chains.at.logits)
    for name in ("log_weights", "weights", "cells", "chances", "fit", "sticks"):
        assert getattr(chains.at, name) == pytest.approx(getattr(again, name), rel=1e-9), name
    ((taken, tried),) = chains.taken.values()
    assert 0 < taken < tried == 1_000


def test_a_trajectory_that_flies_apart_leaves_its_chain_where_it_was():
    chains = states(50, heat=1.0)
    before = chains.at.logits.copy()

    chance = travel(chains, step=1e200, length=8)

    assert chance == 0.0
    assert np.array_equal(chains.at.logits, before)


@pytest.mark.parametrize(("step", "length"), [(2.0, 8), (0.1, 24), (0.001, 200)])
def test_a_trajectory_crosses_the_prior_if_it_may(step, length):
    assert n_steps(step, at_most=200) == pytest.approx(length, abs=1)


def test_chains_may_be_picked_again_and_then_go_their_own_ways():
    chains = states(3)

    twice = chains.picked(np.array([2, 2]))
    twice.at.logits[:, :, 0] += 1.0

    assert twice.n_chains == 2
    assert np.array_equal(twice.at.logits[:, :, 1], chains.at.logits[:, :, 2])
