"""Two ways of writing a date or an age are seen to be one.

It depends on nothing but the reading of dates.
A further way is one more line of a table.
"""

import pytest

from safeconduct.respond.documents.seen_dates import SeenDate, ages_in, dates_in

BORN = SeenDate(1980, 2, 1)
LATER = SeenDate(1987, 3, 14)
YEAR = SeenDate(1987, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "1980-02-01",
        "1980/2/1",
        "01.02.1980",
        "1.2.1980",
        "1. 2. 80",
        "01 02 1980",
        "02/01/1980",
        "19800201",
        "01021980",
        "1 February 1980",
        "1st of February, 1980",
        "February 1, 1980",
        "Feb 1",
        "1-Feb-1980",
        "1 февраля 1980 г.",
        "1-го февраля",
        "01 фев. 80",
        "1 ФЕВРАЛЯ",
        "\uff11\uff19\uff18\uff10-02-01",
    ],
)
def test_a_day_is_seen_however_it_is_written(text):
    assert any(seen.tells(BORN) for seen in [*dates_in(f"Born {text}, in a town.")])


@pytest.mark.parametrize(
    "text", ["2 February 1980", "1 March 1980", "1 February 1981", "1980", "February 1980", "no"]
)
def test_another_day_is_another_day(text):
    assert not any(seen.tells(BORN) for seen in dates_in(text))


def test_a_month_or_a_year_is_told_by_a_date_that_is_as_exact():
    month, year = SeenDate(1980, 2, None), SeenDate(1980, None, None)

    assert any(seen.tells(month) for seen in dates_in("in February 1980"))
    assert any(seen.tells(month) for seen in dates_in("02/1980"))
    assert not any(seen.tells(month) for seen in dates_in("in February, in 1980"))
    assert any(seen.tells(year) for seen in dates_in("in February, in 1980"))
    assert not any(seen.tells(year) for seen in dates_in("19805, may be"))


@pytest.mark.parametrize(
    "text",
    [
        "the fourteenth of March",
        "March the fourteenth, nineteen eighty-seven",
        "четырнадцатого марта",
        "четырнадцатое марта восемьдесят седьмого года",
        "14.III.1987",
        "14 iii 87",
        "87-03-14",
        "87/3/14",
    ],
)
def test_a_day_is_seen_in_words_and_with_the_year_first(text):
    assert any(seen.tells(LATER) for seen in [*dates_in(f"Born {text}, in a town.")])


@pytest.mark.parametrize(
    "text",
    [
        "восемьдесят седьмого года",
        "тысяча девятьсот восемьдесят седьмом",
        "a child of '87",
        "born in 87",
        "87 г.",
        "87-го года",
        "nineteen eighty-seven",
        "14.03.87",
    ],
)
def test_a_year_is_seen_in_words_and_in_two_figures(text):
    assert any(seen.tells(YEAR) for seen in [*dates_in(f"Это было {text}, да.")])


@pytest.mark.parametrize("text", ["flat 87", "87 people", "at 45-67-87", "19 87"])
def test_a_number_alone_is_no_year(text):
    assert not any(seen.tells(YEAR) for seen in dates_in(text))


@pytest.mark.parametrize(
    "text",
    ["39 лет", "39-летняя женщина", "тридцать девять лет", "39 years old", "aged 39", "Мне 39."],
)
def test_an_age_is_seen(text):
    assert ages_in(text) == {39}


@pytest.mark.parametrize("text", ["39 years ago", "39 лет назад", "39 people", "flat 39"])
def test_a_number_of_years_that_passed_is_no_age(text):
    assert ages_in(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        *("sentenced to 39 years", "39 years in a colony", "ему грозит 39 лет", "срок 39 лет"),
        *("до 39 лет лишения свободы", "39 лет колонии", "дали 39 лет", "39 years ago"),
    ],
)
def test_a_term_in_prison_is_no_age(text):
    assert ages_in(text) == frozenset()
