"""Exposures side by side: the same origin and day, host states beside each other.

It depends on the exposures; it adds nothing to them, counts nothing and ranks nobody.
A new row is one more kind of tie between states; a host is one more column.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidQuery
from safeconduct.exposure.bond import Bound, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from safeconduct.exposure.expose import Exposure, Tie
    from safeconduct.exposure.exposure_line import ExposureLine
    from safeconduct.exposure.membership_line import MembershipLine
    from safeconduct.exposure.precedent import Precedent

DISPLACED: Final = "displaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonCell:
    """What one instrument means in one host state.

    standing: a word of `Bound` for both states together, or displaced.
    """

    host: str
    standing: str
    host_standing: str
    open: tuple[ExposureLine, ...]
    protects: tuple[ExposureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """One instrument across the host states, in the order asked."""

    instrument: str
    cells: tuple[ComparisonCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HostColumn:
    """What stands under a host state besides instruments.

    caution: what its list of what is open lacks.
    """

    host: str
    caution: Mapping[str, str]
    memberships: tuple[MembershipLine, ...]
    own_lines: tuple[ExposureLine, ...]
    precedents: tuple[Precedent, ...]
    unknown: tuple[ExposureLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Exposures side by side."""

    origin: str
    on: date
    technique: str | None
    hosts: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    columns: tuple[HostColumn, ...]


def compare(exposures: Iterable[Exposure]) -> Comparison:
    """Lay exposures side by side; an instrument that concerns none of the hosts is left out.

    Raises:
        InvalidQuery: there are none, they differ in origin, day or technique, or a host repeats.
    """
    found = tuple(exposures)
    _refuse_strangers(found)
    first = found[0]
    rows = (_row(found, position) for position in range(len(first.ties)))
    return Comparison(
        origin=first.origin,
        on=first.on,
        technique=first.technique,
        hosts=tuple(each.host for each in found),
        rows=tuple(row for row in rows if _says_something(row, technique=first.technique)),
        columns=tuple(_column(each) for each in found),
    )


def _refuse_strangers(found: tuple[Exposure, ...]) -> None:
    problems = []
    if not found:
        problems.append(("exposures", "are none"))
    if len({(each.origin, each.on, each.technique) for each in found}) > 1:
        problems.append(("exposures", "differ in origin, day or technique"))
    if len({each.host for each in found}) < len(found):
        problems.append(("hosts", "name a state twice"))
    if problems:
        raise InvalidQuery(problems, hint="Compare host states of one origin on one day.")


def _row(found: tuple[Exposure, ...], position: int) -> ComparisonRow:
    return ComparisonRow(
        instrument=found[0].ties[position].instrument,
        cells=tuple(_cell(each, each.ties[position]) for each in found),
    )


def _cell(exposure: Exposure, tie: Tie) -> ComparisonCell:
    return ComparisonCell(
        host=exposure.host,
        standing=DISPLACED if tie.displaced_by else together(tie.bonds).value,
        host_standing=tie.host.bound.value,
        open=tuple(line for line in exposure.open if line.instrument == tie.instrument),
        protects=tuple(line for line in exposure.protects if line.instrument == tie.instrument),
    )


def _says_something(row: ComparisonRow, *, technique: str | None) -> bool:
    if any(cell.open or cell.protects for cell in row.cells):
        return True
    # Under a technique a bond without a line carries nothing of it.
    return technique is None and any(cell.host_standing != Bound.NO.value for cell in row.cells)


def _column(exposure: Exposure) -> HostColumn:
    return HostColumn(
        host=exposure.host,
        caution=exposure.caution,
        memberships=tuple(line for line in exposure.memberships if line.state == exposure.host),
        own_lines=tuple(
            line
            for line in (*exposure.open, *exposure.protects, *exposure.happened)
            if not line.instrument
        ),
        precedents=exposure.precedents,
        unknown=exposure.unknown,
    )
