"""The first lines say which number saves a life here, or that it is not recorded.

It depends on the emergency numbers that ship.
A number of a new kind is one more test.
"""

import pytest

from safeconduct.respond.calling import call_for_help
from safeconduct.respond.emergency import POLICE, emergency_numbers


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("state", emergency_numbers())
def test_every_number_that_is_recorded_is_told_with_what_is_known_of_it(state, language):
    number = emergency_numbers()[state]
    said = " ".join(call_for_help(state, language=language))

    assert number.number in said
    assert number.ambulance in said
    assert number.note is None or number.note[language] in said
    assert ("police" in said or "полиц" in said) or number.reaches != POLICE
    assert (("weak source" in said) or ("слабого источника" in said)) == number.is_weak


def test_a_number_that_is_not_recorded_is_not_guessed():
    """Safety: a wrong number costs minutes that nobody has."""
    assert "AQ" not in emergency_numbers()

    (said,) = call_for_help("AQ")
    assert "the emergency number here is not recorded" in said
    assert not any(sign.isdigit() for sign in said)
