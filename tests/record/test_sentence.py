"""Sentences that can be said in any language.

It depends on `sentence` only.
A new promise of a sentence is a new test here.
"""

import pytest

from safeconduct.record.sentence import Sentence


def test_a_sentence_fills_its_places():
    assert str(Sentence("{number} voices: {voices}.", number=2, voices="A, B")) == "2 voices: A, B."


def test_braces_in_a_value_are_no_places():
    assert str(Sentence("{reason}", reason="{secret} {0}")) == "{secret} {0}"


def test_sentences_are_equal_when_they_say_the_same():
    one, same = Sentence("{state}", state="KG"), Sentence("{state}", state="KG")

    assert one == same
    assert hash(one) == hash(same)


@pytest.mark.parametrize(
    "other",
    [
        Sentence("{state}", state="KZ"),
        Sentence("In {state}", state="KG"),
        Sentence("{a}", a="KG"),
        "KG",
    ],
)
def test_sentences_differ_in_message_values_or_kind(other):
    assert Sentence("{state}", state="KG") != other


def test_a_sentence_shows_no_value_to_a_programmer():
    """Safety: the values of a sentence may hold free text of a corpus."""
    assert "Harbour" not in repr(Sentence("In {place}.", place="Harbour"))


def test_a_sentence_never_changes():
    sentence = Sentence("In {place}.", place="Harbour")

    with pytest.raises(AttributeError):
        sentence.message = "Out."
    with pytest.raises(AttributeError):
        del sentence.message
    with pytest.raises(TypeError):
        sentence.values["place"] = "Hill"  # type: ignore[index]  # what must not be possible
    assert str(sentence) == "In Harbour."
