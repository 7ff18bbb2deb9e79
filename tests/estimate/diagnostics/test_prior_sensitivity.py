"""Estimates under other priors, within and outside the interval.

It depends on invented estimates and on the module under test.
Another way in which a prior shows is tried here.
"""

from safeconduct.estimate.diagnostics import prior_sensitivity
from tests.estimate.diagnostics.invented_estimates import declined, given


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return prior_sensitivity.warnings(*given_here, **named)


def test_priors_within_the_interval_are_no_news():
    assert warned(given(50, (40, 60)), {"delta 1/2": given(45, (30, 50))}) == ()


def test_a_prior_that_moves_the_median_out_is_named():
    others = {"delta 1/2": given(45, (30, 50)), "delta 1": given(20, (15, 25)), "flat": declined()}

    (found,) = warned(given(50, (40, 60)), others)

    assert found.code == "prior-sensitivity"
    assert found.evidence["medians"] == "delta 1: 20; flat: refused"


def test_an_estimate_without_a_number_is_not_sensitive():
    assert warned(declined(), {"delta 1": given(20, (15, 25))}) == ()
