"""Values: what is adopted for each field of an incident, from whom, and what conflicts.

It depends on the records and on `account`.
The rules: a field takes the value with most independent strong voices, then the best grade; values
that agree at different precision are one value, the finer kept; a stated unknown never competes,
though a place is abroad where nobody names it as strongly as somebody says so; fields that list
several things are the union of what strong voices say; where one voice differs within itself the
statement nearest its root wins; a tie is a conflict, and only a decision with a reason settles it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar, cast

from safeconduct.record.account import SUPPORTS
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import OPEN, PersonRange
from safeconduct.record.place import Place
from safeconduct.record.tables import PERSONS, VALUE_COLUMNS
from safeconduct.record.unknown import ABROAD, CONFLICTING, Unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.record.account import Account
    from safeconduct.record.decision import Decision

Value = str | PartialDate | Place | PersonRange | tuple[str, ...]

DECIDED: Final = "decided"
STRONG: Final = "strong"
WEAK: Final = "weak"
NONE: Final = "none"

# Fields that list what happened: two sources that name different techniques do not contradict each
# other.
UNION_FIELDS: Final = frozenset({"techniques", "targets", "outcome", "transit"})
FIELDS: Final = (
    *(column for column in VALUE_COLUMNS if column not in ("persons_min", "persons_max")),
    PERSONS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One value given for a field, with the strong voices, all voices and best grade behind it.

    Of the unknown only "abroad" is one, where it is adopted.
    """

    value: Value | Unknown
    strong_voices: frozenset[str]
    voices: frozenset[str]
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValue:
    """What is adopted for one field.

    value: the value; an `Unknown` (stated, or conflicting); None where nobody says anything.
    strength: decided, strong, weak (no strong voice gives it) or none; an unknown but decided one
        has none, save abroad, which is as strong as who says it.
    weak_additions: for a field that lists several things, what only weak statements add.
    candidates: the values that compete, best first; more than one is a difference to show, a tie is
        a conflict.
    """

    field: str
    value: Value | Unknown | None
    strength: str
    weak_additions: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    decision: str | None = None

    @property
    def is_conflicting(self) -> bool:
        """Whether voices tie and no decision settles it."""
        return self.value == Unknown(CONFLICTING)

    @property
    def possible(self) -> tuple[Value, ...]:
        """The values it may have: the adopted one, or those tied in a conflict; () if unknown."""
        if self.is_conflicting:
            best = _rank(self.candidates[0])
            tied = [each.value for each in self.candidates if _rank(each) == best]
            return tuple(value for value in tied if not isinstance(value, Unknown))
        return () if self.value is None or isinstance(self.value, Unknown) else (self.value,)

    @property
    def is_certain(self) -> bool:
        """Whether the value carries a count: decided or of a strong voice, and not in conflict."""
        return self.strength in (DECIDED, STRONG) and not isinstance(self.value, Unknown)

    @property
    def is_abroad(self) -> bool:
        """Whether all that is adopted of a place is that it lies outside the origin state."""
        return self.value == Unknown(ABROAD)


def adopt(
    accounts: Sequence[Account], decisions: Mapping[str, Decision]
) -> Mapping[str, FieldValue]:
    """Adopt a value for every field of an incident from the accounts of its statements."""
    supporting = [account for account in accounts if account.role == SUPPORTS and account.is_live]
    return MappingProxyType(
        {field: _adopt_field(field, supporting, decisions.get(field)) for field in FIELDS}
    )


def _adopt_field(
    field: str, supporting: Sequence[Account], decision: Decision | None
) -> FieldValue:
    said = [
        (account, value) for account in supporting if (value := _value(account, field)) is not None
    ]
    known = [(account, value) for account, value in said if not isinstance(value, Unknown)]
    if field in UNION_FIELDS:
        adopted = _union(field, cast("list[tuple[Account, tuple[str, ...]]]", known))
    else:
        adopted = _most_supported(field, known)
    if adopted.value is None and said:
        # Several reasons for not knowing are all true; which one shows must not hang on row order.
        unknown = min((value for _, value in said), key=str)
        adopted = FieldValue(field=field, value=unknown, strength=NONE)
    adopted = _or_abroad(adopted, [account for account, value in said if value == Unknown(ABROAD)])
    return adopted if decision is None else decided(decision, candidates=adopted.candidates)


def _or_abroad(adopted: FieldValue, outside: Sequence[Account]) -> FieldValue:
    """Adopt that a place is abroad where nobody as strong as who says so names it."""
    strength = STRONG if any(account.is_strong for account in outside) else WEAK
    is_outdone = adopted.strength in (strength, STRONG)
    if not outside or is_outdone:
        return adopted
    said = _candidate(Unknown(ABROAD), [(account, None) for account in outside])
    candidates = (said, *adopted.candidates)
    return replace(adopted, value=said.value, strength=strength, candidates=candidates)


def decided(decision: Decision, *, candidates: tuple[Candidate, ...] = ()) -> FieldValue:
    """The value that a decision adopts, beside the candidates that it settles between."""
    return FieldValue(
        field=decision.field,
        value=cast("Value | Unknown", decision.adopted()),
        strength=DECIDED,
        candidates=candidates,
        decision=decision.id,
    )


def _value(account: Account, field: str) -> Value | Unknown | None:
    """What the statement says about a field, as values are compared; None for nothing."""
    if field != PERSONS:
        value = account.values[field]
        return None if value == () else cast("Value | Unknown | None", value)
    lowest, highest = account.values["persons_min"], account.values["persons_max"]
    if lowest is None or isinstance(lowest, Unknown):
        return lowest
    return PersonRange(cast("int", lowest), None if highest == OPEN else cast("int", highest))


def _union(field: str, said: list[tuple[Account, tuple[str, ...]]]) -> FieldValue:
    strong = sorted({term for account, terms in said if account.is_strong for term in terms})
    every = sorted({term for _, terms in said for term in terms})
    adopted = strong or every
    candidates = tuple(
        _candidate((term,), [(account, ()) for account, terms in said if term in terms])
        for term in every
    )
    return FieldValue(
        field=field,
        value=tuple(adopted) or None,
        strength=STRONG if strong else WEAK if every else NONE,
        weak_additions=tuple(term for term in every if term not in adopted),
        candidates=candidates,
    )


def _most_supported(field: str, said: list[tuple[Account, Value]]) -> FieldValue:
    if not said:
        return FieldValue(field=field, value=None, strength=NONE)
    strong = [(account, value) for account, value in said if account.is_strong]
    heard = _nearest_the_root(strong or said)
    finest = [
        value
        for value in _plainest([value for _, value in heard])
        if not any(_refines(other, value) for _, other in heard)
    ]
    candidates = sorted(
        (
            _candidate(value, [pair for pair in heard if _contains(pair[1], value)])
            for value in finest
        ),
        key=lambda candidate: (_rank(candidate), str(candidate.value)),
    )
    tied = [candidate for candidate in candidates if _rank(candidate) == _rank(candidates[0])]
    return FieldValue(
        field=field,
        value=Unknown(CONFLICTING) if len(tied) > 1 else candidates[0].value,
        strength=STRONG if strong else WEAK,
        candidates=(*candidates, *_weak_rivals(candidates, strong, said)),
    )


def _weak_rivals(
    candidates: Sequence[Candidate],
    strong: list[tuple[Account, Value]],
    said: list[tuple[Account, Value]],
) -> tuple[Candidate, ...]:
    """What only weak statements say where strong ones decide: it shows, and competes not."""
    if not strong:
        return ()
    shown = {candidate.value for candidate in candidates}
    # A strong statement that its own voice outweighs nearer its root lends a rival no weight.
    weak = [(account, value) for account, value in said if not account.is_strong]
    return tuple(
        _candidate(value, [pair for pair in weak if pair[1] == value])
        for value in sorted(_distinct([value for _, value in weak]), key=str)
        if not any(_contains(value, adopted) for adopted in shown)
    )


def _nearest_the_root(said: list[tuple[Account, Value]]) -> list[tuple[Account, Value]]:
    """Keep, for a voice that differs within itself, what its statements nearest the root say."""
    kept = []
    for voice in _distinct([account.voice for account, _ in said]):
        own = [pair for pair in said if pair[0].voice == voice]
        values = _distinct([value for _, value in own])
        agree = all(
            _contains(one, other) or _contains(other, one) for one in values for other in values
        )
        if voice is not None and not agree:
            nearest = min(account.provenance.depth for account, _ in own)
            own = [pair for pair in own if pair[0].provenance.depth == nearest]
        kept.extend(own)
    return kept


def _candidate(value: Value | Unknown, behind: Sequence[tuple[Account, object]]) -> Candidate:
    accounts = [account for account, _ in behind]
    return Candidate(
        value=value,
        strong_voices=frozenset(
            account.voice for account in accounts if account.is_strong and account.voice
        ),
        voices=frozenset(account.voice for account in accounts if account.voice),
        grade=min(account.provenance.grade for account in accounts),
    )


def _rank(candidate: Candidate) -> tuple[int, int, str]:
    return -len(candidate.strong_voices), -len(candidate.voices), candidate.grade


def _contains(coarse: Value | Unknown, fine: Value | Unknown) -> bool:
    """Tell whether two values agree, the second being the finer or the same."""
    if isinstance(coarse, tuple) and isinstance(fine, tuple):
        return set(coarse) <= set(fine)
    if isinstance(coarse, PartialDate) and isinstance(fine, PartialDate):
        return coarse.contains(fine)
    if isinstance(coarse, Place) and isinstance(fine, Place):
        return coarse.contains(fine)
    if isinstance(coarse, PersonRange) and isinstance(fine, PersonRange):
        return coarse.contains(fine)
    return coarse == fine


def _refines(fine: Value, coarse: Value) -> bool:
    """Tell whether one value is strictly finer than another that it agrees with."""
    return _contains(coarse, fine) and not _contains(fine, coarse)


def _plainest(values: Sequence[Value]) -> list[Value]:
    """Distinct values; of several that mean the same, such as 2023 and 2023~, the unhedged one."""
    found: list[Value] = []
    for value in sorted(_distinct(values), key=_plainness):
        if not any(_contains(value, other) and _contains(other, value) for other in found):
            found.append(value)
    return found


def _plainness(value: Value) -> tuple[bool, str]:
    hedged = isinstance(value, PartialDate) and (value.approximate or value.uncertain)
    return hedged, str(value)


Kind = TypeVar("Kind")


def _distinct(values: Sequence[Kind]) -> list[Kind]:
    return list(dict.fromkeys(values))
