"""The words of the field as data: tactics, techniques, targets, outcomes, instruments and the rest.

It depends on `safeconduct.registry` and `safeconduct.errors`, and Babel for names of territories.
A new term is one TOML file in the folder of its set; a set is read when it is first asked for, and
ids cost no reading at all.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from safeconduct.vocabulary.instrument import Instrument
from safeconduct.vocabulary.organisation import Membership, Organisation
from safeconduct.vocabulary.shelf import Shelf
from safeconduct.vocabulary.technique import Technique
from safeconduct.vocabulary.term import Citation, Distinction, Term
from safeconduct.vocabulary.wording import LANGUAGES, in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "LANGUAGES",
    "VERSION",
    "Citation",
    "Distinction",
    "Instrument",
    "Membership",
    "Organisation",
    "Shelf",
    "Technique",
    "Term",
    "ids",
    "in_language",
    "instruments",
    "nearest",
    "organisations",
    "sets",
    "techniques",
    "term",
    "terms",
]

VERSION = "1"

_SHIPPED = Shelf(Path(__file__).parent)

sets = _SHIPPED.sets
ids = _SHIPPED.ids
terms = _SHIPPED.terms
term = _SHIPPED.term
nearest = _SHIPPED.nearest


def techniques() -> Mapping[str, Technique]:
    """Read the techniques, by id."""
    return cast("Mapping[str, Technique]", terms("techniques"))


def organisations() -> Mapping[str, Organisation]:
    """Read the organisations of states, by id."""
    return cast("Mapping[str, Organisation]", terms("organisations"))


def instruments() -> Mapping[str, Instrument]:
    """Read the instruments, by id."""
    return cast("Mapping[str, Instrument]", terms("instruments"))
