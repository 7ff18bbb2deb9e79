"""Markup: passages of a corpus are escaped, straightened and kept apart from what surrounds them.

It depends on the markup only.
Each piece is asked what it is as text and what it is as HTML.
"""

import pytest
from markupsafe import Markup, escape

from safeconduct.report.markup import Link, Passage, capitalised, filled, joined, straightened


def test_a_passage_is_kept_apart_and_names_its_language():
    assert escape(Passage("дело", "ru")) == Markup('<bdi lang="ru">дело</bdi>')
    assert escape(Passage("case")) == Markup("<bdi>case</bdi>")
    assert str(Passage("case", "en")) == "case"


def test_a_passage_never_becomes_markup():
    # Safety: a corpus may hold any text.
    assert escape(Passage("<b>&", '"><x')) == Markup(
        '<bdi lang="&#34;&gt;&lt;x">&lt;b&gt;&amp;</bdi>'
    )


@pytest.mark.parametrize("mark", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_character_that_turns_the_direction_is_taken_out(mark):
    # Safety: a turned direction can make a name or a number read as another.
    assert straightened(f"a{mark}b") == "ab"
    assert str(Passage(f"a{mark}b")) == "ab"


def test_a_mark_that_only_names_a_direction_may_stay():
    assert straightened("a\u200fb") == "a\u200fb"


def test_a_link_escapes_its_address_and_its_text():
    assert escape(Link('a"b', "<c>")) == Markup('<a href="a&#34;b">&lt;c&gt;</a>')
    assert str(Link("a", Passage("text"))) == "text"


def test_a_capital_stands_behind_the_tags():
    assert capitalised(Markup("<a><b>abc</b></a>")) == Markup("<a><b>Abc</b></a>")
    assert capitalised("abc") == "Abc"
    assert capitalised(Markup("")) == Markup("")


def test_pieces_are_joined_and_filled_in_each_escaped():
    assert joined(["<", Passage(">")]) == Markup("&lt;, <bdi>&gt;</bdi>")
    assert filled("{a} & {b}", a="{b}", b=Markup("<i>")) == Markup("{b} &amp; <i>")
