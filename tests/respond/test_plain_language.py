"""What a person in fear reads is plain: short sentences, everyday words, in both languages.

It depends on the measures of `tools/reading_age.py`, which also prints them, and on the files.
A text that a limit refuses is written anew; the limit is not moved for it.
"""

import re

import pytest

from safeconduct.respond.pathway import pathways
from tools.reading_age import (
    KINDS,
    LANGUAGES,
    SENTENCE,
    WORD,
    Limits,
    complaints,
    main,
    measured,
    measures,
    syllables,
)

LIMITS = Limits(words_a_sentence=12, longest=20, ease=60)
PLAIN = "Go where people are. Do not go home. Call a friend. " * 10
HEAVY = (
    "Notwithstanding the considerations enumerated previously, individuals experiencing "
    "persistent surveillance should immediately communicate the particulars of the situation "
    "to the responsible institutional representatives. "
) * 6
# Words that make a suspect of a neighbour, a newcomer or a whole community.
ACCUSING = re.compile(
    r"\b(suspects?|spy|spies|moles?|traitors?|infiltrators?|informers?|informants?|enem(y|ies))\b"
    r"|\b(подозреваем|шпион[аыу]?\b|стукач|предател|осведомител|враг)",
    re.IGNORECASE,
)
# What one step may say at most, so that it can be taken in under stress.
MOST_SENTENCES = 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_text_keeps_the_limits_of_its_kind(kind, language):
    found = {
        name: complaints(measure, kind.limits[language])
        for name, measure in measures(kind, language).items()
    }

    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_step_says_more_than_three_sentences_of_what_to_do(language):
    long_steps = [
        f"{each.id}.{step.id}"
        for each in pathways().values()
        for step in each.steps
        if len(SENTENCE.findall(step.text[language])) > MOST_SENTENCES
    ]

    assert long_steps == []


def test_no_step_makes_a_suspect_of_anybody():
    # Safety: the paper warns against turning a community against itself.
    accusing = [
        f"{each.id}.{step.id}"
        for each in pathways().values()
        for step in each.steps
        for words in (step.who, step.text, step.risk, step.lower, step.not_when, *step.evidence)
        if any(ACCUSING.search(text) for text in words.values())
    ]

    assert accusing == []


@pytest.mark.parametrize("text", ["Find the mole.", "Среди вас стукач.", "Watch for informants."])
def test_an_accusing_word_is_found(text):
    assert ACCUSING.search(text)


def test_software_that_spies_accuses_nobody():
    assert not ACCUSING.search("A check for spyware. Проверка на шпионские программы.")


def test_a_plain_text_keeps_the_limits():
    assert complaints(measured([PLAIN], language="en"), LIMITS) == []


def test_a_heavy_text_breaks_each_limit_and_the_longest_sentence_is_shown():
    words, longest, ease = complaints(measured([HEAVY], language="en"), LIMITS)

    assert words == "22.0 words a sentence"
    assert longest.startswith("22 words in: Notwithstanding the considerations")
    assert ease.startswith("an ease of -")


def test_the_ease_of_a_few_words_is_not_judged():
    measure = measured(["Extraterritorial surveillance intimidates."], language="en")

    assert measure.ease < LIMITS.ease
    assert complaints(measure, LIMITS) == []


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("home", 1),
        ("people", 2),
        ("while", 1),
        ("asked", 1),
        ("wanted", 2),
        ("consulate", 3),
        ("2026", 1),
        ("адвокат", 3),
        ("розыск", 2),
        ("её", 2),
        ("в", 1),
    ],
)
def test_syllables_are_counted_by_the_script_of_the_word(word, count):
    assert syllables(word) == count


def test_a_published_example_comes_out_near_the_count_by_hand():
    # 13 words and 26 syllables by hand: flesch-kincaid 2.0.1, its own example.
    text = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."

    assert measured([text], language="en").n_words == 13
    assert sum(syllables(word) for word in WORD.findall(text)) == pytest.approx(26, rel=0.1)


def test_the_two_languages_have_weights_of_their_own():
    # One sentence of four words and seven syllables: 206.835 - 1.3 * 4 - 60.1 * 7 / 4.
    assert measured(["Мама мыла белый стол."], language="ru").ease == pytest.approx(96.46)
    # One of three words and three syllables: 206.835 - 1.015 * 3 - 84.6.
    assert measured(["Call a friend."], language="en").ease == pytest.approx(119.19)


def test_the_age_falls_as_the_ease_grows():
    assert measured([PLAIN], language="en").age == "10-11"
    assert measured([HEAVY], language="en").age == "18+"


def test_the_tool_prints_every_file_and_says_that_all_limits_are_kept(capsys):
    assert main() == 0

    printed = capsys.readouterr().out
    assert all(f"  {each} " in printed for each in pathways())
    assert "<- " not in printed
