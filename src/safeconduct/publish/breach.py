"""A breach: what an attack got out of a release, where, and what would cost least to prevent it.

It depends on the release and on the counts that never leave the house.
What an attacker may know besides the release is a field of `Context`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.linter.forbidden import Forbidden
    from safeconduct.publish.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """One thing that an attack got.

    attack: its name. table: the table's id, or the part of the bundle. cell: its labels, or the
        place within the part.
    low, high: the counts that the attacker is left with; None where it is no matter of counts.
    found: what was got, in words. remedy: what would prevent it at the least cost.

    Safety: `found` says what kind of thing was got, never the value of a field that was not
    allowed out.
    """

    attack: str
    table: str
    cell: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    found: str = ""
    remedy: str = ""

    @property
    def width(self) -> int | None:
        """How many counts are left; None where it is no matter of counts."""
        return None if self.low is None or self.high is None else self.high - self.low + 1


@dataclass(frozen=True, kw_only=True)
class Context:
    """What an attack may use besides the release.

    earlier: every earlier release, oldest first.
    counts: the true counts of the tables, by id, for attackers who know nearly all of them; empty
        where only the release is at hand.
    bundle: the files of the release as bytes, by their paths. never: texts that must not occur.
    forbidden: values of the corpus that must not occur, each with its field.
    """

    earlier: tuple[Release, ...] = ()
    counts: Mapping[str, CountTable] = field(default_factory=lambda: MappingProxyType({}))
    bundle: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    never: tuple[str, ...] = field(default=(), repr=False)
    forbidden: tuple[Forbidden, ...] = field(default=(), repr=False)
