"""Dates are said as exactly as they are known, in both languages, and no more.

It depends on the wording and on the partial dates of the record.
A new precision is one more line in the table.
"""

import pytest

from safeconduct.record.partial_date import parse
from safeconduct.report.wording import Wording

ENGLISH, RUSSIAN = Wording("en"), Wording("ru")


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("2023-10-17", "17 October 2023", "17 октября 2023 года"),
        ("2023-10", "October 2023", "октябрь 2023 года"),
        ("2023", "2023", "2023 год"),
        ("201X", "the 2010s", "2010-е годы"),
        ("20XX", "2000–2099", "2000–2099"),
        ("2022-21", "spring 2022", "весна 2022 года"),
        ("2022-22", "summer 2022", "лето 2022 года"),
        ("2022-23", "autumn 2022", "осень 2022 года"),
        ("2022-24", "winter 2022", "зима 2022 года"),
        ("2022~", "around 2022", "около 2022 года"),
        ("2023-08~", "around August 2023", "около августа 2023 года"),
        ("2019?", "2019, uncertain", "2019 год (под вопросом)"),
        ("2019%", "around 2019, uncertain", "около 2019 года (под вопросом)"),
        ("/2023-04-17", "not after 17 April 2023", "не позднее 17 апреля 2023 года"),
        ("../2023", "not after 2023", "не позднее 2023 года"),
        ("2019/..", "not before 2019", "не ранее 2019 года"),
        ("2023-10-16/2023-10-17", "16 or 17 October 2023", "16 или 17 октября 2023 года"),
        (
            "2023-10-16/2023-10-18",
            "between 16 October 2023 and 18 October 2023",
            "с 16 октября 2023 года по 18 октября 2023 года, точнее не известно",
        ),
        (
            "2023-10-31/2023-11-01",
            "between 31 October 2023 and 1 November 2023",
            "с 31 октября 2023 года по 1 ноября 2023 года, точнее не известно",
        ),
        (
            "2022-02/2024-10?",
            "between February 2022 and October 2024 (uncertain)",
            "с февраля 2022 года по октябрь 2024 года (под вопросом), точнее не известно",
        ),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(text, english, russian):
    assert ENGLISH.date(parse(text)) == english
    assert RUSSIAN.date(parse(text)) == russian


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("2019/..", "since 2019", "с 2019 года"),
        ("../2023-04", "until April 2023", "до апреля 2023 года"),
        ("2019/2020", "from 2019 to 2020", "с 2019 года по 2020 год"),
        ("2023", "2023", "2023 год"),
    ],
)
def test_an_interval_that_lasts_is_said_from_end_to_end(text, english, russian):
    assert ENGLISH.date(parse(text), "lasting") == english
    assert RUSSIAN.date(parse(text), "lasting") == russian
