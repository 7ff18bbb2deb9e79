"""Everything that is wrong with columns is named at once, by its rows.

It depends on the reading through the table that it fills.
A new kind of mistake is one more row of the table that has them all.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidCaptures
from safeconduct.estimate.capture_history import CaptureHistory

NAN = float("nan")


def problems(table, **settings):
    with pytest.raises(InvalidCaptures) as caught:
        CaptureHistory.from_patterns(table, **settings)
    return list(caught.value.problems)


def test_every_kind_of_mistake_is_named_in_one_go():
    table = {
        "A": [1, 0, 0, 1, 2, 0, 1],
        "B": [1, 1, 0, 1, NAN, 0, True],
        "count": [-1, 0.5, NAN, 10**400, 3, 1, 10**9],
    }

    assert problems(table) == [
        ("A", "holds something other than 0 and 1 in row 5"),
        ("B", "holds something other than 0 and 1 in row 5"),
        ("count", "holds no finite number in rows 3, 4"),
        ("count", "is negative in row 1"),
        ("count", "is a fraction in row 2"),
        ("count", "is above 100,000,000 in row 7"),
        ("pattern", "rows 3, 6: on no list; whom no list saw cannot be counted"),
        ("pattern", "rows 4, 6, 7: the pattern of an earlier row again"),
    ]


@pytest.mark.parametrize("n_lists", [1, 9])
def test_one_list_and_nine_lists_are_named_with_the_rest(n_lists):
    table = {f"L{place}": [1] for place in range(n_lists)} | {"count": [-3]}

    assert [place for place, _ in problems(table)] == ["lists", "count"]


def test_a_table_without_counts_or_lists_says_so():
    assert problems({"A": [1], "B": [1]}) == [
        ("count", "there is no column of that name with the counts")
    ]
    assert [place for place, _ in problems({"count": [1]})] == ["lists"]


def test_columns_of_different_length_are_no_table():
    assert problems({"A": [1, 1], "B": [1], "count": [1, 1, 1]}) == [
        ("table", "columns have different lengths: 1, 2, 3")
    ]


@pytest.mark.parametrize("counts", [[0, 0], np.zeros(2)])
def test_a_table_in_which_nobody_is_observed_is_none(counts):
    assert problems({"A": [1, 0], "B": [1, 1], "count": counts}) == [
        ("count", "nobody is observed")
    ]


def test_words_are_no_numbers():
    found = problems({"A": ["1", None], "B": [1, 1], "count": [1, "many"]})

    assert [place for place, _ in found] == ["A", "count"]


def test_many_rows_are_named_by_the_first():
    found = problems({"A": [1] * 9, "B": [7] * 9, "count": [1] * 9})

    assert found == [("B", "holds something other than 0 and 1 in rows 1, 2, 3, 4, 5 and 4 more")]
