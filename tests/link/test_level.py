"""Conditions of levels use only what DuckDB and Spark both read.

It depends on `level` and on every comparison.
A function that both engines have may be added to the set here.
"""

import re

import pytest

from safeconduct.link.level import MISSING, OTHERWISE, missing, slips, transposed
from safeconduct.link.settings import all_comparisons

SHARED = {"levenshtein", "substr", "length", "least", "greatest", "lower"}


@pytest.mark.parametrize("name", all_comparisons())
def test_a_comparison_uses_functions_of_both_engines_and_both_sides_alike(name):
    for level in all_comparisons()[name].LEVELS:
        called = set(re.findall(r"(\w+)\(", level.condition)) - {"and", "or"}

        assert called <= SHARED
        assert len(re.findall(r"_l\b", level.condition)) == len(
            re.findall(r"_r\b", level.condition)
        )


@pytest.mark.parametrize("name", all_comparisons())
def test_a_comparison_begins_with_what_is_missing_and_its_usual_shares_are_shares(name):
    levels = all_comparisons()[name].LEVELS

    assert (levels[0].name, levels[-1].name) == (MISSING, OTHERWISE)
    assert sum(level.usual for level in levels) == pytest.approx(1, abs=0.05)
    assert len({level.name for level in levels}) == len(levels)


def test_conditions_are_written_for_both_sides():
    assert missing("a", "b").condition == (
        "a_l is null or a_r is null or b_l is null or b_r is null"
    )
    assert slips("a", 2, shortest=5) == (
        "least(length(a_l), length(a_r)) >= 5 and levenshtein(a_l, a_r) <= 2"
    )
    assert transposed("a", "b", shortest=5).endswith("b_l = b_r")
