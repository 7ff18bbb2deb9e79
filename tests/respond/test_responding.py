"""An answer holds the steps in their order, for the host asked about, with ends and open doors.

It depends on the pathways, deadlines and providers that ship.
What a step carries besides is one more test.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from safeconduct.errors import InvalidQuery, NotFound
from safeconduct.respond.deadline import deadline
from safeconduct.respond.due import due
from safeconduct.respond.pathway import WHENS, pathways
from safeconduct.respond.provider import providers
from safeconduct.respond.responding import (
    CHECKED_LATER,
    CHECKED_LONG_AGO,
    OPENNESS,
    openness_of,
    respond,
)

ON = date(2026, 11, 24)
SITUATION = "wanted-list"


@pytest.mark.parametrize("situation", pathways())
@pytest.mark.parametrize("host", ["KZ", "KG", "RS", "AM", "GE", "TR", "TH", "DE", "EE", "IL"])
def test_every_situation_has_an_answer_in_every_host(situation, host):
    answer = respond(situation, host=host, on=ON)

    whens = [WHENS.index(each.step.when) for each in answer.steps]
    assert whens == sorted(whens)
    assert whens
    assert all(host in each.step.hosts or not each.step.hosts for each in answer.steps)
    assert all((each.due is not None) == bool(each.step.deadline) for each in answer.steps)


def test_steps_of_one_time_keep_the_order_of_the_file():
    answer = respond(SITUATION, host="KZ", on=ON)
    now = [each.step.id for each in answer.steps if each.step.when == "now"]

    assert now == [
        each.id
        for each in answer.pathway.steps
        if each.when == "now" and ("KZ" in each.hosts or not each.hosts)
    ]


def with_deadline(situation=SITUATION):
    return next(step.deadline for step in pathways()[situation].steps if step.deadline)


def test_a_deadline_without_a_known_beginning_is_counted_from_the_day_and_owned_to_be_assumed():
    answer = respond(SITUATION, host="KZ", on=ON)
    (step,) = [each for each in answer.steps if each.step.deadline == with_deadline()]

    assert step.is_assumed
    assert all(answer.assumes(each) for each in answer.dues)
    assert step.due is not None
    assert step.due.trigger_on == ON


@pytest.mark.parametrize(
    "trigger", [date(2026, 11, 20), datetime(2026, 11, 19, 20, 30, tzinfo=UTC)]
)
def test_a_deadline_with_a_known_beginning_is_counted_from_it(trigger):
    answer = respond(SITUATION, host="KZ", on=ON, triggers={with_deadline(): trigger})
    (step,) = [each for each in answer.steps if each.step.deadline == with_deadline()]

    assert not step.is_assumed
    assert not any(answer.assumes(each) for each in answer.dues)
    assert step.due is not None
    assert step.due.trigger_on == date(2026, 11, 20)


def test_a_step_without_a_deadline_assumes_nothing():
    answer = respond(SITUATION, host="KZ", on=ON)

    assert {each.is_assumed for each in answer.steps if not each.step.deadline} == {False}


def test_the_ends_come_once_each_and_the_earliest_first():
    answers = [respond(situation, host="RS", on=ON) for situation in pathways()]

    for answer in answers:
        ends = [each.due_on for each in answer.dues if each.due_on is not None]
        assert ends == sorted(ends)
        assert len({each.deadline.id for each in answer.dues}) == len(answer.dues)
    assert any(answer.dues for answer in answers)


def test_a_deadline_that_no_rule_knows_here_is_no_end():
    answer = respond(SITUATION, host="KZ", on=ON)
    unknown = due(deadline("ecthr-application"), trigger=ON, host="KZ")

    assert unknown.due_on is None
    assert replace(answer, steps=(replace(answer.steps[0], due=unknown),)).dues == ()


@pytest.mark.parametrize("situation", pathways())
def test_only_providers_that_serve_the_host_are_offered(situation):
    for host in ("KZ", "RS"):
        answer = respond(situation, host=host, on=ON)
        offered = [each for step in answer.steps for each in step.providers]

        assert all(each.provider.serves(host) for each in offered)
        assert {each.openness for each in offered} <= set(OPENNESS)


@pytest.mark.parametrize("on", [date(2000, 1, 1), ON, date(2030, 1, 1)])
def test_a_closed_provider_is_offered_as_closed_on_every_day(on):
    closed = [each for each in providers().values() if each.status == "closed"]

    assert {openness_of(each, on) for each in closed} <= {"closed"}


def test_a_provider_long_unseen_is_stale_and_one_seen_lately_is_what_its_file_says():
    for each in providers().values():
        seen = each.last_checked
        assert openness_of(each, seen) == each.status
        later = openness_of(each, seen + timedelta(days=181))
        assert later == ("closed" if each.status == "closed" else "stale")


def test_an_unknown_situation_or_territory_is_not_found():
    with pytest.raises(NotFound, match="weather"):
        respond("weather", host="KZ", on=ON)
    with pytest.raises(NotFound, match="territory"):
        respond(SITUATION, host="Kazakhstan", on=ON)


def test_a_trigger_of_no_deadline_here_is_refused():
    with pytest.raises(InvalidQuery, match="christmas is no deadline here"):
        respond(SITUATION, host="KZ", on=ON, triggers={"christmas": ON})


def test_doors_that_are_open_come_first_and_closed_ones_last():
    for situation in pathways():
        for step in respond(situation, host="KZ", on=ON).steps:
            order = [OPENNESS.index(each.openness) for each in step.providers]
            assert order == sorted(order)


@pytest.mark.parametrize(
    ("days", "remarks"),
    [(-1, (CHECKED_LATER,)), (0, ()), (180, ()), (181, (CHECKED_LONG_AGO,))],
)
def test_steps_checked_later_or_long_ago_say_so(days, remarks):
    as_of = date.fromisoformat(pathways()[SITUATION].as_of)

    assert respond(SITUATION, host="KZ", on=as_of + timedelta(days=days)).remarks == remarks
