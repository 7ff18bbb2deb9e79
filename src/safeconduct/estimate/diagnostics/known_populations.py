"""Whether the other lists would find the size of each list, which is known.

It depends on the table of capture histories, the rules about a table and on what an estimate says;
how an interval is computed comes from the caller.
Another population of known size, such as a union of lists, is one more line in `tried`.

The persons on a list are a population that was counted. Whom of them the other lists saw is a table
like any other, and a method that is right for the whole should give an interval that holds the size
of the list. A list of another kind of persons, or one to which links are missed, is found so.

References:
    Binette and Steorts (2022), on the reliability of multiple systems estimation for estimating the
    number of victims, arXiv:2112.01594.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.errors import InvalidCaptures
from safeconduct.estimate import examination
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.result import EstimateWarning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KNOWN_POPULATION: Final = "known-population"
# Of the lists beside the one that is known, three are needed to average over graphs.
_FEWEST_LISTS: Final = 4
# Chance of a single false alarm among all lists of a table.
_FALSE_ALARM: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPopulation:
    """A list of known size, persons, with the interval that the other lists give for it."""

    name: str
    size: int
    interval: tuple[float, float]

    @property
    def is_found(self) -> bool:
        """Whether the interval holds the size."""
        return self.interval[0] <= self.size <= self.interval[1]


def tried(
    history: CaptureHistory,
    interval: Callable[[CaptureHistory, float], tuple[float, float] | None],
) -> tuple[KnownPopulation, ...]:
    """Estimate the size of each list from the others; lists whose table is refused are left out.

    interval: of the total of a table, at a level; the level is so high that all lists together
        raise a false alarm once in twenty tables. Nothing is tried for fewer than four lists.
    """
    if history.n_lists < _FEWEST_LISTS:
        return ()
    found = []
    for name in history.lists:
        others = [other for other in history.lists if other != name]
        cells = history.margin([*others, name])[1 << len(others) :].copy()
        size = int(cells.sum())
        cells[0] = 0
        try:
            within = CaptureHistory(lists=tuple(others), counts=cells)
        except InvalidCaptures:
            continue
        if examination.refusal(within) is not None:
            continue
        given = interval(within, 1.0 - _FALSE_ALARM / history.n_lists)
        if given is not None:
            found.append(KnownPopulation(name=name, size=size, interval=given))
    return tuple(found)


def warnings(found: Sequence[KnownPopulation]) -> tuple[EstimateWarning, ...]:
    """Warn of lists whose known size lies outside what the other lists say of it."""
    missed = [one for one in found if not one.is_found]
    if not missed:
        return ()
    sizes = "; ".join(
        f"{one.name}: {one.size:,} ({one.interval[0]:,.0f}-{one.interval[1]:,.0f})"
        for one in missed
    )
    return (
        EstimateWarning(
            code=KNOWN_POPULATION,
            text="The other lists do not find the known size of a list. Persons on it, and in "
            f"brackets as the others give them: {sizes}.",
            advice="Find out how that list was made: whom it means, and whether links to it are "
            "missed; give the number without it beside the number.",
            evidence={"lists": sizes},
        ),
    )
