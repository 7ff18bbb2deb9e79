"""An estimate as JSON: what stands for the whole answer first, then each method and each stratum.

It depends on what an estimate says of itself.
What every answer holds is written by `_own`, at the top and in every part; what links add stands
under `linkage`.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, cast

from safeconduct.cli.estimate_answer import BOUND, main

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.cli.estimate_answer import Answer, StratumAnswer
    from safeconduct.cli.estimate_linkage import CarriedLinkage
    from safeconduct.cli.json_text import Json
    from safeconduct.estimate.result import Estimate, EstimateWarning
    from safeconduct.estimate.strata import StratifiedEstimate
    from safeconduct.linkage_averaging import AveragedEstimate


def answer_json(answer: Answer, *, with_posterior: bool) -> Json:
    """Write an answer: the keys of one estimate, and beside them methods, strata and sums."""
    if not answer.by:
        return _stratum(
            answer.strata[""], is_of_all=answer.is_of_all, with_posterior=with_posterior
        )
    return {
        **_own(answer.whole, with_posterior=with_posterior),
        **_no_linkage_of_sums(answer),
        "by": answer.by,
        "strata": {
            name: _stratum(each, is_of_all=answer.is_of_all, with_posterior=with_posterior)
            for name, each in answer.strata.items()
        },
        # As they are pooled, where that was asked and a method can do it.
        "totals": _totals({**answer.sums, **answer.pooled}, with_posterior=with_posterior),
        "totals_not_pooled": _totals(answer.sums, with_posterior=with_posterior),
        "pooled": {
            method: {
                name: _own(found, with_posterior=with_posterior)
                for name, found in each.pooled.items()
            }
            for method, each in answer.pooled.items()
            if each.pooled
        },
    }


def _totals(sums: Mapping[str, StratifiedEstimate], *, with_posterior: bool) -> dict[str, Json]:
    return {
        method: _own(each.total, with_posterior=with_posterior) for method, each in sums.items()
    }


def _no_linkage_of_sums(answer: Answer) -> dict[str, Json]:
    """Say of a sum that it takes the links as they are, where strata do not."""
    is_carried = any(each.linkage.averaged for each in answer.strata.values())
    return {"linkage": None, "linkage_left_out": "sum-of-strata"} if is_carried else {}


def _stratum(stratum: StratumAnswer, *, is_of_all: bool, with_posterior: bool) -> Json:
    inquiry = stratum.inquiry
    found = {
        each.method: {
            **_own(each, with_posterior=with_posterior),
            **_linkage(each.method, stratum.linkage, with_posterior=with_posterior),
        }
        for each in inquiry.estimates
    }
    lists = {"lists": list(inquiry.history.lists)}
    first = main(inquiry.estimates)
    if not is_of_all:
        return {**lists, **found[first.method]}
    doubts = _doubts(inquiry.doubts)
    return {
        **lists,
        **found[first.method],
        "warnings": [*_doubts(first.warnings), *doubts],
        "estimates": list(found.values()),
        "doubts": doubts,
    }


def _doubts(doubts: Iterable[EstimateWarning]) -> list[Json]:
    return [
        {
            "code": doubt.code,
            "text": doubt.text,
            "advice": doubt.advice,
            "evidence": dict(doubt.evidence),
        }
        for doubt in doubts
    ]


def _linkage(method: str, linkage: CarriedLinkage, *, with_posterior: bool) -> dict[str, Json]:
    if method in linkage.left_out:
        return {"linkage": None, "linkage_left_out": linkage.left_out[method]}
    if method not in linkage.averaged:
        return {}
    averaged = _averaged(linkage.averaged[method], with_posterior=with_posterior)
    if linkage.seed is not None:
        # A method that draws nothing has no seed of its own.
        averaged["seed"] = linkage.seed
    return {"linkage": averaged}


def _averaged(averaged: AveragedEstimate, *, with_posterior: bool) -> dict[str, Json]:
    return {
        **_own(averaged.estimate, with_posterior=with_posterior),
        "linkage_share": averaged.linkage_share,
        "width_ratio": averaged.width_ratio,
        "n_linkages": averaged.n_draws,
        "n_linkages_refused": averaged.n_refused,
    }


def _own(estimate: Estimate, *, with_posterior: bool) -> dict[str, Json]:
    told = cast("dict[str, Json]", estimate.to_json(posterior=with_posterior))
    told["reads_as"] = "bound" if estimate.method == BOUND else "total"
    if with_posterior:
        told["posterior_is_of"], told["posterior"] = _distribution(estimate)
    return told


def _distribution(estimate: Estimate) -> tuple[str | None, Json]:
    """The distribution over the total, and what it is one of; draws are counted number by number.

    Resampled tables are no posterior, and are told apart by name; a bound has neither.
    """
    if estimate.refusal is not None:
        return None, None
    if estimate.posterior is not None:
        found = estimate.posterior
        return "posterior", {"n": found.n.tolist(), "p": found.p.tolist()}
    if estimate.draws is None:
        return None, None
    times = Counter(round(each) for each in estimate.draws.tolist() if math.isfinite(each))
    kind = "bootstrap" if "n_bootstrap" in estimate.diagnostics else "draws"
    n = sorted(times)
    return kind, {"n": n, "p": [times[each] / times.total() for each in n]}
