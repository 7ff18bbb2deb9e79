r"""Latent classes without a fixed number of them (LCMCR): persons differ in how they are seen.

It depends on `latent_classes` for the draws and on the diagnostics for what they are worth.
A new setting is a field of `LatentClassSettings`; nothing here draws a number.

Symbols, with those of Manrique-Vallier (2016): K lists (his J); n observed persons, N in all, N0
missing; H classes at most (his K*); π_h the share of class h; λ_kh the probability that list k sees
a person of class h; α the concentration of the shares.

References:
    Manrique-Vallier, D. (2016). Bayesian population size estimation using Dirichlet process
    mixtures. Biometrics 72(4), 1246-1254. doi:10.1111/biom.12502.
    Manrique-Vallier, D. LCMCR, R package 0.4.14: the reference program.
    Aleshin-Guendel, S., Sadinle, M. and Wakefield, J. (2021). The central role of the identifying
    assumption in population size estimation. arXiv:2101.09304.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.canonical_order import canonical_order
from safeconduct.estimate.convergence import quantile_error
from safeconduct.estimate.diagnostics import predicted_patterns
from safeconduct.estimate.examination import examine
from safeconduct.estimate.latent_classes.model import LatentClassModel
from safeconduct.estimate.latent_classes.sampler import (
    FEWEST_INDEPENDENT,
    MOST_MISSING,
    LatentClassSettings,
    draw,
)
from safeconduct.estimate.result import (
    Assumption,
    Estimate,
    EstimateRefusal,
    EstimateWarning,
    Posterior,
    refused_estimate,
)
from safeconduct.estimate.voiced_doubts import voice

if TYPE_CHECKING:
    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.latent_classes.sampler import ClassDraws

METHOD: Final = "lcmcr"
FEWEST_LISTS: Final = 3
DEFAULTS: Final = LatentClassSettings()
ASSUMPTIONS: Final = (
    Assumption(
        number=1,
        text="Nobody enters or leaves the population while the lists are made, and all lists mean "
        "the same population.",
    ),
    Assumption(number=2, text="Every record is linked to its person: no link is missed or false."),
    Assumption(
        number=3,
        text="Persons are of a few kinds. Within a kind, being on one list does not change the "
        "chance of being on another: lists that refer persons to each other break this.",
    ),
    Assumption(
        number=4,
        text="Those whom no list saw are of kinds that the lists saw in part. This identifies the "
        "number of the missing, and the table cannot test it: a kind that no list can see is not "
        "counted.",
    ),
)
_LEVEL: Final = 0.95
_LIMITS: Final = (0.025, 0.975)
_SHARE_AT_BOUND: Final = 1e-3


def estimate(
    history: CaptureHistory, *, settings: LatentClassSettings = DEFAULTS, seed: int = 1
) -> Estimate:
    r"""Estimate the total as a mixture of classes of persons whose number is not fixed.

    A person is of class h with the chance π_h and is then on each list k with the chance λ_kh,
    list by list independently:

        p(pattern) = sum_h π_h prod_k λ_kh^x_k (1 - λ_kh)^(1 - x_k),

    with π broken from a stick, V_h ~ Beta(1, α), α ~ Gamma(a, b), λ_kh ~ Beta, and 1/N for N.

    Parameters:
        history: K lists, 3 to 8, counts in persons.
        settings: priors and length of the run, by default those of the reference program for the
            priors: 10 classes, α ~ Gamma(0.25, 0.25), λ ~ Beta(1, 1).
        seed: of the draws, 0 or more; the same seed gives the same answer.

    Returns:
        `median` and `interval` (95 %) in persons; `draws` and `posterior` over N. `diagnostics`
        hold R-hat of log N0, the number of independent draws, and the Monte-Carlo errors of median
        and limits in persons. A table that a rule declines, or on which the chains do not agree,
        comes back with its refusal.

    Raises:
        InvalidQuery: a setting is outside its range; every one is named.

    Warns:
        PoorConvergence: the chains agree, on few independent draws.
        DoubtfulResult: what the diagnostics of the table find.

    Notes:
        Assumptions: as numbered in `ASSUMPTIONS`.
        Do not use it with two lists; where lists refer persons to each other; or where a kind of
        person may be out of reach of every list. With three lists and few persons it undercounts
        (nominal 95 % intervals covered 58 % at 400 persons), as with three distinct kinds and four
        lists (43 % at 2,000).
        Numerical method: N and the classes of persons are integrated out, which leaves a smooth
        density of H (K + 1) coordinates (`latent_classes.model`), whatever the number of persons.
        Chains start at the prior and are heated to the posterior; Hamiltonian trajectories carry
        them along its ridge, other moves change the number of classes. N0 is then drawn
        negative-binomially. Chains run on until R-hat of log N0 is below the target; there is no
        bound on N0 but 10^15, and the share of draws there is reported.

    References:
        Manrique-Vallier (2016), sections 3 and 4. Aleshin-Guendel and others (2021), section 4,
        for assumption 4.

    Examples:
        Killings in Kosovo, March to June 1999 (Ball and others 2002, four lists). LCMCR gives
        10,415 (8,955 to 13,933), with Monte-Carlo errors of 8, 32 and 28; a short run comes near:

        >>> from safeconduct.estimate.capture_history import CaptureHistory
        >>> table = {
        ...     "EXH": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1],
        ...     "ABA": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 1],
        ...     "OSCE": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1],
        ...     "HRW": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 1],
        ...     "count": [1131, 845, 936, 306, 177, 228, 106, 217, 31, 123, 181, 18, 42, 32, 27],
        ... }
        >>> short = LatentClassSettings(chains=32, draws=100, most_draws=200, target_rhat=1.05)
        >>> kosovo = estimate(CaptureHistory.from_patterns(table), settings=short)
        >>> round(kosovo.median, -3)
        10000
    """
    problems = settings.problems()
    if seed < 0:
        problems.append(("seed", "is 0 or more"))
    if problems:
        raise InvalidQuery(problems)
    examination = examine(history)
    declined = _too_few_lists(history) or examination.refusal
    if declined is not None:
        return _refused(history, settings, declined, seed=seed, warnings=examination.warnings)
    # In an order of the lists that follows from the counts, so that the caller's does not matter.
    ordered = canonical_order(history)
    model = LatentClassModel(
        counts=ordered.counts,
        n_classes=settings.classes,
        alpha_prior=settings.alpha_prior,
        capture_prior=settings.capture_prior,
    )
    rng = np.random.default_rng(np.random.SeedSequence(seed))
    drawn = draw(model, settings, rng=rng)
    declined = _not_converged(drawn, settings) or _no_end(drawn)
    if declined is not None:
        return _refused(history, settings, declined, seed=seed, warnings=examination.warnings)
    predicted = predicted_patterns.prediction(
        ordered, drawn.chances, weights=np.ones(len(drawn.chances)), rng=rng
    )
    doubts = (
        *examination.warnings,
        *_few_draws(drawn),
        *predicted_patterns.warnings(predicted),
    )
    voice(doubts)
    totals = history.n_observed + drawn.missing
    posterior = _posterior(totals)
    return Estimate(
        method=METHOD,
        observed=history.n_observed,
        median=posterior.quantile(0.5),
        interval=posterior.interval(_LEVEL),
        level=_LEVEL,
        posterior=posterior,
        draws=totals.ravel(),
        assumptions=_assumptions(settings),
        diagnostics={
            **_diagnostics(drawn, totals),
            "posterior_predictive": predicted.to_json(),
        },
        warnings=doubts,
        seed=seed,
        input_digest=history.digest(),
    )


def _posterior(totals: npt.NDArray[np.int64]) -> Posterior:
    n, times = np.unique(totals, return_counts=True)
    return Posterior(n=n, p=times / totals.size)


def _assumptions(settings: LatentClassSettings) -> tuple[Assumption, ...]:
    """Say what was assumed, with the settings in force."""
    (shape, rate), (on, off) = settings.alpha_prior, settings.capture_prior
    text = f"Before the table is seen, there are up to {settings.classes} kinds of persons, their "
    text += f"concentration has the prior Gamma({shape:g}, {rate:g}), each chance of being seen "
    text += f"has the prior Beta({on:g}, {off:g}), and N has the prior 1/N."
    return (*ASSUMPTIONS, Assumption(number=len(ASSUMPTIONS) + 1, text=text))


def _diagnostics(drawn: ClassDraws, totals: npt.NDArray[np.int64]) -> dict[str, object]:
    low, high = (quantile_error(totals, q=q) for q in _LIMITS)
    kinds, times = np.unique(drawn.classes, return_counts=True)
    return {
        "rhat_log_missing": drawn.agreement.rhat,
        "independent_draws": drawn.agreement.bulk_size,
        "chains": drawn.missing.shape[0],
        "draws_a_chain": drawn.missing.shape[1],
        "error_of_median": quantile_error(totals, q=0.5),
        "error_of_lower_limit": low,
        "error_of_upper_limit": high,
        "classes": {
            str(kind): float(share)
            for kind, share in zip(kinds, times / drawn.classes.size, strict=True)
        },
        "acceptance": dict(drawn.acceptance),
        "bound_on_missing": MOST_MISSING,
        "share_at_bound": _share_at_bound(drawn),
    }


def _share_at_bound(drawn: ClassDraws) -> float:
    return float((drawn.missing >= MOST_MISSING).mean())


def _few_draws(drawn: ClassDraws) -> tuple[EstimateWarning, ...]:
    size = drawn.agreement.bulk_size
    if size >= FEWEST_INDEPENDENT:
        return ()
    return (
        EstimateWarning(
            code="poor-convergence",
            text=f"The chains agree, on {size:.0f} independent draws only.",
            advice="Raise most_draws before a limit of the interval is published.",
            evidence={"independent_draws": size, "wanted": float(FEWEST_INDEPENDENT)},
        ),
    )


def _refused(
    history: CaptureHistory,
    settings: LatentClassSettings,
    refusal: EstimateRefusal,
    *,
    seed: int,
    warnings: tuple[EstimateWarning, ...],
) -> Estimate:
    refused = refused_estimate(
        history, refusal, method=METHOD, assumptions=_assumptions(settings), warnings=warnings
    )
    return replace(refused, seed=seed)


def _too_few_lists(history: CaptureHistory) -> EstimateRefusal | None:
    if history.n_lists >= FEWEST_LISTS:
        return None
    return EstimateRefusal(
        code="too-few-lists",
        rule="Kinds of persons are told apart from three lists on",
        reason=f"There are {history.n_lists} lists.",
        remedy="Find a third list, or use lincoln_petersen, which assumes that all persons are of "
        "one kind and that two lists are independent.",
        evidence={"lists": history.n_lists},
    )


def _not_converged(drawn: ClassDraws, settings: LatentClassSettings) -> EstimateRefusal | None:
    rhat = drawn.agreement.rhat
    if rhat < settings.target_rhat:
        return None
    return EstimateRefusal(
        code="not-converged",
        rule="A number is given only where independent chains agree on it",
        reason=f"After {drawn.missing.shape[1]} draws a chain, R-hat of the log of the missing is "
        f"{rhat:.3f}; it has to be below {settings.target_rhat:g}.",
        remedy="Raise most_draws. If R-hat stays, the table tells two stories about the missing: "
        "look at it by stratum, or report that it carries no estimate of this kind.",
        evidence={"rhat": rhat, "independent_draws": drawn.agreement.bulk_size},
    )


def _no_end(drawn: ClassDraws) -> EstimateRefusal | None:
    share = _share_at_bound(drawn)
    if share <= _SHARE_AT_BOUND:
        return None
    return EstimateRefusal(
        code="no-end",
        rule="A posterior that reaches 10^15 persons is no answer",
        reason=f"{share:.1%} of the draws reach the bound of 10^15 missing persons.",
        remedy="Find lists that overlap more.",
        evidence={"share_at_bound": share},
    )
