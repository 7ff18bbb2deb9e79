"""A design of a simulation: how many people there are, and how the lists come to see them.

It depends on the chances beside it, on the registry and on `estimate.capture_history`.
A design that others may want is one module in `designs`; one of your own is a `Design` value.

Symbols: K lists; 2^K codes, the first of which is that of people whom nobody saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct import registry
from safeconduct.errors import InvalidQuery, NotFound
from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.simulation import designs as folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

_DECLARED: Final = ("ID", "LABEL", "PLAIN", "N_PERSONS", "LISTS", "CHANCES")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Design:
    """A population and its lists.

    n_persons: how many there are, the truth that an estimate should cover; at least 1.
    lists: K names. chances: shape (2^K,), the chance of each code, that of being seen by nobody
    included; they sum to 1. label and plain: what it is, by language.
    """

    id: str
    label: Mapping[str, str]
    plain: Mapping[str, str]
    n_persons: int
    lists: tuple[str, ...]
    chances: npt.NDArray[np.float64]

    def __post_init__(self) -> None:
        """Refuse a design from which nobody could be drawn."""
        problems = []
        if self.n_persons < 1:
            problems.append(("n_persons", "at least one person"))
        if self.chances.shape != (1 << len(self.lists),):
            problems.append(("chances", f"one for each of the {1 << len(self.lists)} codes"))
        elif (self.chances < 0).any() or not np.isclose(self.chances.sum(), 1.0):
            problems.append(("chances", "are not a distribution"))
        if problems:
            raise InvalidQuery(problems)

    def draw(self, rng: np.random.Generator) -> npt.NDArray[np.int64]:
        """Draw how many persons fall to each code, shape (2^K,); code 0 holds those nobody saw."""
        return rng.multinomial(self.n_persons, self.chances).astype(np.int64)

    def history(self, rng: np.random.Generator) -> CaptureHistory:
        """Draw what the lists would show, with every person told from every other.

        Raises:
            InvalidCaptures: nobody was seen, which happens in a tiny design.
        """
        return seen(self.draw(rng), lists=self.lists)


def seen(counts: npt.NDArray[np.int64], *, lists: tuple[str, ...]) -> CaptureHistory:
    """Make a table of what was drawn, without the people whom nobody saw."""
    observed = counts.copy()
    observed[0] = 0
    return CaptureHistory(lists=lists, counts=observed)


@cache
def designs() -> Mapping[str, Design]:
    """Return every design by its id, sorted.

    Raises:
        InvalidVocabulary: a module of `designs` lacks one of the names that it has to declare.
    """
    return MappingProxyType(
        {
            module.ID: Design(
                id=module.ID,
                label=module.LABEL,
                plain=module.PLAIN,
                n_persons=module.N_PERSONS,
                lists=module.LISTS,
                chances=module.CHANCES,
            )
            for module in registry.members(folder, required=_DECLARED)
        }
    )


def design(identifier: str) -> Design:
    """Return one design.

    Raises:
        NotFound: there is none of this id.
    """
    found = designs().get(identifier)
    if found is None:
        raise NotFound("design", identifier, hint=f"There are {', '.join(designs())}.")
    return found
