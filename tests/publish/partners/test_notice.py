"""Receipts and recalls prove themselves, and what is remembered of a package reads back.

It depends on the cast.
A further kind of notice is one more line of the parametrised kinds.
"""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import BrokenIntegrity, InvalidRecord, Refusal
from safeconduct.publish.partners.kept_package import KeptPackage, read_kept
from safeconduct.publish.partners.notice import Notice, read_notice
from safeconduct.publish.partners.signature import signature_over
from tests.publish.partners.cast import CODE, EAST_KEY, NORTH_KEY, ROSTER, WEST_KEY, made

KEPT = KeptPackage.of(made(), code=CODE)
KEYS = {"north-desk": NORTH_KEY, "east-desk": EAST_KEY}


def signed_again(said: Notice, key=EAST_KEY) -> Notice:
    octets = b"notice\n" + json.dumps(asdict(replace(said, signature="")), sort_keys=True).encode()
    return replace(said, signature=signature_over(octets, key).decode())


@pytest.mark.parametrize(
    ("kind", "by", "reason"),
    [
        ("opened", "east-desk", ""),
        ("destroyed", "east-desk", ""),
        ("recalled", "north-desk", "consent-withdrawn"),
    ],
)
def test_a_notice_of_either_side_is_believed_by_the_other(kind, by, reason):
    said = KEPT.saying(kind, by=by, on="2031-02-04", reason=reason, key=KEYS[by])

    heard = KEPT.having_heard(read_notice(said.as_sent), roster=ROSTER)

    assert heard.said == (f"2031-02-04 {kind} by {by} {reason}".strip(),)
    assert heard.having_heard(said, roster=ROSTER) == heard


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "destroyed"},
        {"on": "2031-02-05"},
        {"digest": "0" * 64},
        {"seal": ""},
        {"package": "fedcba9876543210"},
    ],
)
def test_a_changed_notice_is_not_believed(changed):
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04", key=EAST_KEY)

    with pytest.raises(BrokenIntegrity):
        KEPT.having_heard(signed_again(replace(said, **changed)), roster=ROSTER)


def test_a_notice_about_another_package_or_without_the_code_is_not_believed():
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04", key=EAST_KEY)

    with pytest.raises(BrokenIntegrity):
        replace(KEPT, code=bytes(32).hex()).having_heard(said, roster=ROSTER)
    with pytest.raises(BrokenIntegrity):
        replace(KEPT, digest="0" * 64).having_heard(said, roster=ROSTER)


def test_a_notice_says_nothing_of_what_is_in_the_package():
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04", key=EAST_KEY).as_sent

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
    said = json.loads(KEPT.saying("opened", by="east-desk", on="2031-02-04", key=EAST_KEY).as_sent)

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


def test_a_notice_that_its_writer_did_not_sign_is_refused():
    said = KEPT.saying("opened", by="east-desk", on="2031-02-04", key=EAST_KEY)

    for wrong in (
        replace(said, signature=""),
        signed_again(said, NORTH_KEY),
        signed_again(said, WEST_KEY),
        KEPT.saying("recalled", by="east-desk", on="2031-02-04", reason="danger", key=EAST_KEY),
        KEPT.saying("opened", by="north-desk", on="2031-02-04", key=NORTH_KEY),
        KEPT.saying("opened", by="west-desk", on="2031-02-04", key=WEST_KEY),
    ):
        with pytest.raises(Refusal):
            KEPT.having_heard(wrong, roster=ROSTER)
    with pytest.raises(BrokenIntegrity):
        KEPT.having_heard(replace(said, on="2031-02-05"), roster=ROSTER)


def test_a_notice_of_no_day_is_none():
    said = KEPT.saying("opened", by="east-desk", on="2031-02-31", key=EAST_KEY)

    with pytest.raises(InvalidRecord):
        KEPT.having_heard(said, roster=ROSTER)
