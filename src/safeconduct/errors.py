"""Every way in which Safeconduct says no: a tree of exceptions with message, hint and code.

The tree depends on nothing but the standard library, so that every layer may raise from it.
A new kind of error is a new subclass here with its own `code` and a section of the same name in
`docs/reference/errors.md`.

Safety: a message names files, rows, columns, fields and vocabulary ids, never a value that could
identify a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class SafeconductError(Exception):
    """The root: what happened, what to do next, and the code that the reference explains."""

    code: ClassVar[str] = "safeconduct"

    def __init__(self, message: str, *, hint: str = "") -> None:
        """Keep the message in the user's words and the hint that says what to do next."""
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Show the message, and the hint behind it where there is one."""
        return f"{self.message} {self.hint}".rstrip()


class InvalidInput(SafeconductError, ValueError):
    """Something that was given cannot be used as it stands."""

    code = "invalid-input"


class InvalidRecord(InvalidInput):
    """A record cannot be built so; `problems` names each field and what is wrong with it."""

    code = "invalid-record"

    def __init__(self, record: str, problems: Iterable[tuple[str, str]], *, hint: str = "") -> None:
        """Name the kind of record and every field with its problem."""
        self.record = record
        self.problems = tuple(problems)
        listed = "; ".join(f"{field}: {problem}" for field, problem in self.problems)
        super().__init__(f"This {record} cannot be built: {listed}.", hint=hint)


class InvalidVocabulary(InvalidInput):
    """A vocabulary or scheme file is malformed; `file` and `problems` say where and how."""

    code = "invalid-vocabulary"

    def __init__(self, file: str, problems: Iterable[tuple[str, str]], *, hint: str = "") -> None:
        """Name the file and every key with its problem."""
        self.file = file
        self.problems = tuple(problems)
        listed = "; ".join(f"{key}: {problem}" for key, problem in self.problems)
        super().__init__(f"{file} is not a usable vocabulary file: {listed}.", hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with an input: where it is, what was found, what is allowed.

    `found` describes the kind of value or quotes a vocabulary word; it never repeats free text.
    `row` is the line of the spreadsheet, the header being row 1; 0 means the file as a whole.
    """

    file: str
    row: int
    column: str
    found: str
    allowed: str
    hint: str = ""

    @property
    def where(self) -> str:
        """The place in words: file, row, column, as far as they apply."""
        parts = [self.file]
        if self.row:
            parts.append(f"row {self.row}")
        if self.column:
            parts.append(f"column {self.column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        """Where it is, what was found, what is allowed, and the hint."""
        return f"{self.where}: found {self.found}; allowed: {self.allowed}. {self.hint}".rstrip()


class RejectedRows(InvalidInput):
    """A corpus or table was not taken in; `problems` holds every problem of the input at once."""

    code = "rejected-rows"

    def __init__(self, source: str, problems: Iterable[Problem], *, hint: str = "") -> None:
        """Name the input and keep every problem, in the order of the files."""
        self.source = source
        self.problems = tuple(problems)
        number = len(self.problems)
        super().__init__(
            f"{source} was not taken in: {number} problem{'s' if number != 1 else ''}.",
            hint=hint or "Mend each place named and run the command again; nothing was written.",
        )


class InvalidSetting(InvalidInput):
    """A setting has a value that it does not admit."""

    code = "invalid-setting"

    def __init__(self, setting: str, allowed: str, *, hint: str = "") -> None:
        """Name the setting and what it admits."""
        self.setting = setting
        super().__init__(f"The setting {setting} is not usable; allowed: {allowed}.", hint=hint)


class InvalidQuery(InvalidInput):
    """A question names something that does not exist or does not fit; `problems` lists all."""

    code = "invalid-query"

    def __init__(self, problems: Iterable[tuple[str, str]], *, hint: str = "") -> None:
        """Name every part of the question with its problem."""
        self.problems = tuple(problems)
        listed = "; ".join(f"{part}: {problem}" for part, problem in self.problems)
        super().__init__(f"This question cannot be answered: {listed}.", hint=hint)


class InvalidCaptures(InvalidInput):
    """A table of capture histories cannot be used; `problems` holds everything wrong with it."""

    code = "invalid-captures"

    def __init__(self, problems: Iterable[tuple[str, str]], *, hint: str = "") -> None:
        """Name every column, list or pattern with its problem."""
        self.problems = tuple(problems)
        listed = "; ".join(f"{where}: {problem}" for where, problem in self.problems)
        super().__init__(
            f"This table of capture histories cannot be used: {listed}.",
            hint=hint or "Give one column of 0 and 1 for each list, and one of counts.",
        )


class NotFound(SafeconductError, LookupError):
    """Nothing of that kind has that id."""

    code = "not-found"

    def __init__(self, kind: str, identifier: str, *, hint: str = "") -> None:
        """Name the kind of thing and the id that was asked for."""
        self.kind = kind
        self.identifier = identifier
        super().__init__(f"No {kind} has the id {identifier!r}.", hint=hint)


class Refusal(SafeconductError):
    """The software declines by rule; `remedy` names what would make it possible."""

    code = "refusal"

    def __init__(self, asked: str, *, rule: str, remedy: str) -> None:
        """Say what was asked, which rule declines it, and what would make it possible."""
        self.asked = asked
        self.rule = rule
        self.remedy = remedy
        super().__init__(f"Declined: {asked}. Rule: {rule}.", hint=remedy)


class BrokenIntegrity(SafeconductError):
    """Something that must not change has changed; never caught below the boundary."""

    code = "broken-integrity"

    def __init__(self, what: str, *, hint: str = "") -> None:
        """Name the thing whose digest, chain or signature no longer holds."""
        self.what = what
        super().__init__(f"{what} is not what was stored.", hint=hint)


class Unavailable(SafeconductError):
    """Storage or another service did not answer; raised from its cause where there is one."""

    code = "unavailable"

    def __init__(self, what: str, *, hint: str = "") -> None:
        """Name what could not be reached or written."""
        self.what = what
        super().__init__(f"{what} is not available.", hint=hint)
