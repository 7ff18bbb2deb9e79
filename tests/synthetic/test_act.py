"""What holds of an act: its values are of its kind, and every coarse form contains the finer.

It depends on the act and on the values of the record.
A further coarse form is one more case of containment here.
"""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.record import partial_date
from safeconduct.record.person_range import PersonRange
from safeconduct.record.tables import STATEMENTS
from safeconduct.synthetic import Plan
from safeconduct.synthetic.act import States, invent_act
from safeconduct.synthetic.dice import Dice, Weighted

STATES = States(
    origins=Weighted(("AQ", 1.0)), hosts=Weighted(("GS", 2.0), ("UM", 1.0), ("IO", 1.0))
)
PLAN = Plan(origins=("AQ",), hosts=("GS", "UM", "IO"), multi_host=0.5)
DAYS = st.integers(date(1990, 1, 1).toordinal(), date(2030, 12, 31).toordinal())


@st.composite
def acts(draw, *, kind="incident"):
    """Draw an act that begins a chain or stands alone."""
    dice = Dice(draw(st.text()))
    return invent_act(dice, PLAN, kind=kind, day=draw(DAYS), states=STATES, after=None)


@given(acts() | acts(kind="pattern"))
def test_a_day_lies_in_its_month_that_in_the_interval_and_that_in_the_year(act):
    dates = [partial_date.parse(text) for text in act.dates]

    assert all(coarse.contains(fine) for fine, coarse in pairwise(dates))
    assert dates[3].contains(partial_date.parse(date.fromordinal(act.day).isoformat()))


@given(acts())
def test_the_exact_number_lies_in_about_and_that_in_at_least(act):
    ranges = [
        PersonRange(int(lowest), None if highest == "open" else int(highest))
        for lowest, highest in act.persons
    ]

    assert all(coarse.contains(fine) for fine, coarse in pairwise(ranges))


@given(acts() | acts(kind="measure") | acts(kind="response"))
def test_what_there_is_to_tell_is_what_cells_hold(act):
    told = {column: (value, coarse) for column, value, coarse, _, _ in act.tellings}

    assert all(
        STATEMENTS.column(column).read(text)
        for column, pair in told.items()
        for text in pair
        if text
    )
    assert "origin" in told
    assert ("setting" in told) == bool(act.setting)


@given(acts())
def test_the_organ_of_an_actor_is_of_the_state_that_the_attribution_names(act):
    expected = {"state-organ": act.origin, "host-state-organ": act.hosts[0]}

    assert act.actor_organ_of == expected.get(act.attribution, "")


@given(acts(), st.text())
def test_the_next_act_of_a_chain_has_the_same_states_targets_and_persons(first, seed):
    first = replace(first, origin="AQ")

    act = invent_act(
        Dice(seed), PLAN, kind="incident", day=first.day + 1, states=STATES, after=first
    )

    assert (act.origin, act.hosts, act.targets, act.persons) == (
        first.origin,
        first.hosts,
        first.targets,
        first.persons,
    )


@given(st.text())
def test_one_host_stays_one_however_many_are_asked_for(seed):
    plan = replace(PLAN, hosts=("GS",), multi_host=1.0)
    states = States(origins=STATES.origins, hosts=Weighted(("GS", 1.0)))

    act = invent_act(Dice(seed), plan, kind="incident", day=730000, states=states, after=None)

    assert act.hosts == ("GS",)
