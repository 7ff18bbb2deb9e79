"""A plan asks only for what may leave, and everything wrong with it is said at once.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import pytest

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.figures.dimension import DIMENSIONS
from safeconduct.figures.question import Question
from safeconduct.publish.allowed import ALLOWED, KEPT
from safeconduct.publish.plan import Plan, PlannedTable
from tests.publish.corpora import SCHEME, plan, planned


def test_every_dimension_of_counting_is_allowed_or_kept_with_a_reason():
    assert {*ALLOWED, *KEPT} == set(DIMENSIONS)
    assert not set(ALLOWED) & set(KEPT)


@pytest.mark.parametrize("asked", [{"by": ("setting",)}, {"where": (("setting", "prison"),)}])
def test_a_field_that_is_not_allowed_does_not_leave_as_a_breakdown_or_a_filter(asked):
    """Safety: where a person can be found is not for publication."""
    with pytest.raises(Refusal, match="setting stays"):
        planned(*asked.pop("by", ()), labels={"setting": ("prison",)}, **asked)


@pytest.mark.parametrize("measure", ["incidents", "chains"])
def test_the_unit_of_protection_is_the_person(measure):
    question = Question(schemes=(SCHEME,), measure=measure)

    with pytest.raises(Refusal, match="the person"):
        PlannedTable(id="t", title=(), question=question)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"identifier": "A table"}, "id"),
        ({"labels": {"host": ()}}, "labels.host"),
        ({"labels": {"host": ("AQ", "AQ")}}, "labels.host"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(changed, field):
    with pytest.raises(InvalidRecord) as refused:
        planned("host", **changed)

    assert [name for name, _ in refused.value.problems] == [field]


def test_a_table_needs_labels_for_its_dimensions_and_one_scheme():
    question = Question(schemes=(SCHEME, "freedom-house"), by=("host",))

    with pytest.raises(InvalidRecord) as refused:
        PlannedTable(id="t", title=(), question=question)

    assert [name for name, _ in refused.value.problems] == ["labels", "scheme"]


def test_everything_that_is_wrong_with_a_plan_is_said_at_once():
    with pytest.raises(InvalidRecord) as refused:
        Plan(
            id="A plan",
            version="",
            kind="leak",
            title=(),
            publisher="",
            licence="",
            made_on="tomorrow",
            list_rule="all",
            seal="secret",
        )

    named = {name for name, _ in refused.value.problems}
    assert named == {
        *("id", "version", "kind", "title", "publisher", "licence", "made_on"),
        *("list_rule", "seal", "concerns", "reason"),
    }
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"concerns": "0"}, "concerns"), ({"listed": ("i1",)}, "listed")],
)
def test_a_plan_that_contradicts_itself_is_refused(changed, field):
    with pytest.raises(InvalidRecord) as refused:
        plan(**changed)

    assert [name for name, _ in refused.value.problems] == [field]


def test_the_seal_is_in_no_repr():
    """Safety: whoever has the seal can try guesses about a single case."""
    assert plan().seal not in repr(plan())
