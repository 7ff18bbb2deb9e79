"""A release of invented counts: two tables, one of them with a cell that has no upper bound.

It depends on the release.
A further part of a release that a format shows is filled in here.
"""

from safeconduct.publish.release import (
    Release,
    ReleasedCell,
    ReleasedDimension,
    ReleasedTable,
)

TABLE = {"scheme": "invented", "filters": (), "measure": "persons", "protection": "round-5"}


def small_release(**parts):
    hosts = ReleasedTable(
        id="by-host",
        title=(("en", "By host state"), ("ru", "По стране пребывания")),
        adds_up=True,
        dimensions=(ReleasedDimension(name="host", labels=("BV", "HM")),),
        cells=(
            ReleasedCell(labels=("BV",), shown="10–14", low=10, high=14),
            ReleasedCell(labels=("HM",), shown="not shown", low=0, high=None),
            ReleasedCell(labels=("total",), shown="15–19", low=15, high=19),
        ),
        **TABLE,  # type: ignore[arg-type]  # the same for both
    )
    total = ReleasedTable(
        id="by-host-and-nothing-else-at-all-here",
        title=(("en", "=All"),),
        adds_up=True,
        dimensions=(),
        cells=(ReleasedCell(labels=(), shown="15–19", low=15, high=19),),
        **TABLE,  # type: ignore[arg-type]  # as above
    )
    twin = ReleasedTable(
        id="by-host-and-nothing-else-at-all-there",
        title=(("en", "All"),),
        adds_up=True,
        dimensions=(),
        cells=(ReleasedCell(labels=(), shown="15–19", low=15, high=19),),
        **TABLE,  # type: ignore[arg-type]  # as above
    )
    stated = {
        "id": "islands-2024-1",
        "version": "1",
        "title": (("en", "Islands, first quarter"),),
        "publisher": "Islands Monitor",
        "made_on": "2024-06-30",
        "as_of": "2024-03-31",
        "licence": "CC-BY-4.0",
        "method": (("en", "Counted as invented."),),
        "caveats": ((("en", "Nothing here is real."),),),
        "tables": (hosts, total, twin),
    }
    return Release(**(stated | parts))
