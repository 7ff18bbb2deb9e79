"""Doubts have codes of their own.

It depends on the warnings alone.
A new doubt is tried by being there.
"""

import warnings

import pytest

from safeconduct.estimate.doubtful import DoubtfulResult


def test_every_doubt_has_a_code_of_its_own():
    codes = [DoubtfulResult.code, *(kind.code for kind in DoubtfulResult.__subclasses__())]

    assert len(codes) == len(set(codes)) >= 5


@pytest.mark.parametrize("kind", DoubtfulResult.__subclasses__())
def test_a_doubt_is_a_warning_that_can_be_silenced(kind):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        warnings.warn("Doubtful.", kind, stacklevel=1)

    assert heard[0].category is kind
