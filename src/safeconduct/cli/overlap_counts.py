"""The counts of an overlap as text, CSV and JSON: in groups of five, unless all are asked for.

It depends on `link.private` for what may be shown.
Another form of the counts is one more function here.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from safeconduct.cli.screen import TextTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.link.private.agreement import Agreement


def print_counts(
    counts: Mapping[int, int], terms: Agreement, *, exact: bool, session: Session
) -> None:
    """Print a row for each combination of lists, and what the numbers are not."""
    say = session.say
    headings = (say("Lists"), say("Keys"))
    rows = [
        (" + ".join(lists) if len(lists) > 1 else say("{list} alone", list=lists[0]), shown)
        for lists, shown, _, _ in _rows(counts, terms, exact=exact)
    ]
    session.out.table(TextTable(headings=headings, rows=rows, numbers=frozenset({1})))
    session.out.line()
    session.out.paragraph(
        say(
            "These are exact: they stay in the house, and feed an estimate. "
            "Each row counts the keys of its lists and of no other."
        )
        if exact
        else say("Shared keys only, in groups of five. What one list has alone is left out.")
    )


def as_csv(counts: Mapping[int, int], terms: Agreement, *, exact: bool) -> bytes:
    """The counts with a 0/1 column a list; the exact ones are what `estimate` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*terms.names, *(["count"] if exact else ["shown", "low", "high"])])
    for lists, shown, low, high in _rows(counts, terms, exact=exact):
        seen = [int(name in lists) for name in terms.names]
        writer.writerow([*seen, *([low] if exact else [shown, low, high])])
    return out.getvalue().encode()


def as_json(counts: Mapping[int, int], terms: Agreement, *, exact: bool) -> dict[str, Json]:
    """The counts as an object."""
    return {
        "epoch": terms.epoch,
        "key": terms.key,
        "exact": exact,
        "counts": [
            {"lists": list(lists), "shown": shown, "low": low, "high": high}
            for lists, shown, low, high in _rows(counts, terms, exact=exact)
        ],
    }


def _rows(
    counts: Mapping[int, int], terms: Agreement, *, exact: bool
) -> list[tuple[tuple[str, ...], str, int, int]]:
    from safeconduct.link.private.shown_counts import shown_counts

    if not exact:
        shown = shown_counts(counts, names=terms.names)
        return [(each.lists, each.shown, each.low, each.high) for each in shown]
    return [
        (
            tuple(name for at, name in enumerate(terms.names) if code >> at & 1),
            str(counts.get(code, 0)),
            counts.get(code, 0),
            counts.get(code, 0),
        )
        for code in range(1, 1 << len(terms.names))
    ]
