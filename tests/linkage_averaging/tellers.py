"""Estimators whose answer is known beforehand, for what is done with the answers of real ones.

They depend on what an estimate says of itself.
Another kind of answer is one more function.
"""

import numpy as np

from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    EstimateWarning,
    Posterior,
)

HELD = (Assumption(number=1, text="The answer is known beforehand."),)


def evenly(history, *, low=1.0, high=3.0):
    """Spread N evenly between two multiples of the observed number."""
    n = np.arange(int(low * history.n_observed), int(high * history.n_observed) + 1)
    posterior = Posterior(n=n, p=np.full(n.size, 1 / n.size))
    return Estimate(
        method="evenly",
        observed=history.n_observed,
        median=posterior.quantile(0.5),
        interval=posterior.interval(0.95),
        posterior=posterior,
        assumptions=HELD,
        warnings=(EstimateWarning(code="known", text="Known.", advice="Nothing."),),
        input_digest=history.digest(),
    )


def drawn(history):
    """Give draws instead of a posterior."""
    draws = np.arange(history.n_observed, 2 * history.n_observed)
    return Estimate(
        method="drawn",
        observed=history.n_observed,
        median=float(np.median(draws)),
        interval=(float(draws[0]), float(draws[-1])),
        draws=draws,
        assumptions=HELD,
        input_digest=history.digest(),
    )


def certain(history):
    """Give a number without any distribution."""
    n = float(history.n_observed)
    return Estimate(
        method="certain",
        observed=history.n_observed,
        median=n,
        interval=(n, n),
        point=n,
        assumptions=HELD,
        input_digest=history.digest(),
    )


def declining(history):
    """Decline every table."""
    return Estimate(
        method="declining",
        observed=history.n_observed,
        median=None,
        interval=None,
        assumptions=HELD,
        refusal=EstimateRefusal(code="never", rule="Never.", reason="So.", remedy="None."),
        input_digest=history.digest(),
    )
