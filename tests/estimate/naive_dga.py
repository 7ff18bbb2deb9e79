"""A second, deliberately naive average over decomposable graphs, as an oracle for the first.

It depends on the standard library and numpy: every edge set is tried, cliques and separators are
written out, and each whole number of missing persons is done by itself.
It is for five lists at most; what it shares with the package is the formula, not a line of code.
"""

import math
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

Lists = frozenset[int]


def chordal_graphs(n_lists: int) -> Iterator[tuple[tuple[Lists, ...], tuple[Lists, ...]]]:
    """Yield the maximal cliques and the separators of every chordal graph."""
    pairs = list(combinations(range(n_lists), 2))
    for code in range(1 << len(pairs)):
        edges = {pair for place, pair in enumerate(pairs) if code >> place & 1}
        if is_chordal(n_lists, edges):
            cliques = maximal_cliques(n_lists, edges)
            yield cliques, separators(cliques)


def is_chordal(n_lists: int, edges: set[tuple[int, int]]) -> bool:
    """Take simplicial vertices away until none is left."""
    left = set(range(n_lists))
    while left:
        for vertex in left:
            near = [u for u in left if tuple(sorted((u, vertex))) in edges]
            if all(pair in edges for pair in combinations(sorted(near), 2)):
                left.remove(vertex)
                break
        else:
            return False
    return True


def maximal_cliques(n_lists: int, edges: set[tuple[int, int]]) -> tuple[Lists, ...]:
    """Try every set of lists."""
    cliques = [
        frozenset(lists)
        for size in range(1, n_lists + 1)
        for lists in combinations(range(n_lists), size)
        if all(pair in edges for pair in combinations(lists, 2))
    ]
    return tuple(one for one in cliques if not any(one < other for other in cliques))


def separators(cliques: tuple[Lists, ...]) -> tuple[Lists, ...]:
    """Return what a junction tree shares along its edges: a heaviest spanning tree (Prim)."""
    reached, found = [cliques[0]], []
    while len(reached) < len(cliques):
        shared, new = max(
            ((one & other, other) for one in reached for other in cliques if other not in reached),
            key=lambda pair: len(pair[0]),
        )
        found.append(shared)
        reached.append(new)
    return tuple(found)


def log_posteriors(
    cells: list[int], missing: range, *, delta: float, prior: str
) -> tuple[list[str], npt.NDArray[np.float64]]:
    """Return the key of every graph and its log posterior, shape (G, J), not normalised."""
    n_lists = len(cells).bit_length() - 1
    keys, rows = [], []
    for cliques, between in chordal_graphs(n_lists):
        keys.append("|".join(sorted("".join(str(k + 1) for k in sorted(c)) for c in cliques)))
        rows.append(
            [
                sum(margin(cells, lists, gone, delta) for lists in cliques)
                - sum(margin(cells, lists, gone, delta) for lists in between)
                + multinomial(cells, gone)
                - (math.log(sum(cells) + gone) if prior == "1/N" else 0.0)
                for gone in missing
            ]
        )
    return keys, np.array(rows)


def margin(cells: list[int], lists: Lists, gone: int, delta: float) -> float:
    """Return the log marginal likelihood of one margin."""
    n_lists = len(cells).bit_length() - 1
    share = delta * 2 ** (n_lists - len(lists))
    sums: dict[Lists, int] = {}
    for code, count in enumerate(cells):
        on = frozenset(k for k in lists if code >> k & 1)
        sums[on] = sums.get(on, 0) + (gone if code == 0 else count)
    whole = share * len(sums)
    total = sum(cells) + gone
    found = math.lgamma(whole) - math.lgamma(total + whole)
    return found + sum(math.lgamma(n + share) - math.lgamma(share) for n in sums.values())


def multinomial(cells: list[int], gone: int) -> float:
    """Return the log multinomial coefficient but for what does not depend on the missing."""
    return math.lgamma(sum(cells) + gone + 1) - math.lgamma(gone + 1)
