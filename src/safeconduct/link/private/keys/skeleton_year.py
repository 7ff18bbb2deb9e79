"""The consonants of the surname, the given name, and the year of birth.

It depends on the keys of names.
Exchanged columns are missed; `unordered-year` forgives them too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.link import names

if TYPE_CHECKING:
    from safeconduct.link.private.named_person import NamedPerson

NAME: Final = "skeleton-year"
PLAIN: Final = {
    "en": "the consonants of the surname, the given name, and the year of birth",
    "ru": "согласные фамилии, имя и год рождения",
}
MISSES: Final = 0.39
STRANGERS: Final = 0.04


def key(person: NamedPerson) -> str:
    """Join the skeleton of the surname, the key of the given name and the year."""
    read = names.keys(person.name)
    if person.year is None or not (read.skeleton and read.given):
        return ""
    return "\x1f".join((read.skeleton, read.given, str(person.year)))
