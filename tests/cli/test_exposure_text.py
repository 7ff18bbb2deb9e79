"""The words of an exposure: every standing and tendency has them, in Russian too.

It depends on the words of the command line and on the data that they name.
A new status is one more word in `STATUS_WORDS`.
"""

import tomllib

import pytest

from safeconduct.cli.exposure_text import STATUS_WORDS, TENDENCY_WORDS
from safeconduct.cli.program import run
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


@pytest.mark.parametrize("more", [["--short"], []])
@pytest.mark.parametrize("host", ["AM", "KZ", "KG", "TR", "TJ"])
def test_what_hands_people_over_never_stands_under_what_protects(capsys, host, more):
    """Safety: who reads that a treaty of extradition protects trusts the wrong paper."""
    asked = ["expose", "--origin", "RU", "--host", host, "--on", "2026-06-01", *more]
    assert run(asked) == 0
    told = " ".join(capsys.readouterr().out.split())
    protects = told.split("What protects")[-1]

    for hands_over in ("hand over people", "political motive is no", "surrender to each other"):
        assert hands_over not in protects.split("What happened")[0]


def test_the_short_line_of_the_refugee_convention_names_its_limitation(capsys):
    assert run(["expose", "--origin", "RU", "--host", "TR", "--on", "2026-06-01", "--short"]) == 0
    told = " ".join(capsys.readouterr().out.split())

    assert "whom events in Europe drove out" in told.split("What protects")[1]
