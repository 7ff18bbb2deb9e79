"""A doubt of a result is said aloud where it has a class of its own.

It depends on the module under test.
A further class of doubt is heard here.
"""

import warnings

import pytest

from safeconduct.estimate.doubtful import SparseTable
from safeconduct.estimate.result import EstimateWarning
from safeconduct.estimate.voiced_doubts import voice


def doubt(code):
    return EstimateWarning(code=code, text="Few persons.", advice="Merge lists.")


def test_a_doubt_with_a_class_is_said_aloud():
    with pytest.warns(SparseTable, match=r"^Few persons\.$"):
        voice([doubt("sparse-table")])


def test_a_doubt_without_a_class_stays_in_the_result():
    with warnings.catch_warnings(record=True) as heard:
        voice([doubt("heterogeneity")])

    assert heard == []
