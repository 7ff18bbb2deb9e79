"""Sayings: ids, codes and dates in a sentence become words; what is no id stays.

It depends on the wording only.
A new name of a place in a sentence is one more line in the table.
"""

import pytest

from safeconduct.report.sayings import said
from safeconduct.report.wording import Wording

ENGLISH, RUSSIAN = Wording("en"), Wording("ru")


@pytest.mark.parametrize(
    ("place", "text", "asked", "expected"),
    [
        ("state", "KG", "", "Kyrgyzstan"),
        ("states", "KG, XK", "", "Kyrgyzstan, Kosovo"),
        ("scope", "KG, KZ; 1990–2018", "", "Kyrgyzstan, Kazakhstan; 1990–2018"),
        ("kind", "pattern", "", "pattern"),
        ("unit", "share", "", "share"),
        ("standing", "reported", "", "reported"),
        ("field", "hosts", "", "host state"),
        ("dimensions", "tactic, host", "", "tactic, host state"),
        ("what", "attribution", "", "tie to a state"),
        ("what", "weather", "", "weather"),
        ("date", "2023-10", "", "October 2023"),
        ("date", "some day", "", "some day"),
        ("values", "abduction, threat", "technique", "abduction, threat"),
        ("value", "host-state-organ", "attribution", "organ of the host state"),
        ("value", "state-organ", "", "organ of the origin state"),
        ("value", "KG", "origin", "Kyrgyzstan"),
        ("value", "2023-10, 2024", "date", "October 2023, 2024"),
        ("value", "KG/…", "place_of_act", "Kyrgyzstan/…"),
        ("value", "home", "setting", "home"),
        ("value", "3", "persons", "3"),
        ("value", "occurred", "occurrence", "occurred"),
        ("value", "act", "act", "act"),
        ("number", "KG", "", "KG"),
        ("organisation", "cis", "", "Commonwealth of Independent States"),
    ],
)
def test_what_stands_at_a_place_is_said_in_words(place, text, asked, expected):
    assert said(place, text, wording=ENGLISH, asked=asked) == expected


def test_every_language_says_them_in_its_own_words():
    assert said("standing", "reported", wording=RUSSIAN) == "сообщается"
    assert said("values", "abduction", wording=RUSSIAN, asked="technique") == "похищение"
