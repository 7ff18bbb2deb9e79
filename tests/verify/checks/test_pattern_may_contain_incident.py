"""A pattern that shares technique, host state and time with an incident is a hint; less is not.

It depends on invented corpora.
Each near miss lacks one of the three.
"""

import pytest

from tests.verify.invented import incident, messages, says

NAME = "pattern-may-contain-incident"
PATTERN = incident("p1", kind="pattern")
SUMMARY = says("p", incident="p1", techniques="host-entry-ban", hosts="RS", date="2023/2024")
SINGLE = {"techniques": "host-entry-ban;threat", "hosts": "RS", "date": "2023-07"}


def test_the_same_technique_host_state_and_time_are_a_hint():
    assert messages(NAME, PATTERN, SUMMARY, says("a", **SINGLE)) == [
        "p1 shares technique, host state and time with i1: they may be in it."
    ]


def test_the_place_of_the_act_stands_in_for_a_host_state():
    single = {**SINGLE, "hosts": "", "place_of_act": "RS/Belgrade"}

    assert messages(NAME, PATTERN, SUMMARY, says("a", **single))


def test_the_span_of_a_pattern_counts_and_not_its_finest_date():
    example = says("q", incident="p1", date="2024-02-02")

    assert messages(NAME, PATTERN, SUMMARY, example, says("a", **SINGLE))


@pytest.mark.parametrize(
    "cells",
    [
        {"techniques": "threat"},
        {"techniques": "unknown:not-reported"},
        {"hosts": "TR"},
        {"hosts": "unknown:not-reported"},
        {"date": "2022-07"},
        {"date": "unknown:not-reported"},
        {"origin": "RS"},
    ],
)
def test_without_one_of_the_three_it_is_no_hint(cells):
    assert messages(NAME, PATTERN, SUMMARY, says("a", **{**SINGLE, **cells})) == []


def test_a_declared_overlap_is_another_check_s_matter():
    declared = incident("p1", kind="pattern", overlaps="i1")

    assert messages(NAME, declared, incident("i1"), SUMMARY, says("a", **SINGLE)) == []


def test_two_patterns_are_left_alone():
    other = incident("p2", kind="pattern")

    assert messages(NAME, PATTERN, other, SUMMARY, says("a", incident="p2", **SINGLE)) == []
