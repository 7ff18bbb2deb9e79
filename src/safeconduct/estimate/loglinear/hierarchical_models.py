"""Hierarchical log-linear models: which there are for K lists, and how they are written.

It depends on numpy and on `safeconduct.errors`.
A model is the set of its terms; a new family of models is one more function that returns such sets.

Symbols: K lists; M models; a term is a set of lists, coded as an integer whose bit k says that list
k belongs to it. A model is hierarchical where with every term all its subsets are terms too. It is
written by its largest terms, lists numbered from 1: `[12,3]` is the interaction of lists 1 and 2
with the main effect of list 3.

References:
    Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, sections 3.2 and 6.4.
    The number of such models for 2 to 5 lists, all main effects present: 2, 9, 114, 6,894.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

# Beyond these, the models are too many to try each: 6 lists have 7,785,062 of every order.
MOST_LISTS_ALL_ORDERS: Final = 5
MOST_LISTS_ALL_PAIRS: Final = 6


def all_models(n_lists: int, *, order: int) -> npt.NDArray[np.bool_]:
    """Return every hierarchical model with all main effects and interactions up to an order.

    The model with every term, which fits every table and says nothing about the missing, is left
    out: without it the order is at most K - 1.

    Parameters:
        n_lists: K, 2 to 6.
        order: lists in the largest interaction, 1 to K - 1; for 6 lists at most 2.

    Returns:
        Booleans, shape (M, 2^K): whether each code is a term of each model.

    Raises:
        InvalidQuery: the order is not between 1 and K - 1, or the models are too many to try.

    Examples:
        >>> [len(all_models(k, order=k - 1)) for k in (2, 3, 4, 5)]
        [1, 8, 113, 6893]
    """
    if not 1 <= order < n_lists:
        raise InvalidQuery([("order", f"is between 1 and {n_lists - 1} for {n_lists} lists")])
    if n_lists > MOST_LISTS_ALL_PAIRS or (n_lists > MOST_LISTS_ALL_ORDERS and order > 2):
        raise InvalidQuery(
            [("order", f"{n_lists} lists have too many models of order {order} to try each")],
            hint="Choose stepwise, or merge lists.",
        )
    main = [0, *(1 << place for place in range(n_lists))]
    models = [frozenset(main)]
    models += list(_grown(frozenset(main), n_lists, size=2, order=order))
    terms = np.zeros((len(models), 1 << n_lists), dtype=np.bool_)
    for line, model in zip(terms, models, strict=True):
        line[list(model)] = True
    return terms


def _grown(
    model: frozenset[int], n_lists: int, *, size: int, order: int
) -> Iterator[frozenset[int]]:
    """Yield every model that adds at least one interaction of `size` lists, and then larger."""
    if size > order:
        return
    possible = [
        term
        for term in map(_code, combinations(range(n_lists), size))
        if all(term ^ (1 << place) in model for place in _places(term))
    ]
    for number in range(1, len(possible) + 1):
        for added in combinations(possible, number):
            larger = model.union(added)
            yield larger
            yield from _grown(larger, n_lists, size=size + 1, order=order)


def notation(terms: npt.NDArray[np.bool_]) -> str:
    """Write a model by its largest terms, the larger first and then in the order of the lists.

    Examples:
        >>> notation(read_notation("[3,12]", n_lists=3))
        '[12,3]'
    """
    present = [int(code) for code in np.flatnonzero(terms) if code]
    largest = [
        _places(code)
        for code in present
        if not any(code != other and code & other == code for other in present)
    ]
    largest.sort(key=lambda places: (-len(places), places))
    return f"[{','.join(''.join(str(place + 1) for place in places) for places in largest)}]"


def read_notation(text: str, *, n_lists: int) -> npt.NDArray[np.bool_]:
    """Return the terms, shape (2^K,), of a model written by its largest terms.

    Every main effect is a term, written or not.

    Raises:
        InvalidQuery: the text is no such notation, or a number is no list.
    """
    parts = text.removeprefix("[").removesuffix("]").split(",")
    wrong = [part for part in parts if not _is_term(part.strip(), n_lists)]
    if wrong or not (text.startswith("[") and text.endswith("]")):
        raise InvalidQuery(
            [("model", f"is written like [12,3], with list numbers from 1 to {n_lists}")]
        )
    terms = np.zeros(1 << n_lists, dtype=np.bool_)
    terms[[0, *(1 << place for place in range(n_lists))]] = True
    codes = np.arange(terms.size)
    for part in parts:
        largest = _code(tuple(int(digit) - 1 for digit in part.strip()))
        terms |= (codes & largest) == codes
    return terms


def main_effects(n_lists: int) -> npt.NDArray[np.bool_]:
    """Return the model of independent lists, shape (2^K,).

    Examples:
        >>> notation(main_effects(4))
        '[1,2,3,4]'
    """
    return read_notation("[1]", n_lists=n_lists)


def pair_codes(n_lists: int) -> npt.NDArray[np.int64]:
    """Return the codes of the interactions of two lists, shape (K (K - 1) / 2,)."""
    return np.array([_code(pair) for pair in combinations(range(n_lists), 2)], dtype=np.int64)


def _code(places: tuple[int, ...]) -> int:
    return sum(1 << place for place in places)


def _places(code: int) -> tuple[int, ...]:
    return tuple(place for place in range(code.bit_length()) if code >> place & 1)


def _is_term(part: str, n_lists: int) -> bool:
    return (
        part.isdecimal()
        and len(set(part)) == len(part)
        and all(1 <= int(digit) <= n_lists for digit in part)
    )
