"""Tiny invented corpora for the tests of the checks: records written as the cells of their tables.

It depends on the record and on the checks; states are real codes, outlets and acts are invented.
A test names the cells that matter; sources and incidents that it only mentions are added by
default.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.standing import assess
from safeconduct.record.statement import Statement
from safeconduct.record.tables import TABLES
from safeconduct.verify import Finding, all_checks

Built = TypeVar("Built")
Record = Source | Statement | Incident | ReportedFigure | Decision


def source(identifier: str, **cells: str) -> Source:
    """Build a source of grade B; its publisher is named after it."""
    defaults = {
        "kind": "press",
        "locator_state": "located" if "url" in cells else "no-locator",
        "publisher": f"Outlet {identifier}",
        "reliability": "B",
    }
    return _built(Source, "sources", cells={"id": identifier, **defaults, **cells})


def says(identifier: str, **cells: str) -> Statement:
    """Build a statement that reports the incident i1; its source is `s-` and its id."""
    defaults = {"source": f"s-{identifier}", "incident": "i1", "mode": "reports"}
    return _built(Statement, "statements", cells={"id": identifier, **defaults, **cells})


def incident(identifier: str = "i1", **cells: str) -> Incident:
    """Build an incident."""
    defaults = {"label": "An act", "kind": "incident"}
    return _built(Incident, "incidents", cells={"id": identifier, **defaults, **cells})


def figure(identifier: str, minimum: str, **cells: str) -> ReportedFigure:
    """Build an exact figure in persons, from the source s1."""
    defaults = {
        "label": "A count",
        "minimum": minimum,
        "qualifier": "exactly",
        "unit": "person",
        "source": "s1",
    }
    return _built(ReportedFigure, "reported_figures", cells={"id": identifier, **defaults, **cells})


def decides(field: str, value: str, **cells: str) -> Decision:
    """Build a decision on a field of the incident i1."""
    defaults = {
        "id": "d1",
        "incident": "i1",
        "field": field,
        "value": value,
        "reason": "the court record was seen",
        "decided_by": "coder 2",
        "decided_on": "2024-05-01",
    }
    return _built(Decision, "decisions", cells={**defaults, **cells})


def corpus(*records: Record, aliases: Mapping[str, str] | None = None) -> Corpus:
    """Build a corpus; sources and incidents that are only mentioned are added by default."""
    sources = [each for each in records if isinstance(each, Source)]
    statements = [each for each in records if isinstance(each, Statement)]
    incidents = [each for each in records if isinstance(each, Incident)]
    figures = [each for each in records if isinstance(each, ReportedFigure)]
    mentioned = [name for each in sources for name in each.derived_from]
    mentioned += [name for each in statements for name in (each.source, *each.derived_from)]
    mentioned += [each.source for each in figures]
    known = {each.id for each in sources} | {each.id for each in incidents}
    acts = dict.fromkeys(each.incident for each in statements)
    return Corpus.of(
        masthead=Masthead(aliases=aliases or {}),
        sources=[
            *sources,
            *(source(name) for name in dict.fromkeys(mentioned) if name not in known),
        ],
        statements=statements,
        incidents=[*incidents, *(incident(name) for name in acts if name not in known)],
        figures=figures,
        decisions=[each for each in records if isinstance(each, Decision)],
    )


def found(check: str, *records: Record, aliases: Mapping[str, str] | None = None) -> list[Finding]:
    """Run one check over a corpus of these records."""
    whole = corpus(*records, aliases=aliases)
    (named,) = (each for each in all_checks() if each.name == check)
    return list(named.find(whole, assess(whole)))


def messages(check: str, *records: Record) -> list[str]:
    """Run one check over a corpus of these records and give what its findings say."""
    return [str(finding.message) for finding in found(check, *records)]


def _built(kind: Callable[..., Built], table: str, *, cells: Mapping[str, str]) -> Built:
    columns = TABLES[table]
    return kind(**{heading: columns.column(heading).read(text) for heading, text in cells.items()})
