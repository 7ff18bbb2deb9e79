"""A release that was taken back is told from one that stands, as far as the withdrawal is at hand.

It depends on `releases` and `signed_releases` beside it; everything is invented.
Where else a withdrawal may lie is one more case here.
"""

import pytest

from safeconduct.errors import Refusal
from safeconduct.publish.folder import write
from safeconduct.publish.signing import sign
from safeconduct.publish.withdrawals import refuse_withdrawn, withdrawals_of
from tests.publish.releases import line, protected, release
from tests.publish.signed_releases import key_of, roster

FIRST = release(protected(line([7, 20])), made_on="2026-06-30", as_of="2026-03-31")


def gone(**changed):
    return release(
        id="gone",
        made_on="2026-07-02",
        as_of="2026-03-31",
        **{
            "kind": "withdrawal",
            "concerns": FIRST.digest,
            "reason": (("en", "A slip."),),
            **changed,
        },
    )


def laid(parent, made, *people):
    folder = write(made, parent)
    for person in people:
        sign(folder, key_of(person))
    return folder


def test_a_signed_withdrawal_beside_a_release_is_found(tmp_path):
    folder = laid(tmp_path, FIRST, "ada", "berta")
    laid(tmp_path, gone(), "ada", "cem")

    (found,) = withdrawals_of(folder, roster=roster())

    assert (found.id, found.made_on, dict(found.reason)) == (
        "gone",
        "2026-07-02",
        {"en": "A slip."},
    )


def test_a_withdrawal_is_found_whatever_its_folder_is_called(tmp_path):
    folder = laid(tmp_path, FIRST, "ada", "berta")
    laid(tmp_path, gone(), "ada", "berta").rename(tmp_path / "from-the-mail")

    assert len(withdrawals_of(folder, roster=roster())) == 1
    with pytest.raises(Refusal, match="gone takes back"):
        refuse_withdrawn(folder, FIRST)


def test_a_withdrawal_elsewhere_is_found_where_that_place_is_named(tmp_path):
    folder = laid(tmp_path / "here", FIRST)
    there = laid(tmp_path / "there", gone(), "ada", "berta")

    assert withdrawals_of(folder, roster=roster()) == ()
    for place in (there, there.parent):
        assert len(withdrawals_of(folder, beside=[place, place], roster=roster())) == 1


def test_what_too_few_signed_takes_nothing_back_for_a_verifier(tmp_path):
    """Safety: anybody could lay a withdrawal beside a release to have it thrown away."""
    folder = laid(tmp_path, FIRST)
    laid(tmp_path, gone(), "ada")

    assert withdrawals_of(folder, roster=roster()) == ()
    with pytest.raises(Refusal, match="gone takes back") as refused:
        refuse_withdrawn(folder, FIRST)
    assert refused.value.remedy


def test_another_release_or_the_withdrawal_of_another_takes_nothing_back(tmp_path):
    folder = laid(tmp_path, FIRST)
    laid(tmp_path, gone(concerns="0" * 64))
    (tmp_path / "release-broken").mkdir()
    (tmp_path / "release-broken" / "release.json").write_bytes(b"{}")

    assert withdrawals_of(folder) == ()
    refuse_withdrawn(folder, FIRST)
