"""Dates of any precision: what each text may mean, and the algebra of their spans.

It depends on `partial_date` and on the table in `tests/golden/partial_date`, whose README says
where it comes from.
To admit more of EDTF, add texts to `tools/edtf_oracle.py` and write the table anew.
"""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from safeconduct.errors import InvalidRecord
from safeconduct.record.partial_date import PartialDate, parse
from tests.record.strategies import MODEST, partial_dates

TABLE = Path(__file__).parent.parent / "golden" / "partial_date" / "edtf.csv"
WINTER = "-24"


def rows(within: str) -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["within"] == within]


def read(text: str) -> PartialDate | None:
    try:
        return parse(text)
    except InvalidRecord:
        return None


def bounds(when: PartialDate) -> tuple[str, str]:
    earliest = "-inf" if when.earliest == date.min else when.earliest.isoformat()
    return earliest, "inf" if when.latest == date.max else when.latest.isoformat()


def test_the_bounds_of_a_date_are_those_of_another_reader_of_edtf():
    told = {row["text"]: (row["earliest"], row["latest"]) for row in rows("yes")}
    ours = {text: bounds(parse(text)) for text in told}
    # A blank bound is an unknown end, which the other reader guesses.
    comparable = {
        text: tuple(theirs and our for theirs, our in zip(told[text], ours[text], strict=True))
        for text in told
    }

    assert len(told) > 200
    assert {text: each for text, each in comparable.items() if each != told[text]} == {
        text: ("2024-01-01" if "2024" in text else "2010-01-01", comparable[text][1])
        for text in told
        if text.split("/")[0].endswith(WINTER)
    }


def test_what_lies_outside_of_the_notation_is_refused():
    texts = [row["text"] for row in rows("no")]

    assert len(texts) > 150
    assert [text for text in texts if read(text) is not None] == []


@pytest.mark.parametrize(
    "text",
    ["٢٠٢٣", "２０２３", "2023\n", "\n2023", "2023-1０", "2023–2024", "2023/2024\x00", "9" * 9999],
)
def test_what_only_looks_like_a_date_is_refused(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2023-02-29", "is not a date of the calendar, written year-month-day"),
        ("../..", "is an interval without any end"),
        ("/", "is an interval without any end"),
        ("2024/2023", "is an interval that ends before it begins"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_never_repeats_the_text(text, problem):
    with pytest.raises(InvalidRecord) as refused:
        parse(text)

    assert refused.value.problems == (("date", problem),)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2023-10-17", "day"),
        ("2023-10", "month"),
        ("2023-10-XX", "month"),
        ("2023", "year"),
        ("2023-XX", "year"),
        ("2023-XX-XX", "year"),
        ("2023-21", "season"),
        ("202X", "decade"),
        ("2023/2024", "interval"),
        ("2023/..", "interval"),
    ],
)
def test_a_date_says_how_exact_it_is(text, precision):
    assert parse(text).precision == precision
    assert parse(text).is_interval is (precision == "interval")


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2023", False, False),
        ("2023~", True, False),
        ("2023?", False, True),
        ("2023%", True, True),
        ("2023~/2024", True, False),
        ("2023/2024?", False, True),
        ("2023~/2024?", True, True),
        ("2023%/..", True, True),
    ],
)
def test_a_date_keeps_the_hedges_of_its_source(text, approximate, uncertain):
    when = parse(text)

    assert (when.approximate, when.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-21", date(2023, 3, 1), date(2023, 5, 31)),
        ("2023-22", date(2023, 6, 1), date(2023, 8, 31)),
        ("2023-23", date(2023, 9, 1), date(2023, 11, 30)),
        ("2023-24", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_season_spans_its_months_and_winter_both_ends_of_its_year(text, earliest, latest):
    assert (parse(text).earliest, parse(text).latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023-10-17", (2023, 2023)),
        ("202X", (2020, 2029)),
        ("2023/..", (2023, None)),
        ("/2023-04", (None, 2023)),
    ],
)
def test_the_years_of_a_date_end_where_it_is_open(text, years):
    assert parse(text).years == years


# ── The algebra ──────────────────────────────────────────────────────────────


def span(when: PartialDate) -> tuple[date, date]:
    return when.earliest, when.latest


@MODEST
@given(partial_dates())
def test_a_date_is_its_text(one):
    assert parse(str(one)) == PartialDate(one.text) == one
    assert hash(PartialDate(one.text)) == hash(one)
    assert one.earliest <= one.latest


@MODEST
@given(partial_dates(), partial_dates(), partial_dates())
def test_containing_is_an_order_on_spans(one, other, third):
    assert one.contains(one)
    assert not (one.contains(other) and other.contains(one)) or span(one) == span(other)
    assert not (one.contains(other) and other.contains(third)) or one.contains(third)


@MODEST
@given(partial_dates(), partial_dates())
def test_overlapping_is_symmetric_and_follows_from_containing(one, other):
    assert one.overlaps(other) is other.overlaps(one)
    assert not one.contains(other) or one.overlaps(other)


@MODEST
@given(partial_dates(), partial_dates(), partial_dates())
def test_coming_before_is_a_strict_order_among_dates_that_share_no_day(one, other, third):
    assert not one.surely_before(one)
    assert not (one.surely_before(other) and other.surely_before(third)) or one.surely_before(third)
    assert [one.surely_before(other), other.surely_before(one), one.overlaps(other)].count(
        True
    ) == 1


def test_two_texts_of_one_span_are_two_dates_that_contain_each_other():
    plain, hedged = parse("2023"), parse("2023~")

    assert plain != hedged
    assert plain.contains(hedged)
    assert hedged.contains(plain)
