"""The weight of the complete graph: ignored, flagged, declined.

It depends on the module under test.
Another threshold is tried on both sides here.
"""

import pytest

from safeconduct.estimate.diagnostics import saturated_weight


# What a test reads of an answer is not typed: it may be there or not.
def refused(*given_here, **named):
    return saturated_weight.refusal(*given_here, **named)


def warned(*given_here, **named):
    return saturated_weight.warnings(*given_here, **named)


@pytest.mark.parametrize(
    ("weight", "flagged", "declined"),
    [
        (0.0, False, False),
        (0.01, False, False),
        (0.011, True, False),
        (0.10, True, False),
        (0.101, False, True),
        (1.0, False, True),
    ],
)
def test_the_weight_is_flagged_above_one_percent_and_declined_above_ten(weight, flagged, declined):
    assert bool(warned(weight)) is flagged
    assert (refused(weight) is not None) is declined


def test_the_weight_is_in_the_words_and_in_the_evidence():
    (found,) = warned(0.042)

    assert "4.2%" in found.text
    assert found.evidence["saturated_weight"] == 0.042
    assert "50.0%" in refused(0.5).reason
