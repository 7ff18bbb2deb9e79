"""Wording: messages, plurals, numbers and names in the language of a page.

It depends on the catalogues and on the vocabulary.
Values are never read as messages: a brace in a value stays a brace.
"""

import pytest

from safeconduct.record.place import Place
from safeconduct.report.wording import Wording, capital

ENGLISH, RUSSIAN = Wording("en"), Wording("ru")


def test_a_message_is_translated_and_its_places_are_filled():
    assert ENGLISH.say("page {page}", page="8") == "page 8"
    assert RUSSIAN.say("page {page}", page="8") == "с. 8"
    assert RUSSIAN.say("Incidents") == "Инциденты"


def test_a_brace_in_a_value_stays_a_brace():
    assert ENGLISH.say("page {page}", page="{number} {0}") == "page {number} {0}"


@pytest.mark.parametrize(
    ("number", "russian"),
    [(1, "1 источник"), (2, "2 источника"), (5, "5 источников"), (21, "21 источник")],
)
def test_russian_has_three_forms_after_a_number(number, russian):
    assert RUSSIAN.many("{number} source", "{number} sources", number=number) == russian


def test_english_has_two_forms_after_a_number():
    assert ENGLISH.many("{number} source", "{number} sources", number=1) == "1 source"
    assert ENGLISH.many("{number} source", "{number} sources", number=0) == "0 sources"


def test_a_word_means_what_its_context_says():
    assert RUSSIAN.in_context("date after a preposition", "LLLL y") == "MMMM y 'года'"
    assert RUSSIAN.in_context("date", "LLLL y") == "LLLL y 'года'"


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [(1219, "1219", "1219"), (74_000, "74,000", "74\xa0000"), (0.5, "0.5", "0,5"), (3.0, "3", "3")],
)
def test_a_number_is_grouped_from_five_digits_on(value, english, russian):
    assert ENGLISH.number(value) == english
    assert RUSSIAN.number(value) == russian


def test_a_share_is_written_per_cent():
    assert ENGLISH.share(0.333) == "33.3%"


def test_states_places_and_terms_have_names():
    assert RUSSIAN.state("KG") == "Киргизия"
    assert ENGLISH.place(Place("KG", "Bishkek")) == "Bishkek, Kyrgyzstan"
    assert ENGLISH.place(Place("KG")) == "Kyrgyzstan"
    assert RUSSIAN.term("techniques", "abduction") == "похищение"


def test_no_date_is_said_as_nothing():
    assert ENGLISH.date_text("") == ""
    assert ENGLISH.date_text("2025-04") == "April 2025"


def test_a_language_runs_as_its_script_does_unless_it_is_told_otherwise():
    assert ENGLISH.direction == "ltr"
    assert Wording("en", right_to_left=True).direction == "rtl"


def test_a_text_begins_with_a_capital_and_keeps_the_rest():
    assert capital("tie to the CIS") == "Tie to the CIS"
    assert capital("") == ""


def test_several_words_are_said_at_once():
    assert Wording("ru").each_said({"yes": "Yes", "no": "No"}) == {
        "yes": Wording("ru").say("Yes"),
        "no": Wording("ru").say("No"),
    }
