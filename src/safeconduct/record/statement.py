"""A statement: one source says one thing about one incident, in its own mode and words.

It depends on the columns of its table and on the value types of the record.
Several statements about one incident stand side by side; which of their values is adopted is
derived in `values`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.record.person_range import OPEN, PersonRange
from safeconduct.record.tables import STATEMENTS
from safeconduct.record.unknown import Unknown
from safeconduct.record.validity import hold_against

if TYPE_CHECKING:
    from safeconduct.record.partial_date import PartialDate
    from safeconduct.record.place import Place

REVISING_MODES = frozenset({"corrects", "retracts"})
STRONG_MODES = frozenset({"asserts", "reports", "confirms"})
# A finding is made by somebody; without the state whose court or register it is, none can weigh it.
BASES_OF_A_STATE = frozenset({"court-finding", "official-finding", "admission", "register-entry"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement; `tables.STATEMENTS` describes the fields, None says nothing of one.

    An `Unknown` means that it says that something is not known, with the reason.
    """

    id: str
    source: str
    incident: str
    mode: str
    locator: str | None = None
    revises: str | None = None
    basis: str | None = None
    basis_by: str | None = None
    basis_against: str | None = None
    derived_from: tuple[str, ...] = ()
    credibility: int | None = None
    says: str | None = None
    original_wording: str | None = None
    date: PartialDate | Unknown | None = None
    date_extent: str | None = None
    place_of_act: Place | Unknown | None = None
    place_of_target: Place | Unknown | None = None
    origin: str | Unknown | None = None
    hosts: tuple[str, ...] | Unknown = ()
    transit: tuple[str, ...] | Unknown = ()
    setting: str | Unknown | None = None
    techniques: tuple[str, ...] | Unknown = ()
    actor: str | Unknown | None = None
    actor_organ_of: str | Unknown | None = None
    attribution: str | Unknown | None = None
    targets: tuple[str, ...] | Unknown = ()
    persons_min: int | Unknown | None = None
    persons_max: int | str | None = None
    outcome: tuple[str, ...] | Unknown = ()
    motive: str | Unknown | None = None
    motive_by: str | None = None

    def __post_init__(self) -> None:
        """Refuse a statement that contradicts itself."""
        problems = [*self._revision_problems(), *self._value_problems()]
        hold_against(STATEMENTS, self, more=problems)

    @property
    def persons(self) -> PersonRange | Unknown | None:
        """How many persons it says there were."""
        if self.persons_min is None or isinstance(self.persons_min, Unknown):
            return self.persons_min
        return PersonRange(
            self.persons_min, None if self.persons_max == OPEN else int(self.persons_max or 0)
        )

    def _revision_problems(self) -> list[tuple[str, str]]:
        problems = []
        if (self.revises is not None) != (self.mode in REVISING_MODES):
            problems.append(
                ("revises", "names a statement exactly where the mode is corrects or retracts")
            )
        if self.revises == self.id:
            problems.append(("revises", "names the statement itself"))
        if self.source in self.derived_from:
            problems.append(("derived_from", "names the statement's own source"))
        if (self.basis in BASES_OF_A_STATE) != (self.basis_by is not None):
            problems.append(
                (
                    "basis_by",
                    "names a state exactly where the basis is a finding, admission or register",
                )
            )
        if self.basis_against is not None and self.basis is None:
            problems.append(("basis_against", "is given without a basis"))
        return problems

    def _value_problems(self) -> list[tuple[str, str]]:
        problems = []
        number = isinstance(self.persons_min, int)
        if number != (self.persons_max is not None):
            problems.append(
                ("persons_max", "is a number or open exactly where persons_min is a number")
            )
        elif (
            isinstance(self.persons_min, int)
            and isinstance(self.persons_max, int)
            and self.persons_max < self.persons_min
        ):
            problems.append(("persons_max", "is below persons_min"))
        if self.date_extent is not None and (self.date is None or isinstance(self.date, Unknown)):
            problems.append(("date_extent", "is given without a date"))
        if self.motive_by is not None and (self.motive is None or isinstance(self.motive, Unknown)):
            problems.append(("motive_by", "is given without a motive"))
        return problems
