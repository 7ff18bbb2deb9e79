"""Exit codes: how a verb ended, for scripts that cannot read sentences.

It depends on the errors only; this is the one place that maps the tree of errors to numbers.
A new branch of errors is one new line in `_CODES`, above its parents; a new code is a member here,
and the reference page shows it by itself.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from safeconduct.errors import (
    BrokenIntegrity,
    InvalidInput,
    InvalidQuery,
    InvalidSetting,
    NotFound,
    Refusal,
    SafeconductError,
    Unavailable,
)


class ExitCode(IntEnum):
    """The numbers with which the program ends."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    REJECTED = 3
    NOT_FOUND = 4
    REFUSED = 5
    BROKEN = 6
    UNAVAILABLE = 7
    WITHDRAWN = 8
    UNEXPECTED = 70
    INTERRUPTED = 130
    UNHEARD = 141

    @property
    def meaning(self) -> str:
        """What happened, in a sentence of the reference page."""
        return _MEANINGS[self]


_MEANINGS: Final = {
    ExitCode.FINE: "The verb did what was asked.",
    ExitCode.FINDINGS: "`check` found a finding of severity error, or an attack got something.",
    ExitCode.USAGE: "The command, a question or a setting cannot be used as it was given.",
    ExitCode.REJECTED: "A corpus, a table or a vocabulary file was not taken in; nothing written.",
    ExitCode.NOT_FOUND: "No corpus, record, scheme or term has that id.",
    ExitCode.REFUSED: "A rule declines what was asked, and says what would make it possible.",
    ExitCode.BROKEN: "Something that must not change has changed.",
    ExitCode.UNAVAILABLE: "A file, a port, a disk or an optional library could not be used.",
    ExitCode.WITHDRAWN: "A release is as it was signed, and a later one at hand takes it back.",
    ExitCode.UNEXPECTED: "A mistake in the program; no record is shown, and a report is welcome.",
    ExitCode.INTERRUPTED: "Stopped from the keyboard.",
    ExitCode.UNHEARD: "The reader of the output went away, as `head` does.",
}

# Asked from the top: the first class that fits decides.
_CODES: Final[tuple[tuple[type[BaseException], ExitCode], ...]] = (
    (InvalidQuery, ExitCode.USAGE),
    (InvalidSetting, ExitCode.USAGE),
    (InvalidInput, ExitCode.REJECTED),
    (NotFound, ExitCode.NOT_FOUND),
    (Refusal, ExitCode.REFUSED),
    (BrokenIntegrity, ExitCode.BROKEN),
    (Unavailable, ExitCode.UNAVAILABLE),
    (SafeconductError, ExitCode.REJECTED),
    (BrokenPipeError, ExitCode.UNHEARD),
    (OSError, ExitCode.UNAVAILABLE),
)


def code_of(error: BaseException) -> ExitCode:
    """The code with which the program ends after an error."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            return code
    return ExitCode.UNEXPECTED
