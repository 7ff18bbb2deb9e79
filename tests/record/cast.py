"""A small cast for the tests of the record: invented outlets that say things about one incident.

It depends on the record only; states are real codes, outlets and organs are invented.
A test names what matters to it and leaves the rest to the defaults here.
"""

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.standing import Assessment, assess
from safeconduct.record.statement import Statement
from safeconduct.record.tables import TABLES

INCIDENT = "i1"
RECORDS = {
    "sources": Source,
    "statements": Statement,
    "incidents": Incident,
    "reported_figures": ReportedFigure,
    "decisions": Decision,
}


def outlet(identifier, after=None, **cells):
    """Build a source of grade B, its own publisher, that repeats the sources `after`, if any."""
    return Source(
        **{
            "id": identifier,
            "kind": "press",
            "locator_state": "no-locator",
            "reliability": "B",
            "publisher": identifier.title(),
            "derived_from": tuple(after.split()) if after else (),
            **cells,
        }
    )


def says(source, mode="reports", **cells):
    """Build a statement about the one incident; its id is `source-mode` unless another is given."""
    return Statement(
        **{"id": f"{source}-{mode}", "source": source, "incident": INCIDENT, "mode": mode, **cells}
    )


def incident(identifier=INCIDENT, **cells):
    return Incident(**{"id": identifier, "label": "An incident", "kind": "incident", **cells})


def figure(identifier="f1", **cells):
    return ReportedFigure(
        **{
            "id": identifier,
            "label": "Persons charged",
            "minimum": 3,
            "qualifier": "exactly",
            "unit": "person",
            "source": "lantern",
            **cells,
        }
    )


def decides(field, value, **cells):
    return Decision(
        **{
            "id": f"d-{field}",
            "incident": INCIDENT,
            "field": field,
            "value": value,
            "reason": "the court record was seen",
            "decided_by": "second coder",
            "decided_on": parse("2024-05-01"),
            **cells,
        }
    )


def corpus(*records, aliases=None):
    """Build a corpus; sources and the incident that nobody spelt out are added by default."""
    spelt_out = [record for record in records if isinstance(record, Source)]
    statements = [record for record in records if isinstance(record, Statement)]
    figures = [record for record in records if isinstance(record, ReportedFigure)]
    incidents = [record for record in records if isinstance(record, Incident)]
    repeated = [name for source in spelt_out for name in source.derived_from]
    repeated += [name for statement in statements for name in statement.derived_from]
    speaking = [statement.source for statement in statements]
    speaking += [figure.source for figure in figures]
    known = {source.id for source in spelt_out}
    added = [name for name in dict.fromkeys([*repeated, *speaking]) if name not in known]
    return Corpus.of(
        masthead=Masthead(aliases=aliases or {}),
        sources=[*spelt_out, *map(outlet, added)],
        statements=statements,
        incidents=incidents or [incident()],
        figures=figures,
        decisions=[record for record in records if isinstance(record, Decision)],
    )


def assessed(*records, aliases=None) -> Assessment:
    """Assess the one incident of a small corpus."""
    return assess(corpus(*records, aliases=aliases))[INCIDENT]


def accounted(*records):
    """Give the accounts of the one incident by the ids of their statements."""
    return {account.statement.id: account for account in assessed(*records).accounts}


def adopted(field, *records):
    """Give what is adopted for one field of the one incident."""
    return assessed(*records).values[field]


def table(name, text):
    """Read a table written as `cell | cell` lines under a line of headings."""
    columns = TABLES[name]
    headings, *rows = ([cell.strip() for cell in line.split("|")] for line in text.split("\n"))
    return [
        RECORDS[name](
            **{
                heading: columns.column(heading).read(cell)
                for heading, cell in zip(headings, row, strict=True)
                if cell
            }
        )
        for row in rows
    ]
