"""What answers resemble: one rule, its reasons, and how well thirty written stories come out.

It depends on recognising and on the vignettes, whose expectations were written before the rule ran.
A new vignette is one file in `vignettes/`; where the rule misses what an informed reader expects,
the file says why in a `miss`. After the first run (precision 0.58, recall 0.87) all pointers were
held against the vocabulary's own distinctions once, and circumstances barred from force.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from safeconduct import vocabulary
from safeconduct.errors import InvalidQuery
from safeconduct.respond.indicator import FITS, POINTS_TO, indicators
from safeconduct.respond.recognise import (
    CALM,
    FOR_WORKERS,
    KEPT,
    LIMITS,
    RULE,
    Answer,
    recognise,
)

VIGNETTES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "vignettes").glob("*.toml"))
}
KINDS = {"no-repression": 10, "ordinary-crime": 5, "ambiguous": 5, "clear": 10}
# As measured on the thirty vignettes; a change that does worse fails.
PRECISION = 0.69
RECALL = 0.87


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


@pytest.mark.parametrize("more", indicators())
def test_one_more_yes_takes_no_resemblance_away(more):
    few = {"curious-newcomer": Answer.YES, "threatened": Answer.YES}

    assert named(recognise(few)) <= named(recognise({**few, more: Answer.YES}))


def test_the_order_of_the_answers_changes_nothing():
    answers = {"threatened": Answer.YES, "sudden-illness": Answer.YES, "others-too": Answer.YES}

    assert recognise(answers) == recognise(dict(reversed(answers.items())))


@pytest.mark.parametrize("text", [RULE, CALM, LIMITS, KEPT, *FOR_WORKERS])
def test_what_is_always_said_is_said_in_two_languages(text):
    assert set(text) == set(vocabulary.LANGUAGES)


def test_the_rule_is_one_sentence():
    assert all(text.count(".") == 1 for text in RULE.values())


def test_the_vignettes_are_those_that_were_agreed():
    assert Counter(each["kind"] for each in VIGNETTES.values()) == KINDS
    tactics = {each["tactic"] for each in VIGNETTES.values() if each["kind"] == "clear"}
    assert tactics == vocabulary.ids("tactics")


@pytest.mark.parametrize("name", VIGNETTES)
def test_each_miss_of_a_vignette_is_stated_with_its_reason(name):
    vignette = VIGNETTES[name]
    stated = {miss["technique"] for miss in vignette.get("miss", ())}

    assert set(vignette["expected"]) <= vocabulary.ids("techniques")
    assert named(of(vignette)) ^ set(vignette["expected"]) == stated
    assert all(miss["why"].endswith(".") for miss in vignette.get("miss", ()))


@pytest.mark.parametrize(
    "name", [name for name, each in VIGNETTES.items() if each["kind"] == "no-repression"]
)
def test_a_harmless_story_is_told_its_everyday_explanation_and_nothing_of_force(name):
    found = of(VIGNETTES[name])
    techniques = vocabulary.techniques()

    assert all(each.everyday["en"] and each.everyday["ru"] for each in found.told)
    assert not any(techniques[each].physical for each in named(found))


def test_precision_and_recall_are_no_worse_than_measured(capsys):
    lines: list[str] = []
    counts: Counter[str] = Counter()
    for name, vignette in VIGNETTES.items():
        found, expected = named(of(vignette)), set(vignette["expected"])
        counts.update(right=len(found & expected), extra=len(found - expected))
        counts.update(missed=len(expected - found), calm=not found, stories=1)
        lines += [
            f"  {name}: {'missed' if miss['technique'] in expected else 'extra'}"
            f" {miss['technique']}: {miss['why']}"
            for miss in vignette.get("miss", ())
        ]
    precision = counts["right"] / (counts["right"] + counts["extra"])
    recall = counts["right"] / (counts["right"] + counts["missed"])
    lines.append(f"  precision {precision:.2f}, recall {recall:.2f} over {counts['stories']}")
    with capsys.disabled():
        print("", *lines, sep="\n")  # noqa: T201  # a person reads it beside the result

    assert (precision >= PRECISION, recall >= RECALL) == (True, True)


def test_most_harmless_stories_name_nothing_and_those_that_do_are_known():
    loud = {
        name
        for name, each in VIGNETTES.items()
        if each["kind"] == "no-repression" and not of(each).is_calm
    }

    assert loud == {"harmless-05-new-phone", "harmless-07-angry-recipe"}
