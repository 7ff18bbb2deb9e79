"""The consonants of surname and given name in either order, and the year of birth.

It depends on the keys and readings of names.
It is the default, because it misses the fewest of the keys that hold a year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.link import names, spelling

if TYPE_CHECKING:
    from safeconduct.link.private.named_person import NamedPerson

NAME: Final = "unordered-year"
PLAIN: Final = {
    "en": "the consonants of surname and given name in either order, and the year of birth",
    "ru": "согласные фамилии и имени в любом порядке и год рождения",
}
MISSES: Final = 0.36
STRANGERS: Final = 0.04


def key(person: NamedPerson) -> str:
    """Join the skeletons of both parts, sorted, and the year."""
    parts = sorted((names.keys(person.name).skeleton, spelling.read(person.name.given).skeleton))
    if person.year is None or not all(parts):
        return ""
    return "\x1f".join((*parts, str(person.year)))
