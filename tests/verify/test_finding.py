"""A finding names its place, refuses to be about nothing, and sorts by gravity and as people count.

It depends on the finding only.
A new severity is one more word in the first test.
"""

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed


def finding(*records, check="figure-sum", severity=Severity.NOTE, message="It differs."):
    return Finding(
        check=check,
        severity=severity,
        message=Sentence(message),
        hint=Sentence("Look."),
        records=records,
    )


def test_the_severities_run_from_grave_to_light_and_each_says_what_it_means():
    assert sorted(Severity, key=lambda severity: severity.rank) == [
        "error",
        "contradiction",
        "caution",
        "note",
    ]
    assert len({str(severity.meaning) for severity in Severity}) == len(Severity)


def test_the_place_is_the_table_and_the_ids_to_look_at_first():
    about = finding(("statements", "st2"), ("sources", "s1"), ("statements", "st3"))

    assert about.where == "statements st2, st3"


def test_a_place_of_many_records_says_how_many_more_there_are():
    sources = [("sources", f"s{number}") for number in range(1, 61)]

    assert finding(*sources).where == "sources s1, s2, s3 (+57)"
    assert finding(*sources[:3]).where == "sources s1, s2, s3"


def test_a_finding_about_no_record_is_refused():
    with pytest.raises(InvalidRecord):
        finding()


def test_findings_sort_by_gravity_then_check_then_place_as_people_count():
    grave = finding(("sources", "s9"), severity=Severity.ERROR)
    early = finding(("sources", "s1"), check="a-check")
    ninth, tenth = finding(("sources", "s9")), finding(("sources", "s10"))
    reworded = finding(("sources", "s10"), message="Less.")
    shuffled = [reworded, tenth, early, ninth, grave]

    ordered = sorted(shuffled, key=lambda each: each.order)

    assert ordered == [grave, early, ninth, tenth, reworded]


def test_places_of_different_lengths_and_digits_of_any_script_can_be_compared():
    odd = [
        finding(("sources", "s1"), ("statements", "s1")),
        finding(("sources", "s1")),
        finding(("sources", "²")),
        finding(("sources", "٣")),
        finding(("sources", "1")),
        finding(("sources", "1a")),
    ]

    assert len(sorted(odd, key=lambda each: each.order)) == len(odd)


def test_ids_are_listed_in_the_order_given():
    assert listed(["b", "a"]) == "b, a"


def test_of_very_many_ids_the_first_are_listed_and_the_rest_counted():
    ids = [f"i{number}" for number in range(1, 24)]

    assert listed(ids).endswith("i19, i20 … (+3)")
    assert listed(ids[:20]).endswith("i19, i20")
