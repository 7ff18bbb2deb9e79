"""That the words of invented acts are words of the vocabulary.

It depends on the vocabulary.
A new list of words is held against its set in one more line.
"""

import pytest

from safeconduct import vocabulary
from safeconduct.synthetic import words
from safeconduct.synthetic.words import OUTLINES_OF

OUTLINES = [outline for table in OUTLINES_OF.values() for outline in table.options]


@pytest.mark.parametrize(
    ("set_id", "used"),
    [
        ("incident-kinds", OUTLINES_OF),
        ("techniques", [outline.technique for outline in OUTLINES]),
        ("techniques", [term for outline in OUTLINES for term in outline.often_with]),
        ("settings", [term for outline in OUTLINES for term in outline.settings]),
        ("outcomes", [term for outline in OUTLINES for term in outline.outcomes]),
        ("instruments", [term for outline in OUTLINES for term in outline.instruments]),
        ("targets", words.TARGETS.options),
        ("attributions", [attribution for _, attribution, _ in words.ACTORS.options]),
        ("motives", [motive for motive, _ in words.MOTIVES.options]),
        ("unknown-reasons", words.UNKNOWN_REASONS.options),
        ("unknown-reasons", words.UNKNOWN_PLACES.options),
        ("modes", words.STRONG_MODES.options),
        ("source-kinds", words.SOURCE_KINDS.options),
    ],
)
def test_every_word_is_a_term_of_its_set(set_id, used):
    assert set(used) <= vocabulary.ids(set_id)


def test_every_kind_of_incident_has_outlines_and_every_grade_its_reason():
    assert set(OUTLINES_OF) == vocabulary.ids("incident-kinds")
    assert set(words.REASON_OF_GRADE) == set("ABCDEF")


def test_an_outline_always_knows_an_outcome():
    assert all(outline.outcomes for outline in OUTLINES)


def test_no_technique_often_goes_with_itself():
    assert all(outline.technique not in outline.often_with for outline in OUTLINES)


def test_an_id_is_said_as_words():
    assert words.words_of("detention-pending-extradition") == "detention pending extradition"
