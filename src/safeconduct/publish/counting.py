"""Counting for a release: the true counts of a planned table, with labels that the plan names.

It depends on the counts of `figures`, whose definitions, filters and tallies it asks.
Counted is what the central bound of a figure counts, in persons, each row and total by itself; what
a plan does not name stands under "other", what is not known under "unknown".
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from safeconduct.figures.clause import judge
from safeconduct.figures.dimension import NO_TERM, OVERLAPPING, VALUE, buckets, matches
from safeconduct.figures.figure import CENTRAL, level
from safeconduct.figures.scheme import scheme
from safeconduct.figures.tally import Tally
from safeconduct.publish.allowed import PERSONS
from safeconduct.publish.count_table import CountTable, coordinates, covers, totals
from safeconduct.publish.labels import OTHER, label_of, unknown_among, with_the_rest
from safeconduct.publish.release import TOTAL, ReleasedDimension

if TYPE_CHECKING:
    from collections.abc import Collection

    from safeconduct.figures.coded import CodedIncident
    from safeconduct.figures.count import CodedCorpus
    from safeconduct.figures.question import Question
    from safeconduct.publish.plan import PlannedTable

Labels = tuple[str, ...]


def counted(
    corpus: CodedCorpus, planned: PlannedTable, *, listed: Collection[str] = ()
) -> CountTable:
    """Count a planned table, without the listed incidents unless it is to count them too."""
    left_out = () if planned.counts_listed else listed
    asked = planned.question
    incidents = [
        incident
        for incident in corpus.incidents
        if incident.id not in left_out and is_counted(incident, asked)
    ]
    dimensions = tuple(
        ReleasedDimension(name=name, labels=with_the_rest(planned.labels[name]))
        for name in asked.by
    )
    tallies: dict[Labels, Tally] = {
        labels: Tally() for labels in (*coordinates(dimensions), *totals(dimensions))
    }
    for incident in incidents:
        cells = list(product(*(_labels(side, incident) for side in dimensions)))
        for labels, tally in tallies.items():
            if any(covers(labels, cell) for cell in cells):
                tally.counted.append((incident, CENTRAL))
    counts = {labels: tally.bounds(PERSONS).central for labels, tally in tallies.items()}
    return CountTable(
        id=planned.id,
        title=planned.title,
        scheme=asked.schemes[0],
        filters=_filters(asked),
        dimensions=dimensions,
        counts=counts,
        adds_up=not OVERLAPPING & set(asked.by) and _add_up(counts),
        counts_listed=planned.counts_listed,
    )


def is_counted(incident: CodedIncident, asked: Question) -> bool:
    """Whether the central bound of a figure counts an incident."""
    if incident.kind != "incident":
        return False
    verdict = judge(scheme(asked.schemes[0]), incident, own_scope=asked.own_scope)
    if level(verdict.says, incident.standing) < CENTRAL:
        return False
    answers = [matches(name, value, found=buckets(name, incident)) for name, value in asked.where]
    if asked.has_window:
        answers.append(incident.date.answer(*asked.window))
    return all(answer == "yes" for answer in answers)


def keys(dimension: str, incident: CodedIncident) -> tuple[str, ...]:
    """The terms, states or years under which an incident counts for certain; () if none."""
    return tuple(
        bucket.key
        for bucket in buckets(dimension, incident)
        if bucket.kind == VALUE and not bucket.only_weak
    )


def _labels(side: ReleasedDimension, incident: CodedIncident) -> tuple[str, ...]:
    found = {label_of(key, side.labels) for key in keys(side.name, incident)}
    if not found and any(bucket.kind == NO_TERM for bucket in buckets(side.name, incident)):
        return (label_of(OTHER, side.labels),)
    return tuple(sorted(found)) or (unknown_among(side.labels),)


def _filters(asked: Question) -> tuple[str, ...]:
    window = tuple(
        f"{name} {text}" for name, text in (("since", asked.since), ("until", asked.until)) if text
    )
    where = sorted(f"{name}={value}" for name, value in asked.where)
    return (*window, *where, *(("own scope",) if asked.own_scope else ()))


def _add_up(counts: dict[Labels, int]) -> bool:
    """Whether every total is the sum of its cells: nobody stands in two of them."""
    inner = {labels: number for labels, number in counts.items() if TOTAL not in labels and labels}
    return all(
        number == sum(part for labels, part in inner.items() if covers(total, labels))
        for total, number in counts.items()
        if TOTAL in total
    )
