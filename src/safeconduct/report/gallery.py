"""The gallery: the pictures of a report, drawn for light and dark, for a page and for a phone.

It depends on the pictures, on the reading and on the wording; it writes nothing itself.
Each picture answers one question, carries its table, and stands as PNG on the page, as SVG only for
download; a new picture is one more function in `_DRAWN`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.figures.figure import level
from safeconduct.pictures import host_map, schemes, standing, years
from safeconduct.pictures.amount import Amount
from safeconduct.pictures.palette import STANDINGS
from safeconduct.pictures.periods import Period
from safeconduct.pictures.sheet import Sheet
from safeconduct.record.standing import Standing
from safeconduct.report.components.figure import unit_heading
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safeconduct.figures.figure import Bounds, Row
    from safeconduct.pictures.picture import Picture, Table
    from safeconduct.report.edition import Edition
    from safeconduct.report.wording import Wording

# Half a page and its gap, and the margin of the drawing, which hangs out on both sides.
_PAGE: Final = 556 + 40
_PHONE: Final = 328 + 24
_FORMS: Final = MappingProxyType(
    {
        "light": Sheet(theme="light", width=_PAGE, titled=False),
        "dark": Sheet(theme="dark", width=_PAGE, titled=False),
        "light-phone": Sheet(theme="light", width=_PHONE, titled=False),
        "dark-phone": Sheet(theme="dark", width=_PHONE, titled=False),
    }
)
_BOUND_OF_LEVEL: Final[tuple[standing.Bound, ...]] = ("none", "high", "central", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The size of one form of a picture, in CSS pixels."""

    file: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A picture as a page shows it: its forms, its words, its table, its download."""

    name: str
    title: str
    alt: str
    forms: Mapping[str, Size]
    svg: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The plates of one edition, and the files that they need."""

    plates: Mapping[str, Plate]
    files: Mapping[str, bytes]


def draw_all(edition: Edition) -> Gallery:
    """Draw every picture of an edition."""
    return hung({name: partial(draw, edition) for name, draw in _DRAWN.items()}, edition.wording)


def hung(drawing: Mapping[str, Callable[[Sheet], Picture]], wording: Wording) -> Gallery:
    """Draw pictures by their names in every form that a page needs, and once with their titles."""
    plates: dict[str, Plate] = {}
    files: dict[str, bytes] = {}
    for name, draw in drawing.items():
        drawn = {form: draw(_sheet(sheet, wording)) for form, sheet in _FORMS.items()}
        titled = draw(replace(_sheet(_FORMS["light"], wording), titled=True))
        wide = drawn["light"]
        sizes = {
            form: Size(
                file=f"pictures/{name}-{form}.png", width=picture.width, height=picture.height
            )
            for form, picture in drawn.items()
        }
        files |= {sizes[form].file: picture.png for form, picture in drawn.items()}
        files[f"pictures/{name}.svg"] = titled.svg
        plates[name] = Plate(
            name=name,
            title=wide.title,
            alt=wide.alt,
            forms=sizes,
            svg=f"pictures/{name}.svg",
            table=wide.table,
        )
    return Gallery(plates=plates, files=files)


def _sheet(sheet: Sheet, wording: Wording) -> Sheet:
    return replace(sheet, words=wording, right_to_left=wording.right_to_left)


def _years(edition: Edition, sheet: Sheet) -> Picture:
    figure = edition.reading.broken_down("tactic", "year")
    rows = [
        years.YearRow(
            label=tactic_label(row.buckets[0], edition),
            period=period_of(row.buckets[1]),
            amount=amount_of(row.bounds),
        )
        for row in figure.rows
    ]
    heading = edition.wording.say("Tactic")
    return years.draw(rows, sheet, heading=heading, overlapping=not figure.rows_add_up)


def _host_map(edition: Edition, sheet: Sheet) -> Picture:
    figure = edition.reading.broken_down("host")
    rows = [_host_row(row, edition) for row in figure.rows]
    return host_map.draw(rows, sheet, overlapping=not figure.rows_add_up)


def _host_row(row: Row, edition: Edition) -> host_map.HostRow:
    kind, key = row.buckets[0]
    is_known = kind == "value"
    label = edition.wording.state(key) if is_known else unknown_host(edition)
    return host_map.HostRow(code=key if is_known else "", label=label, amount=amount_of(row.bounds))


def _standing(edition: Edition, sheet: Sheet) -> Picture:
    counts = standing_counts(edition)
    rows = [
        standing.StandingRow(
            standing=word,
            label=capital(edition.standing(word)),
            number=counts.get(word, 0),
            counted_from=_BOUND_OF_LEVEL[level("in", Standing[word.upper()])],
        )
        for word in STANDINGS
    ]
    return standing.draw(rows, sheet)


def _schemes(edition: Edition, sheet: Sheet) -> Picture:
    rows = [
        schemes.SchemeRow(
            label=edition.in_language(figure.scheme.label),
            unit=capital(unit_heading(figure.measure, edition.wording)),
            amount=amount_of(figure.total),
        )
        for figure in edition.reading.totals.values()
    ]
    return schemes.draw(rows, sheet)


def standing_counts(edition: Edition) -> Mapping[str, int]:
    """How many incidents have each standing; patterns and the like are left out."""
    counts: dict[str, int] = {}
    for incident in edition.corpus.incidents.values():
        if incident.kind == "incident":
            word = edition.reading.assessments[incident.id].standing.word
            counts[word] = counts.get(word, 0) + 1
    return counts


def amount_of(bounds: Bounds) -> Amount:
    """Bounds as pictures take them."""
    return Amount(
        low=bounds.low,
        central=bounds.central,
        high=bounds.high,
        central_most=bounds.central_max,
    )


def tactic_label(bucket: tuple[str, str], edition: Edition) -> str:
    """The label of a row of tactics."""
    kind, key = bucket
    if kind == "value":
        return capital(edition.wording.term("tactics", key))
    if kind == "none":
        return edition.wording.say("None of the six tactics")
    return edition.wording.say("Tactic not known")


def unknown_host(edition: Edition) -> str:
    """The label of the row of host states that are not known, some only known to be abroad."""
    assessed = edition.reading.assessments.values()
    if any(assessment.values["hosts"].is_abroad for assessment in assessed):
        return edition.wording.say("not known, or abroad and not named")
    return edition.wording.say("not known")


def period_of(bucket: tuple[str, str]) -> Period:
    """The years of a row of years."""
    kind, key = bucket
    if kind == "unknown":
        return Period(first=None, last=None)
    first, _, last = key.partition("/")
    years_named = [None if year == ".." else int(year) for year in (first, last or first)]
    return Period(first=years_named[0], last=years_named[1])


_DRAWN: Final[Mapping[str, Callable[[Edition, Sheet], Picture]]] = MappingProxyType(
    {
        "schemes": _schemes,
        "years": _years,
        "host-map": _host_map,
        "standing": _standing,
    }
)
