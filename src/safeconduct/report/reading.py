"""A reading of a corpus: everything that pages of any language need, derived once.

It depends on the record, the figures and the checks; it opens no file and knows no language.
A new derivation is a cached property here; what only one page needs stays in that page.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from safeconduct.figures.clause import judge
from safeconduct.figures.count import code, count
from safeconduct.figures.figure import level
from safeconduct.figures.question import Question
from safeconduct.figures.scheme import schemes
from safeconduct.record.standing import assess
from safeconduct.record.voice import Voices
from safeconduct.verify import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.figures.clause import Verdict
    from safeconduct.figures.count import CodedCorpus
    from safeconduct.figures.figure import Figure
    from safeconduct.figures.scheme import Scheme
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.reported_figure import ReportedFigure
    from safeconduct.record.source import Source
    from safeconduct.record.standing import Assessment
    from safeconduct.record.statement import Statement
    from safeconduct.verify import Finding

# The widest of the definitions: its breakdowns show most of what a corpus holds.
BREAKDOWN_SCHEME: Final = "distance-is-not-a-shield"
# The dimensions by which the data of every scheme are broken down.
BREAKDOWNS: Final[tuple[tuple[str, ...], ...]] = (
    (),
    ("year",),
    ("tactic",),
    ("tactic", "year"),
    ("technique",),
    ("host",),
    ("target",),
    ("standing",),
)

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class Reading:
    """One corpus, read once for all languages."""

    def __init__(self, corpus: Corpus) -> None:
        """Keep the corpus; what is derived from it is derived when it is first asked for."""
        self.corpus = corpus

    @cached_property
    def assessments(self) -> Mapping[str, Assessment]:
        """Standing, values and accounts of every incident."""
        return assess(self.corpus)

    @cached_property
    def coded(self) -> CodedCorpus:
        """The incidents as counting sees them."""
        return code(self.corpus, self.assessments)

    @cached_property
    def schemes(self) -> Mapping[str, Scheme]:
        """The definitions under which the corpus is counted, the widest first."""
        known = schemes()
        widest = [known[BREAKDOWN_SCHEME]] if BREAKDOWN_SCHEME in known else []
        others = [scheme for identifier, scheme in known.items() if identifier != BREAKDOWN_SCHEME]
        return MappingProxyType({scheme.id: scheme for scheme in (*widest, *others)})

    @cached_property
    def verdicts(self) -> Mapping[str, Mapping[str, Verdict]]:
        """What each scheme says about each incident, by scheme and incident."""
        return {
            identifier: {incident.id: judge(scheme, incident) for incident in self.coded.incidents}
            for identifier, scheme in self.schemes.items()
        }

    def level(self, scheme: str, incident: str) -> int:
        """In which bounds of a scheme's count an incident stands; patterns and the like in none."""
        if self.corpus.incidents[incident].kind != "incident":
            return 0
        standing = int(self.assessments[incident].standing)
        return level(self.verdicts[scheme][incident].says, standing)

    @cached_property
    def totals(self) -> Mapping[str, Figure]:
        """The count of the corpus under each scheme, in the scheme's own unit."""
        figures = count(self.coded, Question(schemes=tuple(self.schemes)))
        return {figure.scheme.id: figure for figure in figures}

    def broken_down(self, *by: str, scheme: str = BREAKDOWN_SCHEME) -> Figure:
        """The count under one scheme, by some dimensions."""
        (figure,) = count(self.coded, Question(schemes=(scheme,), by=by))
        return figure

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks report, the gravest first."""
        return check(self.corpus)

    @cached_property
    def findings_on(self) -> Mapping[tuple[str, str], tuple[Finding, ...]]:
        """The findings about each record, by table and id."""
        return _gathered(
            (record, finding)
            for finding in self.findings
            for record in dict.fromkeys(finding.records)
        )

    @cached_property
    def voices(self) -> Voices:
        """Who speaks through each source."""
        return Voices(self.corpus)

    @cached_property
    def statements_by(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that each source makes."""
        return _gathered((row.source, row) for row in self.corpus.statements.values())

    @cached_property
    def passages_from(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements of other sources that repeat each source in a passage."""
        return _gathered(
            (source, row) for row in self.corpus.statements.values() for source in row.derived_from
        )

    @cached_property
    def repeated_by(self) -> Mapping[str, tuple[Source, ...]]:
        """The sources that repeat each source as a whole."""
        return _gathered(
            (parent, row) for row in self.corpus.sources.values() for parent in row.derived_from
        )

    @cached_property
    def figures_of(self) -> Mapping[str, tuple[ReportedFigure, ...]]:
        """The reported figures that each source gives."""
        return _gathered((row.source, row) for row in self.corpus.figures.values())

    @cached_property
    def figures_about(self) -> Mapping[str, tuple[ReportedFigure, ...]]:
        """The reported figures about each incident."""
        return _gathered(
            (incident, row) for row in self.corpus.figures.values() for incident in row.about
        )

    @cached_property
    def figures_within(self) -> Mapping[str, tuple[ReportedFigure, ...]]:
        """The reported figures that say they are part of each figure."""
        return _gathered(
            (row.part_of, row) for row in self.corpus.figures.values() if row.part_of is not None
        )

    @cached_property
    def responses_to(self) -> Mapping[str, tuple[str, ...]]:
        """The responses to each incident."""
        return _gathered(
            (answered, row.id)
            for row in self.corpus.incidents.values()
            for answered in row.responds_to
        )

    @cached_property
    def contained_in(self) -> Mapping[str, tuple[str, ...]]:
        """The patterns that say they also contain each incident."""
        return _gathered(
            (contained, row.id)
            for row in self.corpus.incidents.values()
            for contained in row.overlaps
        )

    @cached_property
    def showing(self) -> Mapping[str, tuple[str, ...]]:
        """The incidents that show each technique, those included where only weak statements do."""
        return _gathered(
            (technique, incident.id)
            for incident in self.coded.incidents
            for technique in (
                *incident.field("techniques").values,
                *incident.field("techniques").additions,
            )
        )

    @cached_property
    def chains(self) -> Mapping[str, tuple[str, ...]]:
        """The chains of more than one act, the longest first."""
        linked = {name: acts for name, acts in self.corpus.chains.items() if len(acts) > 1}
        return dict(sorted(linked.items(), key=lambda pair: -len(pair[1])))


def _gathered(pairs: Iterable[tuple[Key, Kept]]) -> Mapping[Key, tuple[Kept, ...]]:
    found: dict[Key, list[Kept]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
