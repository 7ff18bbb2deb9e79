"""Whatever an estimator says has words in Russian, and what has none is said in English, marked.

It depends on the estimators' source, read as text, and on the catalogue.
A new warning, refusal or assumption without its message is named here, with where it stands.
"""

import re

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.estimators import dga, lcmcr
from safeconduct.estimate.result import Assumption
from safeconduct.report.catalogue import catalogue
from safeconduct.report.estimates import assumed, doubts
from safeconduct.report.estimates.sayings import assumption_said, number_said, said
from safeconduct.report.markup import Passage
from safeconduct.report.wording import Wording
from tests.report.estimates.said_in_code import HOLE, texts

ENGLISH, RUSSIAN = Wording("en"), Wording("ru")
MESSAGES = {**doubts.OF_CODES, **assumed.OF_METHODS}
OF_ANY = (*doubts.OF_MANY, *assumed.OF_MANY)


def skeleton(message):
    return re.sub(r"\{\w+\}", HOLE, message)


def test_the_estimators_say_what_the_test_can_find():
    found = {each.key for each in texts()}

    assert {"no-overlap", "heavy-tail", "dga", "lcmcr", "chao-lower-bound"} <= found
    assert len(texts()) > 90


def test_every_text_of_an_estimator_has_a_message():
    missing = [
        (each.key, each.skeleton.replace(HOLE, "{}"), each.where)
        for each in texts()
        if each.skeleton not in {skeleton(one) for one in (*MESSAGES.get(each.key, ()), *OF_ANY)}
    ]

    assert missing == []


def test_no_message_is_kept_that_no_estimator_says():
    said_in_code = {each.skeleton for each in texts()}
    # These are put together from parts, and held by the tests below.
    parts = {*OF_ANY, *MESSAGES["dga"][-1:], *MESSAGES["lcmcr"][-1:]}
    kept = {one for messages in MESSAGES.values() for one in messages} - parts

    assert [one for one in kept if skeleton(one) not in said_in_code] == []


def test_no_number_that_may_be_one_stands_before_its_plural():
    counted = r"\{(overlapping|observed|both|total|delta|refused)\} (persons|strata\b)"
    messages = {one for messages in MESSAGES.values() for one in messages}

    assert [one for one in messages if re.search(counted, one)] == []


@pytest.mark.parametrize("message", sorted({*OF_ANY, *sum(MESSAGES.values(), ())}))
def test_every_message_has_words_in_russian(message):
    assert catalogue("ru").gettext(message) != message


@pytest.mark.parametrize("code", sorted(doubts.OF_CODES))
def test_a_text_is_said_in_russian_with_its_values(code):
    for message in doubts.OF_CODES[code]:
        filled = re.sub(r"\{(\w+)\}", r"L\1", message)
        found = said(code, filled, wording=RUSSIAN)

        assert isinstance(found, str), message
        assert re.search("[а-яё]", found)
        assert {f"L{name}" for name in re.findall(r"\{(\w+)\}", message)} <= set(
            re.findall(r"L\w+", found)
        )


@pytest.mark.parametrize("prior", ["1/N", "uniform"])
@pytest.mark.parametrize("include_complete", [False, True])
@pytest.mark.parametrize("graphs", [None, {"12|23": 1.0}])
def test_what_the_average_over_graphs_assumes_is_said_with_its_settings(
    prior, include_complete, graphs
):
    history = CaptureHistory(lists=("a", "b", "c"), counts=np.array([0, 50, 40, 20, 30, 15, 12, 6]))
    found = dga.estimate(
        history, prior=prior, include_complete=include_complete, graph_prior=graphs
    )
    spoken = [assumption_said(found.method, one, wording=RUSSIAN) for one in found.assumptions]

    assert all(isinstance(one, str) for one in spoken)
    assert "0,125" in str(spoken[-1])
    assert not re.search("graph|uniform", str(spoken[-1]))


def test_what_the_latent_classes_assume_is_said_with_their_settings():
    alone = CaptureHistory(lists=("a", "b", "c"), counts=np.array([0, 9, 9, 0, 9, 0, 0, 0]))
    found = lcmcr.estimate(alone)

    assert found.refusal is not None
    assert all(
        isinstance(assumption_said(found.method, one, wording=RUSSIAN), str)
        for one in found.assumptions
    )


def test_what_nobody_has_translated_is_said_in_english_and_marked():
    assumption = Assumption(number=9, text="Something new.")

    assert said("new-code", "Something new.", wording=RUSSIAN) == Passage("Something new.", "en")
    assert said("new-code", "Something new.", wording=ENGLISH) == Passage("Something new.")
    assert assumption_said("dga", assumption, wording=RUSSIAN) == Passage("Something new.", "en")


def test_numbers_are_written_as_the_language_writes_them():
    text = "The methods disagree: their medians go from 1,234 to 98,765."

    assert "98,765" in str(said("disagreement-between-methods", text, wording=ENGLISH))
    assert "98\xa0765" in str(said("disagreement-between-methods", text, wording=RUSSIAN))
    assert number_said("-12.30", wording=RUSSIAN) == "-12,30"
    assert number_said("12.5%", wording=RUSSIAN) == "12,5 %"


def test_lists_that_stand_in_groups_and_signs_in_a_row_are_said_one_by_one():
    groups = "The groups of lists {a, b} and {c} and {d} have no person in common."
    signs = (
        "The number falls apart when it is touched: with delta 1/2 the complete graph takes 12.3%; "
        "leaving one list out: 1,200 to 15,000."
    )

    assert "{a, b} и {c} и {d}" in str(said("disconnected-lists", groups, wording=RUSSIAN))
    spoken = str(said("not-robust", signs, wording=RUSSIAN))
    assert "12,3 %" in spoken
    assert "15\xa0000" in spoken
    assert not re.search("[a-z]{3}", spoken)


def test_lists_that_stand_in_a_choice_are_joined_in_the_language_and_keep_their_names():
    text = "Without GO or GP or men and boys the estimate would more than double or halve."

    spoken = str(said("leave-one-list-out", text, wording=RUSSIAN))

    assert "GO или GP или men and boys" in spoken
    assert " or " not in spoken


def test_a_reason_within_a_reason_is_said_too():
    text = "7 of 20 linkages carry no estimate. No person stands on two lists."
    summed = "In 2022, 2023: Few persons stand on two lists or more: 4."

    assert "Никто не стоит" in str(said("no-overlap", text, wording=RUSSIAN))
    assert "лишь немногие: 4" in str(said("low-overlap", summed, wording=RUSSIAN))


def test_a_list_that_is_named_like_a_message_stays_a_name():
    text = "{total} and 10000 hold the same persons."

    assert "{total} и 10000" in str(said("nested-lists", text, wording=RUSSIAN))
