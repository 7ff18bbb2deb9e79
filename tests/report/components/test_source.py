"""The source line and the contradiction note: calm about what is missing, fair to both sides.

It depends on the plain cast.
An address that no browser understands is shown as it stands.
"""

import pytest

from safeconduct.report.components.contradiction import check_name, finding_view, severity_word
from safeconduct.report.components.source import host_of, source_view
from safeconduct.report.components.standing import chip
from safeconduct.report.components.verdicts import verdict_view
from safeconduct.verify import Severity, all_checks


def test_a_source_line_has_publisher_dates_grade_and_place(edition):
    view = source_view("column", edition)

    assert str(view.publisher) == "Herald"
    assert view.dates == (("read", "2 January 2024"), ("as of", "2023"))
    assert (view.grade, view.grade_means) == ("B", "usually reliable")
    assert view.host == "https://[broken"


def test_a_source_without_an_address_says_so_in_words(edition):
    assert source_view("mail", edition).locator_state == "cited, no locator"
    assert source_view("lost", edition).locator_state == "source not recoverable"
    assert source_view("lost", edition).url == ""


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.herald.example/a", "herald.example"),
        ("https://[broken", "https://[broken"),
        ("https://", "https://"),
        ("", ""),
    ],
)
def test_the_readable_part_of_an_address(url, host):
    assert host_of(url) == host


def test_a_finding_leads_to_its_records_and_says_how_grave_it_is(edition):
    finding = next(each for each in edition.reading.findings if each.check == "figure-sum")
    view = finding_view(finding, edition)

    assert view.message.striptags() == (
        "abroad 24 + unknown 136 add up to 160, but whole is printed as 159."
    )
    assert [str(link) for link in view.records] == ["Persons charged", "Abroad", "Place unknown"]
    assert (view.severity_word, view.is_contradiction, view.more) == ("contradiction", True, 0)


def test_a_finding_about_many_records_names_the_first_and_counts_the_rest(paper_edition):
    finding = max(paper_edition.reading.findings, key=lambda each: len(each.records))
    view = finding_view(finding, paper_edition)

    assert len(view.records) == 12
    assert view.more > 0


def test_every_severity_has_a_word_and_every_check_a_name(edition):
    assert {severity_word(each, edition) for each in Severity} == {
        "error",
        "contradiction",
        "caution",
        "note",
    }
    assert all(check_name(check.name, edition)[0].isupper() for check in all_checks())


def test_a_chip_has_a_word_a_mark_and_reasons(edition):
    mark = chip("hoax", edition)

    assert (mark.standing, mark.word) == ("retracted", "retracted")
    assert mark.reasons == "incident-hoax.html#standing"


def test_a_verdict_names_the_clause_and_the_bounds(paper_edition):
    view = verdict_view("uk-2025", "I26c", edition=paper_edition)

    assert (view.word, view.clause, view.counts_in) == (
        "undecided",
        "tie to a state",
        "high only",
    )
    assert view.why == "The tie to a state is not known."
