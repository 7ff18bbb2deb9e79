"""Deadlines end when the law says so, and a second, slower way of counting agrees.

It depends on invented rules; the slow way walks the calendar day by day.
A new unit of time gets its own walk in `walked`.
"""

import calendar
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.errors import InvalidQuery
from safeconduct.respond.civil_days import days_at, zones_of
from safeconduct.respond.deadline import COUNTS_FROM, ROLLS, UNITS, Deadline, Rule, deadline
from safeconduct.respond.due import (
    HOLIDAYS,
    NO_RULE,
    NO_ZONE,
    SEVERAL_ZONES,
    WEAK,
    WHOLE_DAY,
    due,
    months_later,
)
from safeconduct.vocabulary import Citation

WORDS = {"en": "A", "ru": "А"}
LAW = Citation(title="An invented law", section="1")
A_DAY = timedelta(days=1)


def rule(**changes):
    plain = {
        "since": date(2000, 1, 1),
        "until": None,
        "hosts": (),
        "amount": 15,
        "unit": "days",
        "starts": WORDS,
        "counts_from": "day-after",
        "rolls": "none",
        "legal_source": LAW,
        "who_must": WORDS,
        "working_days_of": "",
        "is_weak": False,
        "note": None,
    }
    return Rule(**plain | changes)


def invented(*rules):
    return Deadline(id="invented", label=WORDS, rules=rules)


def end_of(the_rule, trigger, host="RS"):
    return due(invented(the_rule), trigger=trigger, host=host).due_on


def works(day):
    return calendar.day_name[day.weekday()] not in {"Saturday", "Sunday"}


def walked(the_rule, trigger):
    """Count by walking: one day at a time, looking at each."""
    day = trigger if the_rule.counts_from == "day-after" else trigger - A_DAY
    if the_rule.unit == "calendar-months":
        # Where no day of that number is left before the first one counted, the month is over.
        reached, number = 0, day.day if day.month == trigger.month else 0
        while reached < the_rule.amount:
            day += A_DAY
            is_last = (day + A_DAY).month != day.month
            is_there = day.day == (number or 99) or (is_last and (number == 0 or number > day.day))
            reached += is_there
        return day
    left = the_rule.amount
    while left:
        day += A_DAY
        left -= the_rule.unit == "days" or works(day)
    return day


def walked_home(the_rule, trigger):
    day = walked(the_rule, trigger)
    while the_rule.rolls == "next-working-day" and not works(day):
        day += A_DAY
    return day


DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
RULES = st.builds(
    rule,
    amount=st.integers(1, 40),
    unit=st.sampled_from([unit for unit in UNITS if unit != "hours"]),
    counts_from=st.sampled_from(COUNTS_FROM),
    rolls=st.sampled_from(ROLLS),
)


@given(the_rule=RULES, trigger=DAYS)
def test_walking_day_by_day_gives_the_same_end(the_rule, trigger):
    assert end_of(the_rule, trigger) == walked_home(the_rule, trigger)


@given(the_rule=RULES, trigger=DAYS)
def test_a_later_day_never_ends_earlier(the_rule, trigger):
    assert end_of(the_rule, trigger) <= end_of(the_rule, trigger + A_DAY)


@given(trigger=DAYS, months=st.integers(1, 40))
def test_months_stay_within_their_month_and_keep_the_day_if_they_can(trigger, months):
    end = months_later(trigger, months=months)

    passed = (end.year - trigger.year) * 12 + end.month - trigger.month
    assert passed == months
    assert end.day == trigger.day or (end + A_DAY).day == 1 < end.day < trigger.day


@pytest.mark.parametrize(
    ("trigger", "months", "end"),
    [
        ("2023-10-31", 4, "2024-02-29"),
        ("2022-10-31", 4, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 4, "2024-06-29"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-15", 9, "2026-12-15"),
        ("2026-04-15", 9, "2027-01-15"),
    ],
)
def test_months_end_where_a_lawyer_expects(trigger, months, end):
    assert months_later(date.fromisoformat(trigger), months=months).isoformat() == end


@pytest.mark.parametrize(
    ("trigger", "end"),
    [
        ("2026-01-01", "2026-01-31"),
        ("2026-01-15", "2026-02-14"),
        ("2026-01-29", "2026-02-28"),
        ("2026-01-31", "2026-02-28"),
        ("2024-01-31", "2024-02-29"),
        ("2026-03-01", "2026-03-31"),
    ],
)
def test_a_month_counted_from_the_day_itself_ends_the_day_before(trigger, end):
    month = rule(amount=1, unit="calendar-months", counts_from="same-day")

    assert end_of(month, date.fromisoformat(trigger)).isoformat() == end


def test_the_first_day_is_the_one_after_unless_the_rule_says_the_same():
    assert end_of(rule(amount=15), date(2026, 11, 24)) == date(2026, 12, 9)
    assert end_of(rule(amount=15, counts_from="same-day"), date(2026, 11, 24)) == date(2026, 12, 8)


def test_an_end_on_a_weekend_moves_only_where_the_rule_says_so():
    stays = due(invented(rule(amount=4)), trigger=date(2026, 11, 24), host="RS")
    moves = due(
        invented(rule(amount=4, rolls="next-working-day")), trigger=date(2026, 11, 24), host="RS"
    )

    assert (stays.due_on, stays.remarks) == (date(2026, 11, 28), ())
    assert moves.due_on == date(2026, 11, 30)
    assert "2026-11-28" in moves.remarks[0]["en"]
    assert "2026-11-28" in moves.remarks[0]["ru"]
    assert moves.remarks[1:] == (HOLIDAYS,)


def test_working_days_are_those_of_the_host_unless_the_rule_names_a_state():
    five = {"amount": 5, "unit": "working-days"}

    assert end_of(rule(**five), date(2026, 11, 24), "RS") == date(2026, 12, 1)
    assert end_of(rule(**five), date(2026, 11, 24), "IL") == date(2026, 12, 1)
    assert end_of(rule(**five), date(2026, 11, 26), "IL") == date(2026, 12, 3)
    assert end_of(rule(**five, working_days_of="RU"), date(2026, 11, 26), "IL") == date(2026, 12, 3)
    assert end_of(rule(**five), date(2026, 11, 27), "IL") == date(2026, 12, 3)
    assert end_of(rule(**five, working_days_of="RU"), date(2026, 11, 27), "IL") == date(2026, 12, 4)


def test_working_days_say_that_public_holidays_are_not_known():
    counted = due(invented(rule(unit="working-days")), trigger=date(2026, 11, 24), host="RS")

    assert counted.remarks == (HOLIDAYS,)


NEW_LAW = (rule(until=date(2026, 12, 1)), rule(since=date(2026, 12, 1), amount=3))


@pytest.mark.parametrize(
    ("trigger", "end", "amount", "changes"),
    [
        ("2026-11-16", "2026-12-01", 15, True),
        ("2026-11-15", "2026-11-30", 15, False),
        ("2026-11-30", "2026-12-15", 15, True),
        ("2026-12-01", "2026-12-04", 3, False),
    ],
)
def test_the_rule_of_the_first_day_applies_though_the_law_changes(trigger, end, amount, changes):
    found = due(invented(*NEW_LAW), trigger=date.fromisoformat(trigger), host="RS")

    assert found.due_on == date.fromisoformat(end)
    assert found.rule is not None
    assert found.rule.amount == amount
    assert [("2026-12-01" in remark["en"]) for remark in found.remarks] == [True] * changes


@given(trigger=DAYS, changes_on=DAYS, first=RULES, second=RULES)
def test_no_change_of_law_after_the_first_day_moves_the_end(trigger, changes_on, first, second):
    changed = invented(
        rule(**plainly(first) | {"since": date.min, "until": changes_on}),
        rule(**plainly(second) | {"since": changes_on}),
    )

    in_force = second if trigger >= changes_on else first

    assert due(changed, trigger=trigger, host="RS").due_on == end_of(in_force, trigger)


def plainly(the_rule):
    return {name: getattr(the_rule, name) for name in Rule.__slots__}


def test_where_no_rule_is_known_there_is_no_end_and_that_is_said():
    found = due(invented(rule(hosts=("AQ",))), trigger=date(2026, 11, 24), host="RS")

    assert (found.rule, found.due_on, found.due_at) == (None, None, None)
    assert found.remarks == (NO_RULE,)


def test_a_weak_rule_owns_to_it():
    found = due(invented(rule(is_weak=True)), trigger=date(2026, 11, 24), host="RS")

    assert found.remarks == (WEAK,)


LATE = datetime(2026, 11, 24, 20, 30, tzinfo=UTC)


def test_an_instant_is_the_day_of_the_host():
    serbia = due(invented(rule()), trigger=LATE, host="RS")
    kazakhstan = due(invented(rule()), trigger=LATE, host="KZ")

    assert (serbia.trigger_on, serbia.due_on) == (date(2026, 11, 24), date(2026, 12, 9))
    assert (kazakhstan.trigger_on, kazakhstan.due_on) == (date(2026, 11, 25), date(2026, 12, 10))
    assert serbia.remarks == kazakhstan.remarks == ()


@given(
    the_rule=RULES,
    day=DAYS,
    minutes=st.integers(0, 24 * 60 - 1),
    host=st.sampled_from(["AM", "GE", "KG", "KZ", "RS", "TH", "TR"]),
)
def test_an_instant_of_a_day_in_the_host_ends_as_the_day_does(the_rule, day, minutes, host):
    zone = zones_of(host)[0]
    instant = datetime.combine(day, time(*divmod(minutes, 60)), zone)
    plain = due(invented(the_rule), trigger=day, host=host)
    counted = due(invented(the_rule), trigger=instant, host=host)

    # Where a state has several zones, the day may have begun earlier in another of them.
    assert counted.due_on is not None
    assert plain.due_on is not None
    if len(days_at(instant, state=host)) == 1:
        assert (counted.due_on, counted.remarks) == (plain.due_on, plain.remarks)
    else:
        assert SEVERAL_ZONES in counted.remarks
        assert counted.due_on <= end_of(the_rule, day + A_DAY, host)


def test_an_instant_written_in_another_zone_is_the_same_instant():
    moved = datetime.fromisoformat("2026-11-25T01:30+05:00")

    assert due(invented(rule()), trigger=moved, host="KZ") == due(
        invented(rule()), trigger=LATE, host="KZ"
    )


def test_of_several_zones_the_earlier_end_is_given_and_said():
    found = due(invented(rule()), trigger=LATE, host="RU")

    assert (found.trigger_on, found.due_on) == (date(2026, 11, 24), date(2026, 12, 9))
    assert found.remarks == (SEVERAL_ZONES,)


def test_of_several_zones_on_both_sides_of_a_new_law_the_earlier_end_is_given():
    laws = (rule(until=date(2026, 11, 25)), rule(since=date(2026, 11, 25), amount=3))

    found = due(invented(*laws), trigger=LATE, host="RU")

    assert (found.trigger_on, found.due_on) == (date(2026, 11, 25), date(2026, 11, 28))


def test_where_the_law_begins_with_the_later_day_its_end_is_given():
    found = due(invented(rule(since=date(2026, 11, 25))), trigger=LATE, host="RU")

    assert found.due_on == date(2026, 12, 10)


def test_where_the_zone_is_not_known_the_earliest_day_is_taken_and_said():
    found = due(invented(rule()), trigger=datetime(2026, 11, 24, 10, 0, tzinfo=UTC), host="SU")

    assert (found.trigger_on, found.remarks) == (date(2026, 11, 23), (NO_ZONE,))


def test_hours_pass_though_the_clocks_are_changed():
    # Serbia puts its clocks back in the night to 25 October 2026.
    noon = datetime(2026, 10, 24, 12, tzinfo=zones_of("RS")[0])

    found = due(invented(rule(amount=24, unit="hours")), trigger=noon, host="RS")

    assert found.due_at == datetime(2026, 10, 25, 10, tzinfo=UTC)
    assert (found.due_on, found.remarks) == (date(2026, 10, 25), ())


def test_hours_end_on_the_earliest_day_that_the_clocks_of_a_state_show():
    found = due(invented(rule(amount=24, unit="hours")), trigger=LATE, host="RU")

    assert (found.due_on, found.remarks) == (date(2026, 11, 25), (SEVERAL_ZONES,))


def test_hours_from_a_bare_day_are_counted_from_its_beginning():
    found = due(invented(rule(amount=48, unit="hours")), trigger=date(2026, 11, 24), host="KZ")

    assert found.due_at == datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
    assert found.remarks == (WHOLE_DAY,)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(InvalidQuery, match="without its zone"):
        due(invented(rule()), trigger=datetime(2026, 11, 24, 20), host="RS")  # noqa: DTZ001


@pytest.mark.parametrize("unit", UNITS)
def test_a_day_at_the_end_of_the_calendar_is_refused_in_words(unit):
    with pytest.raises(InvalidQuery, match="too late"):
        due(invented(rule(unit=unit, amount=40)), trigger=date.max, host="RS")


@pytest.mark.parametrize(
    ("name", "host", "trigger", "end"),
    [
        ("ccf-access", "KZ", "2026-10-31", "2027-02-28"),
        ("ccf-deletion", "KZ", "2026-05-31", "2027-02-28"),
        ("ccf-revision", "RS", "2026-08-31", "2027-02-28"),
        ("special-procedures-reply", "GE", "2026-11-24", "2027-01-23"),
        ("serbia-residence-appeal", "RS", "2026-11-24", "2026-12-02"),
        ("ecthr-application", "RS", "2022-01-31", "2022-07-31"),
        ("ecthr-application", "RS", "2022-02-01", "2022-06-01"),
        ("ecthr-application", "RU", "2022-08-31", "2022-12-31"),
        ("ecthr-application", "RU", "2022-09-16", "2023-01-16"),
        ("ecthr-application", "KZ", "2024-06-30", None),
        ("passport-surrender-ru", "KZ", "2026-11-24", "2026-12-01"),
        ("foreign-agent-report", "DE", "2026-06-30", "2026-07-15"),
    ],
)
def test_the_deadlines_that_ship_end_where_they_are_expected(name, host, trigger, end):
    found = due(deadline(name), trigger=date.fromisoformat(trigger), host=host)

    assert (found.due_on and found.due_on.isoformat()) == end
