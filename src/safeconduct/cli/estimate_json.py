"""An estimate as JSON: one method as it stands, several side by side, strata by name.

It depends on what an estimate says of itself.
What every answer holds is written by `Estimate.to_json`; what links add stands under `linkage`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from safeconduct.cli.estimate_answer import Answer, StratumAnswer
    from safeconduct.cli.json_text import Json
    from safeconduct.estimate.result import Estimate
    from safeconduct.linkage_averaging import AveragedEstimate


def answer_json(answer: Answer, *, with_posterior: bool) -> Json:
    """Write an answer: of one method, its own keys; of several, a list of them."""
    if not answer.by:
        return _stratum(answer.strata[""], with_posterior=with_posterior)
    return {
        "by": answer.by,
        "strata": {
            name: _stratum(each, with_posterior=with_posterior)
            for name, each in answer.strata.items()
        },
    }


def _stratum(stratum: StratumAnswer, *, with_posterior: bool) -> Json:
    inquiry = stratum.inquiry
    found = [
        {
            **_own(each, with_posterior=with_posterior),
            **_linkage(stratum.carried.get(each.method), with_posterior=with_posterior),
        }
        for each in inquiry.estimates
    ]
    lists = {"lists": list(inquiry.history.lists)}
    if len(found) == 1:
        return {**lists, **found[0]}
    first = inquiry.estimates[0]
    return {
        **lists,
        "observed": first.observed,
        "input_digest": first.input_digest,
        "estimates": found,
        "doubts": [
            {
                "code": doubt.code,
                "text": doubt.text,
                "advice": doubt.advice,
                "evidence": dict(doubt.evidence),
            }
            for doubt in inquiry.doubts
        ],
    }


def _linkage(carried: AveragedEstimate | None, *, with_posterior: bool) -> dict[str, Json]:
    if carried is None:
        return {}
    return {
        "linkage": {
            **_own(carried.estimate, with_posterior=with_posterior),
            "linkage_share": carried.linkage_share,
            "width_ratio": carried.width_ratio,
            "n_linkages": carried.n_draws,
            "n_linkages_refused": carried.n_refused,
        }
    }


def _own(estimate: Estimate, *, with_posterior: bool) -> dict[str, Json]:
    return cast("dict[str, Json]", estimate.to_json(posterior=with_posterior))
