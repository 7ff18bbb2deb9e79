"""Counting: the readable path from a corpus to figures, incident by incident.

It depends on everything else in the package but `columnar`, which does the same for large corpora.
`count` answers a question; `code` reduces a corpus to coded incidents, which may be kept and asked
again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.figures.caveats import Ground, caveats
from safeconduct.figures.clause import judge
from safeconduct.figures.coded import CodedIncident, coded_incident
from safeconduct.figures.dimension import FIELD_OF, OVERLAPPING, PLACES, buckets, matches
from safeconduct.figures.figure import CENTRAL, HIGH, NOT_COUNTED, Bounds, Figure, Row, level
from safeconduct.figures.lineage import Lineage, definition_digest, text_digest
from safeconduct.figures.lineage import counted as sum_up
from safeconduct.figures.scheme import Scheme, scheme
from safeconduct.figures.tally import Tally
from safeconduct.record.standing import assess

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from safeconduct.figures.lineage import Counted
    from safeconduct.figures.question import Question
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.standing import Assessment

UNIT_MEASURES: Final = MappingProxyType({"incident": "incidents", "person": "persons"})
ROW_ORDER: Final = MappingProxyType({"value": 0, "span": 1, "none": 2, "unknown": 3})


@dataclass(frozen=True, kw_only=True)
class CodedCorpus:
    """A corpus reduced to what counting needs: its as-of date and its coded incidents."""

    as_of: str
    incidents: tuple[CodedIncident, ...]

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that counting sees; the same digest gives the same figures."""
        lines = (
            incident.line for incident in sorted(self.incidents, key=lambda incident: incident.id)
        )
        return text_digest("\n".join(lines))


def code(corpus: Corpus, assessments: Mapping[str, Assessment] | None = None) -> CodedCorpus:
    """Reduce a corpus to coded incidents; pass assessments that are already at hand."""
    assessed = assess(corpus) if assessments is None else assessments
    groups = person_groups(
        {incident.id: incident.same_person_as for incident in corpus.incidents.values()}
    )
    return CodedCorpus(
        as_of=corpus.masthead.as_of,
        incidents=tuple(
            coded_incident(incident, assessed[incident.id], persons_group=groups[incident.id])
            for incident in corpus.incidents.values()
        ),
    )


def person_groups(same: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Name each incident's group of incidents that share persons, by the group's first id."""
    group = {identifier: identifier for identifier in same}

    def first(identifier: str) -> str:
        while group[identifier] != identifier:
            identifier = group[identifier]
        return identifier

    for identifier, others in same.items():
        for other in others:
            one, two = sorted((first(identifier), first(other)))
            group[two] = one
    return {identifier: first(identifier) for identifier in same}


def count(corpus: Corpus | CodedCorpus, question: Question) -> tuple[Figure, ...]:
    """Answer a question: one figure a scheme, in the order asked."""
    coded = corpus if isinstance(corpus, CodedCorpus) else code(corpus)
    return tuple(_figure(coded, question, scheme(identifier)) for identifier in question.schemes)


def _figure(corpus: CodedCorpus, question: Question, asked: Scheme) -> Figure:
    measure = measure_of(asked, question)
    excluded: Counter[str] = Counter()
    counted: list[tuple[CodedIncident, int]] = []
    patterns = 0
    for incident in corpus.incidents:
        found = level(judge(asked, incident, own_scope=question.own_scope).says, incident.standing)
        found = _filtered(incident, found, question, excluded)
        if incident.kind != "incident":
            patterns += found > 0
        elif found:
            counted.append((incident, found))
    tallies = _rows(counted, question.by)
    rows = in_row_order(
        Row(buckets=key, bounds=tally.bounds(measure)) for key, tally in tallies.items()
    )
    return finish(
        Tallied(
            total=Tally(counted).bounds(measure),
            rows=rows,
            unknown=_unknown(counted, question.by).bounds(measure),
            ground=replace(
                _ground(counted, patterns, excluded), abroad=_abroad(counted, question.by)
            ),
            counted=sum_up({incident.id: found for incident, found in counted}),
        ),
        scheme=asked,
        question=question,
        corpus_digest=corpus.digest,
        as_of=corpus.as_of,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """What either path counted, before it becomes a figure."""

    total: Bounds
    rows: tuple[Row, ...]
    unknown: Bounds
    ground: Ground
    counted: Counted


def finish(
    tallied: Tallied, *, scheme: Scheme, question: Question, corpus_digest: str, as_of: str
) -> Figure:
    """Put a figure together from what was counted; the same for both paths."""
    measure = measure_of(scheme, question)
    return Figure(
        scheme=scheme,
        question=question,
        measure=measure,
        total=tallied.total,
        rows=tallied.rows,
        unknown=tallied.unknown,
        rows_add_up=measure == "incidents" and not OVERLAPPING & set(question.by),
        caveats=caveats(
            tallied.ground,
            scheme=scheme,
            question=question,
            measure=measure,
            rows=tallied.rows,
            as_of=as_of,
        ),
        lineage=Lineage(
            corpus=corpus_digest,
            scheme=scheme.id,
            scheme_version=scheme.version,
            definition=definition_digest(scheme, question, measure=measure),
            counted=tallied.counted.digest,
            n_counted=tallied.counted.number,
            ids=tallied.counted.ids,
        ),
    )


def measure_of(scheme: Scheme, question: Question) -> str:
    """The measure asked for, or the one of the scheme's own unit."""
    return question.measure or UNIT_MEASURES[scheme.unit]


def in_row_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Values first, then spans, then what has no term, the unknown row last."""
    return tuple(
        sorted(rows, key=lambda row: [(ROW_ORDER[kind], text) for kind, text in row.buckets])
    )


def _filtered(
    incident: CodedIncident, found: int, question: Question, excluded: Counter[str]
) -> int:
    """Lower the level of an incident that only perhaps passes the filters; 0 where it does not."""
    answers = [
        (name, matches(name, value, found=buckets(name, incident)))
        for name, value in question.where
    ]
    if question.has_window:
        answers.append(("date", incident.date.answer(*question.window)))
    said = {answer for _, answer in answers}
    if "no" in said:
        return NOT_COUNTED
    if "unknown" in said:
        if found and incident.kind == "incident":
            excluded[next(name for name, answer in answers if answer == "unknown")] += 1
        return NOT_COUNTED
    return min(found, HIGH) if "perhaps" in said else found


def _rows(
    counted: Iterable[tuple[CodedIncident, int]], by: Sequence[str]
) -> dict[tuple[tuple[str, str], ...], Tally]:
    rows: dict[tuple[tuple[str, str], ...], Tally] = {}
    if not by:
        return rows
    for incident, found in counted:
        for key, reached in _places(incident, found, by):
            rows.setdefault(key, Tally()).counted.append((incident, reached))
    return rows


def _places(
    incident: CodedIncident, found: int, by: Sequence[str]
) -> Iterator[tuple[tuple[tuple[str, str], ...], int]]:
    """The rows in which an incident stands; a row only weakly given counts in high only."""
    for place in product(*(buckets(name, incident) for name in by)):
        key = tuple((bucket.kind, bucket.key) for bucket in place)
        yield key, min(found, HIGH) if any(bucket.only_weak for bucket in place) else found


def _unknown(counted: Iterable[tuple[CodedIncident, int]], by: Sequence[str]) -> Tally:
    def is_unknown(incident: CodedIncident) -> bool:
        return any(bucket.kind == "unknown" for name in by for bucket in buckets(name, incident))

    return Tally([(incident, found) for incident, found in counted if is_unknown(incident)])


def _abroad(counted: Sequence[tuple[CodedIncident, int]], by: Sequence[str]) -> Mapping[str, int]:
    """By dimension of the breakdown, how many incidents are abroad and not named."""
    return {
        name: sum(incident.field(FIELD_OF[name]).abroad for incident, _ in counted)
        for name in by
        if name in PLACES
    }


def _ground(
    counted: Sequence[tuple[CodedIncident, int]], patterns: int, excluded: Mapping[str, int]
) -> Ground:
    central = [incident for incident, found in counted if found >= CENTRAL]
    voices = Counter(incident.sole_voice for incident in central if incident.sole_voice)
    # Ties between voices go to the first by name, so that the same corpus always says the same
    # sentence.
    voice, number = min(voices.items(), key=lambda pair: (-pair[1], pair[0]), default=("", 0))
    return Ground(
        central=len(central),
        high=len(counted),
        date_unknown=sum(not incident.date.known for incident in central),
        date_hedged=sum(incident.date.hedged for incident in central),
        place_unknown=sum(not incident.field("place_of_act").values for incident in central),
        sole_voice=voice,
        n_sole_voice=number,
        official=sum(incident.official for incident in central),
        repeats=sum(incident.repeats for incident in central),
        persons_unknown=sum(not incident.persons_known for incident in central),
        patterns=patterns,
        excluded=dict(sorted(excluded.items())),
    )
