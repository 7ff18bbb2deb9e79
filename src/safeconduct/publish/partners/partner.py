"""A partner: an organisation to which packages go, by a short id, with its public keys.

It depends on the age format for the keys and on the card that the partner wrote.
A further thing to know of a partner is one more field here and in its card.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.errors import InvalidRecord
from safeconduct.publish.partners import age_format
from safeconduct.publish.partners.toml_card import IDENTIFIER, read_card


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An id, and the public keys of those who open its packages."""

    id: str
    keys: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse a partner to whom nothing can be encrypted.

        Raises:
            InvalidRecord: the id is none, or there is no key, or one is none.
        """
        problems = []
        if not IDENTIFIER.fullmatch(self.id):
            problems.append(("id", "is not 1 to 60 of a–z, 0–9 and single hyphens"))
        if not self.keys:
            problems.append(("age", "names no public key"))
        if problems:
            raise InvalidRecord("partner", problems)
        for key in self.keys:
            age_format.require_public_key(key)


def read_partner(octets: bytes) -> Partner:
    """Read a partner's card.

    Raises:
        InvalidRecord: it is none.
    """
    card = read_card(octets, record="partner", fields={"id": False, "age": True})
    return Partner(id=str(card["id"]), keys=tuple(card["age"]))


def written_partner(partner: Partner) -> str:
    """The card to hand to those who send packages."""
    keys = ", ".join(f'"{key}"' for key in partner.keys)
    return f'id = "{partner.id}"\nage = [{keys}]\n'
