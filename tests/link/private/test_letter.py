"""A letter reads back octet by octet, and whatever else comes is refused without a crash.

It depends on hypothesis for hostile octets.
A further field of the first line is one more hostile head.
"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidRecord
from safeconduct.link.private.letter import FORMAT, TOKENS, Letter, read

LETTER = Letter(
    kind=TOKENS,
    agreement="a" * 64,
    epoch="2031-1",
    owner="north",
    masked_by=("north",),
    number=2,
    commitments={"north": "b" * 64},
    octets=b"\x00\n\xff" * 20,
)
HEAD = json.loads(LETTER.as_sent.partition(b"\n")[0])


@given(st.binary())
def test_it_reads_back_octet_by_octet(octets):
    letter = Letter(
        **{name: getattr(LETTER, name) for name in LETTER.__slots__} | {"octets": octets}
    )

    assert read(letter.as_sent, "1.letter") == letter


def test_its_first_line_can_be_read_by_a_person():
    assert HEAD["format"] == FORMAT
    assert HEAD["number"] == 2


@given(st.binary(max_size=200))
def test_whatever_comes_is_refused_and_nothing_breaks(octets):
    with pytest.raises(InvalidRecord):
        read(octets, "1.letter")


@pytest.mark.parametrize(
    "head",
    [
        [],
        None,
        {},
        HEAD | {"format": "other"},
        HEAD | {"also": 1},
        HEAD | {"kind": "names"},
        HEAD | {"kind": []},
        HEAD | {"number": True},
        HEAD | {"number": -1},
        HEAD | {"owner": 3},
        HEAD | {"masked_by": "north"},
        HEAD | {"masked_by": [1]},
        HEAD | {"commitments": []},
        HEAD | {"commitments": {"north": "short"}},
        HEAD | {"commitments": {"north": 1}},
    ],
)
def test_a_hostile_first_line_is_refused(head):
    with pytest.raises(InvalidRecord):
        read(json.dumps(head).encode() + b"\n" + LETTER.octets, "1.letter")


def test_a_first_line_without_end_or_too_deep_is_refused():
    for octets in (b"{" * 5000, b"[" * 4000 + b"\n"):
        with pytest.raises(InvalidRecord):
            read(octets, "1.letter")
