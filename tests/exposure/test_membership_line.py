"""Memberships on a day: the changes that the paper's table and its footnotes speak of are seen.

It depends on the memberships and on the organisations of the vocabulary.
A change of membership that matters is one more row.
"""

from datetime import date

import pytest

from safeconduct.exposure.membership_line import memberships


def standings(states, day, organisation):
    return {
        (line.state, line.status, line.is_certain)
        for line in memberships(states, on=date.fromisoformat(day))
        if line.organisation == organisation
    }


@pytest.mark.parametrize(
    ("organisation", "state", "day", "expected"),
    [
        ("cis", "MD", "2021-12-31", {("full", True)}),
        ("cis", "MD", "2022-06-30", {("full", True), ("suspended", False)}),
        ("cis", "MD", "2024-06-30", {("full", True), ("suspended", True)}),
        ("csto", "AM", "2022-01-01", {("full", True)}),
        ("csto", "AM", "2024-06-30", {("full", True), ("suspended", True)}),
        ("sco", "BY", "2024-06-30", {("observer", True)}),
        ("sco", "BY", "2026-11-01", {("full", True)}),
        ("council-of-europe", "RU", "2022-01-01", {("full", True)}),
        ("council-of-europe", "RU", "2024-06-30", {("withdrawn", True)}),
        ("eaeu", "GE", "2024-06-30", {("no-member", True)}),
        ("interpol", "GE", "2024-06-30", {("full", True)}),
        ("interpol", "TV", "2024-06-30", {("outside", True)}),
        ("interpol", "GL", "2024-06-30", {("not-known", False)}),
    ],
)
def test_a_change_of_membership_is_seen_on_its_day(organisation, state, day, expected):
    found = standings((state, "KZ" if state == "RU" else "RU"), day, organisation)

    assert {(status, sure) for code, status, sure in found if code == state} == expected


def test_an_organisation_that_knows_neither_state_is_left_out():
    assert standings(("RU", "KZ"), "2024-06-30", "nato") == set()


def test_every_line_has_a_source():
    assert all(line.source for line in memberships(("RU", "TH"), on=date(2024, 6, 30)))
