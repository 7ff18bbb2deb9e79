"""One incident as text: statements side by side, standing and reasons, values, and each scheme.

It depends on the reading of the incident and on the screen.
A new part is one more function called from `print_incident`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.cli.plain_value import NOTHING, filled_cells, in_text
from safeconduct.cli.screen import TextTable
from safeconduct.record.tables import VALUE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.cli.incident_reading import IncidentReading
    from safeconduct.cli.session import Session
    from safeconduct.record.account import Account
    from safeconduct.record.values import FieldValue

# Columns of a terminal that a statement needs beside others to stay readable.
STATEMENT_WIDTH: Final = 24
LABEL_WIDTH: Final = 18
_DERIVED: Final = ("voice", "grade", "counts as")
_SAID: Final = ("source", "locator", "mode", "revises", "basis", "says", "original_wording")


def print_incident(reading: IncidentReading, session: Session) -> None:
    """Print the incident and everything that is derived from its statements."""
    incident = reading.incident
    session.out.heading(f"{incident.id}: {incident.label}")
    _print_links(reading, session)
    _print_standing(reading, session)
    _print_statements(reading.assessment.accounts, session)
    _print_values(reading, session)
    _print_rulings(reading, session)


def _print_links(reading: IncidentReading, session: Session) -> None:
    cells = filled_cells("incidents", reading.incident)
    for name, text in cells.items():
        if name not in ("id", "label", "chain"):
            session.out.paragraph(text, first=f"  {name}: ", indent="    ")
    if len(reading.chain) > 1:
        linked = f"{reading.incident.chain_id} ({', '.join(reading.chain)})"
        session.out.paragraph(linked, first="  chain: ", indent="    ")
    session.out.line()


def _print_standing(reading: IncidentReading, session: Session) -> None:
    assessment = reading.assessment
    standing = session.say(assessment.standing.word)
    session.out.heading(f"{session.say('Standing')}: {standing}")
    for reason in assessment.reasons:
        session.out.paragraph(session.words.sentence(reason), first="  - ", indent="    ")
    session.out.line()


def _print_statements(accounts: Sequence[Account], session: Session) -> None:
    session.out.heading(session.say("What sources say"))
    room = session.out.width - LABEL_WIDTH
    beside = max(1, room // (STATEMENT_WIDTH + 2))
    for first in range(0, len(accounts), beside):
        _print_beside(accounts[first : first + beside], session)
        session.out.line()


def _print_beside(accounts: Sequence[Account], session: Session) -> None:
    columns = [_statement(account, session) for account in accounts]
    names = [name for name in columns[0] if any(column[name] for column in columns)]
    session.out.table(
        TextTable(
            headings=("", *(account.statement.id for account in accounts)),
            rows=[
                (_heading(name, session), *(column[name] or NOTHING for column in columns))
                for name in names
            ],
        ),
        indent="  ",
    )


def _statement(account: Account, session: Session) -> dict[str, str]:
    """What a statement shows, by the name of its line; blank for what it does not say."""
    cells = filled_cells("statements", account.statement)
    return {
        "source": cells["source"],
        "voice": account.voice or session.say("several"),
        "grade": account.provenance.grade + cells.get("credibility", ""),
        "counts as": _counts_as(account, session),
        **{name: cells.get(name, "") for name in _SAID[1:]},
        **{name: cells.get(name, "") for name in VALUE_COLUMNS},
    }


def _heading(name: str, session: Session) -> str:
    """What is derived has a name in words; a cell has that of its column."""
    return session.say(name) if name in _DERIVED else name


def _counts_as(account: Account, session: Session) -> str:
    if account.withdrawn:
        return session.say("withdrawn by its own voice")
    if account.fallen:
        return session.say("fallen with what it repeats")
    if account.role != "supports":
        return session.say(account.role)
    words = session.say("strong support" if account.is_strong else "weak support")
    return f"{words}, {session.say('repeats another')}" if account.repeats_another else words


def _print_values(reading: IncidentReading, session: Session) -> None:
    say = session.say
    values = [value for value in reading.assessment.values.values() if value.value is not None]
    session.out.heading(say("What is adopted"))
    if not values:
        session.out.paragraph(say("Nothing: no statement counts for it."), indent="  ")
        session.out.line()
        return
    session.out.table(
        TextTable(
            headings=tuple(map(say, ("field", "value", "support", "given by"))),
            rows=[
                (value.field, in_text(value.value), _support(value, session), _behind(value))
                for value in values
            ],
        ),
        indent="  ",
    )
    for decision in reading.decisions:
        session.out.paragraph(decision.reason, first=f"  {decision.id}: ", indent="    ")
    session.out.line()


def _support(value: FieldValue, session: Session) -> str:
    if value.decision:
        return session.say("decided by {decision}", decision=value.decision)
    return session.say(value.strength)


def _behind(value: FieldValue) -> str:
    """Who gives which value; where all give the same, who gives it."""
    if len(value.candidates) == 1:
        return in_text(value.candidates[0].voices)
    lines = [f"{in_text(each.value)}: {in_text(each.voices)}" for each in value.candidates]
    return "\n".join(lines) or NOTHING


def _print_rulings(reading: IncidentReading, session: Session) -> None:
    say = session.say
    session.out.heading(say("Under each definition"))
    session.out.table(
        TextTable(
            headings=tuple(map(say, ("scheme", "says", "counts in", "clause", "why"))),
            rows=[
                (
                    ruling.scheme,
                    say(ruling.verdict.says),
                    ", ".join(map(say, ruling.bounds)) or NOTHING,
                    ruling.verdict.clause,
                    session.words.sentence(ruling.verdict.why),
                )
                for ruling in reading.rulings
            ],
        ),
        indent="  ",
    )
