"""Providers: who helps, where, in which languages, and when that was last looked at.

It depends on the reading beside it; a provider is one TOML file in `providers/`.
A programme that ends is not deleted: its status becomes `closed`, so that an old link to it warns.

Safety: a list that nobody looked at for half a year sends people to doors that no longer open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound
from safeconduct.registry import data_files
from safeconduct.respond.reading import citation, flag_or_false, full_day, known, opened
from safeconduct.vocabulary import territory
from safeconduct.vocabulary.careful_file import closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "providers"
KINDS: Final = (
    "emergency-line",
    "digital-help",
    "spyware-check",
    "grant",
    "relocation",
    "legal-aid",
    "psychological-support",
    "documentation",
    "authority",
    "international-body",
)
STATUSES: Final = ("open", "closed", "not-known")
# What Russia calls those with whom its people must not deal, mildest first.
CALLED: Final = ("foreign-agent", "undesirable", "extremist")
WORLDWIDE: Final = "worldwide"
STALE_AFTER: Final = timedelta(days=180)
PAGE: Final = "docs/reference/providers.md"
_ADDRESS: Final = re.compile(r"https?://[^\s/]+\.[^\s]+")
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a state calls the provider by law, since when, and where that stands."""

    state: str
    called: str
    since: str
    source: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Somebody who helps.

    name_ru: the name by which it goes in Russian, empty where that is the same.
    regions: codes of states, or the one word `worldwide`. languages: codes, empty if not known.
    contact: a public official address, empty if not known. closed_on: as exactly as known.
    listings: what makes contact a danger for people in a state; the note says so in words.
    """

    id: str
    name: str
    name_ru: str
    kind: str
    regions: tuple[str, ...]
    languages: tuple[str, ...]
    offers: Mapping[str, str]
    eligibility: Mapping[str, str]
    contact: str
    status: str
    closed_on: str
    last_checked: date
    is_weak: bool
    listings: tuple[Listing, ...]
    note: Mapping[str, str] | None
    source: Citation

    def name_in(self, language: str) -> str:
        """The name by which it goes in a language."""
        return self.name_ru if self.name_ru and language.startswith("ru") else self.name

    def is_stale(self, on: date) -> bool:
        """Say whether it was last looked at more than 180 days before a day."""
        return on - self.last_checked > STALE_AFTER

    def is_shown_open(self, on: date) -> bool:
        """Say whether it may be shown as open on a day: open by its file, and not stale."""
        return self.status == "open" and not self.is_stale(on)

    def serves(self, host: str) -> bool:
        """Say whether a person in a state is within its regions."""
        return WORLDWIDE in self.regions or host in self.regions


def providers() -> Mapping[str, Provider]:
    """Every provider, by id, sorted."""
    return _read_all()


def provider(identifier: str) -> Provider:
    """One provider by its id.

    Raises:
        NotFound: there is no provider of that id.
    """
    if identifier not in providers():
        raise NotFound("provider", identifier, hint=f"Known: {', '.join(providers())}.")
    return providers()[identifier]


@cache
def _read_all() -> Mapping[str, Provider]:
    return MappingProxyType({path.stem: read_provider(path) for path in data_files(FOLDER)})


def read_provider(path: Path) -> Provider:
    """Read and check one provider.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = opened(path)
    status = table.choice("status", STATUSES)
    last_checked = full_day(table, "last_checked")
    is_weak = flag_or_false(table, "weak")
    kept = {
        "name": table.text("name", required=True),
        "name_ru": _name_ru(table),
        "kind": table.choice("kind", KINDS),
        "contact": _contact(table),
        "status": status,
        "closed_on": _closed_on(table, status),
    }
    regions, languages = _regions(table), _languages(table)
    offers = table.words("offers", required=True) or {}
    eligibility = table.words("eligibility", required=True) or {}
    source = citation(table, "source", is_weak=is_weak)
    note = table.words("note")
    listings = _listings(table)
    if listings and note is None:
        table.complain("note", "is missing, though a state has listed the provider")
    closed(table, path, page=PAGE)
    return Provider(
        id=path.stem,
        **kept,
        regions=regions,
        languages=languages,
        offers=offers,
        eligibility=eligibility,
        last_checked=date.fromisoformat(last_checked),
        is_weak=is_weak,
        listings=listings,
        note=note,
        source=source,
    )


def _name_ru(table: CarefulTable) -> str:
    name = table.text("name_ru")
    if name and not _CYRILLIC.search(name):
        table.complain("name_ru", "is not written in Russian; a name as everywhere is left out")
    return name


def _listings(table: CarefulTable) -> tuple[Listing, ...]:
    return tuple(_listing(row) for row in table.tables("listed"))


def _listing(row: CarefulTable) -> Listing:
    listing = Listing(
        state=row.choice("state", sorted(territory.codes())),
        called=row.choice("called", CALLED),
        since=row.day("since", required=True),
        source=citation(row, "source"),
    )
    # Safety: such a line is a warning; without its day nobody can say whether it still holds.
    if not (listing.source.url and listing.source.date):
        row.complain("source", "has no address or no date")
    row.finish()
    return listing


def _regions(table: CarefulTable) -> tuple[str, ...]:
    ids = territory.codes() | {WORLDWIDE}
    regions = known(table, "regions", ids=ids, what=f"a territory or {WORLDWIDE}")
    if not regions:
        table.complain("regions", "is missing or empty")
    if WORLDWIDE in regions and len(regions) > 1:
        table.complain("regions", f"names a state beside {WORLDWIDE}")
    return regions


def _languages(table: CarefulTable) -> tuple[str, ...]:
    languages = table.texts("languages", required=True)
    for each in languages:
        if not _LANGUAGE.fullmatch(each):
            table.complain("languages", f"{each!r} is not the code of a language")
    return languages


def _contact(table: CarefulTable) -> str:
    contact = table.text_or_nothing("contact")
    if contact and not _ADDRESS.fullmatch(contact):
        table.complain("contact", "is not a public address that begins with http")
    return contact


def _closed_on(table: CarefulTable, status: str) -> str:
    closed_on = table.day("closed_on")
    if closed_on and status != "closed":
        table.complain("closed_on", "belongs to a closed provider only")
    if status == "closed" and not closed_on:
        table.complain("closed_on", "is missing, though the status is closed")
    return closed_on
