"""Tables of capture histories as verbs take them: a CSV or a linkage's folder, lists merged or not.

It depends on click and on the importers.
Another thing that is typed about such a table is one more function here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from safeconduct.estimate.capture_history import CaptureHistory

# The table in a folder that `link` wrote.
_CAPTURES: Final = "captures.csv"


def table_of(named: Path) -> Path:
    """Return the table that was named, which in the folder of a linkage has a name of its own."""
    return named / _CAPTURES if named.is_dir() else named


def drawn_tables(named: Path, *, lists: Sequence[str]) -> tuple[CaptureHistory, ...]:
    """Read the linkages that `link` has drawn; a CSV has none.

    Raises:
        RejectedRows: they are not what `link` writes for these lists.
    """
    from safeconduct.exporters.linkage_folder import DRAWN
    from safeconduct.importers import drawn_captures

    return drawn_captures.read(named / DRAWN, lists=lists) if named.is_dir() else ()


def merged(history: CaptureHistory, merge: Sequence[str]) -> CaptureHistory:
    """Take lists for one, as typed.

    Raises:
        UsageError: a merge is not of the form A+B=NAME.
        InvalidCaptures: a list is not there, or too few are left.
    """
    for text in merge:
        joined, equals, name = text.rpartition("=")
        names = [part.strip() for part in joined.split("+")]
        if not equals or not name.strip() or "" in names:
            raise click.UsageError("--merge takes lists and the name of their union: A+B=AB.")
        history = history.merged(names, name=name.strip())
    return history
