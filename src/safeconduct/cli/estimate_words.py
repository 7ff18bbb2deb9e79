"""What estimators say, in the language of the session: as the report translates it.

It depends on the report's sayings, which load only where somebody does not read English.
Another kind of text from an estimator is one more function here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from safeconduct.cli.words import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from safeconduct.cli.session import Session
    from safeconduct.estimate.result import Assumption
    from safeconduct.report.wording import Wording


def spoken(code: str, text: str, *, session: Session) -> str:
    """Say a text of a warning or of a refusal."""
    if session.language == SOURCE_LANGUAGE:
        return text
    from safeconduct.report.estimates.sayings import said

    return str(said(code, text, wording=_wording(session.language)))


def assumption_spoken(method: str, assumption: Assumption, *, session: Session) -> str:
    """Say an assumption of a method."""
    if session.language == SOURCE_LANGUAGE:
        return assumption.text
    from safeconduct.report.estimates.sayings import assumption_said

    return str(assumption_said(method, assumption, wording=_wording(session.language)))


def persons(number: float, session: Session) -> str:
    """Write a number of persons, whole, its thousands apart as the language does it."""
    if session.language == SOURCE_LANGUAGE:
        return f"{number:,.0f}"
    return _wording(session.language).number(round(number))


def digits(text: str, session: Session) -> str:
    """Write a number that is text already with the decimal sign of the language."""
    if session.language == SOURCE_LANGUAGE:
        return text
    from safeconduct.report.estimates.sayings import number_said

    return number_said(text, wording=_wording(session.language))


@cache
def _wording(language: str) -> Wording:
    from safeconduct.report.wording import Wording

    return Wording(language)
