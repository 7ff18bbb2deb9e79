"""An answer holds the steps in their order, for the host asked about, with ends and open doors.

It depends on the pathways, deadlines and providers that ship.
What a step carries besides is one more test.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from safeconduct.errors import InvalidQuery, NotFound
from safeconduct.respond.deadline import deadline
from safeconduct.respond.due import NO_RULE, due
from safeconduct.respond.pathway import WHENS, pathways
from safeconduct.respond.provider import providers
from safeconduct.respond.responding import (
    CHECKED_LATER,
    CHECKED_LONG_AGO,
    OFFICE_LATE,
    OPENNESS,
    OVER,
    UNRECORDED,
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
    assert all((each.deadline is not None) == bool(each.step.deadline) for each in answer.steps)


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


@pytest.mark.parametrize("situation", pathways())
@pytest.mark.parametrize("host", ["KZ", "RS", "DE", "RU"])
def test_a_deadline_without_a_known_beginning_has_no_date(situation, host):
    """Safety: a day that nobody gave is invented, and somebody would rely on it."""
    answer = respond(situation, host=host, on=ON)
    timed = [each for each in answer.steps if each.step.deadline]

    assert [each.due for each in timed] == [None] * len(timed)
    assert answer.dues == ()
    assert set(answer.waiting) == {each.step.deadline for each in timed if each.rule is not None}
    assert all(each.is_waiting == (each.rule is not None) for each in timed)


def test_the_rule_shown_is_that_of_the_day_asked_about_until_the_first_day_is_given():
    situation, on = "asylum-refused-with-return-danger", date(2022, 3, 1)
    before = {"ecthr-application": date(2022, 1, 31)}
    waiting = respond(situation, host="DE", on=on).steps[-1]
    given = respond(situation, host="DE", on=on, triggers=before).steps[-1]

    assert waiting.rule is not None
    assert given.rule is not None
    assert (waiting.rule.amount, given.rule.amount) == (4, 6)


@pytest.mark.parametrize(
    "trigger", [date(2026, 11, 20), datetime(2026, 11, 19, 20, 30, tzinfo=UTC)]
)
def test_a_deadline_with_a_known_beginning_is_counted_from_it(trigger):
    answer = respond(SITUATION, host="KZ", on=ON, triggers={with_deadline(): trigger})
    (step,) = [each for each in answer.steps if each.step.deadline == with_deadline()]

    assert not step.is_waiting
    assert answer.waiting == ()
    assert step.due is not None
    assert step.due.trigger_on == date(2026, 11, 20)
    assert (step.rule, step.remarks) == (step.due.rule, step.due.remarks)


def test_a_step_without_a_deadline_waits_for_nothing_and_says_nothing_of_one():
    answer = respond("doxing", host="KZ", on=ON)

    assert {(each.is_waiting, each.remarks) for each in answer.steps} == {(False, ())}


def test_the_ends_come_once_each_and_the_earliest_first():
    answers = [
        respond(situation, host="RS", on=ON, triggers=dict.fromkeys(waiting, ON))
        for situation in pathways()
        for waiting in [respond(situation, host="RS", on=ON).waiting]
    ]

    for answer in answers:
        ends = [each.due_on for each in answer.dues if each.due_on is not None]
        assert ends == sorted(ends)
        assert len({each.deadline.id for each in answer.dues}) == len(answer.dues)
    assert max(len(answer.dues) for answer in answers) > 1


APPEALS = {
    "detention-for-extradition": 0,
    "asylum-refused-with-return-danger": 0,
    "entry-refused-or-residence-revoked": 0,
    "passport-or-consular-refusal": 0,
    "wanted-list": 2,
}
RECORDED = {
    ("detention-for-extradition", "KZ"): (10, "days"),
    ("entry-refused-or-residence-revoked", "RS"): (8, "days"),
}


@pytest.mark.parametrize(("situation", "place"), APPEALS.items())
@pytest.mark.parametrize("host", ["KZ", "KG", "RS", "AM", "GE", "TR", "TH", "DE", "EE", "IL"])
def test_an_appeal_is_told_early_with_its_term_or_with_the_lack_of_one(situation, place, host):
    """Safety: whoever sees only a far deadline does not see that an appeal ends in days."""
    step = respond(situation, host=host, on=ON).steps[place]

    assert step.step.is_appeal
    assert step.step.when == "now"
    assert "may be a matter of days" in step.step.text["en"]
    assert "несколько дней" in step.step.text["ru"]
    term = None if step.rule is None else (step.rule.amount, step.rule.unit)
    assert term == RECORDED.get((situation, host))
    assert (UNRECORDED in step.remarks) == (term is None)


def test_no_other_situation_has_an_appeal():
    assert APPEALS.keys() == {
        name for name, each in pathways().items() if any(step.is_appeal for step in each.steps)
    }


def test_an_appeal_in_another_state_stays_unrecorded_though_its_day_is_given():
    answer = respond(
        "detention-for-extradition", host="KG", on=ON, triggers={"extradition-appeal": ON}
    )

    assert answer.steps[0].remarks == (UNRECORDED,)
    assert answer.dues == ()


def test_a_deadline_of_no_appeal_that_no_rule_knows_here_says_so():
    (step,) = [
        each
        for each in respond("asylum-refused-with-return-danger", host="DE", on=ON).steps
        if each.step.deadline == "ecthr-application"
    ]

    assert replace(step, rule=None).remarks == (NO_RULE,)


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


def test_a_term_that_is_over_is_said_to_be_over_and_is_no_day_to_keep():
    begun = {"serbia-residence-appeal": date(2026, 10, 1)}
    answer = respond("entry-refused-or-residence-revoked", host="RS", on=ON, triggers=begun)
    over = [each for each in answer.steps if each.is_over]

    assert over
    assert {each.step.deadline for each in over} == {"serbia-residence-appeal"}
    assert all(each.remarks[0] == OVER for each in over)
    assert answer.dues == ()
    assert answer.waiting == ("special-procedures-reply",)


@pytest.mark.parametrize(("days", "end"), [(3, 8), (8, 8), (9, 15), (15, 15)])
def test_while_the_longer_of_two_terms_runs_nothing_is_over(days, end):
    """Safety: who reads that the term has passed does not appeal."""
    begun = ON - timedelta(days=days)
    answer = respond(
        "entry-refused-or-residence-revoked",
        host="RS",
        on=ON,
        triggers={"serbia-residence-appeal": begun},
    )
    (step, *_) = [each for each in answer.steps if each.due is not None]
    told = step.remarks[0]["en"]

    assert not any(each.is_over for each in answer.steps)
    assert [due.due_on for due in answer.dues] == [begun + timedelta(days=end)]
    assert str(begun + timedelta(days=8)) in told
    assert f"until {begun + timedelta(days=15)}" in told
    assert told.endswith("act today.") == (days > 8)


def test_an_office_that_is_late_owes_an_answer():
    begun = {"special-procedures-reply": date(2026, 1, 1)}
    answer = respond("entry-refused-or-residence-revoked", host="KZ", on=ON, triggers=begun)
    over = [each for each in answer.steps if each.is_over]

    assert over
    assert all(each.remarks[0] == OFFICE_LATE for each in over)


def test_the_last_day_of_a_term_is_not_over():
    begun = {"serbia-residence-appeal": ON - timedelta(days=8)}
    answer = respond("entry-refused-or-residence-revoked", host="RS", on=ON, triggers=begun)

    assert [due.due_on for due in answer.dues] == [ON]


@pytest.mark.parametrize("later", [date(2026, 11, 25), datetime(2026, 11, 26, tzinfo=UTC)])
def test_a_term_that_begins_after_the_day_asked_about_is_a_question(later):
    with pytest.raises(InvalidQuery, match="begins after the day asked about") as refused:
        respond(SITUATION, host="KZ", on=ON, triggers={with_deadline(): later})

    assert "Did it happen already?" in str(refused.value.hint)
