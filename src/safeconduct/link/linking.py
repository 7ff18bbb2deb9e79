"""Links lists: writes columns, trains, weighs, and settles the prior; the linkage in one call.

It depends on the parts of this package, and on the engine only when it is called.
What follows a linkage (judgements, clusters, draws) reads its `persons` and `pairs`.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Protocol, cast

import numpy as np

from safeconduct.link.blocking import BlockReport, add_keys, missed_pairs
from safeconduct.link.columns import table_of
from safeconduct.link.communities import refined
from safeconduct.link.prior import n_possible
from safeconduct.link.rarity import without_own_lines
from safeconduct.link.settings import LIST, LinkSettings, settings_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from safeconduct.link.listed_person import ListedPerson
    from safeconduct.link.model import TrainedModel
    from safeconduct.link.pairs import Pairs


# Persons whose pairs stand for strangers: half a million pairs.
SAMPLED: Final = 1_000


class Engine(Protocol):
    """What an engine can do: begin a model by a sample, and weigh pairs."""

    def begin(
        self, table: Mapping[str, npt.NDArray[np.object_]], settings: LinkSettings
    ) -> TrainedModel:
        """Sample strangers."""
        ...

    def weigh(
        self,
        table: Mapping[str, npt.NDArray[np.object_]],
        model: TrainedModel,
        *,
        everyone: bool = False,
    ) -> Pairs:
        """Weigh candidates, or every pair."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """Lists with the pairs between them, weighed; positions in `persons` name who is meant.

    `missed_pairs` estimates the matches that no block held, and that nothing here can see.
    """

    persons: tuple[ListedPerson, ...] = field(repr=False)
    model: TrainedModel
    pairs: Pairs = field(repr=False)
    blocks: tuple[BlockReport, ...]
    missed_pairs: float = 0.0


def link(
    persons: Sequence[ListedPerson], *, duplicate_free: frozenset[str] = frozenset(), seed: int = 1
) -> Linkage:
    """Train on lists without labels and weigh the pairs between them.

    The order of lists and lines does not matter: strangers are sampled from the lines in the order
    of their names and ids.

    Raises:
        Refusal: there are no two lists, or nothing that can be compared.
    """
    order = sorted(range(len(persons)), key=lambda at: (persons[at].list_name, persons[at].id))
    table, blocks = keyed_table([persons[at] for at in order])
    settings = settings_for(table, duplicate_free=duplicate_free, seed=seed)
    engine = cast("Engine", importlib.import_module("safeconduct.link.splink_engine"))
    model = engine.begin(table, settings)
    pairs, model = refined(
        without_own_lines(engine.weigh(table, model), table),
        engine.weigh(_sample(table, seed), model, everyone=True),
        model=model,
        possible=n_possible(table[LIST], duplicate_free),
    )
    return Linkage(
        persons=tuple(persons),
        model=model,
        pairs=_placed(pairs, np.array(order, dtype=np.int64)),
        blocks=blocks,
        missed_pairs=missed_pairs(
            table, left=pairs.left, right=pairs.right, probabilities=pairs.probabilities
        ),
    )


def _placed(pairs: Pairs, order: npt.NDArray[np.int64]) -> Pairs:
    """Name pairs by the positions in which persons came, sorted."""
    ends = np.sort(np.stack([order[pairs.left], order[pairs.right]]), axis=0)
    by_ends = np.lexsort((ends[1], ends[0]))
    return replace(pairs.only(by_ends), left=ends[0][by_ends], right=ends[1][by_ends])


def keyed_table(
    persons: Sequence[ListedPerson],
) -> tuple[dict[str, npt.NDArray[np.object_]], tuple[BlockReport, ...]]:
    """Write persons as columns, with the keys of the blocks and the names of their lists."""
    table, blocks = add_keys(table_of(persons))
    names = np.empty(len(persons), dtype=np.object_)
    names[:] = [person.list_name for person in persons]
    return {**table, LIST: names}, blocks


def _sample(
    table: Mapping[str, npt.NDArray[np.object_]], seed: int
) -> dict[str, npt.NDArray[np.object_]]:
    """Draw some persons, whose pairs are pairs at random."""
    n_persons = len(table[LIST])
    drawn = np.random.default_rng(seed).permutation(n_persons)[:SAMPLED]
    return {name: column[np.sort(drawn)] for name, column in table.items()}
