"""Sample rows for every picture: a usual set, and a set of any size with labels of any kind.

It depends on the picture modules only; the states are real codes, everything else is invented.
A new picture adds one function to `USUAL` and one to `MANY`, under the name of its module.
"""

from safeconduct.pictures import (
    bars,
    chain,
    host_map,
    range_figure,
    schemes,
    standing,
    years,
)
from safeconduct.pictures.amount import Amount, exactly
from safeconduct.pictures.outlines import points
from safeconduct.pictures.palette import STANDINGS
from safeconduct.pictures.periods import Period

HOSTILE = (
    "x" * 200,
    "два слова " * 20,
    "שלום \u202e<script>alert(1)</script>",
    "👩‍🚀🔥漢字 e\u0301 \u0ceb\u0cbe label",
    "<b>&amp;\"'</b>\t\r\n tab \x00 \x1b[31m",
    "https://example.org/" + "path/" * 40,
    "",
    "سلام " * 40,
)
PRECISIONS: tuple[chain.Precision, ...] = ("day", "month", "year", "longer", "unknown")
QUALIFIERS: tuple[range_figure.Qualifier, ...] = (
    "exactly",
    "at-least",
    "approximately",
    "up-to",
    "over",
)


COUNTED: tuple[standing.Bound, ...] = ("low", "low", "central", "high", "high", "none", "none")


def amount(low, central, high, central_most=None):
    return Amount(low=low, central=central, high=high, central_most=central_most)


def usual_bars():
    rows = [
        bars.BarRow(label="coerced return", amount=amount(7, 12, 15)),
        bars.BarRow(label="coercion", amount=amount(3, 9, 9)),
        bars.BarRow(label="assassination", amount=amount(2, 3, None)),
        bars.BarRow(label="blacklisting", amount=exactly(1)),
    ]
    return [
        *rows,
        bars.BarRow(label="not reported", amount=amount(0, 2, 3), unknown=True),
    ]


def usual_years():
    def row(label, first, last, counted):
        return years.YearRow(label=label, period=Period(first=first, last=last), amount=counted)

    return [
        row("coerced return", 2021, 2021, amount(1, 2, 3)),
        row("coerced return", 2023, 2023, amount(4, 9, 11)),
        row("coerced return", 2022, 2023, exactly(2)),
        row("coerced return", None, None, amount(0, 2, 3)),
        row("coercion", 2019, 2019, exactly(4)),
        row("coercion", 2024, 2024, amount(3, 6, None)),
        row("coercion", 2022, None, exactly(1)),
        row("coercion", None, 2020, exactly(1)),
    ]


def usual_host_map():
    return [
        host_map.HostRow(code="KZ", label="Kazakhstan", amount=amount(4, 9, 12)),
        host_map.HostRow(code="GE", label="Georgia", amount=amount(2, 5, 9)),
        host_map.HostRow(code="DE", label="Germany", amount=exactly(3)),
        host_map.HostRow(code="ES", label="Spain", amount=amount(1, 1, None)),
        host_map.HostRow(code="GI", label="Gibraltar", amount=exactly(1)),
        host_map.HostRow(code="", label="not reported", amount=amount(1, 3, 4)),
    ]


def usual_standing():
    return [
        standing.StandingRow(standing=name, label=f"is {name}", number=number, counted_from=counted)
        for name, number, counted in zip(STANDINGS, (4, 9, 17, 8, 3, 2, 1), COUNTED, strict=True)
    ]


def usual_schemes():
    return [
        schemes.SchemeRow(label="the paper", unit="incidents", amount=amount(13, 30, 41)),
        schemes.SchemeRow(label="direct acts", unit="incidents", amount=amount(5, 9, 12)),
        schemes.SchemeRow(label="persons only", unit="persons", amount=amount(9, 31, None, 36)),
    ]


def usual_chain():
    return [
        chain.Station(id="a", label="detained", when="February", precision="unknown"),
        chain.Station(id="b", label="case opened", when="in 2022", precision="year"),
        chain.Station(
            id="c", label="refusal", when="before October", precision="longer", responds_to="a"
        ),
        chain.Station(
            id="d",
            label="abducted",
            when="17 October 2023",
            precision="day",
            detail="sources differ",
        ),
        chain.Station(
            id="e", label="appeal", when="in November", precision="month", responds_to="d"
        ),
    ]


def usual_range_figure():
    return [
        range_figure.Total(
            label="as the parts are printed",
            least=None,
            most=None,
            parts=(
                range_figure.Part(label="wanted", number=24),
                range_figure.Part(label="charged", number=136),
            ),
        ),
        range_figure.Total(label="as the total is printed", least=159, most=159),
    ]


def many_bars(labels):
    return [
        bars.BarRow(label=label, amount=amount(i % 7, i % 7 + 3, i % 7 + 9), unknown=i % 50 == 1)
        for i, label in enumerate(labels)
    ]


def many_years(labels):
    return [
        years.YearRow(
            label=label,
            period=Period(
                first=1900 + i % 125, last=None if i % 11 == 0 else 1900 + i % 125 + i % 3
            ),
            amount=amount(0, i % 9, 99999 if i % 100 == 0 else 9),
        )
        for i, label in enumerate(labels)
    ]


def many_host_map(labels):
    codes = [*points(), "", "ZZ"]
    return [
        host_map.HostRow(code=codes[i % len(codes)], label=label, amount=amount(0, i % 50, 60))
        for i, label in enumerate(labels)
    ]


def many_standing(labels):
    return [
        standing.StandingRow(
            standing=STANDINGS[i % 7], label=label, number=i % 90, counted_from=COUNTED[i % 7]
        )
        for i, label in enumerate(labels)
    ]


def many_schemes(labels):
    return [
        schemes.SchemeRow(label=label, unit=f"unit {i % 9}", amount=amount(i % 5, i % 5 + 2, None))
        for i, label in enumerate(labels)
    ]


def many_chain(labels):
    return [
        chain.Station(
            id=str(i),
            label=label,
            when=label,
            precision=PRECISIONS[i % 5],
            responds_to=str(i - 2) if i % 3 == 1 else "",
            detail=label if i % 2 else "",
        )
        for i, label in enumerate(labels)
    ]


def many_range_figure(labels):
    return [
        range_figure.Total(
            label=label,
            least=i % 30,
            most=10**9,
            qualifier=QUALIFIERS[i % 5],
            parts=tuple(range_figure.Part(label=label, number=10**7) for _part in range(i % 20)),
        )
        for i, label in enumerate(labels)
    ]


USUAL = {
    "bars": usual_bars,
    "chain": usual_chain,
    "host_map": usual_host_map,
    "range_figure": usual_range_figure,
    "schemes": usual_schemes,
    "standing": usual_standing,
    "years": usual_years,
}
MANY = {
    "bars": many_bars,
    "chain": many_chain,
    "host_map": many_host_map,
    "range_figure": many_range_figure,
    "schemes": many_schemes,
    "standing": many_standing,
    "years": many_years,
}
