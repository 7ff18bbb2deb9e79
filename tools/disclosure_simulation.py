"""Prints what a series of releases gives away under each protection, beside the house's design.

It depends on `safeconduct.publish` and numpy; the persons, states and years are invented, seeded.
Three parts: lone new cases singled out from one release to the next; random tables under the
bounds; and a series and linked tables under every attack. Run it with
`python tools/disclosure_simulation.py [lone | tables | series | linked]`.

A lone new case is a cell that grew by exactly one. It is singled out where the two releases show
that it grew by one and nothing else. The design's table (36 monthly releases, 1,200 cases, 20 × 12)
says 100 % without protection, 49 % with suppression under 5, 0 % with rounding to 5; quarterly
100 %, 35 %, 0 %.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.publish.attacks import (
    r1_bounds,
    r2_earlier_releases,
    r4_linked_tables,
    r5_all_but_one,
    r6_timing,
)
from safeconduct.publish.breach import Context
from safeconduct.publish.count_table import coordinates, of_inner
from safeconduct.publish.knowledge import Knowledge
from safeconduct.publish.protecting import protections
from safeconduct.publish.protection import round_5
from safeconduct.publish.release import Release, ReleasedDimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import ReleasedTable

    Counts = NDArray[np.int64]

SHAPE: Final = (20, 12)
CASES: Final = 1200
MONTHS: Final = 36
RUNS: Final = 20
TABLES: Final = 200
SEED: Final = 20261124
SMALL: Final = 5
ALONE: Final = (r1_bounds, r4_linked_tables, r5_all_but_one)


def months(dice: np.random.Generator) -> Iterator[Counts]:
    """Cumulative counts of 36 months: 1,200 cases over cells of unequal size."""
    shares = dice.dirichlet(np.full(SHAPE[0] * SHAPE[1], 0.6))
    counts = np.zeros(SHAPE, dtype=np.int64)
    for _ in range(MONTHS):
        counts = counts + dice.multinomial(CASES // MONTHS, shares).reshape(SHAPE)
        yield counts


def lone() -> None:
    """Print the share of lone new cases that two releases single out, monthly and quarterly."""
    shown: dict[str, Callable[[Counts], tuple[Counts, Counts]]] = {
        "none": lambda n: (n, n),
        "suppress under 5": lambda n: (
            np.where(n < SMALL, 0, n),
            np.where(n < SMALL, SMALL - 1, n),
        ),
        "round to 5": lambda n: (n // 5 * 5, n // 5 * 5 + 4),
    }
    print("protection         monthly  quarterly   lone new cases singled out exactly")
    for name, protect in shown.items():
        shares = []
        for step in (1, 3):
            dice = np.random.default_rng(SEED)
            found = possible = 0
            for _ in range(RUNS):
                releases = list(months(dice))[step - 1 :: step]
                for before, after in pairwise(releases):
                    alone = after - before == 1
                    (low, high), (least, most) = protect(before), protect(after)
                    more = np.maximum(least - high, 0)
                    found += int((alone & (more == 1) & (most - low == 1)).sum())
                    possible += int(alone.sum())
            shares.append(found / possible)
        print(f"{name:18s} {shares[0]:7.0%}  {shares[1]:9.0%}", flush=True)


def grid(counts: Counts, identifier: str = "t", *, by: str = "year") -> CountTable:
    """A table of invented states and something else."""
    dimensions = tuple(
        ReleasedDimension(name=name, labels=tuple(f"{name} {n}" for n in range(size)))
        for name, size in zip(("host", by), counts.shape, strict=True)
    )
    numbers = (int(count) for count in counts.ravel())
    inner = dict(zip(coordinates(dimensions), numbers, strict=True))
    return of_inner(identifier, dimensions, inner=inner)


def release(*tables: ReleasedTable, number: int = 0) -> Release:
    """A release whose days the attack on timing does not mind."""
    return Release(
        id=f"r-{number}",
        version="1",
        title=(("en", "Invented"),),
        publisher="Lantern",
        made_on=f"{2000 + number}-12-01",
        as_of=f"{2000 + number}-06-30",
        licence="CC0-1.0",
        tables=tables,
    )


def with_margins(counts: Counts, *, base: int) -> tuple[int, int, int]:
    """Hidden cells, those narrowed below five, those found exactly, where margins are shown too.

    base 1 is suppression under 5 with exact margins; base 5 rounds every margin on its own.
    """
    known = Knowledge()
    room = base - 1
    hidden = []
    for place, count in np.ndenumerate(counts):
        low = int(count) // base * base
        if count < SMALL:
            hidden.append(place)
            known.know(place, (0, 4))
        else:
            known.know(place, (low, low + room))
    lines = [[(row, column) for column in range(counts.shape[1])] for row in range(counts.shape[0])]
    lines += [list(line) for line in zip(*lines, strict=True)]
    for number, line in enumerate([*lines, list(np.ndindex(counts.shape))]):
        total = int(sum(counts[place] for place in line)) // base * base
        known.know(number, (total, total + room))
        known.equal([number], line)
    narrow = known.narrow({place: ((place,), ()) for place in hidden})
    exact = sum(low == high for low, high in narrow.values())
    return len(hidden), len(narrow), exact


def tables() -> None:
    """Print how many hidden cells of 200 random tables the bounds narrow."""
    dice = np.random.default_rng(SEED)
    drawn = [dice.poisson(dice.gamma(2.0, 4.0, (6, 5))) for _ in range(TABLES)]
    print(f"{TABLES} random tables of 6 × 5      hidden  under five left  exact")
    for name, base in (("suppressed, exact margins", 1), ("rounded, rounded margins", 5)):
        sums = np.sum([with_margins(counts, base=base) for counts in drawn], axis=0)
        print(f"{name:30s} {sums[0]:8d}  {sums[1]:15d}  {sums[2]:5d}", flush=True)
    for name in ("round-5", "threshold-5", "round-5, margins rounded too"):
        hidden = narrow = one = shown = 0
        for counts in drawn:
            table = grid(counts)
            protected = protections()[name.split(",")[0]].protect(table)
            if "," in name:
                cells = [round_5.rounded(labels, n) for labels, n in table.counts.items()]
                protected = replace(protected, cells=tuple(cells))
            made, context = release(protected), Context(counts={"t": table})
            narrow += len(r1_bounds.attack(made, context))
            one += len(r5_all_but_one.attack(made, context))
            hidden += sum(cell.low < SMALL for cell in protected.inner)
            shown += len(protected.inner)
        print(
            f"{name:30s} {hidden:8d}  {narrow:15d}         {hidden / shown:.0%} hidden;"
            f" {one} found by who knows all but one",
            flush=True,
        )


def series(step: int = 1) -> None:
    """Print what every attack gets out of a series of releases of 20 × 12."""
    dice = np.random.default_rng(SEED)
    earlier: list[Release] = []
    counts = list(months(dice))[step - 1 :: step]
    for number, each in enumerate(counts):
        table = grid(each)
        shown = protections()["round-5"].protect(
            table, earlier=[before.tables[0] for before in earlier]
        )
        made = release(shown, number=number)
        began = time.perf_counter()
        context = Context(earlier=tuple(earlier), counts={"t": table})
        tried = [r1_bounds, r5_all_but_one, r6_timing]
        if number in (1, len(counts) // 2, len(counts) - 1):
            tried.append(r2_earlier_releases)
        got = {attack.NAME: len(attack.attack(made, context)) for attack in tried}
        print(
            f"release {number + 1} of {len(counts)}: {got}, {time.perf_counter() - began:.1f} s",
            flush=True,
        )
        earlier.append(made)


def linked() -> None:
    """Print what every attack gets out of pairs of linked tables, and how many are refused."""
    dice = np.random.default_rng(SEED)
    refused = narrow = 0
    for _ in range(TABLES):
        cube = dice.poisson(dice.gamma(2.0, 1.5, (5, 4, 4)))
        pair = (grid(cube.sum(axis=2), "one"), grid(cube.sum(axis=1), "other", by="target"))
        other = pair[1]
        made = release(*(protections()["round-5"].protect(table) for table in (pair[0], other)))
        context = Context(counts={table.id: table for table in pair})
        found = [breach for attack in ALONE for breach in attack.attack(made, context)]
        refused += bool(found)
        narrow += len(found)
    print(
        f"{TABLES} pairs of linked tables: {refused} refused, {narrow} cells in them;"
        " 0 in those that leave, since what is broken is refused"
    )


def main() -> None:
    """Run the parts that are named, or all."""
    parts = {"lone": lone, "tables": tables, "series": series, "linked": linked}
    for name in sys.argv[1:] or parts:
        parts[name]()


if __name__ == "__main__":
    main()
