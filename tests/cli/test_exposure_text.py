"""The words of an exposure: every standing and tendency has them, in Russian too.

It depends on the words of the command line and on the data that they name.
A new status is one more word in `STATUS_WORDS`.
"""

import tomllib

import pytest

from safeconduct.cli.exposure_text import STATUS_WORDS, TENDENCY_WORDS
from safeconduct.cli.words import CATALOGUES
from safeconduct.exposure import Bound
from safeconduct.exposure.comparison import DISPLACED
from safeconduct.exposure.membership_line import NO_MEMBER, NOT_KNOWN
from safeconduct.exposure.precedent import TENDENCIES
from safeconduct.vocabulary import LANGUAGES
from safeconduct.vocabulary.organisation import STATUSES


def test_every_standing_has_its_words():
    assert set(STATUS_WORDS) == {*STATUSES, *Bound, DISPLACED, NO_MEMBER, NOT_KNOWN}
    assert set(TENDENCY_WORDS) == set(TENDENCIES)


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_word_is_translated(language):
    known = tomllib.loads((CATALOGUES / f"{language}.toml").read_text(encoding="utf-8"))

    assert {*STATUS_WORDS.values(), *TENDENCY_WORDS.values()} <= set(known)
