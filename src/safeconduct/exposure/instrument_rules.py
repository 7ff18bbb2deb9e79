"""What an instrument means: who is bound by it and when, what its articles open or protect.

It depends on the vocabulary, where each instrument has its label, and on the sourced table.
A new instrument is one TOML file in `instruments/`; every problem of a file is told at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.exposure import sourced_table as read
from safeconduct.registry import data_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "instruments"
KINDS: Final = ("cooperation", "protection", "movement")
# "outside" is for a state known not to be bound, where the list names not every party.
PARTY_STATUSES: Final = ("party", "signatory", "suspended", "withdrawn", "reserved", "outside")
EFFECTS: Final = ("opens", "protects", "exchanges", "refuses")
NEEDS: Final = ("both", "host", "origin")
# What a person can invoke is worth nothing without the body that enforces it and the way there.
PROTECTIVE: Final = ("protects", "refuses")


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One state in one standing for one stretch of time.

    towards: the states towards which alone this standing holds; empty is towards everybody.
    until: the day on which it no longer holds; empty is open.
    """

    state: str
    status: str
    towards: tuple[str, ...]
    since: str
    until: str
    source: Citation
    is_weak: bool
    note: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """What one article obliges or permits, and whose bond it needs."""

    id: str
    article: str
    effect: str
    needs: str
    text: Mapping[str, str]
    condition: Mapping[str, str]
    enforced_by: Mapping[str, str]
    how: Mapping[str, str]
    techniques: tuple[str, ...]
    since: str
    until: str
    source: Citation
    source_state: str
    is_weak: bool

    def answers(self, technique: str | None) -> bool:
        """Tell whether it concerns a technique; one that names none concerns every one."""
        return technique is None or not self.techniques or technique in self.techniques


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something that an instrument lacks."""

    text: Mapping[str, str]
    source: Citation
    source_state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Presumption:
    """What is probably open where the list says nothing of a state, and what that rests on."""

    text: Mapping[str, str]
    source: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRules:
    """The meaning of one instrument.

    summary: what it means to a person, in one plain sentence.
    organisation: whose members are bound; empty where the file lists the parties itself.
    complete: whether every party is listed, so that a state left out is not bound.
    among: the organisation whose states alone can join; one that never belonged to it is not bound.
    worldwide: whether any state can join, so that one outside it lacks something, which is said.
    """

    id: str
    as_of: str
    kind: str
    summary: Mapping[str, str]
    organisation: str
    complete: bool
    among: str
    worldwide: bool
    presumption: Presumption | None
    displaced_by: tuple[str, ...]
    parties: tuple[Party, ...]
    provisions: tuple[Provision, ...]
    gaps: tuple[Gap, ...]

    @property
    def has_both_sides(self) -> bool:
        """Tell whether some provisions open and others protect, so that one summary misleads."""
        return len({each.effect in PROTECTIVE for each in self.provisions}) > 1


def instruments() -> Mapping[str, InstrumentRules]:
    """Every instrument whose meaning is recorded, by id, sorted."""
    return _read_all(FOLDER)


@cache
def _read_all(folder: Path) -> Mapping[str, InstrumentRules]:
    return MappingProxyType({path.stem: read_instrument(path) for path in data_files(folder)})


def read_instrument(path: Path) -> InstrumentRules:
    """Read and check one file.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = read.opened(path)
    if table.text("id", required=True) not in {path.stem, ""}:
        table.complain("id", "is not the name of the file")
    if path.stem not in vocabulary.ids("instruments") | vocabulary.ids("organisations"):
        table.complain("id", "is no instrument and no organisation of the vocabulary")
    rules = InstrumentRules(
        id=path.stem,
        as_of=read.checked_on(table),
        kind=table.choice("kind", KINDS),
        summary=read.words(table, "summary", required=True),
        organisation=_organisation(table, "organisation"),
        complete=_flag(table, "complete"),
        among=_organisation(table, "among"),
        worldwide=_flag(table, "worldwide"),
        presumption=_presumption(table),
        displaced_by=_displaced_by(table, path.stem),
        parties=tuple(_party(row) for row in table.tables("party")),
        provisions=tuple(_provision(row) for row in table.tables("provision", required=True)),
        gaps=tuple(_gap(row) for row in table.tables("gap")),
    )
    if bool(rules.organisation) == bool(rules.parties):
        table.complain("party", "stands exactly where no organisation is named")
    for name in _doubles(rules.provisions):
        table.complain("provision", f"has the id {name!r} twice")
    read.closed(table, path)
    return rules


def _organisation(table: CarefulTable, key: str) -> str:
    found = table.text(key)
    if found and found not in vocabulary.ids("organisations"):
        table.complain(key, f"{found!r} is no organisation of the vocabulary")
    return found


def _flag(table: CarefulTable, key: str) -> bool:
    return table.flag(key) if table.has(key) else False


def _presumption(table: CarefulTable) -> Presumption | None:
    found = table.table("presumption")
    if found is None:
        return None
    presumption = Presumption(
        text=read.words(found, "text", required=True), source=read.citation(found)
    )
    found.finish()
    return presumption


def _displaced_by(table: CarefulTable, own: str) -> tuple[str, ...]:
    found = table.texts("displaced_by")
    for name in found:
        if name not in vocabulary.ids("instruments"):
            table.complain("displaced_by", f"{name!r} is no instrument of the vocabulary")
        if name == own:
            table.complain("displaced_by", "names the instrument itself")
    return found


def _party(table: CarefulTable) -> Party:
    state = read.state(table)
    since, until = read.stretch(table)
    party = Party(
        state=state,
        status=table.choice("status", PARTY_STATUSES),
        towards=read.states(table, "towards"),
        since=since,
        until=until,
        source=read.citation(table),
        is_weak=read.is_weak(table),
        note=read.words(table, "note"),
    )
    table.finish()
    return party


def _provision(table: CarefulTable) -> Provision:
    since, until = read.stretch(table)
    effect = table.choice("effect", EFFECTS)
    protects = effect in PROTECTIVE
    provision = Provision(
        id=read.identifier(table),
        article=table.text("article", required=True),
        effect=effect,
        needs=table.choice("needs", NEEDS),
        text=read.words(table, "text", required=True),
        condition=read.words(table, "condition"),
        enforced_by=read.words(table, "enforced_by", required=protects),
        how=read.words(table, "how", required=protects),
        techniques=read.techniques(table),
        since=since,
        until=until,
        source=read.citation(table),
        source_state=_source_state(table),
        is_weak=read.is_weak(table),
    )
    table.finish()
    return provision


def _gap(table: CarefulTable) -> Gap:
    gap = Gap(
        text=read.words(table, "text", required=True),
        source=read.citation(table),
        source_state=_source_state(table),
    )
    table.finish()
    return gap


def _source_state(table: CarefulTable) -> str:
    """Read whether the source can be found again; where nothing is said it can."""
    if not table.has("source_state"):
        return "located"
    return table.choice("source_state", sorted(vocabulary.ids("locator-states")))


def _doubles(provisions: tuple[Provision, ...]) -> list[str]:
    names = [provision.id for provision in provisions if provision.id]
    return sorted({name for name in names if names.count(name) > 1})
