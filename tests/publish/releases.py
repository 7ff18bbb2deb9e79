"""Releases for the tests: count tables as one would write them, at random, and in series.

It depends on the release, the protections and Hypothesis; every state and number is invented.
A test names the counts that matter to it.
"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import strategies as st

from safeconduct.publish.attacking import attacks
from safeconduct.publish.breach import Context
from safeconduct.publish.count_table import CountTable, coordinates, of_inner
from safeconduct.publish.protecting import protections
from safeconduct.publish.release import (
    TOTAL,
    ListedIncident,
    Release,
    ReleasedCell,
    ReleasedDimension,
    ReleasedTable,
)

FIRST_DAY = date(2024, 3, 31)


def side(name, size):
    """A dimension with invented labels."""
    return ReleasedDimension(name=name, labels=tuple(f"{name[0]}{n}" for n in range(size)))


def grid(rows, *, identifier="t", names=("host", "year")):
    """A count table of two dimensions from its rows of counts."""
    dimensions = (side(names[0], len(rows)), side(names[1], len(rows[0])))
    numbers = (int(count) for row in rows for count in row)
    inner = dict(zip(coordinates(dimensions), numbers, strict=True))
    return of_inner(identifier, dimensions, inner=inner)


def line(counts, *, identifier="t", name="host"):
    """A count table of one dimension."""
    dimensions = (side(name, len(counts)),)
    inner = dict(zip(coordinates(dimensions), map(int, counts), strict=True))
    return of_inner(identifier, dimensions, inner=inner)


def single(count, identifier="t"):
    """A count table that is its total only."""
    return CountTable(id=identifier, dimensions=(), counts={(): count})


def protected(table, *, name="round-5", earlier=()):
    return protections()[name].protect(table, earlier=earlier)


def bare(table, *, hidden=(), shown_totals=True):
    """A table as somebody careless publishes it: exact, but for some cells, with every total."""
    cells = [
        ReleasedCell(labels=labels, shown="not shown", low=0, high=None)
        if labels in hidden
        else ReleasedCell(labels=labels, shown=str(count), low=count, high=count)
        for labels, count in table.counts.items()
        if shown_totals or TOTAL not in labels or set(labels) == {TOTAL}
    ]
    return ReleasedTable(
        id=table.id,
        title=table.title,
        scheme=table.scheme,
        filters=table.filters,
        measure=table.measure,
        protection="threshold-5",
        adds_up=table.adds_up,
        counts_listed=table.counts_listed,
        dimensions=table.dimensions,
        cells=tuple(cells),
    )


def small(table):
    """The cells and totals of a table that hold fewer than five."""
    return {labels for labels, count in table.counts.items() if count < 5}


def release(*tables, quarter=0, **changed):
    """A release of a quarter, made in good time."""
    closed = FIRST_DAY + timedelta(92 * quarter)
    plain = Release(
        id=f"quarter-{quarter}",
        version="1",
        title=(("en", "Invented"),),
        publisher="Lantern",
        made_on=(closed + timedelta(91)).isoformat(),
        as_of=closed.isoformat(),
        licence="CC-BY-4.0",
        tables=tables,
    )
    return replace(plain, **changed)


def knowing(*counts, earlier=()):
    """What the house knows: the true counts, and the earlier releases."""
    return Context(earlier=tuple(earlier), counts={table.id: table for table in counts})


def listed(persons=1, **coordinates):
    """An incident of the public list."""
    return ListedIncident(
        label="An incident in public",
        persons=persons,
        coordinates=tuple((name, (key,)) for name, key in coordinates.items()),
        sources=(("Kestrel", "https://kestrel.example/1"),),
    )


def poisson(dice, shape, mean):
    return grid(dice.poisson(mean, shape))


def series(dice, *, shape, per_quarter, quarters):
    """Count tables of quarters, each holding everybody of the one before and some more."""
    shares = dice.dirichlet(np.ones(shape[0] * shape[1]))
    counts = np.zeros(shape, dtype=int)
    for _ in range(quarters):
        counts = counts + dice.multinomial(per_quarter, shares).reshape(shape)
        yield grid(counts)


@st.composite
def count_tables(draw, most=9):
    """Draw a table of up to three dimensions and up to twelve cells."""
    sizes = draw(st.sampled_from([(1,), (2,), (5,), (2, 2), (3, 2), (3, 4), (2, 2, 2), (2, 3, 2)]))
    names = ("host", "year", "target")
    dimensions = tuple(side(name, size) for name, size in zip(names, sizes, strict=False))
    counts = {labels: draw(st.integers(0, most)) for labels in coordinates(dimensions)}
    return of_inner("t", dimensions, inner=counts)


def tried(name, found, *earlier, counts=()):
    """What an attack gets out of a release, given earlier ones and the true counts."""
    return attacks()[name].attack(found, knowing(*counts, earlier=earlier))


def cells(breaches):
    """Where breaches are."""
    return {breach.cell for breach in breaches}
