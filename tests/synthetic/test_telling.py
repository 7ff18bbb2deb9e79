"""How statements tell an act: strongly or weakly, in part, as copies, with hedges and unknowns.

It depends on the telling, on acts and pools.
A further way of telling has a test here of what makes it what it is.
"""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.record.tables import VALUE_COLUMNS
from safeconduct.synthetic import Plan
from safeconduct.synthetic.act import invent_act
from safeconduct.synthetic.dice import Dice
from safeconduct.synthetic.numbering import Numbering
from safeconduct.synthetic.telling import Habits, Telling
from tests.synthetic.test_act import DAYS, PLAN, STATES
from tests.synthetic.test_pool import pool_of

SEEDS = st.text(max_size=20)


def telling_of(seed, *, plan=PLAN, day=738000, pool=None):
    """A telling without statements yet, and the pool it draws on."""
    dice = Dice(seed)
    pool = pool or pool_of(seed, day=day)
    act = invent_act(dice, PLAN, kind="incident", day=day, states=STATES, after=None)
    telling = Telling(
        dice, habits=Habits(plan), pool=pool, act=act, incident="i1", numbering=Numbering()
    )
    return telling, pool


def values(row):
    """What a row says about the act."""
    return {column: row[column] for column in VALUE_COLUMNS if row[column]}


@given(SEEDS, DAYS)
def test_a_report_is_strong_and_in_a_sources_own_right(seed, day):
    telling, pool = telling_of(seed, day=day)

    row = telling.report(pool.strong[0])

    assert row["mode"] in {"asserts", "reports", "confirms"}
    assert row["credibility"] in {"", "1", "2", "3"}
    assert (row["source"], row["derived_from"]) == (pool.strong[0].id, "")


@given(SEEDS, st.booleans())
def test_a_weak_statement_is_alleged_or_of_a_low_grade(seed, has_weak):
    telling, pool = telling_of(seed)
    if not has_weak:
        pool.weak.clear()

    row = telling.weakly(pool.strong[0])

    [source] = [each for each in pool.every if each.id == row["source"]]
    assert row["mode"] == "alleges" or row["credibility"] in set("456") or not source.is_strong


@given(SEEDS)
def test_a_copy_repeats_its_original_and_says_nothing_more(seed):
    telling, pool = telling_of(seed)
    source = pool.strong[1]
    row = telling.report(source)

    copy = telling.repeat(row, source)

    assert values(copy).items() <= values(row).items()
    [copying] = [each for each in pool.every if each.id == copy["source"]]
    assert copying is not source
    assert copying in source.descendants or copy["derived_from"] == source.id


@given(SEEDS)
def test_an_allegation_is_copied_as_an_allegation(seed):
    telling, pool = telling_of(seed)
    row = telling.hedge(pool.strong[0])

    assert telling.repeat(row, pool.strong[0])["mode"] == "alleges"


@given(SEEDS)
def test_a_source_is_not_quoted_by_what_it_repeats_nor_by_one_that_has_spoken(seed):
    telling, pool = telling_of(seed)
    echo = pool.echoes[-1]
    row = telling.report(echo)
    echo.descendants.clear()

    quoting = [telling.repeat(row, echo)["source"] for _ in range(8)]

    assert len(set(quoting)) == 8
    assert not {each.id for each in echo.ancestry} & set(quoting)


def test_where_every_source_has_spoken_a_new_one_quotes():
    telling, pool = telling_of("all")
    source = pool.strong[0]
    row = telling.report(source)
    known = list(pool.every)
    telling.spoke.extend(known)
    source.descendants.clear()

    copy = telling.repeat(row, source)

    assert copy["source"] not in {each.id for each in known}
    assert copy["derived_from"] == source.id


@given(SEEDS)
def test_denials_and_revisions_say_nothing_about_the_act_by_themselves(seed):
    telling, pool = telling_of(seed)
    row = telling.report(pool.strong[0])

    denial, revision = (
        telling.deny(pool.strong[1]),
        telling.revise(row, pool.strong[0], mode="corrects"),
    )

    assert values(denial) == values(revision) == {}
    assert (denial["mode"], revision["mode"], revision["revises"]) == (
        "denies",
        "corrects",
        row["id"],
    )


def test_every_statement_but_some_can_be_made_silent_on_a_column():
    telling, pool = telling_of("drop")
    rows = [telling.report(pool.strong[0]) for _ in range(3)]
    for row in rows:
        row["setting"] = "street"

    telling.drop(("setting",), but=(rows[1],))

    assert [row["setting"] for row in rows] == ["", "street", ""]


def test_what_a_cell_needs_beside_it_is_always_there():
    telling, pool = telling_of("pairs", plan=Plan(unknown_values=0.3))
    rows = [telling.report(pool.strong[0]) for _ in range(300)]

    assert all(bool(row["persons_max"]) == row["persons_min"].isdigit() for row in rows)
    assert all(row["date"] for row in rows if row["date_extent"])
    assert all(row["motive"] for row in rows if row["motive_by"])


def precisions(plan):
    """The lengths of dates that tellings of a plan give, counted; intervals count as 0."""
    telling, pool = telling_of("dates", plan=plan)
    dates = [telling.report(pool.strong[0])["date"] for _ in range(4000)]
    return Counter("/" not in date and len(date.rstrip("~")) for date in dates if date)


def test_dates_have_the_precisions_that_the_plan_asks_for():
    found = precisions(Plan(unknown_values=0))

    shares = {length: number / found.total() for length, number in found.items()}
    assert shares == pytest.approx({10: 0.35, 7: 0.40, 4: 0.20, 0: 0.05}, abs=0.03)


@pytest.mark.parametrize(
    ("shares", "length"),
    [({}, 10), ({"month_dates": 1.0}, 7), ({"year_dates": 1.0}, 4), ({"interval_dates": 1.0}, 0)],
)
def test_a_precision_can_be_the_only_one(shares, length):
    plan = replace(PLAN, unknown_values=0, month_dates=0, year_dates=0, interval_dates=0)

    assert set(precisions(replace(plan, **shares))) == {length}


def test_only_months_and_years_are_hedged():
    telling, pool = telling_of("hedged", plan=Plan(unknown_values=0, approximate=1))
    dates = [telling.report(pool.strong[0])["date"] for _ in range(500)]

    assert {len(date) for date in dates if date.endswith("~")} == {5, 8}
    assert not [date for date in dates if len(date) in (4, 7)]


def test_where_all_is_unknown_no_value_is_said():
    telling, pool = telling_of("unknown", plan=Plan(unknown_values=1))
    row = telling.report(pool.strong[0])

    said = {column: value for column, value in values(row).items() if "motive" not in column}

    assert len(said) > 8
    assert all(value.startswith("unknown:") for value in said.values())


def test_only_places_are_said_to_be_abroad_without_a_name():
    telling, pool = telling_of("abroad", plan=Plan(unknown_values=1))
    rows = [telling.report(source) for source in pool.strong]

    named = {column for row in rows for column, value in row.items() if value == "unknown:abroad"}

    assert named == {"place_of_act", "place_of_target", "hosts"}
