"""The page about an estimate: what the lists are, what each method says, what is doubtful, assumed.

It depends on the study, on the words of the estimators and on the edition.
The number is never a headline: every number stands in a sentence with its ends and its condition.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from safeconduct.estimate.result import SENSITIVITY_RATIOS
from safeconduct.report.estimates.method_words import (
    BOUND,
    as_linked,
    in_a_sentence,
    method_name,
    with_linkage,
)
from safeconduct.report.estimates.sayings import assumption_said, said
from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.estimate.result import Estimate, EstimateRefusal, EstimateWarning
    from safeconduct.linkage_averaging import AveragedEstimate, CheckedLinks
    from safeconduct.report.edition import Edition
    from safeconduct.report.estimates.study import Study
    from safeconduct.report.markup import Passage
    from safeconduct.report.wording import Wording

SECTION: Final = Section(name="estimate", label=marked("Estimate"), order=15)
JSON_FILE: Final = "estimate.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """What one method says: in a sentence, and its numbers for the table."""

    name: str
    sentence: str
    low: str
    median: str
    high: str
    is_bound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalView:
    """Who declined, by which rule, why, and what would help."""

    names: tuple[str, ...]
    rule: str | Passage
    reason: str | Passage
    remedy: str | Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtView:
    """One doubt, with the methods that it concerns and what to do about it."""

    methods: tuple[str, ...]
    text: str | Passage
    advice: str | Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumedView:
    """What one method assumes, in the order of its numbers."""

    name: str
    texts: tuple[str | Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanView:
    """What one method's median becomes where the interaction of all lists is another."""

    name: str
    medians: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StratumView:
    """One stratum: how many are on its lists, and what is said of it."""

    name: Passage
    observed: int
    sentence: str | Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkageView:
    """What is known of the linkage, and what that does to the interval.

    checked: pairs checked by hand; None where `n_drawn` linkages that the linker drew were averaged
    over. widths: what the number takes the links for, its ends and how far they are apart.
    """

    checked: CheckedLinks | None
    n_drawn: int
    sentence: str
    refusal: RefusalView | None
    share: str
    ratio: str
    widths: tuple[WidthView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WidthView:
    """One interval of the main method: how links were taken, its ends and its width."""

    label: str
    low: str
    median: str
    high: str
    width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateView:
    """The page about one study."""

    lists: tuple[tuple[Passage, int], ...]
    observed: int
    overlapping: int
    given: tuple[MethodView, ...]
    refused: tuple[RefusalView, ...]
    doubts: tuple[DoubtView, ...]
    assumed: tuple[AssumedView, ...]
    ratios: tuple[str, ...]
    scanned: tuple[ScanView, ...]
    plates: frozenset[str]
    by: Passage
    strata: tuple[StratumView, ...]
    total: MethodView | None
    total_refused: RefusalView | None
    total_doubts: tuple[DoubtView, ...]
    linkage: LinkageView | None
    linkage_unfit: bool
    digest: str
    versions: str


def page(study: Study, edition: Edition, *, plates: Iterable[str]) -> Page:
    """Write the page; `plates` names the pictures that were drawn."""
    return Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="estimate",
        title=edition.wording.say("How many are on none of the lists?"),
        view=_view(study, edition, plates=frozenset(plates)),
    )


def study_json(study: Study) -> bytes:
    """Write what every method says, for programs."""
    told = {
        "lists": list(study.history.lists),
        "estimates": [each.to_json() for each in study.inquiry.estimates],
        "strata": {name: inquiry.estimates[0].to_json() for name, inquiry in study.strata.items()},
        "total": None if study.total is None else study.total.to_json(),
        "linkage": _linkage_json(study.carried),
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _linkage_json(carried: AveragedEstimate | None) -> dict[str, object] | None:
    if carried is None:
        return None
    return {
        **carried.estimate.to_json(),
        "linkage_share": carried.linkage_share,
        "width_ratio": carried.width_ratio,
        "n_linkages": carried.n_draws,
        "n_linkages_refused": carried.n_refused,
    }


def _view(study: Study, edition: Edition, *, plates: frozenset[str]) -> EstimateView:
    wording, overlap = edition.wording, study.history.overlap()
    first = study.inquiry.estimates[0]
    total = study.total
    return EstimateView(
        lists=tuple(
            (edition.passage(name), number)
            for name, number in zip(overlap.lists, overlap.totals, strict=True)
        ),
        observed=study.history.n_observed,
        overlapping=overlap.n_overlapping,
        given=_given(study, wording),
        refused=refusals(study.inquiry.estimates, wording),
        doubts=_doubts(study, wording),
        assumed=_assumed(_with_its_linkage(study), wording),
        ratios=tuple(map(wording.number, SENSITIVITY_RATIOS)),
        scanned=_scanned(study.given, wording),
        plates=plates,
        by=edition.passage(study.by),
        strata=tuple(
            StratumView(
                name=edition.passage(name),
                observed=inquiry.history.n_observed,
                sentence=_sentence(inquiry.estimates[0], wording),
            )
            for name, inquiry in study.strata.items()
        ),
        total=method_view(total, wording) if total and total.refusal is None else None,
        total_refused=refusal_view(total.refusal, methods=[total.method], wording=wording)
        if total and total.refusal
        else None,
        total_doubts=doubt_views([(total, total.warnings)], wording) if total else (),
        linkage=_linkage(study, wording),
        linkage_unfit=study.carried is None and (study.checked is not None or study.n_drawn > 0),
        digest=first.input_digest,
        versions=wording.listed([f"{name} {version}" for name, version in first.versions.items()]),
    )


def _given(study: Study, wording: Wording) -> tuple[MethodView, ...]:
    """What the methods say; first the number that carries the linkage, where there is one.

    The others then say in their name that they take the links as they are.
    """
    views = tuple(method_view(each, wording) for each in study.given)
    if study.carried is None or study.carried.estimate.refusal is not None:
        return views
    first = method_view(study.carried.estimate, wording)
    return (
        replace(first, name=with_linkage(first.name, wording)),
        *(replace(each, name=as_linked(each.name, wording)) for each in views),
    )


def method_view(found: Estimate, wording: Wording) -> MethodView:
    """What a method says that gives a number."""
    low, high = found.interval or (0.0, 0.0)
    written = wording.number
    return MethodView(
        name=method_name(found.method, wording),
        sentence=in_a_sentence(found, wording),
        low=written(round(low)),
        median=written(round(found.median or 0.0)),
        high=written(round(high)),
        is_bound=found.method == BOUND,
    )


def refusals(found: Iterable[Estimate], wording: Wording) -> tuple[RefusalView, ...]:
    """Every refusal once, with the methods that it holds for."""
    gathered: dict[tuple[str, str, str, str], tuple[EstimateRefusal, list[str]]] = {}
    for each in found:
        if each.refusal is not None:
            one = each.refusal
            key = (one.code, one.rule, one.reason, one.remedy)
            gathered.setdefault(key, (one, []))[1].append(each.method)
    return tuple(
        refusal_view(one, methods=methods, wording=wording) for one, methods in gathered.values()
    )


def refusal_view(refusal: EstimateRefusal, *, methods: list[str], wording: Wording) -> RefusalView:
    """A refusal in the language of the page."""
    return RefusalView(
        names=tuple(method_name(method, wording) for method in methods),
        rule=said(refusal.code, refusal.rule, wording=wording),
        reason=said(refusal.code, refusal.reason, wording=wording),
        remedy=said(refusal.code, refusal.remedy, wording=wording),
    )


def _doubts(study: Study, wording: Wording) -> tuple[DoubtView, ...]:
    """What is doubtful: first what no method alone can see."""
    return doubt_views(
        [
            (None, study.inquiry.doubts),
            *((each, each.warnings) for each in study.inquiry.estimates),
        ],
        wording,
    )


def doubt_views(
    told: Iterable[tuple[Estimate | None, tuple[EstimateWarning, ...]]], wording: Wording
) -> tuple[DoubtView, ...]:
    """Every doubt once, with the methods that it concerns."""
    gathered: dict[tuple[str, str, str], list[str]] = {}
    asked = set()
    for found, doubts in told:
        name = method_name(found.method, wording) if found is not None else ""
        asked |= {name} - {""}
        for doubt in doubts:
            methods = gathered.setdefault((doubt.code, doubt.text, doubt.advice), [])
            methods += [name] if name else []
    return tuple(
        DoubtView(
            # What concerns every method is said of the table.
            methods=() if set(methods) == asked else tuple(methods),
            text=said(code, text, wording=wording),
            advice=said(code, advice, wording=wording),
        )
        for (code, text, advice), methods in gathered.items()
    )


def _with_its_linkage(study: Study) -> tuple[Estimate, ...]:
    """Every estimate; in place of the one whose linkage is carried, the one that speaks first."""
    carried = study.carried
    if carried is None or carried.estimate.refusal is not None:
        return tuple(study.inquiry.estimates)
    first = carried.estimate
    return tuple(first if one.method == first.method else one for one in study.inquiry.estimates)


def _assumed(found: Iterable[Estimate], wording: Wording) -> tuple[AssumedView, ...]:
    return tuple(
        AssumedView(
            name=method_name(each.method, wording),
            texts=tuple(
                assumption_said(each.method, one, wording=wording) for one in each.assumptions
            ),
        )
        for each in found
    )


def _scanned(given: Iterable[Estimate], wording: Wording) -> tuple[ScanView, ...]:
    return tuple(
        ScanView(
            name=method_name(each.method, wording),
            medians=tuple(wording.number(round(row.median)) for row in each.sensitivity),
        )
        for each in given
    )


def _sentence(found: Estimate, wording: Wording) -> str | Passage:
    """What is said of a stratum: its ends, or why there are none."""
    if found.refusal is not None:
        return said(found.refusal.code, found.refusal.reason, wording=wording)
    low, high = found.interval or (0.0, 0.0)
    return wording.say("between {low} and {high}", low=round(low), high=round(high))


def _linkage(study: Study, wording: Wording) -> LinkageView | None:
    carried = study.carried
    if carried is None or study.main is None:
        return None
    found = carried.estimate
    named = {
        wording.say("as if the linkage had no errors"): study.main,
        wording.say("with its errors"): found,
    }
    return LinkageView(
        checked=study.checked,
        n_drawn=study.n_drawn,
        sentence="" if found.refusal else in_a_sentence(found, wording),
        refusal=refusal_view(found.refusal, methods=[found.method], wording=wording)
        if found.refusal
        else None,
        share=wording.share(carried.linkage_share),
        ratio=wording.number(round(carried.width_ratio, 1)),
        widths=tuple(_width(each, label, wording) for label, each in named.items()),
    )


def _width(found: Estimate, label: str, wording: Wording) -> WidthView:
    low, high = found.interval or (0.0, 0.0)
    written = wording.number
    return WidthView(
        label=label,
        low=written(round(low)),
        median=written(round(found.median or 0.0)),
        high=written(round(high)),
        width=written(round(high) - round(low)),
    )
