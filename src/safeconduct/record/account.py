"""An account: what a statement still says once revisions and withdrawn reports are counted.

It depends on the records and on `voice`.
`accounts` is the first half of the rules of standing; the second half, what the accounts add up to,
is `standing`.

- `corrects` replaces only the fields it names in the statement it revises; only `retracts`
  withdraws.
- A voice revises only itself. Another voice's `retracts` is opposition; its `corrects` is a report
  of its own.
- A copy of a withdrawn report falls with it, unless it has its own ground: another chain of
  reports, or a basis.
- A copy speaks with the voice of what it repeats: a passage that quotes another source does not
  become a voice of its own by being copied.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeVar

from safeconduct.record.statement import REVISING_MODES, STRONG_MODES
from safeconduct.record.tables import VALUE_COLUMNS
from safeconduct.record.voice import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from safeconduct.record.columns import Cell
    from safeconduct.record.statement import Statement
    from safeconduct.record.voice import Voices

Key = TypeVar("Key", bound=Hashable)

SUPPORTS: Final = "supports"
OPPOSES: Final = "opposes"
REVISES: Final = "revises"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One statement as it counts.

    role: supports, opposes, or revises (a voice's word on its own earlier statement).
    withdrawn: its own voice retracted it. fallen: it only repeats what was withdrawn.
    is_strong: it supports with the weight of an independent voice.
    repeats_another: it copies a live statement about the incident. voice: whose voice it adds, or
        None where it compiles several. values: its columns after corrections.
    """

    statement: Statement
    provenance: Provenance
    role: str
    withdrawn: bool
    fallen: bool
    is_strong: bool
    repeats_another: bool
    voice: str | None
    values: Mapping[str, Cell]

    @property
    def is_live(self) -> bool:
        """Whether it still counts for or against."""
        return not (self.withdrawn or self.fallen)


def accounts(statements: Sequence[Statement], voices: Voices) -> tuple[Account, ...]:
    """Say what each statement about one incident still counts for, in the order given."""
    return _Reading(statements, voices).accounts()


def withdrawn_by(retractions: Mapping[Key, Sequence[Key]]) -> frozenset[Key]:
    """What is withdrawn: retracted by something that is not itself withdrawn.

    `retractions` maps what is retracted to what retracts it; it holds no circle.
    """
    found: dict[Key, bool] = {}
    pending = list(retractions)
    while pending:
        retracting = retractions.get(pending[-1], ())
        unsettled = [key for key in retracting if key not in found]
        if unsettled:
            pending.extend(unsettled)
        else:
            found[pending.pop()] = not all(found[key] for key in retracting)
    return frozenset(key for key in retractions if found[key])


class _Reading:
    """One pass over the statements about one incident."""

    def __init__(self, statements: Sequence[Statement], voices: Voices) -> None:
        self.voices = voices
        self.statements = {statement.id: statement for statement in statements}
        self.provenance = {statement.id: Provenance(voices, statement) for statement in statements}

    def accounts(self) -> tuple[Account, ...]:
        return tuple(
            Account(
                statement=statement,
                provenance=self.provenance[identifier],
                role=self.role(statement),
                withdrawn=self.is_withdrawn(identifier),
                fallen=self.is_fallen(statement),
                is_strong=identifier in self.strong,
                repeats_another=bool(self.originals[identifier]),
                voice=self.voice(identifier),
                values=self.values[identifier],
            )
            for identifier, statement in self.statements.items()
        )

    @cached_property
    def revisions(self) -> Mapping[str, tuple[Statement, ...]]:
        """A voice's revisions of its own statements; what is published later overrides."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements.values():
            if statement.revises and self.role(statement) == REVISES:
                found.setdefault(statement.revises, []).append(statement)
        return {
            identifier: tuple(sorted(revising, key=self.when_said))
            for identifier, revising in found.items()
        }

    def when_said(self, statement: Statement) -> tuple[date, str]:
        """The order of a voice's revisions; not that of the rows, which means nothing."""
        return self.voices.published_on(statement.source), statement.id

    def role(self, statement: Statement) -> str:
        if statement.mode == "denies":
            return OPPOSES
        if statement.mode not in REVISING_MODES:
            return SUPPORTS
        if self.is_own_revision(statement):
            return REVISES
        return OPPOSES if statement.mode == "retracts" else SUPPORTS

    def is_own_revision(self, statement: Statement) -> bool:
        revised = self.statements[statement.revises or ""]
        if revised.source == statement.source:
            return True
        voice = self.provenance[statement.id].voice
        return voice is not None and voice == self.provenance[revised.id].voice

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """Withdrawn: its own voice retracted it, and did not retract that retraction."""
        return withdrawn_by(
            {
                identifier: [revision.id for revision in revising if revision.mode == "retracts"]
                for identifier, revising in self.revisions.items()
            }
        )

    def is_withdrawn(self, identifier: str) -> bool:
        return identifier in self.withdrawn

    @cached_property
    def withdrawn_sources(self) -> Mapping[str, frozenset[str]]:
        """By role, the sources whose every word for or against the incident is withdrawn."""
        found = {}
        for role in (SUPPORTS, OPPOSES):
            speaking = [
                statement for statement in self.statements.values() if self.role(statement) == role
            ]
            standing = {
                statement.source for statement in speaking if not self.is_withdrawn(statement.id)
            }
            found[role] = frozenset(statement.source for statement in speaking) - standing
        return found

    def is_fallen(self, statement: Statement) -> bool:
        role = self.role(statement)
        if role == REVISES or statement.basis or self.is_withdrawn(statement.id):
            return False
        return self.provenance[statement.id].comes_only_through(self.withdrawn_sources[role])

    @cached_property
    def originals(self) -> Mapping[str, frozenset[str]]:
        """For each supporting statement, the live ones of the sources that it repeats."""
        live: dict[str, set[str]] = {}
        for statement in self.statements.values():
            if self.is_live_support(statement):
                live.setdefault(statement.source, set()).add(statement.id)
        found: dict[str, frozenset[str]] = dict.fromkeys(self.statements, frozenset())
        for identifier, statement in self.statements.items():
            if self.role(statement) == SUPPORTS:
                repeated = self.provenance[identifier].repeated - {statement.source}
                found[identifier] = frozenset().union(
                    *(live[source] for source in repeated & live.keys())
                )
        return found

    def is_live_support(self, statement: Statement) -> bool:
        is_live = not self.is_withdrawn(statement.id) and not self.is_fallen(statement)
        return self.role(statement) == SUPPORTS and is_live

    @cached_property
    def strong(self) -> frozenset[str]:
        """Strong: a live report of a credible voice; a copy is no stronger than its original."""
        sound = {identifier for identifier in self.statements if self.is_sound(identifier)}
        found = {identifier for identifier in sound if not self.originals[identifier]}
        # Two passages that quote each other prove nothing, so strength only ever grows from
        # statements that repeat none.
        while grown := {
            identifier
            for identifier in sound - found
            if not found.isdisjoint(self.originals[identifier])
        }:
            found |= grown
        return frozenset(found)

    def is_sound(self, identifier: str) -> bool:
        """Whether it would be strong if it repeated nobody."""
        statement, provenance = self.statements[identifier], self.provenance[identifier]
        return (
            self.is_live_support(statement)
            and statement.mode in STRONG_MODES | {"corrects"}
            and provenance.is_credible
            and provenance.voice is not None
        )

    @cached_property
    def voices_behind(self) -> Mapping[str, frozenset[str | None]]:
        """The voices that a statement adds or repeats; a copy follows strong originals first."""
        followed = {
            identifier: originals & self.strong or originals
            for identifier, originals in self.originals.items()
        }
        found: dict[str, frozenset[str | None]] = {
            identifier: frozenset() if originals else frozenset({self.provenance[identifier].voice})
            for identifier, originals in followed.items()
        }
        copies = [identifier for identifier, originals in followed.items() if originals]
        growing = True
        while growing:
            growing = False
            for copy in copies:
                heard = found[copy].union(*(found[original] for original in followed[copy]))
                growing = growing or heard != found[copy]
                found[copy] = heard
        return found

    def voice(self, identifier: str) -> str | None:
        own, behind = self.provenance[identifier].voice, self.voices_behind[identifier]
        if own in behind or not behind:
            return own
        return next(iter(behind)) if len(behind) == 1 else None

    @cached_property
    def values(self) -> Mapping[str, Mapping[str, Cell]]:
        """The values of each statement, its voice's live corrections laid over what they name."""
        found: dict[str, Mapping[str, Cell]] = {}
        pending = list(self.statements)
        while pending:
            corrections = self.corrections(pending[-1])
            uncorrected = [correction for correction in corrections if correction not in found]
            if uncorrected:
                pending.extend(uncorrected)
            else:
                statement = self.statements[pending.pop()]
                found[statement.id] = _laid_over(statement, [found[each] for each in corrections])
        return found

    def corrections(self, identifier: str) -> list[str]:
        return [
            revision.id
            for revision in self.revisions.get(identifier, ())
            if revision.mode == "corrects" and not self.is_withdrawn(revision.id)
        ]


def _laid_over(
    statement: Statement, corrections: Sequence[Mapping[str, Cell]]
) -> Mapping[str, Cell]:
    found: dict[str, Cell] = {column: getattr(statement, column) for column in VALUE_COLUMNS}
    for correction in corrections:
        found.update(
            {column: cell for column, cell in correction.items() if cell not in (None, ())}
        )
    return found
