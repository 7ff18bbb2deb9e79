"""A model begins with what is usual, is written in the engine's words, and doubts itself.

It depends on `model` and `settings`.
A check that is added gets a case of its own.
"""

import json
from dataclasses import replace

import pytest

from safeconduct.link.model import RAREST_STRANGER, first_model, model_settings, training_checks
from safeconduct.link.settings import LinkSettings, all_comparisons

SETTINGS = LinkSettings(comparisons=("patronymic", "surname"))
STRANGERS = {
    ("surname", "same"): 0.01, ("surname", "otherwise"): 0.98,
    ("patronymic", "same"): 0.05, ("patronymic", "otherwise"): 0.94,
}  # fmt: skip
MET = {(one.comparison, one.level): 5.0 for one in first_model(SETTINGS, {}).levels}


def test_a_level_that_no_stranger_was_met_at_is_rare_and_not_impossible():
    model = first_model(SETTINGS, STRANGERS)

    assert model.of("surname")[0].u == 0.01
    assert model.of("surname")[2].u == RAREST_STRANGER
    assert model.of("surname")[0].weight == pytest.approx(6.285, abs=0.001)


def test_levels_that_nobody_met_are_told_apart_by_what_they_add():
    """The engine knows a level by its weight: a tie would be told, and trained, as the other."""
    model = first_model(LinkSettings(comparisons=tuple(all_comparisons())), {})

    for name in all_comparisons():
        weights = [one.weight for one in model.of(name)]
        assert len(set(weights)) == len(weights)


def test_every_level_but_the_missing_one_is_written_with_its_shares():
    model = first_model(SETTINGS, STRANGERS)
    written = json.loads(json.dumps(model_settings(replace(model, prior=0.25), within_lists=False)))
    levels = written["comparisons"][1]["comparison_levels"]

    assert written["probability_two_random_records_match"] == 0.25
    assert "m_probability" not in levels[0]
    assert [level["u_probability"] for level in levels[1:]] == [
        one.u for one in model.of("surname")
    ]


def test_a_model_that_met_everything_is_not_doubted():
    assert training_checks(first_model(SETTINGS, STRANGERS), MET) == ()


@pytest.mark.parametrize(
    ("strangers", "met", "prior", "code", "concerns"),
    [
        (STRANGERS, {**MET, ("surname", "exchanged"): 0.2}, 1e-4, "level_never_met",
         "surname.exchanged"),
        (STRANGERS, {("surname", one): 3.0 for _, one in MET}, 1e-4, "comparison_not_trained",
         "patronymic"),
        ({**STRANGERS, ("surname", "same"): 0.99}, MET, 1e-4, "comparison_reversed", "surname"),
        (STRANGERS, MET, 1e-2, "prior_far_off", "prior"),
    ],
)  # fmt: skip
def test_what_training_did_not_reach_is_doubted(strangers, met, prior, code, concerns):
    model = replace(first_model(SETTINGS, strangers), prior=prior)

    assert (code, concerns) in {(one.code, one.concerns) for one in training_checks(model, met)}
