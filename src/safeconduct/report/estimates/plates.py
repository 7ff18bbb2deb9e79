"""The pictures of an estimate: overlap, densities, weights, touches, strata, linkage.

It depends on the pictures, on the study and on the wording.
A new picture is one more function and one line in `_DRAWN`; what has nothing to show is not drawn.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.pictures import density, intervals, overlap, weights
from safeconduct.report.estimates.method_words import (
    as_linked,
    method_name,
    touch_group,
    touch_name,
    with_linkage,
)
from safeconduct.report.estimates.sayings import said
from safeconduct.report.gallery import hung

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.estimate.result import Estimate
    from safeconduct.pictures.picture import Picture
    from safeconduct.pictures.sheet import Sheet
    from safeconduct.report.estimates.study import Study
    from safeconduct.report.gallery import Gallery
    from safeconduct.report.wording import Wording

# A graph that carries less is drawn among the others.
_LEAST_WEIGHT: Final = 0.001


def draw_study(study: Study, wording: Wording) -> Gallery:
    """Draw what a study has to show, in one language."""
    drawing = {
        name: partial(draw, study, wording)
        for name, (draw, has_something) in _DRAWN.items()
        if has_something(study)
    }
    return hung(drawing, wording)


def _overlap(study: Study, _wording: Wording, sheet: Sheet) -> Picture:
    history = study.history
    rows = [
        overlap.OverlapRow(
            lists=tuple(name for place, name in enumerate(history.lists) if code >> place & 1),
            number=int(number),
        )
        for code, number in enumerate(history.counts)
        if code
    ]
    return overlap.draw(rows, sheet)


def _densities(study: Study, wording: Wording, sheet: Sheet) -> Picture:
    named = [(method_name(each.method, wording), each) for each in study.given]
    if study.carried is not None and _has_linkage(study):
        carried = study.carried.estimate
        named = [(as_linked(name, wording), each) for name, each in named]
        # The number that knows of the linkage comes first.
        named.insert(0, (with_linkage(method_name(carried.method, wording), wording), carried))
    rows = []
    for label, each in named:
        low, high = each.interval or (0.0, 0.0)
        rows.append(
            density.DensityRow(
                label=label,
                low=low,
                median=each.median or 0.0,
                high=high,
                observed=each.observed,
                curve=_curve(each),
            )
        )
    return density.draw(rows, sheet, title=wording.say("Where may the total lie, by each method?"))


def _curve(found: Estimate) -> density.Curve | None:
    # Draws are shown as draws: their chance humps are smoothed by wider columns.
    if found.draws is not None:
        return density.Curve(numbers=found.draws)
    if found.posterior is not None:
        return density.Curve(numbers=found.posterior.n, shares=found.posterior.p)
    return None


def graphs_of(found: Estimate) -> tuple[tuple[str, float], ...]:
    """The heaviest graphs of an average, each as its groups of lists, with its weight."""
    known = found.diagnostics.get("graphs")
    if not isinstance(known, list):
        return ()
    return tuple(
        (", ".join("–".join(clique) for clique in graph["cliques"]), float(graph["weight"]))
        for graph in known
    )


def _weights(study: Study, wording: Wording, sheet: Sheet) -> Picture:
    graphs = graphs_of(study.main) if study.main else ()
    rows = [
        weights.WeightRow(label=name, share=min(weight, 1.0))
        for name, weight in graphs
        if weight >= _LEAST_WEIGHT
    ]
    rest = max(1.0 - sum(row.share for row in rows), 0.0)
    others = wording.say("all others together")
    rows.append(weights.WeightRow(label=others, share=rest, rest=True))
    title = wording.say("Which ways of dependence between lists carry the average?")
    return weights.draw(rows, sheet, title=title)


def _touches(study: Study, wording: Wording, sheet: Sheet) -> Picture:
    rows = [
        _row(
            touch.estimate,
            label=touch_name(touch, wording),
            group=touch_group(touch, wording),
            wording=wording,
        )
        for touch in study.touches
    ]
    return intervals.draw(rows, sheet)


def _strata(study: Study, wording: Wording, sheet: Sheet) -> Picture:
    rows = [
        _row(inquiry.estimates[0], label=name, group="", wording=wording)
        for name, inquiry in study.strata.items()
    ]
    together = wording.say("All together")
    answers = {
        wording.say("added up"): study.total,
        wording.say("as one table"): study.inquiry.estimates[0],
    }
    rows += [
        _row(found, label=label, group=together, wording=wording)
        for label, found in answers.items()
        if found is not None
    ]
    return intervals.draw(rows, sheet, title=wording.say("How do the parts differ?"))


def _linkage(study: Study, wording: Wording, sheet: Sheet) -> Picture:
    answers = {
        wording.say("as if the linkage had no errors"): study.main,
        wording.say("with its errors"): study.carried.estimate if study.carried else None,
    }
    rows = [
        _row(found, label=label, group="", wording=wording)
        for label, found in answers.items()
        if found is not None
    ]
    title = wording.say("What does the linkage add to the uncertainty?")
    return intervals.draw(rows, sheet, title=title)


def _linkage_share(study: Study, wording: Wording, sheet: Sheet) -> Picture:
    share = study.carried.linkage_share if study.carried else 0.0
    rows = [
        weights.WeightRow(label=wording.say("the linkage"), share=share),
        weights.WeightRow(
            label=wording.say("chance, and how lists depend on each other"),
            share=1.0 - share,
            rest=True,
        ),
    ]
    return weights.draw(
        rows,
        sheet,
        title=wording.say("Where does the spread come from?"),
        note=wording.say("In per cent of the spread."),
        headings=(wording.say("Source of the spread"), wording.say("Per cent of the spread")),
    )


def _has_linkage(study: Study) -> bool:
    return study.carried is not None and study.carried.estimate.refusal is None


def _row(found: Estimate, *, label: str, group: str, wording: Wording) -> intervals.IntervalRow:
    refusal = found.refusal
    is_given = found.interval is not None and found.median is not None
    return intervals.IntervalRow(
        group=group,
        label=label,
        observed=found.observed,
        ends=intervals.Ends(low=found.interval[0], median=found.median, high=found.interval[1])
        if found.interval is not None and found.median is not None
        else None,
        note=""
        if is_given or refusal is None
        else str(said(refusal.code, refusal.reason, wording=wording)),
    )


_DRAWN: Final[
    Mapping[str, tuple[Callable[[Study, Wording, Sheet], Picture], Callable[[Study], bool]]]
] = MappingProxyType(
    {
        "estimate-overlap": (_overlap, lambda _study: True),
        "estimate-total": (_densities, lambda study: bool(study.given)),
        "estimate-touches": (_touches, lambda study: bool(study.given)),
        "estimate-weights": (_weights, lambda study: study.main is not None),
        "estimate-strata": (_strata, lambda study: bool(study.strata)),
        "estimate-linkage": (_linkage, lambda study: study.carried is not None),
        "estimate-linkage-share": (_linkage_share, _has_linkage),
    }
)
