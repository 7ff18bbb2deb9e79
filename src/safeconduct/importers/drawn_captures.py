"""Drawn linkages read back: a row a draw, a column a pattern, as `link` writes them.

It depends on the text of CSV files and on `linkage_averaging`, which makes tables of the counts.
Another form in which draws come is one more module beside this one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows
from safeconduct.estimate.capture_history import MOST_PERSONS
from safeconduct.importers.csv_text import numbered_rows, whole
from safeconduct.linkage_averaging import drawn_linkages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.importers.record_rows import NumberedRow, RawCell

_WHOLE: Final = re.compile(r"\d{1,9}", re.ASCII)


def read(path: Path, *, lists: Sequence[str]) -> tuple[CaptureHistory, ...]:
    """Read the tables of drawn linkages; an absent file holds none.

    Raises:
        RejectedRows: it is not what `link` writes for these lists; every problem is named.
    """
    if not path.is_file():
        return ()
    problems: list[Problem] = []
    rows: list[NumberedRow] = []
    for row in numbered_rows(path.read_bytes(), path.name, headings=()):
        if isinstance(row, Problem):
            problems.append(row)
        else:
            rows.append(row)
    codes = _codes(lists)
    header = [str(cell) for cell in rows[0][1]] if rows else []
    if sorted(header) != sorted(codes):
        problems.append(
            whole(path.name, "other columns", allowed="a column for each pattern of the lists")
        )
    if problems:
        raise RejectedRows(path.name, problems)
    counts: list[list[int]] = []
    for number, cells in rows[1:]:
        found = list(_wrong_cells(number, cells, header, file=path.name))
        problems += found
        if not found:
            counted = dict(zip((codes[name] for name in header), cells, strict=True))
            counts.append([int(str(counted.get(code, 0))) for code in range(1 << len(lists))])
    if problems:
        raise RejectedRows(path.name, problems)
    return drawn_linkages(counts, lists=lists)


def _wrong_cells(
    number: int, cells: Sequence[RawCell], header: Sequence[str], *, file: str
) -> Iterator[Problem]:
    if len(cells) != len(header):
        yield Problem(
            file=file,
            row=number,
            column="",
            found=f"{len(cells)} cells",
            allowed=f"{len(header)}, as the header has",
        )
    for name, cell in zip(header, cells, strict=False):
        is_count = isinstance(cell, str) and _WHOLE.fullmatch(cell) and int(cell) <= MOST_PERSONS
        if not is_count:
            yield Problem(
                file=file,
                row=number,
                column=name,
                found="what is no count",
                allowed="a whole number",
            )


def _codes(lists: Sequence[str]) -> dict[str, int]:
    return {
        "+".join(name for k, name in enumerate(lists) if code >> k & 1): code
        for code in range(1, 1 << len(lists))
    }
