"""What goes to a screen fits it, and no character of a corpus steers the terminal.

It depends on the screen and on JSON as it is printed.
A new shape of text has its test here.
"""

import io
import json
import threading

import pytest

from safeconduct.cli.json_text import json_text
from safeconduct.cli.screen import Screen, TextTable, laid_out, printable, screen_for
from safeconduct.cli.talk import Talk

STEERING = ["\x1b[2J", "\x9b31m", "a\rb", "\u202eabc", "\u2066x", "\x07", "\ud800"]


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self):
        """Say so."""
        return True


@pytest.mark.parametrize("text", STEERING)
def test_what_would_steer_a_terminal_is_written_out(text):
    stream = io.StringIO()
    screen = Screen(stream)

    screen.line(text)
    screen.table(TextTable(headings=("a",), rows=[(text,)]))
    screen.paragraph(text)

    assert all(letter == "\n" or letter.isprintable() for letter in stream.getvalue())
    assert printable(text) != text


@pytest.mark.parametrize("text", [text for text in STEERING if text != "\ud800"])
def test_json_escapes_it_and_reads_back_as_it_was(text):
    written = json_text({"a": text})

    assert json.loads(written) == {"a": text}
    assert all(letter == "\n" or letter.isprintable() for letter in written)


def test_words_of_any_script_stay_as_they_are():
    assert printable("Бишкек, بیشکک, 北京") == "Бишкек, بیشکک, 北京"
    assert json_text("Бишкек") == '"Бишкек"'


def test_a_table_is_as_narrow_as_its_texts():
    table = TextTable(
        headings=("id", "low"), rows=[("uk", "2"), ("aaad", "12")], numbers=frozenset({1})
    )

    assert laid_out(table, 80) == ["id    low", "uk      2", "aaad   12"]


def test_a_table_that_does_not_fit_is_wrapped_in_its_widest_column():
    table = TextTable(headings=(), rows=[("a", "one two three four five six seven eight nine")])

    lines = laid_out(table, 23)

    assert max(map(len, lines)) <= 23
    assert lines[0] == "a  one two three four"
    assert lines[1] == "   five six seven eight"


def test_wide_and_combining_letters_keep_the_columns_straight():
    table = TextTable(headings=(), rows=[("北京", "x"), ("e\u0301te\u0301", "x"), ("abcd", "x")])

    assert laid_out(table, 80) == ["北京  x", "e\u0301te\u0301   x", "abcd  x"]


def test_a_table_without_rows_is_nothing():
    assert laid_out(TextTable(headings=(), rows=[]), 80) == []


def test_a_line_break_in_a_cell_stays_one():
    assert laid_out(TextTable(headings=(), rows=[("a\nb", "c")]), 80) == ["a  c", "b"]


def test_an_address_stays_whole():
    stream = io.StringIO()

    Screen(stream, width=40).paragraph("See https://example.org/" + "a" * 60, first="- ")

    assert stream.getvalue().splitlines()[1] == "https://example.org/" + "a" * 60


def test_a_pipe_is_not_painted_and_a_terminal_is():
    pipe, terminal = io.StringIO(), Terminal()

    screen_for(pipe).heading("Standing")
    screen_for(terminal).heading("Standing")

    assert pipe.getvalue() == "Standing\n"
    assert "Standing" in terminal.getvalue()
    assert not screen_for(pipe).is_terminal
    assert screen_for(terminal).is_terminal


def test_the_words_of_a_corpus_are_no_markup():
    terminal = Terminal()

    screen_for(terminal).line("[red]x[/red] :smile:")

    assert "[red]x[/red] :smile:" in terminal.getvalue()


def test_long_work_is_said_once_it_is_long():
    stream = io.StringIO()
    impatient = Talk(Screen(stream), patience=0.01)

    with impatient.working("Reading …"):
        for _ in range(1000):
            if stream.getvalue():
                break
            threading.Event().wait(0.01)

    assert stream.getvalue() == "Reading …\n"


def test_short_work_stays_silent():
    stream = io.StringIO()

    with Talk(Screen(stream), patience=60).working("Reading …"):
        pass

    assert stream.getvalue() == ""


def test_on_a_terminal_work_is_said_at_once():
    terminal = Terminal()

    with Talk(screen_for(terminal)).working("Reading …"):
        pass

    assert isinstance(terminal.getvalue(), str)


def test_counted_work_is_said_now_and_then():
    stream = io.StringIO()

    with Talk(Screen(stream), pause=-1).counting("Writing pages") as progress:
        progress(1, 3)
        progress(3, 3)

    assert stream.getvalue().splitlines() == ["Writing pages 1 / 3", "Writing pages 3 / 3"]


def test_counted_work_that_is_quick_stays_silent():
    stream = io.StringIO()

    with Talk(Screen(stream)).counting("Writing pages") as progress:
        progress(1, 3)

    assert stream.getvalue() == ""


def test_on_a_terminal_counted_work_is_shown():
    terminal = Terminal()

    with Talk(screen_for(terminal)).counting("Writing pages") as progress:
        progress(1, 3)

    assert isinstance(terminal.getvalue(), str)
