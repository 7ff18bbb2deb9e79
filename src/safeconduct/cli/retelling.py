"""Retelling: an error that was raised in English, put into the language of whoever reads it.

It depends on the errors and on the words of the command line.
An error whose message has another frame than these is one more case in `retell`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.errors import BrokenIntegrity, Refusal

if TYPE_CHECKING:
    from safeconduct.cli.session import Session
    from safeconduct.errors import SafeconductError


def retell(error: SafeconductError, session: Session) -> None:
    """Put the message and the hint of an error into the language of the session."""
    say = session.say
    told = session.words.retell
    match error:
        case Refusal():
            error.message = say(
                "Declined: {asked}. Rule: {rule}.",
                asked=told(error.asked),
                rule=told(error.rule),
            )
        case BrokenIntegrity():
            error.message = say("{what} is not what was stored.", what=told(error.what))
        case _:
            error.message = told(error.message)
    error.hint = told(error.hint)
