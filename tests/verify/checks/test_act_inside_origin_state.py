"""People reached inside the origin state are reported; listings made there and acts abroad are not.

It depends on invented corpora.
A technique that reaches people through others is one more case here.
"""

import pytest

from tests.verify.invented import incident, messages, says

ABROAD = {"origin": "RU", "place_of_act": "RU/Moscow", "place_of_target": "UA"}


@pytest.mark.parametrize("technique", ["arbitrary-detention", "coercion-by-proxy"])
def test_an_act_at_home_against_somebody_abroad_is_reported(technique):
    found = messages("act-inside-origin-state", says("a", techniques=technique, **ABROAD))

    assert found == [
        "i1 was done inside the origin state, RU, while it aims at somebody elsewhere."
    ]


def test_an_act_at_home_is_reported_where_the_place_of_the_target_is_not_known():
    unknown = {**ABROAD, "place_of_target": "unknown:not-reported"}

    assert messages("act-inside-origin-state", says("a", techniques="coercion-by-proxy", **unknown))


@pytest.mark.parametrize(
    "cells",
    [
        {"techniques": "charges-in-absentia"},
        {"techniques": "assault", "place_of_act": "UA"},
        {"techniques": "assault", "place_of_act": "unknown:not-reported"},
        {"techniques": "assault", "place_of_target": "RU"},
        {"techniques": "assault", "origin": "BY"},
        {"techniques": "unknown:not-reported"},
    ],
)
def test_what_is_done_at_home_by_nature_or_is_not_done_at_home_is_left_alone(cells):
    assert messages("act-inside-origin-state", says("a", **{**ABROAD, **cells})) == []


def test_a_response_is_left_alone():
    response = incident(kind="response")

    found = messages("act-inside-origin-state", response, says("a", techniques="assault", **ABROAD))

    assert found == []
