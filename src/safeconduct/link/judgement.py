"""Judgements: what a person says about a pair of lines, kept in a file that only grows.

It depends on `errors` only; a line of a list is named by the list and what the list calls it.
A further answer is one more word of `ANSWERS`; a judgement is taken back by a later one.

Safety: who judged is a pseudonym; reasons are kept in the file and stand in no message or repr. The
file leads to persons for whoever holds the lists, so that it is its owner's alone.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidRecord, Problem, RejectedRows, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# What a line of a list is called by: the name of the list, and its id there.
Line = tuple[str, str]

YES: Final = "yes"
NO: Final = "no"
UNSURE: Final = "unsure"
ANSWERS: Final = (YES, NO, UNSURE)
COLUMNS: Final = (
    "left_list", "left_id", "right_list", "right_id", "judgement", "who", "judged_at", "why",
)  # fmt: skip
_OWNER_ALONE: Final = 0o600
_PSEUDONYM: Final = re.compile(r"[a-z][a-z0-9-]{0,31}", re.ASCII)
# A spreadsheet would take such a cell for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_INSTANT: Final = "an instant with its zone, such as 2026-03-01T09:00:00+00:00"
# What a judgement is not, as a file has it: the column, what stands there, and what may.
_CELLS: Final = MappingProxyType(
    {
        "is one line twice": ("right_id", "the same line twice", "two lines of the lists"),
        "has a line without a list or an id": (
            "right_id", "a line without a list or an id", "a list and an id for both lines",
        ),
        "is none of yes, no, unsure": ("judgement", "another word", "yes, no or unsure"),
        "is no pseudonym of small letters, digits and hyphens": (
            "who",
            "something other than a pseudonym",
            "small letters, digits and hyphens, such as q1",
        ),
        "is an instant without a zone": ("judged_at", "an instant without a zone", _INSTANT),
        "is no instant": ("judged_at", "something other than an instant", _INSTANT),
        "begins like a formula of a spreadsheet": (
            "why", "the beginning of a formula", "a reason that does not begin like a formula",
        ),
        "has more or fewer cells than the header": (
            "row", "more or fewer cells than the header has", "a cell for each column",
        ),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What one person said about one pair, when and why; the left line sorts before the right."""

    left: Line = field(repr=False)
    right: Line = field(repr=False)
    answer: str
    who: str
    judged_at: datetime
    why: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no judgement, with everything that is wrong; put the pair in order."""
        problems = [*_problems(self)]
        if problems:
            raise InvalidRecord(
                "judgement", problems, hint="A pseudonym looks like this: reviewer-2."
            )
        if self.left > self.right:
            left, right = self.right, self.left
            object.__setattr__(self, "left", left)
            object.__setattr__(self, "right", right)

    @property
    def pair(self) -> tuple[Line, Line]:
        """The pair, in order."""
        return self.left, self.right


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A pair of which two persons last said yes and no."""

    pair: tuple[Line, Line] = field(repr=False)
    yes: tuple[str, ...]
    no: tuple[str, ...]


def standing(judgements: Iterable[Judgement]) -> dict[tuple[Line, Line], Judgement]:
    """Return what stands of each pair: what each person said last, and of these the latest.

    Where two persons disagree nobody is taken at their word: the pair stands as unsure.
    """
    found: dict[tuple[Line, Line], Judgement] = {}
    by_person = _last_words(judgements)
    disputed = {one.pair for one in disagreements(by_person.values())}
    for judgement in by_person.values():
        if judgement.pair in disputed and judgement.answer != UNSURE:
            found[judgement.pair] = Judgement(
                left=judgement.left,
                right=judgement.right,
                answer=UNSURE,
                who=judgement.who,
                judged_at=judgement.judged_at,
                why="disputed",
            )
        elif judgement.answer != UNSURE or judgement.pair not in found:
            found[judgement.pair] = judgement
    return found


def disagreements(judgements: Iterable[Judgement]) -> tuple[Disagreement, ...]:
    """Return the pairs of which one person says yes and another no."""
    said: dict[tuple[Line, Line], dict[str, list[str]]] = {}
    for judgement in _last_words(judgements).values():
        said.setdefault(judgement.pair, {}).setdefault(judgement.answer, []).append(judgement.who)
    return tuple(
        Disagreement(pair=pair, yes=tuple(sorted(answers[YES])), no=tuple(sorted(answers[NO])))
        for pair, answers in sorted(said.items())
        if YES in answers and NO in answers
    )


def opposed(
    judgements: Iterable[Judgement],
) -> dict[tuple[Line, Line], tuple[tuple[Line, Line], ...]]:
    """Return each pair kept apart by no with the pairs joined by yes that make one person of it.

    What stands of each pair is taken; of several ways to join two lines the shortest is returned.
    """
    stands = standing(judgements)
    joined: dict[Line, list[Line]] = {}
    for left, right in sorted(pair for pair, one in stands.items() if one.answer == YES):
        joined.setdefault(left, []).append(right)
        joined.setdefault(right, []).append(left)
    apart = sorted(pair for pair, one in stands.items() if one.answer == NO)
    ways = ((pair, _way(joined, *pair)) for pair in apart)
    return {pair: way for pair, way in ways if way}


def _way(
    joined: Mapping[Line, list[Line]], left: Line, right: Line
) -> tuple[tuple[Line, Line], ...]:
    """Return the fewest pairs that lead from one line to another; none where none do."""
    before: dict[Line, Line] = {left: left}
    waiting = deque([left])
    while waiting and right not in before:
        line = waiting.popleft()
        for other in joined.get(line, ()):
            if other not in before:
                before[other] = line
                waiting.append(other)
    way = []
    while right in before and right != left:
        way.append((min(right, before[right]), max(right, before[right])))
        right = before[right]
    return tuple(reversed(way))


def append(path: Path, judgement: Judgement) -> None:
    """Write one judgement behind those that the file holds; the file begins with its header.

    Raises:
        Unavailable: the file cannot be written.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    try:
        if not path.exists() or path.stat().st_size == 0:
            writer.writerow(COLUMNS)
        writer.writerow(_row(judgement))
        # Safety: the rights come with the file, and are not given afterwards.
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _OWNER_ALONE)
        with os.fdopen(descriptor, "a", encoding="utf-8", newline="") as file:
            file.write(buffer.getvalue())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Unavailable(f"The file of judgements {path.name}") from error


def read(path: Path) -> tuple[Judgement, ...]:
    """Read a file of judgements in its order; a file that is not there holds none.

    Raises:
        RejectedRows: with every row that is no judgement.
        Unavailable: the file is there and cannot be read.
    """
    if not path.exists():
        return ()
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    found: list[Judgement] = []
    problems: list[Problem] = []
    try:
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise RejectedRows(path.name, [_wrong_header(path.name)])
        for number, row in enumerate(reader, start=2):
            try:
                found.append(_judgement(row))
            except InvalidRecord as error:
                problems += wrong_cells(path.name, number, refused=error)
    except csv.Error:
        # A line that a full disk cut short, or a quotation mark that nobody closed.
        problems.append(
            _problem(
                path.name,
                reader.line_num,
                "row",
                found="a row that breaks off, or a quotation mark without its partner",
                allowed="a whole row of CSV",
            )
        )
    if problems:
        raise RejectedRows(path.name, problems)
    return tuple(found)


def is_pseudonym(text: str) -> bool:
    """Say whether someone who judges may go by this: a letter, then letters, digits, hyphens."""
    return _PSEUDONYM.fullmatch(text) is not None


def wrong_cells(file: str, number: int, *, refused: InvalidRecord) -> tuple[Problem, ...]:
    """Say of a row of a file why it is no judgement, cell by cell."""
    return tuple(
        _problem(file, number, column, found=found, allowed=allowed)
        for column, found, allowed in (_CELLS[problem] for _, problem in refused.problems)
    )


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        problem = _problem(path.name, 1, "", found="another encoding", allowed="text in UTF-8")
        raise RejectedRows(path.name, [problem]) from None
    except OSError as error:
        raise Unavailable(f"The file of judgements {path.name}") from error


def _last_words(judgements: Iterable[Judgement]) -> dict[tuple[tuple[Line, Line], str], Judgement]:
    """Keep what each person said last of each pair, in the order of the file."""
    found: dict[tuple[tuple[Line, Line], str], Judgement] = {}
    for judgement in judgements:
        key = judgement.pair, judgement.who
        found.pop(key, None)
        found[key] = judgement
    return found


def _problems(judgement: Judgement) -> Iterable[tuple[str, str]]:
    if judgement.left == judgement.right:
        yield "pair", "is one line twice"
    if not all((*judgement.left, *judgement.right)):
        yield "pair", "has a line without a list or an id"
    if judgement.answer not in ANSWERS:
        yield "judgement", f"is none of {', '.join(ANSWERS)}"
    if not is_pseudonym(judgement.who):
        yield "who", "is no pseudonym of small letters, digits and hyphens"
    if judgement.judged_at.tzinfo is None:
        yield "judged_at", "is an instant without a zone"
    if judgement.why.startswith(_FORMULA):
        yield "why", "begins like a formula of a spreadsheet"


def _row(judgement: Judgement) -> tuple[str, ...]:
    at = judgement.judged_at.isoformat()
    return (
        *judgement.left, *judgement.right, judgement.answer, judgement.who, at, judgement.why,
    )  # fmt: skip


def _judgement(row: Mapping[str | None, str | None]) -> Judgement:
    if None in row or None in row.values():
        raise InvalidRecord("judgement", [("row", "has more or fewer cells than the header")])
    cells = {name or "": cell or "" for name, cell in row.items()}
    try:
        judged_at = datetime.fromisoformat(cells["judged_at"])
    except ValueError:
        raise InvalidRecord("judgement", [("judged_at", "is no instant")]) from None
    return Judgement(
        left=(cells["left_list"], cells["left_id"]),
        right=(cells["right_list"], cells["right_id"]),
        answer=cells["judgement"],
        who=cells["who"],
        judged_at=judged_at,
        why=cells["why"],
    )


def _problem(file: str, number: int, column: str, *, found: str, allowed: str) -> Problem:
    return Problem(file=file, row=number, column=column, found=found, allowed=allowed)


def _wrong_header(file: str) -> Problem:
    return _problem(file, 1, "", found="another header", allowed=", ".join(COLUMNS))
