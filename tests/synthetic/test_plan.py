"""Which plans can be carried out, and that a hostile one is refused by the name of its setting.

It depends on the plan and the errors.
A further setting is refused in one more line of the table below.
"""

import math
from dataclasses import fields

import pytest

from safeconduct.errors import InvalidSetting
from safeconduct.synthetic import Plan
from safeconduct.synthetic.plan import REMOTE, UNINHABITED
from safeconduct.vocabulary import territory
from tests.synthetic.plans import SHARES, nothing_but


def test_the_default_plan_can_be_carried_out():
    assert Plan().n_incidents == 100


@pytest.mark.parametrize(
    ("name", "hostile"),
    [
        ("seed", -1),
        ("seed", 1.5),
        ("seed", True),
        ("seed", 2**63),
        ("n_incidents", -1),
        ("n_incidents", 10_000_001),
        ("n_incidents", "100"),
        ("n_publishers", 9),
        ("first_year", 999),
        ("last_year", 9991),
        ("last_year", 2012),
        ("statements_per_incident", 0.5),
        ("statements_per_incident", math.inf),
        ("sources_per_incident", -0.1),
        ("growth", -1),
        ("growth", math.nan),
        ("retractions", -0.01),
        ("retractions", 1.01),
        ("retractions", math.nan),
        ("retractions", None),
        ("retractions", True),
        ("origins", ()),
        ("origins", ("AQ", "AQ")),
        ("origins", ["AQ"]),
        ("origins", "AQ"),
        ("origins", ("ZZ",)),
        ("origins", (1,)),
        ("hosts", ("=1+1",)),
        ("hosts", ("AQ", "GS")),
        ("languages", ()),
        ("languages", ("not a tag",)),
        ("languages", ("",)),
        ("languages", ("en", "en")),
    ],
)
def test_a_setting_out_of_its_range_is_refused_by_name(name, hostile):
    with pytest.raises(InvalidSetting) as refused:
        Plan(**{name: hostile})

    assert refused.value.setting == name


@pytest.mark.parametrize(
    "shares",
    [
        {"patterns": 0.6, "measures": 0.5},
        {"copies_only": 0.9, "retractions": 0.2},
        {"copies": 0.7, "weak_statements": 0.4},
        {"month_dates": 0.5, "year_dates": 0.5, "interval_dates": 0.5},
    ],
)
def test_shares_of_one_whole_that_come_to_more_are_refused_together(shares):
    with pytest.raises(InvalidSetting, match="together are at most 1") as refused:
        Plan(**shares)

    assert set(shares) <= set(refused.value.setting.split(", "))


def test_shares_that_come_to_one_whole_but_for_rounding_are_admitted():
    plan = Plan(copies=0.5, weak_statements=0.5 + 1e-12)

    assert plan.copies + plan.weak_statements > 1


def test_a_span_of_years_that_no_corpus_has_is_refused():
    with pytest.raises(InvalidSetting, match="at most 199 years on"):
        Plan(first_year=1800, last_year=2024)


def test_a_share_of_all_is_chosen_more_often_among_the_ordinary():
    plan = nothing_but(copies_only=0.5)

    assert plan.ordinary(0.1) == pytest.approx(0.2)
    assert plan.ordinary(0.9) == 1.0


def test_where_nothing_is_ordinary_nothing_is_chosen_among_it():
    plan = nothing_but(copies_only=1.0)

    assert plan.ordinary(0.1) == 0.0


def test_the_default_states_are_codes_of_territories():
    assert {*UNINHABITED, *REMOTE} <= territory.codes()


def test_every_setting_is_described():
    text = Plan.__doc__ or ""

    assert [setting.name for setting in fields(Plan) if setting.name not in text] == []
    assert len(SHARES) > 25
