"""What answers resemble: one rule, its reasons, and how well written stories come out.

It depends on recognising and on two sets of stories. The thirty in `vignettes/` shaped the
questions, so that they show what the rule was made for; the sixteen in `held_out_vignettes/` were
written, expectation and answers, before the rule saw them, and nothing was changed after.
A new vignette is one file; where the rule misses what an informed reader expects, a `miss` in the
file says why. A story that turns up a fault goes to the first set once the fault is mended.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from safeconduct import vocabulary
from safeconduct.errors import InvalidQuery
from safeconduct.respond.indicator import EXPLAINS, FITS, POINTS_TO, indicator, indicators
from safeconduct.respond.recognise import (
    CALM,
    FOR_WORKERS,
    KEPT,
    LIMITS,
    RULE,
    Answer,
    recognise,
)


def strengths_of(indicator):
    return {pointer.strength for pointer in indicator.pointers}


def read(folder):
    paths = sorted((Path(__file__).parent / folder).glob("*.toml"))
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in paths}


VIGNETTES = read("vignettes")
HELD_OUT = read("held_out_vignettes")
EVERY = {**VIGNETTES, **HELD_OUT}
KINDS = {"no-repression": 10, "ordinary-crime": 5, "ambiguous": 5, "clear": 10}
HELD_OUT_KINDS = {"no-repression": 5, "ordinary-crime": 4, "ambiguous": 3, "clear": 4}
# As measured: set, its stories, and the precision and recall below which a change fails.
MEASURED = [
    ("the thirty that shaped the questions", VIGNETTES, 1.0, 0.94),
    ("the sixteen held out", HELD_OUT, 0.77, 1.0),
]
# Answers that name an everyday cause, and answers that such a cause explains.
CAUSES = [each.id for each in indicators().values() if EXPLAINS in strengths_of(each)]


def of_kind(kind):
    return [name for name, each in EVERY.items() if each["kind"] == kind]


def said(**answers):
    return recognise({name.replace("_", "-"): answer for name, answer in answers.items()})


def named(recognition):
    return {each.technique for each in recognition.resemblances}


def of(vignette):
    return recognise({name: Answer(text) for name, text in vignette["answers"].items()})


def test_a_yes_that_points_to_a_technique_names_it():
    found = said(followed=Answer.YES)

    assert named(found) == {"physical-tracking"}
    assert found.resemblances[0].reasons[0].indicator.id == "followed"
    assert found.resemblances[0].reasons[0].strength == POINTS_TO


def test_one_yes_that_only_fits_names_nothing_and_is_answered_all_the_same():
    found = said(curious_newcomer=Answer.YES)

    assert found.is_calm
    assert [each.id for each in found.alone] == ["curious-newcomer"]
    assert found.pathways == ("suspected-infiltration",)


def test_two_things_that_happened_and_fit_name_a_technique():
    found = said(curious_newcomer=Answer.YES, private_words_known=Answer.YES)

    assert named(found) == {"infiltration"}
    assert {reason.strength for reason in found.resemblances[0].reasons} == {FITS}
    assert found.alone == ()


def test_a_thing_and_a_circumstance_that_fit_name_a_technique():
    assert named(said(curious_newcomer=Answer.YES, others_too=Answer.YES)) == {"infiltration"}


def test_circumstances_alone_name_nothing():
    found = said(began_after_speaking=Answer.YES, others_too=Answer.YES, link_to_a_state=Answer.YES)

    assert found.is_calm
    assert len(found.alone) == 3


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NOT_SURE])
def test_neither_no_nor_not_sure_names_anything(answer):
    found = recognise(dict.fromkeys(indicators(), answer))

    assert found.is_calm
    assert found.told == ()
    assert len(found.unsure) == (len(indicators()) if answer is Answer.NOT_SURE else 0)


def test_no_answer_at_all_is_calm():
    assert recognise({}).is_calm


def test_what_is_urgent_comes_first_and_brings_its_pages_first():
    found = said(followed=Answer.YES, wanted=Answer.YES, passport_refused=Answer.YES)

    assert [each.id for each in found.told] == ["wanted", "passport-refused", "followed"]
    assert found.pathways[0] == "wanted-list"
    assert len(found.pathways) == len(set(found.pathways))


def test_an_answer_to_no_question_is_refused():
    with pytest.raises(InvalidQuery) as refused:
        said(stars_aligned=Answer.YES)

    assert refused.value.problems == (("stars-aligned", "is not an indicator"),)


def test_what_only_goes_with_a_pattern_never_helps_to_name_it():
    few = said(home_tampered=Answer.YES, began_after_speaking=Answer.YES)
    more = said(home_tampered=Answer.YES, followed=Answer.YES, began_after_speaking=Answer.YES)

    assert few.is_calm
    assert "physical-intimidation" in named(more)
    reasons = {each.technique: each.reasons for each in more.resemblances}
    assert "began-after-speaking" in {
        reason.indicator.id for reason in reasons["physical-intimidation"]
    }


def test_where_an_everyday_cause_explains_all_of_it_no_pattern_is_named():
    found = said(followed=Answer.YES, threatened=Answer.YES, private_cause=Answer.YES)

    assert found.is_calm
    assert [each.id for each in found.told] == ["threatened", "followed", "private-cause"]
    assert found.told[0].is_urgent


def test_a_state_that_shows_itself_outweighs_an_everyday_cause():
    assert "threat" in named(
        said(threatened=Answer.YES, private_cause=Answer.YES, link_to_a_state=Answer.YES)
    )


def test_one_pattern_that_the_cause_does_not_explain_keeps_them_all():
    found = said(threatened=Answer.YES, relatives_pressed=Answer.YES, private_cause=Answer.YES)

    assert named(found) >= {"threat", "coercion-by-proxy"}


@pytest.mark.parametrize("cause", CAUSES)
def test_an_everyday_cause_never_hides_what_only_a_state_can_do(cause):
    acts = {
        "relatives-pressed": "coercion-by-proxy",
        "charged-abroad": "charges-in-absentia",
        "wanted": "regional-wanted-list",
        "held-for-another-state": "detention-pending-extradition",
        "citizenship-taken": "denaturalisation",
        "listed-by-state": "foreign-agent-listing",
        "asked-to-inform": "coerced-recruitment",
        "consulate-approach": "diplomatic-staff-action",
    }

    for act, technique in acts.items():
        assert technique in named(recognise({act: Answer.YES, cause: Answer.YES}))


@pytest.mark.parametrize("more", [each for each in indicators() if each not in CAUSES])
def test_one_more_yes_takes_no_resemblance_away(more):
    few = {"curious-newcomer": Answer.YES, "threatened": Answer.YES}

    assert named(recognise(few)) <= named(recognise({**few, more: Answer.YES}))


def test_the_order_of_the_answers_changes_nothing():
    answers = {"threatened": Answer.YES, "sudden-illness": Answer.YES, "others-too": Answer.YES}

    assert recognise(answers) == recognise(dict(reversed(answers.items())))


def test_who_asks_on_duty_is_told_that_a_charge_is_a_claim_and_not_to_check_the_person():
    told = " ".join(text["en"] for text in FOR_WORKERS)

    assert "they are not a danger, and neither is their community" in told
    assert "no reason to check, watch or report the person" in told
    assert "Not every answer is a matter for the police" in told


@pytest.mark.parametrize("text", [RULE, CALM, LIMITS, KEPT, *FOR_WORKERS])
def test_what_is_always_said_is_said_in_two_languages(text):
    assert set(text) == set(vocabulary.LANGUAGES)


def test_the_rule_is_two_sentences():
    assert all(text.count(".") == 2 for text in RULE.values())


def test_the_vignettes_are_those_that_were_agreed():
    assert Counter(each["kind"] for each in VIGNETTES.values()) == KINDS
    tactics = {each["tactic"] for each in VIGNETTES.values() if each["kind"] == "clear"}
    assert tactics == vocabulary.ids("tactics")
    assert Counter(each["kind"] for each in HELD_OUT.values()) == HELD_OUT_KINDS


@pytest.mark.parametrize("name", EVERY)
def test_each_miss_of_a_vignette_is_stated_with_its_reason(name):
    vignette = EVERY[name]
    stated = {miss["technique"] for miss in vignette.get("miss", ())}

    assert set(vignette["expected"]) <= vocabulary.ids("techniques")
    assert named(of(vignette)) ^ set(vignette["expected"]) == stated
    assert all(miss["why"].endswith(".") for miss in vignette.get("miss", ()))


@pytest.mark.parametrize("name", of_kind("no-repression"))
def test_a_harmless_story_gets_a_calm_answer_and_its_everyday_explanation(name):
    found = of(EVERY[name])

    assert found.is_calm
    assert all(each.everyday["en"] and each.everyday["ru"] for each in found.told)


@pytest.mark.parametrize("name", of_kind("ordinary-crime"))
def test_an_ordinary_crime_names_no_pattern_and_gets_its_advice_all_the_same(name):
    found = of(EVERY[name])

    assert found.is_calm
    assert found.told


@pytest.mark.parametrize(("title", "stories", "precision", "recall"), MEASURED)
def test_precision_and_recall_are_no_worse_than_measured(title, stories, precision, recall, capsys):
    lines = [f"  {title}:"]
    counts: Counter[str] = Counter()
    for name, vignette in stories.items():
        found, expected = named(of(vignette)), set(vignette["expected"])
        counts.update(right=len(found & expected), extra=len(found - expected))
        counts.update(missed=len(expected - found))
        lines += [
            f"  {name}: {'missed' if miss['technique'] in expected else 'extra'}"
            f" {miss['technique']}: {miss['why']}"
            for miss in vignette.get("miss", ())
        ]
    reached = (
        counts["right"] / (counts["right"] + counts["extra"]),
        counts["right"] / (counts["right"] + counts["missed"]),
    )
    lines.append(f"  precision {reached[0]:.2f}, recall {reached[1]:.2f} over {len(stories)}")
    with capsys.disabled():
        print("", *lines, sep="\n")  # noqa: T201  # a person reads it beside the result

    assert (reached[0] >= precision, reached[1] >= recall) == (True, True)


@pytest.mark.parametrize("name", ["interpol-named", "wanted", "asylum-refused"])
def test_whoever_is_not_sure_of_a_search_is_careful_until_they_know(name):
    """Safety: a border crossed on a guess is not uncrossed; and no pattern is named for a guess."""
    found = recognise({name: Answer.NOT_SURE})

    assert [each.id for each in found.careful] == [name]
    assert found.is_calm
    assert found.pathways == indicator(name).pathways
    assert found.pathways


def test_other_doubts_lead_to_no_page():
    found = recognise({"followed": Answer.NOT_SURE, "wanted": Answer.NO})

    assert found.careful == ()
    assert found.pathways == ()
