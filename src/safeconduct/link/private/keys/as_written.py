"""The name as it is written, in small letters, with the year of birth.

It depends on the standard library only.
It is for lists that were made by one hand; across alphabets it misses almost everybody.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.link.private.named_person import NamedPerson

NAME: Final = "as-written"
PLAIN: Final = {
    "en": "surname and given name as written, and the year of birth",
    "ru": "фамилия и имя, как написаны, и год рождения",
}
MISSES: Final = 0.89
STRANGERS: Final = 0.03


def key(person: NamedPerson) -> str:
    """Join the written parts in small letters and the year."""
    parts = [person.name.surname, person.name.given]
    if person.year is None or not all(parts):
        return ""
    written = [unicodedata.normalize("NFKC", part).casefold().strip() for part in parts]
    return "\x1f".join((*written, str(person.year)))
