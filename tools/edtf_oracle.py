"""Writes `tests/golden/partial_date/edtf.csv`: what the library `edtf` reads in a date text.

It depends on that library, which stands in `requirements/test.txt` and warns too much and reads too
slowly to be asked on every run; it does not import `PartialDate`, whose oracle it is.
To ask about more texts, add them to `OWN_TEXTS`; the library's own examples are read from a copy of
its test file: `python tools/edtf_oracle.py PATH/TO/edtf/parser/tests.py`.
"""

from __future__ import annotations

import ast
import csv
import itertools
import sys
import warnings
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from time import struct_time

TABLE = Path(__file__).resolve().parent.parent / "tests" / "golden" / "partial_date" / "edtf.csv"
OPEN_ENDS: Final = ("", "..")
POINTS: Final = (
    *("1999", "2000", "2023?", "2024~", "1987%", "196X", "19XX", "195X?"),
    *("2023-01", "2024-02", "2023-02~", "1900-02", "2000-02%", "2023-12?", "2023-XX", "2023-XX~"),
    *("2023-10-17", "2024-02-29", "2000-02-29?", "2023-01-01~", "9998-12-30%"),
    *("2024-02-XX", "2023-04-XX?", "2023-XX-XX", "2023-21", "2023-22", "2024-23", "2024-24"),
)
OUTSIDE: Final = (
    *("2023-13", "2023-00", "2023-10-00", "2023-10-32", "2023-02-29", "1900-02-29", "2023-04-31"),
    *("23", "2023-1", "2023-10-7", "2023/10", "17.10.2023", "October 2023", "2023-10-17T10:00"),
    *("20231017", "2023-291", "2023-W42", "2023-W42-2", "2023-20", "2023-25", "2023-40"),
    *("2023-21-01", "196x", "1XXX", "XXXX", "196X-05", "19X6", "2023-X1", "2023-XX-17"),
    *("2023??", "?2023", "2023?-10", "2023-?10", "2023-10?-17", "2023-10-~17", "~2023", "2023!"),
    *("Y12023", "-0044", "+2023", "0000", "y2023", "2023S3", "1950S2", "{2023,2024}", "[2023]"),
    *("/", "..", "../..", "../", "/..", "2023/2024/2025", "unknown/2023", "2023/open", "2023//"),
    *("2024/2023", "2023-06/2023-05", "2023-10-17/2023-10-16", "2023 / 2024", " 2023", "2023 "),
)
OWN_TEXTS: Final = (
    *POINTS,
    *OUTSIDE,
    *(f"{point}/{end}" for point in POINTS for end in OPEN_ENDS),
    *(f"{end}/{point}" for point in POINTS for end in OPEN_ENDS),
    *(f"{begin}/{end}" for begin, end in itertools.product(POINTS[::2], POINTS[1::3])),
)
# A digit stands as 9 here; this is the whole of what `PartialDate` admits as one point in time.
SHAPES: Final = ("9999", "999X", "99XX", "9999-XX", "9999-XX-XX", "9999-99", "9999-99-XX")
FULL_DAY: Final = "9999-99-99"
LAST_MONTH: Final = 12
FIRST_SEASON: Final = 21
LAST_SEASON: Final = 24


class Bounded(Protocol):
    """What the library makes of a text, as far as it is asked here."""

    def lower_strict(self) -> struct_time | float:
        """Say its first day, or minus infinity."""

    def upper_strict(self) -> struct_time | float:
        """Say its last day, or infinity."""


def texts_of(test_file: Path) -> Iterator[str]:
    """Yield the date texts of the library's own examples: the first word of each tuple."""
    for node in ast.walk(ast.parse(test_file.read_text(encoding="utf-8"))):
        names = [getattr(target, "id", "") for target in getattr(node, "targets", [])]
        if not isinstance(node, ast.Assign) or not {"EXAMPLES", "BAD_EXAMPLES"} & set(names):
            continue
        for example in getattr(node.value, "elts", []):
            first = example.elts[0] if isinstance(example, ast.Tuple) else example
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def bounds(text: str) -> tuple[str, str] | None:
    """Say the first and last day of a text after the library; None where it refuses.

    An unknown end is blank: the library puts it ten years away, which is no reading of a source.
    """
    begin, slash, end = text.partition("/")
    read = _asked(text)
    if not slash:
        return read
    first, last = _asked(begin), _asked(end)
    if read is None and (first or begin in OPEN_ENDS) and (last or end in OPEN_ENDS):
        # The library stumbles over an interval of ends that it reads one by one.
        read = (first[0] if first else "-inf"), (last[1] if last else "inf")
    return read and ("" if begin == "" else read[0], "" if end == "" else read[1])


def _asked(text: str) -> tuple[str, str] | None:
    from edtf import parse_edtf  # noqa: PLC0415 (its import warns, so it waits for the filter)
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        read: Bounded = parse_edtf(text)
    except (EDTFParseException, AttributeError, TypeError, ValueError):
        # It refuses most of what is wrong, and stumbles over the rest.
        return None
    return _day(read.lower_strict()), _day(read.upper_strict())


def _day(when: struct_time | float) -> str:
    if isinstance(when, float):
        return str(when)
    return f"{when.tm_year:04d}-{when.tm_mon:02d}-{when.tm_mday:02d}"


def lies_within(text: str, read: tuple[str, str] | None) -> bool:
    """Tell, without any grammar, whether a text lies within what `PartialDate` admits."""
    ends = text.split("/")
    if read is None or len(ends) > len(OPEN_ENDS) or all(end in OPEN_ENDS for end in ends):
        return False
    known = [day for day in read if day not in ("", "-inf", "inf")]
    if not all(map(_is_in_the_calendar, known)) or known != sorted(known):
        return False
    return all((len(ends) > 1 and end in OPEN_ENDS) or _is_point(end) for end in ends)


def _is_in_the_calendar(day: str) -> bool:
    # The library admits the 29th of February in any year.
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _is_point(text: str) -> bool:
    bare = text[:-1] if text.endswith(("?", "~", "%")) else text
    shape = "".join("9" if letter in "0123456789" else letter for letter in bare)
    if shape not in (*SHAPES, FULL_DAY) or bare.startswith("0000"):
        return False
    month = int(bare[5:7]) if shape.startswith("9999-99") else 1
    return month <= LAST_MONTH or (len(bare) == len("2023-21") and _is_season(month))


def _is_season(number: int) -> bool:
    return FIRST_SEASON <= number <= LAST_SEASON


def main() -> None:
    """Write the table anew."""
    if len(sys.argv) != len(("program", "tests")):
        raise SystemExit(__doc__)
    warnings.simplefilter("ignore")
    theirs = dict.fromkeys(texts_of(Path(sys.argv[1])), "edtf")
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("text", "asked_by", "within", "earliest", "latest"))
        for text, asked_by in (dict.fromkeys(OWN_TEXTS, "safeconduct") | theirs).items():
            read = bounds(text)
            within = "yes" if lies_within(text, read) else "no"
            rows.writerow((text, asked_by, within, *(read or ("", ""))))
    print(f"Wrote {TABLE}")


if __name__ == "__main__":
    main()
