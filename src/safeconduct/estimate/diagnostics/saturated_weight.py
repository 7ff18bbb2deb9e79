"""How much of a graph average rests on the complete graph, which says nothing about the missing.

It depends on what an estimate says only; the weight comes from the estimator that averages.
The thresholds are constants here, with their reason.

Under the complete graph the posterior of N depends on the number of lists, on n and on delta only,
not on who is on which list. Its weight, with that graph in the set and the same prior as the rest,
says how much of an answer would have come from the prior. Above 1 % it is flagged, above 10 % no
number is given. Both thresholds are this project's own proposal; no literature sets them.
"""

from __future__ import annotations

from typing import Final

from safeconduct.estimate.result import EstimateRefusal, EstimateWarning

SATURATED: Final = "saturated-weight"
FLAG_ABOVE: Final = 0.01
REFUSE_ABOVE: Final = 0.10


def refusal(weight: float) -> EstimateRefusal | None:
    """Refuse an average that rests on the complete graph; `weight` is a probability."""
    if weight <= REFUSE_ABOVE:
        return None
    return EstimateRefusal(
        code=SATURATED,
        rule="An average that rests on the model without an assumption is not given",
        reason=f"The complete graph takes {weight:.1%} of the weight: the lists depend on each "
        "other in a way that no simpler graph describes.",
        remedy="Stratify by time, place or perpetrator, merge lists that refer to each other, or "
        "use a method that allows persons to differ.",
        evidence={"saturated_weight": weight, "refused_above": REFUSE_ABOVE},
    )


def warnings(weight: float) -> tuple[EstimateWarning, ...]:
    """Warn of an average in which the complete graph has a weight that is not negligible."""
    if not FLAG_ABOVE < weight <= REFUSE_ABOVE:
        return ()
    return (
        EstimateWarning(
            code=SATURATED,
            text=f"The complete graph would take {weight:.1%} of the weight.",
            advice="Compare with the latent-class and log-linear estimates, and stratify.",
            evidence={"saturated_weight": weight, "flagged_above": FLAG_ABOVE},
        ),
    )
