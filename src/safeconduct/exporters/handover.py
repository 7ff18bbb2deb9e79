"""What a format is handed: a corpus that may leave, a release, or the vocabulary alone.

It depends on the record and its permission, on the release and on the rule of whereabouts.
A format asks for `corpus` or `release` and need not ask whether it may; what every format derives
in the same way (stable ids, what is adopted, what stays behind) stands here once.

Safety: nothing is built here before the corpus itself has said that it may go that far, and the
audience that was asked for marks every package.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal
from safeconduct.exporters.adopted import AdoptedIncident, adopted_incidents
from safeconduct.publish.whereabouts import without_whereabouts
from safeconduct.record.permission import EVERYBODY, PUBLICATION, require_permission

if TYPE_CHECKING:
    from safeconduct.publish.release import Release
    from safeconduct.record.corpus import Corpus

# The root of every id that is made here; it never changes, so that ids stay what they are.
NAMESPACE: Final = uuid.UUID("4d0b5c5e-6a57-5d0c-9a7e-2f0f5a1c7b13")
TLP: Final = "tlp"
# How the Traffic Light Protocol itself spells its labels in tags.
TLP_WORDS: Final = {"amber-strict": "amber+strict"}


def stable_id(*parts: str) -> str:
    """The UUID of something, the same on every machine and every day."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(parts)))


@dataclass(frozen=True, kw_only=True)
class Handover:
    """What is handed to a format, for whom and for what."""

    from_corpus: Corpus | None = None
    from_release: Release | None = None
    audience: str = EVERYBODY
    purpose: str = PUBLICATION

    def __post_init__(self) -> None:
        """Decline a corpus that does not say that it may go so far.

        Raises:
            NotFound: there is no such audience or purpose.
            Refusal: the corpus does not admit it.
        """
        if self.from_corpus is not None:
            require_permission(
                self.from_corpus.masthead, audience=self.audience, purpose=self.purpose
            )

    @property
    def holds(self) -> str:
        """What it is: a corpus, a release, or the vocabulary."""
        if self.from_corpus is not None:
            return "corpus"
        return "release" if self.from_release is not None else "vocabulary"

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus as it leaves, without where its targets can be found.

        Raises:
            Refusal: it is none.
        """
        if self.from_corpus is None:
            raise _not_that(self.holds, wanted="corpus")
        return without_whereabouts(self.from_corpus)

    @property
    def release(self) -> Release:
        """The release.

        Raises:
            Refusal: it is none.
        """
        if self.from_release is None:
            raise _not_that(self.holds, wanted="release")
        return self.from_release

    @cached_property
    def incidents(self) -> tuple[AdoptedIncident, ...]:
        """The incidents that are passed on, with what is adopted of each."""
        return adopted_incidents(self.corpus)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that speak of those incidents, in the order of the table."""
        heard = {account.statement.source for told in self.incidents for account in told.supporting}
        return tuple(each for each in self.corpus.sources if each in heard)

    @property
    def left_behind(self) -> int:
        """How many records of the table of incidents are not passed on as incidents."""
        return len(self.corpus.incidents) - len(self.incidents)

    @property
    def tlp(self) -> str:
        """The audience as the Traffic Light Protocol spells it."""
        return TLP_WORDS.get(self.audience, self.audience)

    @property
    def as_of(self) -> str:
        """The day from which everything in the package is, as YYYY-MM-DD.

        Raises:
            Refusal: the corpus does not say it, or leaves it open.
        """
        from safeconduct.record import partial_date  # noqa: PLC0415 - beside its only use

        text = self.corpus.masthead.as_of
        day = partial_date.parse(text).earliest if text else None
        if day is None or day.year == 1:
            raise Refusal(
                "an export without a day",
                rule="every object of this format says from when it is, and no clock is asked",
                remedy="Write `as_of` into corpus.toml: the day up to which the corpus was kept.",
            )
        return day.isoformat()

    @property
    def short_title(self) -> str:
        """The title as a short name of a–z, 0–9 and underscores, as names of datasets are."""
        title = self.corpus.masthead.title.casefold()
        return re.sub(r"[^a-z0-9]+", "_", title).strip("_") or "corpus"

    def id_of(self, table: str, identifier: str) -> str:
        """The UUID of a record: it follows from the publisher, the title, the table and its id."""
        masthead = self.corpus.masthead
        return stable_id(masthead.publisher, masthead.title, table, identifier)


def _not_that(held: str, *, wanted: str) -> Refusal:
    return Refusal(
        f"a {held} in a format for a {wanted}",
        rule=f"this format is made of a {wanted}",
        remedy=f"Name a {wanted}, or choose another format.",
    )
