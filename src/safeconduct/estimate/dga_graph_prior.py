"""A prior over decomposable graphs that somebody gives, graph by graph.

It depends on numpy, `decomposable_graphs` and `dga_evidence`' terms; graphs it does not name have
no weight.
Another way of naming graphs is another function that returns `GivenGraphs`.

Symbols: K lists; G graphs; a clique as an integer with bit k for list k; J nodes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from safeconduct.errors import InvalidQuery
from safeconduct.estimate.decomposable_graphs import elimination, maximal_cliques
from safeconduct.estimate.log_domain import sum_logs

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GivenGraphs:
    """Graphs with their prior: each list of a graph joins a clique of the lists before it.

    joined, alone: int64, shape (G, K), the sets S + v and S of every step. logs: float64,
        shape (G,), the logarithms of their prior weights. cliques: of each graph.
    """

    joined: npt.NDArray[np.int64]
    alone: npt.NDArray[np.int64]
    logs: npt.NDArray[np.float64]
    cliques: tuple[tuple[int, ...], ...]

    def evidence(self, terms: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the log evidence of each graph with its prior, shape (G, J)."""
        found = np.repeat(self.logs[:, None], terms.shape[1], axis=1)
        for step in range(self.joined.shape[1]):
            found += terms[self.joined[:, step]]
            found -= terms[self.alone[:, step]]
        return found

    def total(self, terms: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the log evidence of all of them together, shape (J,)."""
        return sum_logs(self.evidence(terms))


def given_graphs(weights: Mapping[str, float], *, n_lists: int) -> GivenGraphs:
    """Read prior weights by the maximal cliques of each graph, such as {"12|3": 1.0, "123": 0.5}.

    Raises:
        InvalidQuery: a graph is not decomposable, not of these lists, or its weight no weight; all
            such graphs are named.
    """
    orders = {key: _order(key, n_lists=n_lists) for key in weights}
    problems = [
        (f"graph_prior {key!r}", "is not a decomposable graph by its cliques of list numbers")
        for key, order in orders.items()
        if order is None
    ]
    problems += [
        (f"graph_prior {key!r}", "needs a finite weight that is not negative")
        for key, weight in weights.items()
        if not (math.isfinite(weight) and weight >= 0)
    ]
    if not problems and not sum(weights.values()):
        problems.append(("graph_prior", "gives no graph any weight"))
    if problems:
        raise InvalidQuery(problems)
    kept = {key: order for key, order in orders.items() if order is not None and weights[key] > 0}
    alone = [[joined for _, joined in order] for order in kept.values()]
    joined = [[joined | 1 << vertex for vertex, joined in order] for order in kept.values()]
    return GivenGraphs(
        joined=np.array(joined, dtype=np.int64),
        alone=np.array(alone, dtype=np.int64),
        logs=np.log([weights[key] for key in kept]),
        cliques=tuple(maximal_cliques(order) for order in kept.values()),
    )


def _order(key: str, *, n_lists: int) -> tuple[tuple[int, int], ...] | None:
    allowed = {str(number) for number in range(1, n_lists + 1)}
    cliques = []
    for text in key.split("|"):
        if not text or len(set(text)) != len(text) or not set(text) <= allowed:
            return None
        cliques.append(sum(1 << int(number) - 1 for number in text))
    named = 0
    for clique in cliques:
        named |= clique
    order = elimination(cliques) if named == (1 << n_lists) - 1 else None
    # 12|13|23 joins all three lists, and its one maximal clique is 123: whoever writes it means the
    # model without their interaction, which is no graph, and must not get the complete one.
    return order if order is not None and _are_maximal(cliques, order) else None


def _are_maximal(cliques: list[int], order: tuple[tuple[int, int], ...]) -> bool:
    maximal = maximal_cliques(order)
    return all(any(clique & ~one == 0 for one in cliques) for clique in maximal)
