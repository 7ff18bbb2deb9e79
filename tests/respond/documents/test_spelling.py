"""Two spellings of one name or date are seen to be one, and words of every day are no name.

It depends on invented names; nothing here is anybody's data.
A further spelling is one more line of a table.
"""

import pytest

from safeconduct.respond.documents.spelling import (
    SeenDate,
    dates_in,
    parts_of_name,
    says_name,
    squeezed,
    words_of,
)

BORN = SeenDate(1980, 2, 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Petrov", "PETROV was called."),
        ("Petrov", "@petrov80 and petrov_1"),
        ("Petrov", "Petrov's flat, the Petrovs"),
        ("Петров", "Дали Петрову повестку."),
        ("Petrov", "Приходили к Петровым."),
        ("Петров", "They asked for petrov."),
        ("Наталья", "Наталия вышла."),
        ("Илья", "К Ильёй приходили, Ильи не было."),
        ("Ilya", "Ильи не было дома."),
        ("Anna", "Анны дома не было."),
        ("Maria", "Спрашивали Марию."),
        ("Sergey", "Sergei, Сергея"),
        ("Дмитрий", "Dmitry went out."),
        ("Юлия", "Julia wrote."),
        ("Yevgeniy", "Евгений молчал."),
        ("Пётр", "Pyotr; Петр"),
        ("Соловьёв", "Solovyov, of course"),
        ("Xenia", "Ксения пришла."),
        ("Щербаков", "Shcherbakov stayed."),
        ("Ångström", "ANGSTROM"),
        ("Pet\u00adrov", "Petrov"),
        ("D’Artagnan", "dartagnan"),
        ("王伟", "他叫王伟。"),
        ("Ｐｅｔｒｏｖ", "petrov"),
        ("Petrov", "Pеtrоv in letters of two alphabets"),
    ],
)
def test_a_name_is_seen_in_another_case_alphabet_or_spelling(name, text):
    assert any(says_name(part, words_of(text)) for part in parts_of_name(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Илья", "или ил"),
        ("Anna", "an answer, она"),
        ("Petrov", "Petersburg, петровский"),
        ("Ivan", "иваново детство"),
        ("Lev", "level of the sea"),
        ("王伟", "王先生"),
    ],
)
def test_another_word_is_no_name(name, text):
    assert not any(says_name(part, words_of(text)) for part in parts_of_name(name))


def test_only_parts_that_are_long_enough_are_looked_for_by_themselves():
    assert parts_of_name("Li Wei-Lin of 王伟") == ["wei", "lin", "王伟"]
    assert parts_of_name("Ян") == []


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


def test_words_stand_without_marks_apostrophes_and_what_nobody_sees():
    assert words_of("Ёлка — d'Or, a_b") == ["елка", "dor", "a", "b"]
    assert squeezed("+7 (701) 12-34") == "77011234"
