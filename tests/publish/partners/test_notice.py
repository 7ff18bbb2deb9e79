"""Receipts and recalls prove themselves, and what is remembered of a package reads back.

It depends on the cast.
A further kind of notice is one more line of the parametrised kinds.
"""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import BrokenIntegrity, InvalidRecord
from safeconduct.publish.partners.kept_package import KeptPackage, read_kept
from safeconduct.publish.partners.notice import Notice, read_notice
from tests.publish.partners.cast import CODE, made

KEPT = KeptPackage.of(made(), code=CODE)


@pytest.mark.parametrize(
    ("kind", "reason"), [("opened", ""), ("destroyed", ""), ("recalled", "consent-withdrawn")]
)
def test_a_notice_of_either_side_is_believed_by_the_other(kind, reason):
    said = KEPT.saying(kind, by="east-desk", on="2031-02-04", reason=reason)

    heard = KEPT.having_heard(read_notice(said.as_sent))

    assert heard.said == (f"2031-02-04 {kind} by east-desk {reason}".strip(),)
    assert heard.having_heard(said) == heard


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "destroyed"},
        {"by": "west-desk"},
        {"on": "2031-02-05"},
        {"digest": "0" * 64},
        {"seal": ""},
        {"package": "fedcba9876543210"},
    ],
)
def test_a_changed_notice_is_not_believed(changed):
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04")

    with pytest.raises(BrokenIntegrity):
        KEPT.having_heard(replace(said, **changed))


def test_a_notice_about_another_package_or_without_the_code_is_not_believed():
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04")

    with pytest.raises(BrokenIntegrity):
        replace(KEPT, code=bytes(32).hex()).having_heard(said)
    with pytest.raises(BrokenIntegrity):
        replace(KEPT, digest="0" * 64).having_heard(said)


def test_a_notice_says_nothing_of_what_is_in_the_package():
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04").as_sent

    assert not any(word in said for word in (b"letter", b"amber", b"protection", CODE))


@given(st.binary(max_size=100) | st.builds(lambda one: json.dumps(one).encode(), st.from_type(str)))
def test_whatever_comes_is_refused_and_nothing_breaks(octets):
    with pytest.raises(InvalidRecord):
        read_notice(octets)
    with pytest.raises(InvalidRecord):
        read_kept(octets)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "read"},
        {"kind": "recalled"},
        {"reason": "danger"},
        {"by": "East\nDesk"},
        {"on": "today"},
        {"on": "2031-02-0٤"},
        {"more": "x"},
        {"seal": 3},
        {"format": "other"},
    ],
)
def test_a_notice_that_says_nothing_known_is_refused(changed):
    said = json.loads(KEPT.saying("opened", by="east-desk", on="2031-02-04").as_sent)

    with pytest.raises(InvalidRecord):
        read_notice(json.dumps(said | changed).encode())


def test_every_problem_of_a_notice_is_named_at_once():
    with pytest.raises(InvalidRecord) as caught:
        Notice(kind="x", package="", digest="", by="", on="", reason="danger")

    assert len(caught.value.problems) == 4


def test_what_is_kept_reads_back_and_shows_no_code():
    """Safety: whoever knows the code can speak for the package."""
    assert read_kept(KEPT.as_kept) == KEPT
    assert CODE.hex() not in repr(KEPT)
    assert b"letter" not in KEPT.as_kept


@pytest.mark.parametrize("changed", [{"code": "zz"}, {"said": 3}, {"format": "x"}, {"more": 1}])
def test_a_harmed_kept_file_is_refused(changed):
    with pytest.raises(InvalidRecord):
        read_kept(json.dumps(json.loads(KEPT.as_kept) | changed).encode())
