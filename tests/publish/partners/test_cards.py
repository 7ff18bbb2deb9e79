"""Cards, consents and keys read back whole, or are refused whole; no message repeats a secret.

It depends on the cast.
A further card is one more pair of a good file and its harmed ones.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.publish.partners import age_format
from safeconduct.publish.partners.partner import Partner, read_partner, written_partner
from safeconduct.publish.partners.sharing_consent import read_consent
from tests.publish.partners.cast import CONSENT, EAST, IDENTITY

WRITTEN = """\
id = "c-12"
audience = "amber"
purposes = ["protection"]
partners = ["east-desk"]
groups = ["facts", "letters"]
given_on = "2031-01-01"
until = "2031-12-31"
"""


def test_a_card_reads_back_as_it_was_written():
    assert read_partner(written_partner(EAST).encode()) == EAST


@pytest.mark.parametrize(
    "text",
    [
        b"\xff",
        b"id = ",
        b'id = "east"',
        b'id = "east"\nage = "age1x"',
        b'id = "east"\nage = [1]',
        b'id = "east"\nage = []',
        b'id = "east"\nage = ["age1x"]',
        b'id = "East Desk"\nage = []',
        written_partner(EAST).encode() + b"more = 1\n",
    ],
)
def test_a_harmed_card_is_refused(text):
    with pytest.raises(InvalidRecord):
        read_partner(text)


def test_a_consent_is_read_as_it_is_written():
    assert read_consent(WRITTEN.encode()) == CONSENT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("c-12", "Mira Poleva"),
        ("amber", "purple"),
        ('["protection"]', '["curiosity"]'),
        ('["protection"]', "[]"),
        ('["east-desk"]', "[]"),
        ('["facts", "letters"]', "[]"),
        ("2031-12-31", "2030-12-31"),
        ("2031-12-31", "winter"),
        ('"2031-01-01"', "2031-01-01"),
    ],
)
def test_a_consent_that_agrees_to_nothing_understandable_is_refused(old, new):
    with pytest.raises(InvalidRecord) as caught:
        read_consent(WRITTEN.replace(old, new).encode())

    assert "Mira" not in str(caught.value)


def test_every_problem_of_a_consent_is_named_at_once():
    with pytest.raises(InvalidRecord) as caught:
        replace(CONSENT, id="", audience="", purposes=(), partners=(), groups=())

    assert len(caught.value.problems) == 5


def test_what_is_no_secret_key_is_refused_without_being_repeated():
    """Safety: the library's own words could quote the key."""
    for text in ("", "AGE-SECRET-KEY-1QQQ", IDENTITY[:-1]):
        with pytest.raises(InvalidRecord) as caught:
            age_format.public_key(text)
        assert "SECRET-KEY" not in str(caught.value)


def test_a_partner_without_a_key_is_none():
    with pytest.raises(InvalidRecord):
        Partner(id="east-desk", keys=())
