"""Tables of capture histories from CSV: a 0/1 column for each list, and a column of counts.

It depends on the text of CSV files and on `estimate.capture_history`; no record is read here.
Another form in which such a table comes is one more module beside this one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows
from safeconduct.estimate.capture_history import (
    FEWEST_LISTS,
    MOST_LISTS,
    MOST_PERSONS,
    CaptureHistory,
)
from safeconduct.importers.csv_file import octets
from safeconduct.importers.csv_text import AS_UTF_8, is_utf_8, numbered_rows, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from safeconduct.importers.record_rows import NumberedRow, RawCell

COUNT: Final = "count"
LARGEST_FILE: Final = 64 * 2**20  # bytes; a row for each of a million persons takes a fifth
_MOST_STRATA: Final = 200
_LONGEST_STRATUM: Final = 80  # characters
# Beyond so many, a person mends the cause and not the cells.
_MOST_PROBLEMS: Final = 200
_WHOLE: Final = re.compile(r"\d{1,20}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureFile:
    """What a file holds: one table for each stratum, under "" where there is one table only.

    by: the column whose values are the strata, "" where there is none.
    """

    strata: Mapping[str, CaptureHistory]
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    lists: tuple[tuple[int, str], ...]
    count: int | None
    by: int | None
    by_name: str
    width: int


def read(path: Path, *, by: str = "", row_per_person: bool = False) -> CaptureFile:
    """Read a CSV file of capture histories.

    Every column but `count` and the one named by `by` is a list. With `row_per_person` each row is
    one person and there is no column `count`.

    Raises:
        NotFound: there is no such file.
        RejectedRows: anything in it is not what it has to be; every problem is named at once.
        Unavailable: the file is there and cannot be opened.
    """
    found = octets(
        path, kind="table of capture histories", largest=LARGEST_FILE, hint="Give a CSV file."
    )
    problems: list[Problem] = []
    rows: list[NumberedRow] = []
    _require_readable_names(found, path.name)
    for row in numbered_rows(found, path.name, headings=(COUNT,)):
        if isinstance(row, Problem):
            problems.append(row)
        elif any(row[1]):
            rows.append(row)
    if not rows and not problems:
        problems.append(whole(path.name, "no row", allowed="a header and a row for each pattern"))
    if problems:
        raise RejectedRows(path.name, problems)
    header = _header(rows[0][1], path.name, by=by, row_per_person=row_per_person, problems=problems)
    reading = _Reading(file=path.name, header=header, problems=problems)
    if header is not None:
        for number, cells in rows[1:]:
            reading.take(number, cells)
    if not problems and not reading.strata:
        problems.append(whole(path.name, "a header and no row", allowed="a row for each pattern"))
    if problems:
        raise RejectedRows(path.name, _not_too_many(problems, path.name))
    return CaptureFile(strata=reading.histories(), by=by)


def _require_readable_names(found: bytes, file: str) -> None:
    """Refuse a header that is not UTF-8.

    The names of the lists go into every answer; a guess at their letters would go with them.
    """
    if not is_utf_8(found.partition(b"\n")[0]):
        text = whole(file, "text that is not UTF-8", allowed="text in UTF-8", hint=AS_UTF_8)
        raise RejectedRows(file, [text])


class _Reading:
    """Rows of one file, gathered by stratum and pattern; what is wrong goes to `problems`."""

    def __init__(self, *, file: str, header: _Header | None, problems: list[Problem]) -> None:
        self._file = file
        self._header = header or _Header(lists=(), count=None, by=None, by_name="", width=0)
        self._problems = problems
        self.strata: dict[str, dict[int, int]] = {}
        self._rows: dict[tuple[str, int], int] = {}

    def take(self, number: int, cells: Sequence[RawCell]) -> None:
        """Take one row, or say what is wrong with each of its cells."""
        header = self._header
        if len(cells) != header.width:
            self._wrong(
                number, "", f"{len(cells)} cells", allowed=f"{header.width}, as the header has"
            )
            return
        before = len(self._problems)
        code = self._code(number, cells)
        count = 1 if header.count is None else self._count(number, cells[header.count])
        stratum = "" if header.by is None else self._stratum(number, cells[header.by])
        if len(self._problems) > before:
            return
        counted = self.strata.setdefault(stratum, {})
        if header.count is not None and code in counted:
            self._wrong(
                number,
                "",
                f"the pattern of row {self._rows[stratum, code]} again",
                allowed="one row for each pattern" + (" and stratum" if stratum else ""),
                hint="Sum the counts into one row.",
            )
            return
        counted[code] = counted.get(code, 0) + count
        self._rows[stratum, code] = number

    def histories(self) -> dict[str, CaptureHistory]:
        """Make the tables.

        Raises:
            RejectedRows: a stratum counts nobody, or more persons than a table may hold.
        """
        names = [name for _, name in self._header.lists]
        found, problems = {}, []
        for stratum, counted in self.strata.items():
            place = f"{self._file}, stratum {stratum}" if stratum else self._file
            if not 0 < sum(counted.values()) <= MOST_PERSONS:
                problems.append(
                    whole(
                        place,
                        f"{sum(counted.values())} persons in all",
                        allowed=f"from 1 to {MOST_PERSONS:,} persons",
                    )
                )
                continue
            columns: dict[str, list[int]] = {
                name: [code >> k & 1 for code in counted] for k, name in enumerate(names)
            }
            found[stratum] = CaptureHistory.from_patterns(
                {**columns, COUNT: list(counted.values())}
            )
        if problems:
            raise RejectedRows(self._file, problems)
        return found

    def _code(self, number: int, cells: Sequence[RawCell]) -> int:
        code, is_whole = 0, True
        for k, (place, name) in enumerate(self._header.lists):
            cell = _text(cells[place])
            if cell not in ("0", "1"):
                self._wrong(number, name, _kind(cell), allowed="0 or 1")
                is_whole = False
            code |= (cell == "1") << k
        if is_whole and not code:
            self._wrong(
                number,
                "",
                "a pattern of nothing but 0",
                allowed="at least one 1",
                hint="Whom no list holds is what an estimate is for; leave the row out.",
            )
        return code

    def _count(self, number: int, cell: RawCell) -> int:
        text = _text(cell)
        allowed = f"a whole number from 0 to {MOST_PERSONS:,}, without separators"
        if not _WHOLE.fullmatch(text):
            self._wrong(number, COUNT, _kind(text), allowed=allowed)
            return 0
        if int(text) > MOST_PERSONS:
            self._wrong(number, COUNT, "a larger number", allowed=allowed)
            return 0
        return int(text)

    def _stratum(self, number: int, cell: RawCell) -> str:
        text = _text(cell)
        name = self._header.by_name
        if not text or len(text) > _LONGEST_STRATUM:
            self._wrong(number, name, _kind(text), allowed="a short text, the stratum of this row")
        elif text not in self.strata and len(self.strata) >= _MOST_STRATA:
            self._wrong(number, name, "one more stratum", allowed=f"at most {_MOST_STRATA} strata")
        return text

    def _wrong(self, number: int, column: str, found: str, *, allowed: str, hint: str = "") -> None:
        self._problems.append(
            Problem(
                file=self._file, row=number, column=column, found=found, allowed=allowed, hint=hint
            )
        )


def _header(
    cells: Sequence[RawCell],
    file: str,
    *,
    by: str,
    row_per_person: bool,
    problems: list[Problem],
) -> _Header | None:
    names = [_text(cell) for cell in cells]
    before = len(problems)

    def wrong(found: str, allowed: str, *, column: str = "", hint: str = "") -> None:
        problems.append(
            Problem(file=file, row=1, column=column, found=found, allowed=allowed, hint=hint)
        )

    if {"0", "1"} & {*names}:
        # Safety: a first line of a table about persons may begin with a name, and a problem of a
        # cell below it would repeat that name as the name of the column.
        wrong(
            "a pattern where the names of the lists belong", "a header, then a row for each pattern"
        )
        return None
    if "" in names:
        wrong("a column without a name", "a name for each column")
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        wrong("two columns of this name", "each name once", column=name)
    if (COUNT in names) is row_per_person:
        wrong(
            *(
                ("a column of counts", "no column count where each row is one person")
                if row_per_person
                else ("no column of that name", "a column count with the persons of each pattern")
            ),
            column=COUNT,
            hint="" if row_per_person else "Where each row is one person, say so with --persons.",
        )
    if by and by not in names:
        wrong("no column of that name", "a column with the stratum of each row", column=by)
    lists = tuple((place, name) for place, name in enumerate(names) if name not in ("", COUNT, by))
    if not FEWEST_LISTS <= len(lists) <= MOST_LISTS:
        wrong(
            f"{len(lists)} lists",
            f"from {FEWEST_LISTS} to {MOST_LISTS}",
            hint="Every column but count and the stratum is taken for a list.",
        )
    if len(problems) > before:
        return None
    return _Header(
        lists=lists,
        count=None if row_per_person else names.index(COUNT),
        by=names.index(by) if by else None,
        by_name=by,
        width=len(names),
    )


def _not_too_many(problems: list[Problem], file: str) -> list[Problem]:
    if len(problems) <= _MOST_PROBLEMS:
        return problems
    more = whole(
        file,
        f"{len(problems) - _MOST_PROBLEMS} more problems",
        allowed="none",
        hint="Mend these first.",
    )
    return [*problems[:_MOST_PROBLEMS], more]


def _text(cell: RawCell) -> str:
    return cell.strip() if isinstance(cell, str) else "\ufffd"


def _kind(text: str) -> str:
    """Say what kind of thing stands in a cell; the thing itself may be a name."""
    if not text:
        return "an empty cell"
    if re.fullmatch(r"-\d+([.,]\d+)?", text):
        return "a negative number"
    if re.fullmatch(r"\d+[.,]\d+", text):
        return "a number with a separator in it"
    if text.casefold() in ("nan", "inf", "na", "n/a", "infinity"):
        return "a word for a missing or endless number"
    return "a number" if _WHOLE.fullmatch(text) else "text"
