"""One small invented linkage, made once a run and read by every test of what follows it.

It depends on `exile_names` and `linking`.
A test that needs another linkage makes its own.
"""

from dataclasses import replace
from functools import cache

import numpy as np

from safeconduct.link.exile_names import ExileSet, exile_set
from safeconduct.link.linking import Linkage, link
from safeconduct.link.listed_person import ListedPerson
from safeconduct.link.model import TrainedModel
from safeconduct.link.names import parse as parse_name
from safeconduct.link.pairs import Pairs
from safeconduct.link.settings import LinkSettings
from safeconduct.record.partial_date import parse

LISTS = frozenset({"embassy", "press", "legal-aid"})


@cache
def invented() -> tuple[ExileSet, Linkage]:
    exiles = exile_set(n_persons=250, seed=7)
    return exiles, link(exiles.persons, duplicate_free=LISTS)


def person(list_name, identifier, name="", born=None):
    return ListedPerson(
        list_name=list_name,
        id=identifier,
        name=parse_name(name),
        born=parse(born) if born else None,
    )


def weighed(persons, weights, *, duplicate_free=frozenset(), prior=0.01):
    """A linkage with given weights: `weights` maps two positions to a match weight."""
    ends = sorted(weights)
    n = len(ends)
    pairs = Pairs(
        left=np.array([left for left, _ in ends], dtype=np.int64),
        right=np.array([right for _, right in ends], dtype=np.int64),
        weights=np.array([weights[pair] for pair in ends], dtype=np.float64),
        parts=np.zeros((n, 0)),
        rarities=np.zeros((n, 0)),
        levels=np.zeros((n, 0), dtype=np.int8),
    )
    settings = LinkSettings(comparisons=(), duplicate_free=duplicate_free)
    model = TrainedModel(settings=settings, prior=prior, levels=())
    return Linkage(persons=tuple(persons), model=model, pairs=pairs, blocks=())


def without_births(linkage):
    return replace(linkage, persons=tuple(replace(one, born=None) for one in linkage.persons))
