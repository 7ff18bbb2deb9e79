"""Numbers in words become figures, and the words around them stay.

It depends on nothing.
A further number is one more line of the table.
"""

import pytest

from safeconduct.respond.documents.number_words import in_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("the fourteenth of march", "the 14 of march"),
        ("twenty-first, twenty second", "21, 22"),
        ("nineteen eighty-seven", "1987"),
        ("nineteen hundred eighty seven", "1987"),
        ("two thousand and one", "2001"),
        ("hundred people and two of them", "100 people and 2 of them"),
        ("seven seven zero one", "7 7 0 1"),
        ("семьсот один сто двадцать три", "701 123"),
        ("восемьдесят седьмого года", "87 года"),
        ("тысяча девятьсот восемьдесят седьмого", "1987"),
        ("двадцать девятнадцать", "2019"),
        ("no number here", "no number here"),
        ("сто тысяч", "100 1000"),
    ],
)
def test_numbers_in_words_are_written_in_figures(text, figures):
    assert in_figures(text) == figures
