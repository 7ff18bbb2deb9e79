"""Indicators are read whole, in two languages and two wordings, and a malformed one is refused.

It depends on the indicator and on the files that ship.
A new rule about indicator files is a new line in `MALFORMED`.
"""

import re

import pytest

from safeconduct import vocabulary
from safeconduct.errors import InvalidVocabulary, NotFound
from safeconduct.respond.indicator import (
    CIRCUMSTANCES,
    EXPLAINS,
    FITS,
    FOLDER,
    FORCE,
    GOES_WITH,
    GROUPS,
    PATHWAYS,
    POINTS_TO,
    indicator,
    indicators,
    read_indicator,
)

WORDINGS = ("ask", "ask_worker", "everyday", "advice", "note_down", "whom")
SHIPPED = (FOLDER / "followed.toml").read_text(encoding="utf-8")
MOST_WORDS = 40  # in a sentence
# Words that make a suspect or a danger of the person, a newcomer or a community.
SUSPECTING = re.compile(
    r"suspect|culprit|offender|perpetrator|radicali|security (risk|threat)|loyal"
    r"|подозрева|преступник|неблагонад|радикал|угроз\w* безопасности|лояльн",
    re.IGNORECASE,
)
CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
# What is written instead of what, and the problem that it makes.
MALFORMED = [
    ('id = "followed"', 'id = "other"', ("id", "is not the name of the file")),
    ('group = "safety"', "", ("group", "is missing")),
    (
        'group = "safety"',
        'group = "weather"',
        ("group", f"is not one of {', '.join(GROUPS)}"),
    ),
    (
        'id = "abduction", strength = "fits"',
        'id = "kidnap", strength = "fits"',
        ("techniques[3].id", "'kidnap' is not a technique"),
    ),
    (
        'id = "abduction", strength = "fits"',
        'id = "physical-tracking", strength = "fits"',
        ("techniques[3].id", "names a technique twice"),
    ),
    (
        'id = "abduction", strength = "fits"',
        'id = "abduction", strength = "proves"',
        ("techniques[3].strength", "is not one of points-to, fits, goes-with, explains"),
    ),
    (
        'id = "abduction", strength = "fits"',
        'id = "abduction", strength = "fits", score = 5',
        ("techniques[3].score", "is not a key that belongs here"),
    ),
    (
        'pathways = ["physical-following"]',
        'pathways = ["walk-home"]',
        ("pathways", "'walk-home' is not a situation"),
    ),
    (
        'pathways = ["physical-following"]',
        'motto = "calm"',
        ("motto", "is not a key that belongs here"),
    ),
    ("[everyday]\nen =", "[everyday]\nfr =", ("everyday.en", "is missing")),
    ("[source]\ntitle =", "[source]\nname =", ("source.title", "is missing")),
    (
        "url = ",
        "footnote = ",
        ("source.section", "is missing, and so are a page and an address"),
    ),
]


def problems_of(folder, text):
    path = folder / "followed.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidVocabulary) as refused:
        read_indicator(path)
    return refused.value.problems


def sentences(text):
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_indicator_that_ships_asks_and_helps_in_two_languages(path):
    read = read_indicator(path)

    for name in WORDINGS:
        wording = getattr(read, name)
        assert CYRILLIC.search(wording["ru"])
        assert not CYRILLIC.search(wording["en"])
    assert all(
        text.endswith(("?", ".")) for text in (*read.ask.values(), *read.ask_worker.values())
    )
    assert read == indicators()[path.stem]


@pytest.mark.parametrize("each", indicators().values(), ids=lambda each: each.id)
def test_the_texts_are_short_sentences_and_accuse_nobody(each):
    texts = [text for name in WORDINGS for text in getattr(each, name).values()]

    assert all(len(part.split()) <= MOST_WORDS for text in texts for part in sentences(text))
    assert not any(SUSPECTING.search(text) for text in texts)


@pytest.mark.parametrize(
    "name",
    ["charged-abroad", "interpol-named", "listed-as-undesirable", "treason-named"],
)
def test_a_charge_or_a_list_is_told_to_who_asks_on_duty_as_a_claim(name):
    # Safety: the paper asks to treat people as victims and not as latent threats.
    words = indicator(name).ask_worker

    assert re.search("claim|says nothing about the person|for open words", words["en"])
    assert re.search("слова той страны|ничего не|за открытые слова", words["ru"])


def test_the_indicators_come_in_the_order_in_which_the_form_asks():
    groups = [each.group for each in indicators().values()]

    assert list(dict.fromkeys(groups)) == list(GROUPS)
    assert groups == sorted(groups, key=list(GROUPS).index)


def test_together_they_lead_to_all_six_tactics_and_to_what_the_field_adds():
    led_to = {pointer.technique for each in indicators().values() for pointer in each.pointers}
    known = vocabulary.techniques()

    assert {tactic for each in led_to for tactic in known[each].tactics} == vocabulary.ids(
        "tactics"
    )
    assert {known[each].scope for each in led_to} == {"paper", "field"}
    # What nobody can notice from where they stand, or live to answer.
    assert known.keys() - led_to == {
        "co-optation",
        "killing",
        "legal-assistance-request",
        "surveillance-application",
    }


def test_every_situation_can_be_reached_from_an_answer():
    reached = {name for each in indicators().values() for name in each.pathways}

    assert reached == {path.stem for path in PATHWAYS.glob("*.toml")}


def test_a_circumstance_fits_or_explains_and_never_speaks_for_force():
    circumstances = [each for each in indicators().values() if each.is_circumstance]

    assert {each.group for each in circumstances} == {CIRCUMSTANCES}
    for each in circumstances:
        strengths = {pointer.strength for pointer in each.pointers}
        assert strengths in ({FITS}, {GOES_WITH}, {EXPLAINS})
        assert strengths == {EXPLAINS} or not FORCE & {one.technique for one in each.pointers}


def test_only_a_circumstance_explains_or_ties():
    events = [each for each in indicators().values() if not each.is_circumstance]

    assert [each.id for each in indicators().values() if each.ties] == ["link-to-a-state"]
    assert {pointer.strength for each in events for pointer in each.pointers} == {POINTS_TO, FITS}


def test_what_rests_on_no_source_says_so():
    weak = {each.id for each in indicators().values() if each.is_weak}
    unread = {each.id for each in indicators().values() if "no source" in each.source.title}

    assert weak == unread


def test_an_indicator_that_is_not_there_is_refused_with_those_that_are():
    assert indicator("followed").group == "safety"
    with pytest.raises(NotFound, match=r"'chased'.*followed"):
        indicator("chased")


@pytest.mark.parametrize(("text", "instead", "problem"), MALFORMED)
def test_a_malformed_indicator_is_refused_by_name(tmp_path, text, instead, problem):
    assert SHIPPED.count(text) == 1

    assert problem in problems_of(tmp_path, SHIPPED.replace(text, instead))


def test_a_circumstance_that_points_or_speaks_for_force_is_refused(tmp_path):
    text = SHIPPED.replace('group = "safety"', f'group = "{CIRCUMSTANCES}"')

    assert [problem for _, problem in problems_of(tmp_path, text)] == [
        "of a circumstance only fit; by itself it points to nothing",
        "of a circumstance are never force against the body",
    ]


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ('"abduction", strength = "fits"', '"abduction", strength = "explains"'),
        ('"abduction", strength = "fits"', '"abduction", strength = "goes-with"'),
        ('group = "safety"', 'group = "safety"\nties = true'),
    ],
)
def test_what_happened_neither_explains_nor_ties(tmp_path, text, instead):
    problems = problems_of(tmp_path, SHIPPED.replace(text, instead))

    assert problems == (("techniques", "of what happened point or fit; a circumstance explains"),)


def test_a_circumstance_may_explain_force_which_only_calms(tmp_path):
    path = tmp_path / "private-cause.toml"
    path.write_text((FOLDER / path.name).read_text(encoding="utf-8"), encoding="utf-8")

    assert FORCE & {pointer.technique for pointer in read_indicator(path).pointers}


def test_all_problems_of_a_file_are_told_at_once(tmp_path):
    text = SHIPPED
    for before, instead, _ in (MALFORMED[0], MALFORMED[2], MALFORMED[7]):
        text = text.replace(before, instead)

    assert {key for key, _ in problems_of(tmp_path, text)} == {"id", "group", "pathways"}


def test_a_source_that_is_missing_altogether_is_told(tmp_path):
    text = SHIPPED.partition("[source]")[0]

    assert ("source", "is missing") in problems_of(tmp_path, text)
    assert POINTS_TO in text
