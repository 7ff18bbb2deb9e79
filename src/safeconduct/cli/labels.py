"""Labels: what the keys of a breakdown are called in the language of the session.

It depends on the vocabulary and on the dimensions of the figures.
A new dimension shows here by itself, through the terms that it takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.figures.dimension import NO_TERM, SPAN, TERMS_OF, UNKNOWN
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from safeconduct.cli.session import Session
    from safeconduct.figures.figure import Bounds

OPEN_END: Final = ".."


def label_of(dimension: str, kind: str, *, key: str, session: Session) -> str:
    """What a row is called in one dimension."""
    if kind == UNKNOWN:
        return session.say("not known")
    if kind == NO_TERM:
        return session.say("none of the {set}", set=TERMS_OF[dimension])
    if kind == SPAN:
        return _span(dimension, key.split("/"), session)
    return _term(dimension, key, session)


def highest(bounds: Bounds, session: Session) -> str:
    """The high bound, which persons may lack."""
    return session.say("no bound") if bounds.high is None else str(bounds.high)


def central(bounds: Bounds, session: Session) -> str:
    """The central bound: a number, or for persons a range that may be open."""
    if bounds.central_max is None:
        return session.say("{least} or more", least=bounds.central)
    if bounds.central_max != bounds.central:
        return f"{bounds.central}–{bounds.central_max}"
    return str(bounds.central)


def _span(dimension: str, keys: list[str], session: Session) -> str:
    if TERMS_OF[dimension] != "years":
        return session.say(" or ").join(_term(dimension, key, session) for key in keys)
    first, last = keys
    if OPEN_END in keys:
        message = "{year} or before" if first == OPEN_END else "{year} or later"
        return session.say(message, year=last if first == OPEN_END else first)
    between = session.say(" or ") if int(last) - int(first) == 1 else "–"
    return f"{first}{between}{last}"


def _term(dimension: str, key: str, session: Session) -> str:
    terms = TERMS_OF[dimension]
    if terms == "territories":
        return territory.name(key, session.language)
    if terms in vocabulary.sets():
        return vocabulary.term(terms, key).label_in(session.language)
    return session.say(key) if terms == "standings" else key
