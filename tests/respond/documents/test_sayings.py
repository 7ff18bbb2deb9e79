"""Every saying is there in every language, with the same places in each.

It depends on `sayings.toml`.
A new saying is checked without being listed.
"""

import string

import pytest

from safeconduct.respond.documents.sayings import say, sayings
from safeconduct.vocabulary import LANGUAGES


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("saying", sayings())
def test_a_saying_has_the_same_places_in_every_language(saying):
    words = sayings()[saying]

    assert set(words) == set(LANGUAGES)
    assert places(words["en"]) == places(words["ru"])


def test_a_saying_is_said_with_its_places_filled():
    assert say("due-on", "en", day="1 May", label="Appeal") == "1 May: Appeal"
    assert say("needed", "ru") == "Обязательно."
    assert say("needed", "fr") == "Required."
