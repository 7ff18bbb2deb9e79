"""`safeconduct show`: one record of a corpus, with everything that is derived from it.

It depends on the record and the figures.
An id is looked for in every table; where two tables use it, both records are shown.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.opening import corpus_argument, opened
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import NotFound

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.integrity import Identified

STAGE: Final = "look"
_NAMES: Final = {
    "incidents": "incident",
    "reported_figures": "figure",
    "sources": "source",
    "statements": "statement",
    "decisions": "decision",
}


@click.command(
    cls=Verb,
    short_help="Show an incident, figure or source in full.",
    help="Show a record: for an incident its statements side by side, its standing and the "
    "reasons, the values adopted, and what each definition says of it.",
    example="safeconduct show distance-is-not-a-shield I26c",
)
@corpus_argument()
@click.argument("identifier", metavar="ID", help="Of an incident, reported figure or source.")
@json_option
@click.pass_obj
def run(session: Session, corpus: str, identifier: str, *, as_json: bool) -> None:
    """Show a record."""
    read = opened(session, corpus)
    found = _found(read, identifier)
    if as_json:
        session.print_json(
            {
                _NAMES[table]: _as_json(read, table, record=record, session=session)
                for table, record in found.items()
            }
        )
        return
    for table, record in found.items():
        _print(read, table, record=record, session=session)


def _found(corpus: Corpus, identifier: str) -> dict[str, Identified]:
    """The records of that id by their table.

    Raises:
        NotFound: no table has it; the hint names the nearest ids.
    """
    tables = corpus.tables
    found = {name: record for name in _NAMES for record in tables[name] if record.id == identifier}
    if found:
        return found
    shown = [
        row.id for name in ("incidents", "reported_figures", "sources") for row in tables[name]
    ]
    near = get_close_matches(identifier, shown, n=3)
    hint = f"Nearest: {', '.join(near)}." if near else "No id of this corpus resembles it."
    raise NotFound("record of this corpus", identifier, hint=hint)


def _as_json(corpus: Corpus, table: str, *, record: Identified, session: Session) -> Json:
    if table == "incidents":
        from safeconduct.cli.incident_json import incident_json
        from safeconduct.cli.incident_reading import read_incident

        return incident_json(read_incident(corpus, record.id), session.words)
    from safeconduct.cli.record_view import record_json

    return record_json(corpus, table, record=record, session=session)


def _print(corpus: Corpus, table: str, *, record: Identified, session: Session) -> None:
    if table == "incidents":
        from safeconduct.cli.incident_reading import read_incident
        from safeconduct.cli.incident_text import print_incident

        print_incident(read_incident(corpus, record.id), session)
        return
    from safeconduct.cli.record_view import print_record

    print_record(corpus, table, record=record, session=session)
