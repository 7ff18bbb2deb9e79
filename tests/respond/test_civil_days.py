"""A state's day is the day of its clocks, and its weekend is its own.

It depends on the zones and weekends that ship, and on the rules of time zones of this machine.
A state that changes its weekend is one more line in a table below.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.respond.civil_days import (
    beginning_of,
    days_at,
    is_working_day,
    zone_named,
    zones_of,
)
from safeconduct.vocabulary import territory

EVENING = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "days"),
    [
        ("RS", ["2026-11-24"]),
        ("KZ", ["2026-11-25"]),
        ("RU", ["2026-11-24", "2026-11-25"]),
        ("US", ["2026-11-24"]),
        ("SU", ["2026-11-24"]),
    ],
)
def test_at_one_instant_it_is_the_day_that_the_clocks_of_a_state_show(state, days):
    assert [day.isoformat() for day in days_at(EVENING, state=state)] == days


def test_a_day_begins_where_its_state_sees_the_sun_first():
    assert beginning_of(date(2026, 11, 24), state="KZ") == datetime(2026, 11, 23, 19, tzinfo=UTC)
    assert beginning_of(date(2026, 11, 24), state="RU") == datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert beginning_of(date(2026, 11, 24), state="SU") == datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_a_zone_that_this_machine_does_not_know_is_none_rather_than_a_guess():
    assert zone_named("Nowhere/At_all") is None
    assert zone_named("Asia/Almaty") is not None


def test_every_territory_that_people_live_in_has_a_zone():
    assert {code for code in territory.codes() if not zones_of(code)} == {"BV", "HM", "SU"}


@pytest.mark.parametrize(
    ("state", "works"),
    [
        ("RS", "Mon Tue Wed Thu Fri"),
        ("IL", "Mon Tue Wed Thu Sun"),
        ("IR", "Mon Tue Wed Thu Sat Sun"),
        ("AF", "Mon Tue Wed Sat Sun"),
    ],
)
def test_a_weekend_is_that_of_the_state(state, works):
    week = [date(2026, 11, 23) + timedelta(days=day) for day in range(7)]

    assert [f"{day:%a}" for day in week if is_working_day(day, state=state)] == works.split()


@given(
    instant=st.datetimes(
        min_value=datetime(1990, 1, 1),  # noqa: DTZ001  # hypothesis wants it bare
        max_value=datetime(2040, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    state=st.sampled_from(sorted(territory.codes())),
)
def test_the_days_of_a_state_lie_within_those_of_the_earth(instant, state):
    days = days_at(instant, state=state)

    assert list(days) == sorted(set(days))
    assert (instant - timedelta(hours=12)).date() <= days[0]
    assert days[-1] <= (instant + timedelta(hours=14)).date()
    assert beginning_of(days[-1], state=state) <= instant
