"""A source, a reported figure, a statement or a decision: its cells, and what leads to it.

It depends on the record and the checks.
A new relation between records shows here by itself, through `REFERENCES` of the layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.cli.plain_value import fields_json, filled_cells
from safeconduct.record.layout import REFERENCES
from safeconduct.record.voice import Voices
from safeconduct.verify import check

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.integrity import Identified
    from safeconduct.verify import Finding


def print_record(corpus: Corpus, table: str, *, record: Identified, session: Session) -> None:
    """Print the cells of a record, what refers to it, and what the checks say of it."""
    out, say = session.out, session.say
    out.heading(f"{record.id} ({table})")
    for name, text in filled_cells(table, record).items():
        if name != "id":
            out.paragraph(text, first=f"  {name}: ", indent="    ")
    for name, text in derived(corpus, table, identifier=record.id).items():
        out.paragraph(text, first=f"  {say(name)}: ", indent="    ")
    for (other, column), ids in referring(corpus, table, identifier=record.id).items():
        text = say("{table}, by {column}", table=other, column=column)
        out.paragraph(", ".join(ids), first=f"  {text}: ", indent="    ")
    for finding in findings_on(corpus, table, identifier=record.id):
        message = session.words.sentence(finding.message)
        out.paragraph(f"{finding.check}: {message}", first="  ! ", indent="    ")


def record_json(corpus: Corpus, table: str, *, record: Identified, session: Session) -> Json:
    """The fields of a record, what refers to it, and what the checks say of it."""
    return {
        **fields_json(table, record),
        "derived": derived(corpus, table, identifier=record.id),
        "referred_to_by": [
            {"table": other, "column": column, "ids": list(ids)}
            for (other, column), ids in referring(corpus, table, identifier=record.id).items()
        ],
        "findings": [
            {
                "check": finding.check,
                "severity": str(finding.severity),
                "message": session.words.sentence(finding.message),
            }
            for finding in findings_on(corpus, table, identifier=record.id)
        ],
    }


def derived(corpus: Corpus, table: str, *, identifier: str) -> dict[str, str]:
    """What is derived for a record and stands in no cell: for a source, who speaks in the end."""
    if table != "sources":
        return {}
    voices = Voices(corpus)
    roots = voices.roots(identifier)
    return {
        "roots": ", ".join(sorted(roots)),
        "voice": voices.voice(roots) or "",
        "grade along the chain": voices.worst_grade(voices.ancestry(identifier)),
    }


def referring(
    corpus: Corpus, table: str, *, identifier: str
) -> dict[tuple[str, str], tuple[str, ...]]:
    """The ids of the records that name this one, by their table and column."""
    found = {}
    for (other, column), target in REFERENCES.items():
        if target != table:
            continue
        ids = tuple(row.id for row in corpus.tables[other] if identifier in _named(row, column))
        if ids:
            found[other, column] = ids
    return found


def findings_on(corpus: Corpus, table: str, *, identifier: str) -> list[Finding]:
    """The findings about a record."""
    return [finding for finding in check(corpus) if (table, identifier) in finding.records]


def _named(row: Identified, column: str) -> tuple[str, ...]:
    value = getattr(row, column)
    return value if isinstance(value, tuple) else (value,)
