"""Words: the English of the source, and every message where a translator's tools find it.

It depends on Babel's extraction, which the report's catalogue is made with.
A message that is said without its mark fails here.
"""

from io import BytesIO

import pytest
from babel.messages.extract import extract

from safeconduct.pictures import words
from safeconduct.pictures.sheet import Sheet
from safeconduct.pictures.words import ENGLISH, ended, sentences
from tests.house.checkout import modules
from tests.pictures.samples import HOSTILE, MANY, USUAL
from tests.pictures.test_conformance import draw


class Recorder:
    """Words that keep every message, and say it in capitals."""

    def __init__(self):
        self.said = set()

    def say(self, message, /, **values):
        """Keep the message."""
        self.said.add(message)
        return message.format(**values)

    def number(self, value, /):
        """Write a number between brackets."""
        return f"<{value:g}>"


def messages():
    """Give what Babel extracts from the picture modules with its default keywords."""
    return {
        message
        for _path, source in modules("src/safeconduct/pictures")
        for _line, message, _comments, _context in extract("python", BytesIO(source.encode()))
    }


def test_every_message_that_is_said_is_found_by_the_extraction():
    recorder = Recorder()

    for kind, rows in USUAL.items():
        draw(kind, rows(), Sheet(words=recorder, sharpness=1))
        draw(kind, [], Sheet(words=recorder, sharpness=1))
        draw(kind, MANY[kind](HOSTILE * 6), Sheet(words=recorder, sharpness=1))

    assert recorder.said <= messages()
    assert len(recorder.said) > 50


def test_numbers_are_written_by_the_words():
    picture = draw("bars", USUAL["bars"](), Sheet(words=Recorder()))

    assert picture.table.rows[0] == ("coerced return", "<7>", "<12>", "<15>")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (9999, "9999"),
        (10000, "10\u202f000"),
        (1234567.5, "1\u202f234\u202f567.5"),
        (0.25, "0.25"),
        (12.0, "12"),
    ],
)
def test_plain_english_groups_from_five_digits_on(number, text):
    assert ENGLISH.number(number) == text


def test_values_are_put_into_their_places_and_never_read_as_messages():
    assert ENGLISH.say("{label}: {amount}.", label="{braces}", amount="3") == "{braces}: 3."


def test_sentences_are_joined_and_empty_ones_left_out():
    assert sentences("One.", "", "Two.") == "One. Two."


def test_a_title_ends_as_a_sentence():
    assert [ended(title) for title in ("How?", "A title", "كم؟")] == ["How?", "A title.", "كم؟"]


def test_the_mark_changes_nothing():
    assert words._("text") == "text"
