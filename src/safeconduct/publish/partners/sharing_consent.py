"""Consent to sharing: to whom, for what, how far, which groups of what is known, and until when.

It depends on the audiences and purposes of the record's permission.
Consent limits octets: what is in no group that it names is not in the package. It has an id and no
name; whose consent it is stands where it was given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from safeconduct.errors import InvalidRecord, Refusal
from safeconduct.publish.partners.toml_card import IDENTIFIER, read_card
from safeconduct.record.permission import AUDIENCES
from safeconduct.vocabulary import ids

_FIELDS: Final = {
    "id": False,
    "audience": False,
    "purposes": True,
    "partners": True,
    "groups": True,
    "given_on": False,
    "until": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingConsent:
    """What was agreed to.

    audience: the widest label. partners: the ids of those who may receive it. groups: what it lets
    out. given_on, until: the first and the last day.
    """

    id: str
    audience: str
    purposes: tuple[str, ...]
    partners: tuple[str, ...]
    groups: tuple[str, ...]
    given_on: date
    until: date

    def __post_init__(self) -> None:
        """Refuse a consent that agrees to nothing that can be understood.

        Raises:
            InvalidRecord: a part of it is missing or unknown.
        """
        problems = []
        if not IDENTIFIER.fullmatch(self.id):
            problems.append(("id", "is not 1 to 60 of a–z, 0–9 and single hyphens"))
        if self.audience not in AUDIENCES:
            problems.append(("audience", f"is none of {', '.join(AUDIENCES)}"))
        if not self.purposes or not set(self.purposes) <= set(ids("purposes")):
            problems.append(("purposes", f"are not of {', '.join(sorted(ids('purposes')))}"))
        problems.extend(
            (name, "names none") for name in ("partners", "groups") if not getattr(self, name)
        )
        if self.given_on > self.until:
            problems.append(("until", "is before the day on which it was given"))
        if problems:
            raise InvalidRecord("consent", problems)


def read_consent(octets: bytes) -> SharingConsent:
    """Read a consent from its file.

    Raises:
        InvalidRecord: it is none.
    """
    card = read_card(octets, record="consent", fields=_FIELDS)
    days = {}
    for name in ("given_on", "until"):
        try:
            days[name] = date.fromisoformat(str(card[name]))
        except ValueError:
            raise InvalidRecord("consent", [(name, "is not a day as YYYY-MM-DD")]) from None
    return SharingConsent(
        id=str(card["id"]),
        audience=str(card["audience"]),
        purposes=tuple(card["purposes"]),
        partners=tuple(card["partners"]),
        groups=tuple(card["groups"]),
        given_on=days["given_on"],
        until=days["until"],
    )


def require_consent(
    consent: SharingConsent | None, *, partner: str, tlp: str, purpose: str, on: date
) -> SharingConsent:
    """Decline a package that nobody agreed to.

    Raises:
        Refusal: label, purpose or consent is missing, or the consent does not go so far.
    """
    if not tlp or not purpose or consent is None:
        missing = [
            name
            for name, there in (("label", tlp), ("purpose", purpose), ("consent", consent))
            if not there
        ]
        raise _declined(
            f"a package without {' and '.join(missing)}",
            rule="every package says how far it may go, for what, and by whose consent",
            remedy="Name all three: --tlp, --purpose and --consent.",
        )
    known = tlp in AUDIENCES
    if not known or AUDIENCES.index(tlp) > AUDIENCES.index(consent.audience):
        raise _declined(
            "a package with this label",
            rule=f"the consent goes to {consent.audience} at most",
            remedy=f"Use a label that is no wider, of {', '.join(AUDIENCES)}.",
        )
    if purpose not in consent.purposes:
        raise _declined(
            "a package for this purpose",
            rule=f"the consent is for {', '.join(consent.purposes)}",
            remedy="Use one of these purposes, or ask the person concerned.",
        )
    if partner not in consent.partners:
        raise _declined(
            f"a package for {partner}",
            rule="the consent does not name this partner",
            remedy="Ask the person concerned, and write the partner into the consent.",
        )
    if not consent.given_on <= on <= consent.until:
        raise _declined(
            f"a package on {on.isoformat()}",
            rule=f"the consent holds from {consent.given_on} to {consent.until}",
            remedy="Ask the person concerned anew.",
        )
    return consent


def _declined(asked: str, *, rule: str, remedy: str) -> Refusal:
    return Refusal(asked, rule=rule, remedy=remedy)
