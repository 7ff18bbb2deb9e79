"""Decisions adopt a value that their column admits, with a reason, and nothing else.

It depends on the record only.
A new field that can be decided needs a row here.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.record.columns import UnreadableCell
from safeconduct.record.decision import DECIDABLE
from safeconduct.record.partial_date import parse
from safeconduct.record.person_range import PersonRange
from safeconduct.record.place import Place
from safeconduct.record.tables import VALUE_COLUMNS
from safeconduct.record.unknown import Unknown
from tests.record.cast import decides


@pytest.mark.parametrize(
    ("field", "value", "adopted"),
    [
        ("date", "2023-10-17", parse("2023-10-17")),
        ("date_extent", "lasting", "lasting"),
        ("place_of_act", "KG/Old Harbour", Place("KG", "Old Harbour")),
        ("origin", "RU", "RU"),
        ("origin", "unknown:not-reported", Unknown("not-reported")),
        ("hosts", "KG;TR", ("KG", "TR")),
        ("techniques", "abduction", ("abduction",)),
        ("motive", "accepted", "accepted"),
        ("persons", "1", PersonRange(1, 1)),
        ("persons", "1-3", PersonRange(1, 3)),
        ("persons", "2-open", PersonRange(2, None)),
        ("persons", "unknown:withheld", Unknown("withheld")),
        ("occurrence", "occurred", "occurred"),
        ("occurrence", "did-not-occur", "did-not-occur"),
    ],
)
def test_a_decision_adopts_a_value_of_its_field(field, value, adopted):
    assert decides(field, value).adopted() == adopted


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("says", "Another paraphrase", "field"),
        ("persons_min", "3", "field"),
        ("motive_by", "a court", "field"),
        ("date", "17.10.2023", "value"),
        ("origin", "unknown:conflicting", "value"),
        ("occurrence", "perhaps", "value"),
        ("persons", "many", "value"),
        ("persons", "3-1", "value"),
        ("persons", "1–3", "value"),
        ("persons", "٣", "value"),
        ("persons", "1-3-5", "value"),
        ("persons", "unknown:conflicting", "value"),
        ("persons", "unknown:", "value"),
    ],
)
def test_a_decision_about_nothing_or_for_no_value_is_refused(field, value, problem):
    with pytest.raises(InvalidRecord) as refused:
        decides(field, value)

    assert [name for name, _ in refused.value.problems] == [problem]


def test_a_refusal_never_repeats_the_value():
    """Safety: a value decided may be free text, and messages travel further than corpora."""
    with pytest.raises(InvalidRecord) as refused:
        decides("origin", "Somebody Somewhere")

    assert "Somebody" not in str(refused.value)


def test_a_decision_gives_its_reason():
    with pytest.raises(InvalidRecord, match="reason"):
        decides("origin", "RU", reason="")


def test_every_value_can_be_decided_except_what_goes_with_another():
    undecidable = set(VALUE_COLUMNS) - DECIDABLE

    assert undecidable == {"persons_min", "persons_max", "motive_by"}
    assert set(VALUE_COLUMNS) ^ DECIDABLE == undecidable | {"persons", "occurrence"}


def test_a_refused_number_of_persons_says_what_is_allowed():
    with pytest.raises(InvalidRecord, match="1, 1-3 or 1-open"):
        decides("persons", "several")


def test_an_unreadable_value_of_a_field_never_leaves_a_decision():
    decision = decides("origin", "RU")
    object.__setattr__(decision, "value", "??")

    with pytest.raises(UnreadableCell):
        decision.adopted()
