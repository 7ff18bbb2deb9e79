"""Numbers that fall apart when they are touched, and numbers that do not.

It depends on the published tables and on the module under test.
Another way of touching a number is tried on the same tables.
"""

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.diagnostics import not_robust
from tests.estimate.published_tables import published
from tests.estimate.tables import history


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return not_robust.warnings(*given_here, **named)


def signs(*given_here, **named):
    return not_robust.signs(*given_here, **named)


def test_the_table_of_the_united_kingdom_falls_apart_in_every_way():
    (found,) = warned(published("uk-5"), saturated_weight=0.995)

    assert found.code == "not-robust"
    assert list(found.evidence) == [
        "saturated weight",
        "models that BIC hardly tells apart",
        "choice by BIC and by steps",
        "leaving one list out",
    ]
    assert "12,262 to 28,822" in found.text
    assert "11,313 to 25,311" in found.text


@pytest.mark.parametrize(("name", "number"), [("madigan-york-5", 0), ("kosovo", 1)])
def test_other_published_tables_show_one_sign_at_most(name, number):
    assert len(signs(published(name))) == number
    assert warned(published(name)) == ()


def test_a_weight_that_is_small_or_unknown_is_no_sign():
    three = history([0, 40, 30, 12, 20, 8, 9, 3])

    assert signs(three, saturated_weight=0.05) == ()
    assert signs(three) == ()
    assert [one.name for one in signs(three, saturated_weight=0.2)] == ["saturated weight"]


def test_seven_lists_are_left_out_one_by_one_with_the_steps():
    on = np.random.default_rng(0).random((3000, 7)) < 0.2
    seven = CaptureHistory.from_memberships(
        [
            [name for name, is_on in zip("ABCDEFG", line, strict=True) if is_on]
            for line in on
            if any(line)
        ],
        lists="ABCDEFG",
    )

    assert signs(seven) == ()
