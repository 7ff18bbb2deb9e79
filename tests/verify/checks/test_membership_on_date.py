"""A state outside an organisation on the day of the act is reported; a member or a doubt is not.

It depends on invented corpora and on the memberships of the vocabulary.
The states and years are those of public record: Uzbekistan left the CSTO in 2012.
"""

import pytest

from tests.verify.invented import incident, messages, says

NAME = "membership-on-date"
CHARTER = incident(instruments="csto-charter")


def test_a_host_that_was_never_a_member_is_reported():
    assert messages(NAME, CHARTER, says("a", hosts="RS", origin="RU", date="2023-07")) == [
        "i1 rests on an instrument of csto, of which RS was no member on 2023-07."
    ]


def test_a_state_whose_part_is_suspended_is_reported():
    convention = incident(instruments="minsk-1993")

    assert messages(NAME, convention, says("a", place_of_act="MD/Comrat", date="2023-07")) == [
        "i1 rests on an instrument of cis, in which MD had suspended its part on 2023-07."
    ]


def test_the_day_of_the_act_decides():
    member, left = (says("a", hosts="UZ", date=date) for date in ("2010", "2015"))

    assert messages(NAME, CHARTER, member) == []
    assert messages(NAME, CHARTER, left)


@pytest.mark.parametrize(
    "cells",
    [
        {"hosts": "KZ", "origin": "RU", "date": "2022-01"},
        {"hosts": "RS", "date": "unknown:not-reported"},
        {"hosts": "unknown:not-reported", "date": "2022"},
        {"date": "2022"},
    ],
)
def test_a_member_a_day_or_a_state_that_nobody_knows_is_left_alone(cells):
    assert messages(NAME, CHARTER, says("a", **cells)) == []


def test_an_instrument_that_binds_single_states_is_left_alone():
    convention = incident(instruments="eu-extradition-1957")

    assert messages(NAME, convention, says("a", hosts="KZ", date="2023")) == []
