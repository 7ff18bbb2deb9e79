"""Lineage: from what a figure was computed, so that it can be re-derived and compared later.

It depends on the standard library and the scheme.
Two lineages are equal exactly when the definition and the ids counted, with the bounds they count
in, are equal.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.figures.figure import CENTRAL, HIGH, LOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.figures.question import Question
    from safeconduct.figures.scheme import Scheme

# A figure over more incidents carries their digest only; the ids are listed on request.
LISTED_IDS: Final = 5_000
LEVEL_NAMES: Final[Mapping[int, str]] = {LOW: "low", CENTRAL: "central_only", HIGH: "high_only"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """What was counted under which definition.

    definition: SHA-256 over scheme, measure, scope, window and filters. counted: SHA-256 over ids
        and their levels.
    ids: by level (low: in all bounds; central_only: in central and high; high_only), or None where
        there are too many.
    corpus and scheme_version are kept beside them: a changed note changes the corpus digest and not
        the lineage.
    """

    corpus: str
    scheme: str
    scheme_version: str
    definition: str
    counted: str
    n_counted: int
    ids: Mapping[str, tuple[str, ...]] | None

    @property
    def digest(self) -> str:
        """One digest for definition and ids."""
        return text_digest(f"{self.definition}\n{self.counted}")


def definition_digest(scheme: Scheme, question: Question, *, measure: str) -> str:
    """SHA-256 over everything that decides what is counted, the breakdown left out."""
    parts = (
        scheme.digest,
        measure,
        str(question.own_scope),
        question.since,
        question.until,
        *sorted(f"{dimension}={value}" for dimension, value in question.where),
    )
    return text_digest("\n".join(parts))


def text_digest(text: str) -> str:
    """SHA-256 over a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def counted_digest(lines: Iterable[str]) -> str:
    """SHA-256 over lines `id TAB level`, which must come sorted by id."""
    return text_digest("\n".join(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The incidents of a figure: a digest over ids and levels, their number, and the ids if few."""

    digest: str
    number: int
    ids: Mapping[str, tuple[str, ...]] | None


def counted(levels: Mapping[str, int]) -> Counted:
    """Sum up what was counted, from the level of each incident that counts."""
    return Counted(
        digest=counted_digest(
            f"{identifier}\t{level}" for identifier, level in sorted(levels.items())
        ),
        number=len(levels),
        ids=ids_by_level(levels) if len(levels) <= LISTED_IDS else None,
    )


def ids_by_level(levels: Mapping[str, int]) -> Mapping[str, tuple[str, ...]]:
    """The ids counted, sorted, by the name of their level."""
    return {
        name: tuple(sorted(identifier for identifier, level in levels.items() if level == number))
        for number, name in LEVEL_NAMES.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between two lineages of one figure.

    came, went: ids. moved: ids that count in other bounds, with the level before and the one after.
    """

    same_definition: bool
    came: tuple[str, ...]
    went: tuple[str, ...]
    moved: tuple[tuple[str, str, str], ...]


def changes(
    before: Mapping[str, Iterable[str]],
    after: Mapping[str, Iterable[str]],
    *,
    same_definition: bool,
) -> Change:
    """Compare the ids of two lineages; both are maps from level names to ids."""
    earlier = {identifier: name for name, ids in before.items() for identifier in ids}
    later = {identifier: name for name, ids in after.items() for identifier in ids}
    return Change(
        same_definition=same_definition,
        came=tuple(sorted(later.keys() - earlier.keys())),
        went=tuple(sorted(earlier.keys() - later.keys())),
        moved=tuple(
            (identifier, earlier[identifier], later[identifier])
            for identifier in sorted(earlier.keys() & later.keys())
            if earlier[identifier] != later[identifier]
        ),
    )
