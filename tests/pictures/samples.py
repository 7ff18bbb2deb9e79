"""Sample rows for every picture: a usual set, and a set of any size with labels of any kind.

It depends on the picture modules only; the states are real codes, everything else is invented.
A new picture adds one function to `USUAL` and one to `MANY`, under the name of its module.
"""

import numpy as np

from safeconduct.pictures import (
    bars,
    chain,
    density,
    host_map,
    intervals,
    overlap,
    range_figure,
    schemes,
    standing,
    weights,
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


def usual_density():
    numbers = np.arange(400, 4000)
    hill = np.exp(-0.5 * ((np.log(numbers) - np.log(900)) / 0.3) ** 2)
    sample = np.exp(np.linspace(6.2, 7.4, 300))
    return [
        density.DensityRow(
            label="an average of graphs",
            low=500,
            median=900,
            high=1700,
            observed=400,
            curve=density.Curve(numbers=numbers, shares=hill / hill.sum()),
        ),
        density.DensityRow(
            label="a model",
            low=520,
            median=890,
            high=1580,
            observed=400,
            curve=density.Curve(numbers=sample),
        ),
        density.DensityRow(label="a bound", low=600, median=700, high=840, observed=400),
    ]


def usual_intervals():
    def row(group, label, ends, note=""):
        return intervals.IntervalRow(
            group=group,
            label=label,
            observed=400,
            ends=intervals.Ends(low=ends[0], median=ends[1], high=ends[2]) if ends else None,
            note=note,
        )

    return [
        row("methods", "an average of graphs", (500, 900, 1700)),
        row("methods", "a model", (520, 890, 1580)),
        row("without a list", "without the courts", (450, 2600, 30000)),
        row("without a list", "without the press", None, note="The lists share nobody."),
    ]


def usual_overlap():
    return [
        overlap.OverlapRow(lists=("courts",), number=210),
        overlap.OverlapRow(lists=("press",), number=120),
        overlap.OverlapRow(lists=("courts", "press"), number=35),
        overlap.OverlapRow(lists=("asylum",), number=30),
        overlap.OverlapRow(lists=("courts", "asylum"), number=5),
        overlap.OverlapRow(lists=("courts", "press", "asylum"), number=0),
    ]


def usual_weights():
    return [
        weights.WeightRow(label="courts with press; asylum", share=0.61),
        weights.WeightRow(label="courts; press; asylum", share=0.32),
        weights.WeightRow(label="others together", share=0.07, rest=True),
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


def many_density(labels):
    return [
        density.DensityRow(
            label=label,
            low=i % 40,
            median=40 + i,
            high=10.0 ** (2 + i % 9) + i,
            observed=i % 20,
            curve=density.Curve(numbers=np.arange(i + 1, i + 9)) if i % 2 else None,
        )
        for i, label in enumerate(labels)
    ]


def many_intervals(labels):
    return [
        intervals.IntervalRow(
            group=label if i % 3 else "",
            label=label,
            observed=i % 20,
            ends=intervals.Ends(low=i, median=2 * i, high=10.0 ** (i % 12) + 2 * i)
            if i % 4
            else None,
            note=label,
        )
        for i, label in enumerate(labels)
    ]


def many_overlap(labels):
    return [
        overlap.OverlapRow(lists=tuple(dict.fromkeys(labels[i : i + 1 + i % 4])), number=10 * i)
        for i in range(len(labels))
    ]


def many_weights(labels):
    return [
        weights.WeightRow(label=label, share=i / len(labels), rest=i % 7 == 3)
        for i, label in enumerate(labels)
    ]


USUAL = {
    "bars": usual_bars,
    "chain": usual_chain,
    "density": usual_density,
    "host_map": usual_host_map,
    "intervals": usual_intervals,
    "overlap": usual_overlap,
    "range_figure": usual_range_figure,
    "schemes": usual_schemes,
    "standing": usual_standing,
    "weights": usual_weights,
    "years": usual_years,
}
MANY = {
    "bars": many_bars,
    "chain": many_chain,
    "density": many_density,
    "host_map": many_host_map,
    "intervals": many_intervals,
    "overlap": many_overlap,
    "range_figure": many_range_figure,
    "schemes": many_schemes,
    "standing": many_standing,
    "weights": many_weights,
    "years": many_years,
}
