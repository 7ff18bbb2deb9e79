"""Only what is certain counts: a state is outside or suspended on every day that a date may mean.

It depends on an invented organisation.
A new status of membership is one more line in the table.
"""

import pytest

from safeconduct.record.partial_date import parse
from safeconduct.verify.membership import is_surely_outside, is_surely_suspended
from safeconduct.vocabulary import Membership, Organisation


def organisation(*rows, complete=True):
    return Organisation(
        set="organisations",
        id="league",
        code=None,
        label={"en": "League"},
        definition={"en": "An invented league."},
        note=None,
        example=None,
        not_this=(),
        sources=(),
        crosswalks={},
        founded="1990",
        security_cooperation=True,
        complete=complete,
        memberships=tuple(
            Membership(
                state="XK", status=status, since=since, until=until, source="house", doubt=None
            )
            for status, since, until in rows
        ),
    )


@pytest.mark.parametrize(
    ("row", "day", "is_outside"),
    [
        (("full", "2000", "2010"), "2005", False),
        (("full", "2000", "2010"), "2010-12", False),
        (("full", "2000", "2010"), "2009/2015", False),
        (("full", "2000", "2010"), "2011", True),
        (("full", "2000-05-01", "2010-05-01"), "2000-05-01", False),
        (("full", "2000-05-01", "2010-05-01"), "2010-05-01", False),
        (("full", "2000-05-01", "2010-05-01"), "2000-04-30", True),
        (("full", "2000-05-01", "2010-05-01"), "2010-05-02", True),
        (("full", "2000", "2010"), "1999", True),
        (("full", "2000", ""), "2030", False),
        (("full", "", "2010"), "1900", False),
        (("associate", "2000", ""), "2005", False),
        (("signatory", "2000", ""), "2005", False),
        (("observer", "2000", ""), "2005", True),
        (("withdrawn", "2000", ""), "2005", True),
        (("suspended", "2000", ""), "2005", True),
    ],
)
def test_a_state_is_surely_outside_where_no_membership_may_hold(row, day, is_outside):
    assert is_surely_outside(organisation(row), "XK", on=parse(day)) is is_outside


def test_another_state_s_membership_makes_nobody_a_member():
    assert is_surely_outside(organisation(("full", "2000", "")), "SU", on=parse("2005"))


def test_an_incomplete_list_excludes_nobody():
    assert not is_surely_outside(organisation(complete=False), "XK", on=parse("2005"))


@pytest.mark.parametrize(
    ("row", "day", "is_suspended"),
    [
        (("suspended", "2022", ""), "2023", True),
        (("suspended", "2022", ""), "2022-06", False),
        (("suspended", "2022-01", "2022-12-31"), "2022-06", True),
        (("suspended", "2022-01-01", "2022-12-31"), "2022", True),
        (("suspended", "2022-01-01", "2022-12-31"), "2022-01-01", True),
        (("suspended", "2022-01-01", "2022-12-31"), "2022-12-31", True),
        (("suspended", "2022-01", "2022"), "2022-06", False),
        (("suspended", "", ""), "2023", False),
        (("full", "2000", ""), "2023", False),
    ],
)
def test_a_state_is_surely_suspended_where_every_day_lies_within(row, day, is_suspended):
    assert is_surely_suspended(organisation(row), "XK", on=parse(day)) is is_suspended


def test_another_state_s_suspension_suspends_nobody():
    assert not is_surely_suspended(organisation(("suspended", "2022", "")), "SU", on=parse("2023"))
