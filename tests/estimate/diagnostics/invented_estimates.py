"""Estimates that were never computed, for what is said about estimates.

It depends on what an estimate says.
A kind of estimate that several tests need is one more function here.
"""

from safeconduct.estimate.result import Assumption, Estimate, EstimateRefusal

ASSUMPTIONS = (Assumption(number=1, text="It was invented."),)


def given(median, interval, *, method="dga"):
    """An estimate with a number."""
    return Estimate(
        method=method,
        observed=10,
        median=median,
        interval=interval,
        assumptions=ASSUMPTIONS,
        input_digest="",
    )


def declined(method="dga"):
    """An estimate that a rule declined."""
    refusal = EstimateRefusal(code="no-overlap", rule="", reason="", remedy="")
    return Estimate(
        method=method,
        observed=10,
        median=None,
        interval=None,
        assumptions=ASSUMPTIONS,
        refusal=refusal,
        input_digest="",
    )
