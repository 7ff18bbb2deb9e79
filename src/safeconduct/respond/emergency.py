"""Emergency numbers: what to dial in a state when life is in danger now, and who answers.

It depends on the reading beside it; the numbers stand in `emergency.toml`, each with its source.
A state is one more line there; a state without a line is not recorded, and nobody guesses for it.

Safety: a wrong number costs minutes that a poisoned or attacked person does not have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.respond.reading import citations, flag_or_false, opened, states
from safeconduct.vocabulary.careful_file import closed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.vocabulary import Citation
    from safeconduct.vocabulary.careful_table import CarefulTable

FILE: Final = Path(__file__).with_suffix(".toml")
EVERY_SERVICE: Final = "every-service"
POLICE: Final = "police"
REACHES: Final = (EVERY_SERVICE, POLICE)
PAGE: Final = "docs/reference/emergency.md"
_DIALLED: Final = re.compile(r"\d{2,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """The number to dial in one state.

    reaches: `every-service`, or `police` where an ambulance has a number of its own.
    ambulance: that number; empty where it is the same one, or is not recorded.
    as_of: the day of the source, as exactly as known; empty where the page carries no date.
    """

    state: str
    number: str
    reaches: str
    ambulance: str
    as_of: str
    is_weak: bool
    note: Mapping[str, str] | None
    sources: tuple[Citation, ...]


def emergency_number(host: str) -> EmergencyNumber | None:
    """The number to dial in a state; None says that it is not recorded here."""
    return emergency_numbers().get(host)


@cache
def emergency_numbers() -> Mapping[str, EmergencyNumber]:
    """Every number, by state, sorted."""
    return read_emergency_numbers(FILE)


def read_emergency_numbers(path: Path) -> Mapping[str, EmergencyNumber]:
    """Read and check a file of emergency numbers.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    table = opened(path)
    found: dict[str, EmergencyNumber] = {}
    for line in table.tables("line", required=True):
        for number in _numbers(line):
            if number.state in found:
                line.complain("states", f"{number.state} has a number already")
            found[number.state] = number
    closed(table, path, page=PAGE)
    return MappingProxyType(dict(sorted(found.items())))


def _numbers(line: CarefulTable) -> tuple[EmergencyNumber, ...]:
    where = states(line, "states")
    if not where:
        line.complain("states", "is missing or empty")
    read = _one(line)
    line.finish()
    return tuple(replace(read, state=state) for state in where)


def _one(line: CarefulTable) -> EmergencyNumber:
    return EmergencyNumber(
        state="",
        number=_dialled(line, "number", line.text("number", required=True)),
        reaches=line.choice("reaches", REACHES),
        ambulance=_dialled(line, "ambulance", line.text("ambulance")),
        as_of=line.day("as_of", required=True),
        is_weak=flag_or_false(line, "weak"),
        note=line.words("note"),
        sources=citations(line, "sources"),
    )


def _dialled(line: CarefulTable, key: str, number: str) -> str:
    if number and not _DIALLED.fullmatch(number):
        line.complain(key, "is not a number of two to five digits")
    return number
