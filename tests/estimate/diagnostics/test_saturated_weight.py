"""The weight of the complete graph: ignored, flagged, declined.

It depends on the module under test.
Another threshold is tried on both sides here.
"""

import pytest

from safeconduct.estimate.diagnostics import saturated_weight


@pytest.mark.parametrize(
    ("weight", "warned", "declined"),
    [
        (0.0, False, False),
        (0.01, False, False),
        (0.011, True, False),
        (0.10, True, False),
        (0.101, False, True),
        (1.0, False, True),
    ],
)
def test_the_weight_is_flagged_above_one_percent_and_declined_above_ten(weight, warned, declined):
    assert bool(saturated_weight.warnings(weight)) is warned
    assert (saturated_weight.refusal(weight) is not None) is declined


def test_the_weight_is_in_the_words_and_in_the_evidence():
    (warned,) = saturated_weight.warnings(0.042)

    assert "4.2%" in warned.text
    assert warned.evidence["saturated_weight"] == 0.042
    assert "50.0%" in saturated_weight.refusal(0.5).reason
