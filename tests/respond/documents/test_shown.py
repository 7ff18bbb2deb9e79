"""Answers are shown in words: states by name, days as a letter writes them, choices by label.

It depends on forms filled in for invented people.
A new kind of answer is one more line in `SHOWN`.
"""

from datetime import date

import pytest

from safeconduct.respond.documents.shown import date_in_words, day_in_words, shown
from tests.respond.documents.filled import answers

SHOWN = [
    ("ccf-request", "nationalities", ("Russia",), ("Россия",)),
    ("ccf-request", "purpose", ("correction or deletion of data",),
     ("исправление или удаление данных",)),
    ("ccf-request", "power_of_attorney", ("yes",), ("да",)),
    ("ccf-request", "born_on", ("29 February 1980",), ("29 февраля 1980 г.",)),
    ("ccf-request", "family_name", ("EXAMPLE",), ("EXAMPLE",)),
    ("special-procedures-letter", "born_on", ("about 1980",), ("около 1980",)),
    ("referral", "technique", ("extradition request",), ("запрос о выдаче",)),
]  # fmt: skip


@pytest.mark.parametrize(("document", "field", "english", "russian"), SHOWN)
def test_an_answer_is_shown_in_words(document, field, english, russian):
    assert shown(answers(document), field, language="en") == english
    assert shown(answers(document), field, language="ru") == russian


def test_a_field_without_an_answer_shows_nothing():
    assert shown(answers("ccf-request", born_in=None), "born_in", language="en") == ()


def test_a_day_is_written_as_a_letter_writes_it():
    assert day_in_words(date(2026, 3, 1), "en") == "1 March 2026"
    assert day_in_words(date(2026, 12, 31), "ru") == "31 декабря 2026 г."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-05", "2024-05"),
        ("2024~", "about 2024"),
        ("2024?", "2024 (doubtful)"),
        ("2024%", "about 2024 (doubtful)"),
        ("/2023-09-13", "not later than 2023-09-13"),
        ("../2023", "not later than 2023"),
        ("2023/", "2023 or later"),
        ("2023/..", "2023 or later"),
        ("2023-07~/2024-07", "between about 2023-07 and 2024-07"),
        ("", ""),
    ],
)
def test_a_partial_date_is_written_for_who_knows_no_edtf(text, words):
    assert date_in_words(text, "en") == words
