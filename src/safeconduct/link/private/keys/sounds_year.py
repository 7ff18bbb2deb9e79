"""Surname and given name as they sound in any alphabet, with the year of birth.

It depends on the keys of names.
Exchanged columns and slips of one vowel are missed; `skeleton-year` forgives more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.link import names

if TYPE_CHECKING:
    from safeconduct.link.private.named_person import NamedPerson

NAME: Final = "sounds-year"
PLAIN: Final = {
    "en": "surname and given name as they sound in any alphabet, and the year of birth",
    "ru": "фамилия и имя по звучанию в любом алфавите и год рождения",
}
MISSES: Final = 0.43
STRANGERS: Final = 0.04


def key(person: NamedPerson) -> str:
    """Join the coarse reading of the surname, the key of the given name and the year."""
    read = names.keys(person.name)
    if person.year is None or not (read.surname_coarse and read.given):
        return ""
    return "\x1f".join((read.surname_coarse, read.given, str(person.year)))
