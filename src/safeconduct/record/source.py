"""A source: something published, filed or said that makes statements.

It depends on the columns of its table.
Its voice, its roots and the strength of its grade along a chain of reports are derived in `voice`,
not stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.record.tables import SOURCES
from safeconduct.record.validity import hold_against

if TYPE_CHECKING:
    from safeconduct.record.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source; `tables.SOURCES` describes the fields, three of which are different dates.

    A source without an address is a proper state (`no-locator`, `not-recoverable`), not an
    omission.
    """

    id: str
    kind: str
    locator_state: str
    reliability: str
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    published: PartialDate | None = None
    accessed: PartialDate | None = None
    as_of: PartialDate | None = None
    url: str | None = None
    derived_from: tuple[str, ...] = ()
    organ_of: str | None = None
    reliability_reason: str | None = None
    voice: str | None = None
    voice_reason: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a source that contradicts itself."""
        problems = []
        if (self.url is not None) != (self.locator_state == "located"):
            problems.append(("locator_state", "is located exactly where there is a url"))
        if self.voice and not self.voice_reason:
            problems.append(("voice_reason", "is missing, and a voice of its own needs a reason"))
        if self.id in self.derived_from:
            problems.append(("derived_from", "names the source itself"))
        hold_against(SOURCES, self, more=problems)
