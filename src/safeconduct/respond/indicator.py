"""Indicators: plain questions whose answers point to a technique, fit it or explain it away.

It depends on the reading beside it, on the vocabulary and on the folder of pathways.
A new indicator is one TOML file in `indicators/`, in English and Russian, with a question for the
person and one for a worker who asks; what it points to stands there, and nothing is added here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import NotFound
from safeconduct.registry import data_files
from safeconduct.respond.reading import (
    citation,
    flag_or_false,
    ids_in,
    known,
    opened,
)
from safeconduct.vocabulary.careful_file import closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FOLDER: Final = Path(__file__).parent / "indicators"
PATHWAYS: Final = Path(__file__).parent / "pathways"
POINTS_TO: Final = "points-to"
FITS: Final = "fits"
# What is shown beside a pattern and never helps to name it, and what gives it an everyday cause.
GOES_WITH: Final = "goes-with"
EXPLAINS: Final = "explains"
PAGE: Final = "docs/reference/indicators.md"
STRENGTHS: Final = (POINTS_TO, FITS, GOES_WITH, EXPLAINS)
HAPPENED: Final = (POINTS_TO, FITS)
CIRCUMSTANCES: Final = "circumstances"
# Safety: two circumstances of everyday life must not tell a frightened person of a plot to kill.
FORCE: Final = frozenset({"abduction", "assault", "attempted-killing", "killing"})
# The parts of the form, in the order in which they are asked: what happened to people first.
GROUPS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "relatives": {"en": "People who stayed", "ru": "Те, кто остался"},
        "contact": {"en": "People who contact you", "ru": "Кто с вами связывается"},
        "law": {"en": "Courts, police and lists", "ru": "Суды, полиция и реестры"},
        "borders": {"en": "Papers, borders and staying here", "ru": "Документы, границы, ВНЖ"},
        "safety": {"en": "Your body, home and way", "ru": "Тело, дом и дорога"},
        "devices": {"en": "Phones, accounts and messages", "ru": "Телефоны, аккаунты, переписка"},
        "name": {"en": "Your name and your work", "ru": "Ваше имя и ваша работа"},
        CIRCUMSTANCES: {"en": "Around it all", "ru": "Вокруг всего этого"},
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Where a yes leads: a technique, and how it speaks for it or explains it."""

    technique: str
    strength: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One question with what a yes may mean, and what helps whatever it means.

    ask, ask_worker: the question to the person, and the same for somebody who asks on duty.
    everyday: the harmless explanations. advice, note_down, whom: what to do first, what to write
        down, whom to ask. is_urgent: its advice comes before all other.
    ties: a yes shows a state behind what happened, whatever else explains it.
    is_careful: "not sure" is reason enough to do what it advises until the person knows.
    is_weak: it rests on general knowledge, not on a source that was read.
    """

    id: str
    group: str
    ask: Mapping[str, str]
    ask_worker: Mapping[str, str]
    pointers: tuple[Pointer, ...]
    everyday: Mapping[str, str]
    advice: Mapping[str, str]
    note_down: Mapping[str, str]
    whom: Mapping[str, str]
    pathways: tuple[str, ...]
    is_urgent: bool
    ties: bool
    is_careful: bool
    is_weak: bool
    source: Citation

    @property
    def is_circumstance(self) -> bool:
        """Whether it asks about the circumstances, and not about something that happened."""
        return self.group == CIRCUMSTANCES


def indicators() -> Mapping[str, Indicator]:
    """Every indicator by id, in the order in which the form asks."""
    return _read_all(FOLDER)


def indicator(identifier: str) -> Indicator:
    """One indicator by its id.

    Raises:
        NotFound: there is no indicator of that id.
    """
    known = indicators()
    if identifier not in known:
        raise NotFound("indicator", identifier, hint=f"Known indicators: {', '.join(known)}.")
    return known[identifier]


@cache
def _read_all(folder: Path) -> Mapping[str, Indicator]:
    order = list(GROUPS)
    read = [read_indicator(path) for path in data_files(folder)]
    # Python sorts stably, so that within its group each keeps the order of the files.
    read.sort(key=lambda found: order.index(found.group))
    return MappingProxyType({found.id: found for found in read})


def read_indicator(path: Path) -> Indicator:
    """Read and check one indicator file.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = opened(path)
    is_weak = flag_or_false(table, "weak")
    read = Indicator(
        id=path.stem,
        group=table.choice("group", GROUPS),
        ask=table.words("ask", required=True) or {},
        ask_worker=table.words("ask_worker", required=True) or {},
        pointers=_pointers(table),
        everyday=table.words("everyday", required=True) or {},
        advice=table.words("advice", required=True) or {},
        note_down=table.words("note_down", required=True) or {},
        whom=table.words("whom", required=True) or {},
        pathways=known(table, "pathways", ids=ids_in(PATHWAYS), what="a situation"),
        is_urgent=flag_or_false(table, "urgent"),
        ties=flag_or_false(table, "ties"),
        is_careful=flag_or_false(table, "careful_if_unsure"),
        is_weak=is_weak,
        source=citation(table, "source", is_weak=is_weak),
    )
    _hold_apart(table, read)
    closed(table, path, page=PAGE)
    return read


def _pointers(table: CarefulTable) -> tuple[Pointer, ...]:
    found: list[Pointer] = []
    for row in table.tables("techniques", required=True):
        technique = row.text("id", required=True)
        if technique and technique not in vocabulary.ids("techniques"):
            row.complain("id", f"{technique!r} is not a technique")
        if technique in {pointer.technique for pointer in found}:
            row.complain("id", "names a technique twice")
        found.append(Pointer(technique=technique, strength=row.choice("strength", STRENGTHS)))
        row.finish()
    return tuple(found)


def _hold_apart(table: CarefulTable, read: Indicator) -> None:
    """Hold a circumstance to what it can say, and what happened to its own."""
    if not read.is_circumstance:
        if read.ties or any(pointer.strength not in HAPPENED for pointer in read.pointers):
            table.complain("techniques", "of what happened point or fit; a circumstance explains")
        return
    if any(pointer.strength == POINTS_TO for pointer in read.pointers):
        table.complain("techniques", "of a circumstance only fit; by itself it points to nothing")
    speaking = {each.technique for each in read.pointers if each.strength != EXPLAINS}
    if FORCE & speaking:
        table.complain("techniques", "of a circumstance are never force against the body")
