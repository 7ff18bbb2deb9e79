"""What is kept reads back, shows no secret, and serves one agreement only.

It depends on `rounds`.
A further field that is kept is one more line of the round trip.
"""

import json

import pytest

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.link.private.beginning import require_first_time
from safeconduct.link.private.own_part import read
from tests.link.private.rounds import begun, filled


@pytest.fixture(scope="module")
def part():
    return begun(filled([set(), set()]))[1]["list-0"]


def test_it_reads_back_as_it_was_kept(part):
    answered = part.having_answered("list-1", is_last=False)

    assert read(answered.as_kept, "a.part") == answered


def test_neither_secret_nor_salt_is_in_its_repr(part):
    """Safety: neither repr nor message holds secret or salt."""
    shown = repr(part)

    assert part.secret.hex() not in shown
    assert repr(part.secret) not in shown
    assert repr(part.salt) not in shown


@pytest.mark.parametrize("octets", [b"", b"\xff", b"[]", b"{}", b"3", b"null", b"[" * 100_000])
def test_what_is_no_kept_part_is_refused(octets):
    with pytest.raises(InvalidRecord):
        read(octets, "a.part")


@pytest.mark.parametrize("harm", [{"secret": "zz"}, {"answered": 3}, {"format": "x"}, {"more": 1}])
def test_a_harmed_part_is_refused(part, harm):
    with pytest.raises(InvalidRecord):
        read(json.dumps(json.loads(part.as_kept) | harm).encode(), "a.part")


def test_nobody_begins_twice_in_one_epoch(part):
    """Safety: two runs that differ by one name tell whether that name is on the other list."""
    terms, _, _ = begun(filled([{"one more"}, set()]))

    require_first_time(terms, [])
    with pytest.raises(Refusal, match="second run"):
        require_first_time(terms, [part])
