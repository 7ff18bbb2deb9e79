"""What the columns of a foreign file became: a table, what was left out, and what was dropped.

It depends on what the importers tell of a foreign file.
A further thing to tell of a column is one more line in `print_taken` and in `taken_as_json`.

Safety: headings, kinds and numbers only; a value that was dropped is in none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.cli.screen import TextTable
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.importers.foreign import TakenIn


def print_taken(taken: TakenIn, session: Session) -> None:
    """Show what each column became, in the order of the file."""
    out, say = session.out, session.say
    if taken.plain:
        out.paragraph(
            in_language(taken.plain, session.language), first=f"{say('read as')}: ", indent="  "
        )
        out.line()
    rows = [
        (_place(fate.table, fate.heading), str(fate.filled), ", ".join(fate.becomes))
        for fate in taken.columns
        if fate.becomes
    ]
    if rows:
        out.table(
            TextTable(
                headings=(say("column"), say("rows"), say("becomes")),
                rows=rows,
                numbers=frozenset({1}),
            )
        )
        out.line()
    left = [_place(fate.table, fate.heading) for fate in taken.columns if fate.left]
    if left:
        out.paragraph(", ".join(left), first=f"{say('left out')}: ", indent="  ")
    for dropped in taken.dropped:
        out.paragraph(
            f"{say(dropped.kind)} ({dropped.number})",
            first=f"{say('dropped')}, {_place(dropped.table, dropped.heading)}: ",
            indent="  ",
        )
    out.line()


def taken_as_json(taken: TakenIn) -> dict[str, Json]:
    """The same for programs."""
    return {
        "columns": [
            {
                "table": fate.table,
                "column": fate.heading,
                "rows": fate.filled,
                "becomes": list(fate.becomes),
                "left_out": fate.left,
                "dropped": fate.dropped,
            }
            for fate in taken.columns
        ],
        "dropped": [
            {
                "kind": dropped.kind,
                "table": dropped.table,
                "column": dropped.heading,
                "number": dropped.number,
            }
            for dropped in taken.dropped
        ],
    }


def _place(table: str, heading: str) -> str:
    """A column with its table, as far as it has one; a star is all that nobody named."""
    return " / ".join(part for part in (table, heading or "*") if part)
