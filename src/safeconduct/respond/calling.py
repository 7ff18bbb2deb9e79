"""Calling for help: the first lines of every answer, for a person whose life is in danger now.

It depends on the emergency numbers and the sayings beside it.
A new language is one more wording of each saying.

Safety: these lines stand before everything else; a number that is not recorded is not guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.respond.documents.sayings import say
from safeconduct.respond.emergency import POLICE, emergency_number
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator


def call_for_help(host: str, *, language: str = "en") -> tuple[str, ...]:
    """Say which number to dial in a state, in one sentence or a few."""
    return tuple(_sentences(host, language))


def _sentences(host: str, language: str) -> Iterator[str]:
    found = emergency_number(host)
    if found is None:
        yield say("call-nobody", language)
        return
    saying = "call-police" if found.reaches == POLICE else "call"
    yield say(saying, language, number=found.number)
    if found.ambulance:
        yield say("call-ambulance", language, number=found.ambulance)
    if found.note is not None:
        yield in_language(found.note, language)
    if found.is_weak:
        yield say("call-weak", language)
