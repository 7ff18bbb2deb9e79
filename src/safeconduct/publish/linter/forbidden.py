"""What must not leave: texts of several kinds, each with the field or line that it came from.

It depends on the folding of texts and on the days.
A line of a never-file is read by its look: a day, an address, a phone number, a name; quotation
marks around it say that its words count together only. A further look is a branch in `of_line`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem, RejectedRows
from safeconduct.publish.linter.days import days_in, is_only_a_day
from safeconduct.publish.linter.folding import folded, squeezed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "name"
TOGETHER: Final = "together"
CLOSED: Final = "closed"
DIGITS: Final = "digits"
DAY: Final = "day"
MONTH: Final = "month"
EXACT: Final = "exact"
LEAST_LETTERS: Final = 3
LEAST_DIGITS: Final = 7
_MOST_NAME_WORDS: Final = 6
_LEAST_CLOSED: Final = 6
_QUOTED: Final = re.compile(r'"(.+)"|«(.+)»|“(.+)”|„(.+)“')
_ADDRESS: Final = re.compile(r"\S+@\S+|\w+://\S+|www\.\S+")
_PHONE: Final = re.compile(r"\+?[\d\s().\-–/]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """One thing that must not occur.

    kind: a name, each of whose parts counts; words together; an address with nothing between its
        signs; digits; a day; a month; a token as it is.
    origin: the field or the line that it came from.
    """

    kind: str
    origin: str
    text: str = field(repr=False)


def of_never_file(octets: bytes, *, file: str) -> tuple[Forbidden, ...]:
    """Read a never-file: one text a line; blank lines and lines that begin with # are skipped.

    Raises:
        RejectedRows: it is not UTF-8, or a line holds nothing that can be searched for.
    """
    try:
        lines = octets.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise RejectedRows(file, [_problem(file, 0, "bytes that are no UTF-8")]) from None
    found, problems = [], []
    for row, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        of_this = list(of_line(line.strip(), origin=f"{file}, line {row}"))
        # Safety: a line that is not searched for must not be taken for one that was not found.
        if not of_this:
            problems.append(_problem(file, row, "a line that is too short"))
        found.extend(of_this)
    if problems:
        raise RejectedRows(file, problems)
    return tuple(found)


def of_lines(lines: tuple[str, ...]) -> tuple[Forbidden, ...]:
    """The same for lines that are at hand already."""
    return of_never_file("\n".join(lines).encode(), file="the never-file")


def of_line(text: str, *, origin: str) -> Iterator[Forbidden]:
    """What one line forbids; nothing where it is too short to be searched for."""
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        yield from together(next(filter(None, quoted.groups())), origin=origin)
    elif is_only_a_day(text):
        yield from of_days(text, origin=origin)
    elif _ADDRESS.fullmatch(text):
        yield from address(text, origin=origin)
    elif _PHONE.fullmatch(text):
        yield from phone(text, origin=origin)
    elif any(each.isdigit() for each in text) or len(words_of(text)) > _MOST_NAME_WORDS:
        yield from together(text, origin=origin)
    elif is_name(text):
        yield Forbidden(kind=NAME, origin=origin, text=text)


def is_name(text: str) -> bool:
    """Tell whether a text has a part that is long enough to be searched for by itself."""
    return any(is_long_enough(word) for word in words_of(text))


def is_long_enough(word: str) -> bool:
    """Tell whether a word has three letters, or two signs of a script without letters."""
    return len(word) >= LEAST_LETTERS or (len(word) > 1 and is_ideographic(word))


def is_ideographic(word: str) -> bool:
    """Tell whether a word stands in a script that puts no blanks between words."""
    return any("\u2e80" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in word)


def together(text: str, *, origin: str) -> Iterator[Forbidden]:
    """Words that count together; nothing where they say too little."""
    letters = sum(map(len, words_of(text)))
    if letters >= LEAST_LETTERS:
        yield Forbidden(kind=TOGETHER, origin=origin, text=text)


def address(text: str, *, origin: str) -> Iterator[Forbidden]:
    """An address of mail or of a page, with or without what stands between its signs."""
    if len(squeezed(text)) >= _LEAST_CLOSED:
        yield Forbidden(kind=CLOSED, origin=origin, text=text)


def phone(text: str, *, origin: str) -> Iterator[Forbidden]:
    """A number, however its digits are parted."""
    if sum(each.isdigit() for each in text) >= LEAST_DIGITS:
        yield Forbidden(kind=DIGITS, origin=origin, text=text)


def of_days(text: str, *, origin: str) -> Iterator[Forbidden]:
    """A day or a month, however it is written."""
    for day in sorted(days_in(folded(text))):
        kind = DAY if day.day else MONTH
        yield Forbidden(kind=kind, origin=origin, text=day.text)


def exact(text: str, *, origin: str) -> Iterator[Forbidden]:
    """An id as it is, between signs that cannot belong to it."""
    if len(text) > LEAST_LETTERS and any(each.isalpha() for each in text):
        yield Forbidden(kind=EXACT, origin=origin, text=folded(text))


def _problem(file: str, row: int, found: str) -> Problem:
    allowed = (
        "a name, a day, a number of seven digits or more, an address, or words in quotation marks"
    )
    return Problem(file=file, row=row, column="", found=found, allowed=allowed)
