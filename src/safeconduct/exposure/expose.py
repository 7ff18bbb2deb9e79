"""Exposure on a day: what an origin state can use in a host state, what protects, what happened.

It depends on the rules of instruments, the lines of hosts, the memberships and the precedents.
Nothing here is a score, and nothing is weighed against anything; a further source of lines is one
more function that `expose` gathers.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.exposure import caution, not_known
from safeconduct.exposure.bond import RESERVED, Bond, Bound, bond, together
from safeconduct.exposure.exposure_line import HAPPENED, OPEN, PROTECTS, UNKNOWN, ExposureLine
from safeconduct.exposure.host_lines import HostLine, hosts
from safeconduct.exposure.instrument_rules import PROTECTIVE, instruments
from safeconduct.exposure.membership_line import NOT_KNOWN, MembershipLine, memberships
from safeconduct.exposure.precedent import TENDENCIES, Precedent, Precedents, precedents
from safeconduct.exposure.stretch import Holding, holding
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from safeconduct.exposure.host_lines import HostLines
    from safeconduct.exposure.instrument_rules import InstrumentRules, Provision
    from safeconduct.record.corpus import Corpus

_CODES: Final = "Name two states by their codes of ISO 3166-1, such as RU and KZ."
PARTS: Final = (OPEN, PROTECTS, HAPPENED, UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What is recorded of instruments and hosts; as it comes, what is shipped."""

    instruments: Mapping[str, InstrumentRules] = field(default_factory=instruments)
    hosts: Mapping[str, HostLines] = field(default_factory=hosts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How the two states are tied by one instrument on the day.

    displaced_by: the instrument that governs between them instead; empty where none does.
    """

    instrument: str
    origin: Bond
    host: Bond
    displaced_by: str

    @property
    def bonds(self) -> tuple[Bond, Bond]:
        """Both bonds."""
        return self.origin, self.host

    def needed(self, needs: str) -> tuple[Bond, ...]:
        """The bonds that a provision needs."""
        return {"both": self.bonds, "host": (self.host,), "origin": (self.origin,)}[needs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """The four parts, with the ties and memberships behind them.

    as_of: the day of the oldest check among the records used.
    happened: lines of the host's file; precedents come from the corpus.
    caution: what the list of what is open lacks, in one sentence; to be read with that list.
    """

    origin: str
    host: str
    on: date
    technique: str | None
    as_of: str
    open: tuple[ExposureLine, ...]
    protects: tuple[ExposureLine, ...]
    happened: tuple[ExposureLine, ...]
    precedents: tuple[Precedent, ...]
    unknown: tuple[ExposureLine, ...]
    memberships: tuple[MembershipLine, ...]
    ties: tuple[Tie, ...]
    caution: Mapping[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[ExposureLine, ...]:
        """Every line, part after part."""
        return (*self.open, *self.protects, *self.happened, *self.unknown)

    @property
    def by_tendency(self) -> Mapping[str, tuple[Precedent, ...]]:
        """The precedents by how they ended, so that what contradicts stands side by side."""
        return {
            tendency: tuple(each for each in self.precedents if each.tendency == tendency)
            for tendency in TENDENCIES
        }


def expose(
    origin: str,
    host: str,
    *,
    on: date,
    technique: str | None = None,
    corpus: Corpus | None = None,
    records: Records | None = None,
) -> Exposure:
    """Tell what is recorded between two states on a day, and what is not.

    Precedents come from the corpus; without one that gap is said. The shipped records are asked
    unless others are given.

    Raises:
        InvalidQuery: a code or technique is not known.
        Refusal: the host is the origin itself.
    """
    _refuse_nonsense(origin, host, technique=technique)
    gathering = _Gathering(origin, host, on=on, technique=technique, records=records or Records())
    return gathering.exposure(corpus)


def _refuse_nonsense(origin: str, host: str, *, technique: str | None) -> None:
    problems = [
        (part, f"{code!r} is no territory code")
        for part, code in (("origin", origin), ("host", host))
        if code not in territory.codes()
    ]
    if technique is not None and technique not in vocabulary.ids("techniques"):
        problems.append(("technique", "is no technique of the vocabulary"))
    if problems:
        asks_of_technique = any(part == "technique" for part, _ in problems)
        hint = "See `safeconduct vocabulary techniques`." if asks_of_technique else _CODES
        raise InvalidQuery(problems, hint=hint)
    if origin == host:
        name = territory.name(host)
        raise Refusal(
            f"to tell what {name} can use in {name} itself",
            rule="an exposure lies across a border; on its own soil a state needs no treaty and no "
            "other state, and nothing that is recorded here would describe that danger",
            remedy="Name as the host the state where the person is, or wants to go.",
        )


class _Gathering:
    """The lines between two states on one day."""

    def __init__(
        self, origin: str, host: str, *, on: date, technique: str | None, records: Records
    ) -> None:
        self.origin = origin
        self.host = host
        self.on = on
        self.technique = technique
        self.rules = records.instruments
        self.file: HostLines | None = records.hosts.get(host)
        checked = [each.as_of for each in self.rules.values()]
        self.as_of = min([*checked, self.file.as_of] if self.file else checked, default="")
        self.ties = {name: self.tie(rules) for name, rules in self.rules.items()}

    def exposure(self, corpus: Corpus | None) -> Exposure:
        """Gather all parts."""
        parts: dict[str, list[ExposureLine]] = defaultdict(list)
        for line in [*self.of_instruments(), *self.of_host()]:
            parts[line.part].append(line)
        found = Precedents(found=(), undated=())
        if corpus is not None:
            found = precedents(
                corpus, origin=self.origin, host=self.host, on=self.on, technique=self.technique
            )
        standings = tuple(map(self.as_known, memberships((self.origin, self.host), on=self.on)))
        shown = {line.instrument for part in (OPEN, PROTECTS) for line in parts[part]}
        parts[UNKNOWN] += self.unknown_ties(shown)
        parts[UNKNOWN] += not_known.of_memberships(standings)
        parts[UNKNOWN] += self.missing(parts, found, asked=corpus is not None)
        caution_beside = self.caution(parts[OPEN])
        if self.technique is not None:
            for part in (OPEN, PROTECTS):
                untied = not_known.of_untied(part, host=self.host, as_of=self.as_of)
                parts[part] = parts[part] or [untied]
        return Exposure(
            origin=self.origin,
            host=self.host,
            on=self.on,
            technique=self.technique,
            as_of=self.as_of,
            open=tuple(parts[OPEN]),
            protects=tuple(parts[PROTECTS]),
            happened=side_by_side(parts[HAPPENED]),
            precedents=found.found,
            unknown=tuple(parts[UNKNOWN]),
            memberships=standings,
            ties=tuple(self.ties.values()),
            caution=caution_beside,
        )

    def caution(self, shown: Iterable[ExposureLine]) -> Mapping[str, str]:
        """Say what the list of what is open lacks for this host."""
        return caution.words(
            (
                bond
                for tie in self.ties.values()
                if not tie.displaced_by
                for bond in self.open_bonds(tie)
            ),
            origin=self.origin,
            host=self.host,
            has_own_lines=any(not line.instrument for line in shown),
            later_than=self.as_of if self.on.isoformat() > self.as_of else "",
        )

    def as_known(self, line: MembershipLine) -> MembershipLine:
        """Fill a gap of the list of members from the list of parties, where it knows more."""
        tie = self.ties.get(line.organisation)
        if line.status != NOT_KNOWN or tie is None:
            return line
        known = next(each for each in tie.bonds if each.state == line.state)
        if known.bound is not Bound.YES:
            return line
        return replace(
            line,
            status="full",
            since=known.standings[0][1],
            source=known.source.title,
            is_certain=True,
        )

    def tie(self, rules: InstrumentRules) -> Tie:
        """Tie the two states by an instrument, unless another displaces it between them."""
        origin, host = self.bonds(rules)
        displacing = (
            name
            for name in rules.displaced_by
            if name in self.rules
            and together(self.bonds(self.rules[name])) in (Bound.YES, Bound.MAY)
        )
        return Tie(instrument=rules.id, origin=origin, host=host, displaced_by=next(displacing, ""))

    def bonds(self, rules: InstrumentRules) -> tuple[Bond, Bond]:
        """Tell how either state is bound, towards the other."""
        return (
            bond(rules, self.origin, towards=self.host, on=self.on),
            bond(rules, self.host, towards=self.origin, on=self.on),
        )

    def of_instruments(self) -> Iterable[ExposureLine]:
        """Say what the provisions that bind on this day open and protect."""
        for tie in self.ties.values():
            if tie.displaced_by:
                continue
            for provision in self.asked_of(tie):
                needed = tie.needed(provision.needs)
                held = holding(provision.since, provision.until, on=self.on)
                if held and together(needed) in (Bound.YES, Bound.MAY):
                    yield _of_provision(tie, provision, held=held)
            yield from self.presumed(tie)

    def asked_of(self, tie: Tie) -> Iterable[Provision]:
        """Give the provisions that concern what is asked."""
        for provision in self.rules[tie.instrument].provisions:
            if provision.answers(self.technique):
                yield provision

    def presumed(self, tie: Tie) -> Iterable[ExposureLine]:
        """Say what is probably open although the list says nothing of one of the states."""
        presumption = self.rules[tie.instrument].presumption
        is_unsettled = any(
            provision.effect not in PROTECTIVE
            and together(tie.needed(provision.needs)) is Bound.NOT_KNOWN
            for provision in self.asked_of(tie)
        )
        if presumption is not None and is_unsettled:
            yield not_known.of_presumption(presumption, tie.bonds)

    def of_host(self) -> Iterable[ExposureLine]:
        """Say what is recorded of the host itself, and what contradicts it beside it."""
        kept = [
            line
            for line in (self.file.lines if self.file else ())
            if line.origin in ("", self.origin) and _is_shown(line, self.on)
        ]
        live = {line.id: _of_host(self.host, line, on=self.on) for line in kept}
        against: dict[str, set[str]] = defaultdict(set)
        for each in kept:
            if each.contradicts in live:
                against[each.id].add(each.contradicts)
                against[each.contradicts].add(each.id)
        for name, line in live.items():
            group = (line, *(live[other] for other in against[name]))
            if any(each.answers(self.technique) for each in group):
                others = tuple(live[other].quoted for other in sorted(against[name]))
                yield replace(
                    line,
                    contradicts=tuple(other.id for other in others),
                    contradicted_by=others,
                )

    def unknown_ties(self, shown: set[str]) -> Iterable[ExposureLine]:
        """Say where a list of parties leaves something open, and what shown instruments lack."""
        for name, tie in self.ties.items():
            if tie.displaced_by:
                for each in self.ties[tie.displaced_by].bonds:
                    if each.bound is Bound.MAY:
                        yield not_known.of_displacement(each, name)
                continue
            yield from map(not_known.of_bond, self.open_bonds(tie))
            if name in shown:
                yield from not_known.of_gaps(self.rules[name])

    def open_bonds(self, tie: Tie) -> tuple[Bond, ...]:
        """The bonds that leave open whether a provision applies, or that a worldwide one lacks."""
        found: dict[str, Bond] = {}
        is_worldwide = self.rules[tie.instrument].worldwide
        for provision in self.asked_of(tie):
            needed = tie.needed(provision.needs)
            told = {Bound.NOT_KNOWN, Bound.MAY}
            if is_worldwide and provision.effect in PROTECTIVE:
                told.add(Bound.NO)
            if together(needed) in told:
                found |= {each.state: each for each in needed if each.bound in told}
        return tuple(found.values())

    def missing(
        self, parts: Mapping[str, list[ExposureLine]], found: Precedents, *, asked: bool
    ) -> Iterable[ExposureLine]:
        """Say what is missing altogether."""
        if self.file is None:
            yield not_known.of_missing_host(self.host, as_of=self.as_of)
        if all(tie.origin.bound in (Bound.NO, Bound.NOT_KNOWN) for tie in self.ties.values()):
            yield not_known.of_missing_origin(self.origin, as_of=self.as_of)
        yield from map(not_known.of_undated, found.undated)
        # Under a technique an empty part holds a line of its own, which says so.
        empty = [part for part in (OPEN, PROTECTS) if not parts[part] and self.technique is None]
        if asked and not (found.found or parts[HAPPENED]):
            empty.append(HAPPENED)
        for part in empty:
            yield not_known.of_empty_part(
                part,
                origin=self.origin,
                host=self.host,
                technique=self.technique,
                as_of=self.as_of,
            )
        if not asked:
            yield not_known.of_no_corpus(self.host, as_of=self.as_of)
        if self.on.isoformat() > self.as_of:
            yield not_known.of_later_day(self.on, as_of=self.as_of)


def _of_provision(tie: Tie, provision: Provision, *, held: Holding) -> ExposureLine:
    needed = tie.needed(provision.needs)
    doubts = [not_known.doubt_of(each) for each in needed if each.bound is Bound.MAY]
    # A reservation changes what the article is worth there, so its note stands under the line.
    doubts += [note for each in needed if RESERVED in each.statuses for note in each.notes]
    if held is Holding.MAY:
        doubts.append(not_known.doubt_of_dates(provision.since, provision.until))
    return ExposureLine(
        id=f"{tie.instrument}/{provision.id}",
        part=PROTECTS if provision.effect in PROTECTIVE else OPEN,
        instrument=tie.instrument,
        article=provision.article,
        text=provision.text,
        condition=provision.condition,
        enforced_by=provision.enforced_by,
        how=provision.how,
        techniques=provision.techniques,
        source=provision.source,
        source_state=provision.source_state,
        doubts=tuple(doubts),
        is_weak=provision.is_weak or any(each.is_weak for each in needed),
        since=provision.since,
        until=provision.until,
    )


def _is_shown(line: HostLine, on: date) -> bool:
    """Tell whether a line of a host concerns the day; what happened stays true afterwards."""
    until = "" if line.part == HAPPENED else line.until
    return holding(line.since, until, on=on) is not Holding.NO


def _of_host(host: str, line: HostLine, *, on: date) -> ExposureLine:
    doubts = []
    if line.part != UNKNOWN:
        if not line.since:
            doubts.append(not_known.doubt_of_begin())
        elif line.part == HAPPENED and holding(line.since, "", on=on) is Holding.MAY:
            doubts.append(not_known.doubt_of_day(line.since))
        elif line.part != HAPPENED and holding(line.since, line.until, on=on) is Holding.MAY:
            doubts.append(not_known.doubt_of_dates(line.since, line.until))
    return ExposureLine(
        id=f"{host}/{line.id}",
        part=line.part,
        text=line.text,
        condition=line.condition,
        enforced_by=line.enforced_by,
        how=line.how,
        techniques=line.techniques,
        source=line.source,
        source_state=line.source_state,
        doubts=tuple(doubts),
        is_weak=line.is_weak,
        since=line.since,
        until=line.until,
    )


def side_by_side(lines: Iterable[ExposureLine]) -> tuple[ExposureLine, ...]:
    """Put each line next to those that contradict it, else in the order given."""
    waiting = {line.id: line for line in lines}
    found: list[ExposureLine] = []
    while waiting:
        line = waiting.pop(next(iter(waiting)))
        found.append(line)
        found += [waiting.pop(other) for other in line.contradicts if other in waiting]
    return tuple(found)
