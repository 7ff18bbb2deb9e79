"""What each set of lists contributes to the evidence of a graph, as a function of the missing.

It depends on numpy and on `log_domain`; `dga_evidence` adds the contributions over graphs.
Another prior of the cells is another formula for `CliqueTerms.at`.

Symbols, with those of Madigan and York (1997): K lists; n observed and N0 missing persons,
N = n + N0; A a set of lists with |A| members, as an integer with bit k for list k; n_A0 the
observed persons on no list of A; delta the prior number of persons in a cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Self

import numpy as np
from scipy.special import gammaln

from safeconduct.estimate.log_domain import log_gamma, log_gamma_ratio

if TYPE_CHECKING:
    import numpy.typing as npt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CliqueTerms:
    r"""The terms W_A(N0) of all 2^K sets of lists, which every graph is put together from.

    With a_A = delta 2^(K - |A|) for each cell of the margin over A (hyper-Dirichlet law: the cells
    of every margin add up those of the whole table),

        W_A(N0) = log Gamma(n_A0 + N0 + a_A) - log Gamma(N + 2^K delta) + constant_A,

    and the log evidence of a graph is the sum of W over its maximal cliques less that over its
    separators. Each term holds one Gamma above and one below, so that log Gamma(N0 + 1) is taken
    off both: numbers stay near n log N, where plain log-gammas would be near N log N.

    n_lists: K. observed: n, persons. delta: positive. absent: int64, shape (2^K,), n_A0.
    constant: float64, shape (2^K,).
    """

    n_lists: int
    observed: int
    delta: float
    absent: npt.NDArray[np.int64]
    constant: npt.NDArray[np.float64]

    @classmethod
    def of(cls, counts: npt.NDArray[np.int64], *, delta: float) -> Self:
        """Prepare the terms of a table, given by its cells, shape (2^K,), unit persons."""
        n_lists = int(counts.size).bit_length() - 1
        cells = _margins(counts)
        numbers = _margin_cells(n_lists)
        whole = counts.size * delta
        shares = whole / numbers.sizes
        logs = gammaln(cells + shares[numbers.owner])
        # The cell of nobody waits for the missing.
        logs[numbers.starts] = 0.0
        constant = np.add.reduceat(logs, numbers.starts)
        constant += log_gamma(whole) - numbers.sizes * gammaln(shares)
        return cls(
            n_lists=n_lists,
            observed=int(counts.sum()),
            delta=delta,
            absent=cells[numbers.starts],
            constant=constant,
        )

    def at(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return W_A(N0) of every set of lists, shape (2^K, J), for J numbers of the missing."""
        return self._above(slice(None), missing) - self._below(missing)

    def term(self, code: int, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return W_A(N0) of one set of lists, shape (J,)."""
        found = self._above(slice(code, code + 1), missing) - self._below(missing)
        return np.asarray(found[0])

    def at_with_shared(
        self, missing: npt.NDArray[np.float64], *, prior: str
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return `at` and `shared` together, which costs hardly more than one of them."""
        whole = self.absent.size * self.delta
        steps = np.empty((self.absent.size + 2, 1))
        steps[:-2, 0] = self.absent + whole / _margin_cells(self.n_lists).sizes - 1.0
        steps[-2:, 0] = self.observed + whole - 1.0, self.observed
        ratios = log_gamma_ratio(missing + 1.0, steps)
        terms, shared = ratios[:-2], ratios[-1]
        terms += self.constant[:, None]
        terms -= ratios[-2]
        if prior == "1/N":
            shared -= np.log(missing + self.observed)
        return terms, shared

    def shared(self, missing: npt.NDArray[np.float64], *, prior: str) -> npt.NDArray[np.float64]:
        """Return what all graphs have in common, shape (J,): log N! / N0! and the prior of N."""
        found = log_gamma_ratio(missing + 1.0, float(self.observed))
        return found - np.log(missing + self.observed) if prior == "1/N" else found

    def _above(self, codes: slice, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        members = np.bitwise_count(np.arange(self.absent.size)[codes])
        shares = self.absent.size * self.delta / (1 << members.astype(np.int64))
        steps = (self.absent[codes] + shares - 1.0)[:, None]
        return log_gamma_ratio(missing + 1.0, steps) + self.constant[codes, None]

    def _below(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        whole = self.absent.size * self.delta
        return log_gamma_ratio(missing + 1.0, self.observed + whole - 1.0)


def margin_table(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the cells of all margins, shape (2^K, 2^K), persons: row A, and 0 where c is no cell.

    counts: shape (2^K,), persons.
    """
    numbers = _margin_cells(int(counts.size).bit_length() - 1)
    found = np.zeros((counts.size, counts.size), dtype=np.int64)
    codes = np.arange(counts.size)
    found[codes[:, None], codes & codes[:, None]] = _margins(counts)[numbers.place]
    return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _MarginCells:
    """Where the cells of all margins stand in one row: 3^K numbers, margin by margin.

    owner: the margin of each cell, shape (3^K,). starts: the first cell of each margin, which is
    that of nobody, shape (2^K,). sizes: cells of each margin, shape (2^K,). place: shape
    (2^K, 2^K), the cell of margin A, as a row, in which a code falls.
    """

    owner: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    place: npt.NDArray[np.int64]


@cache
def _margin_cells(n_lists: int) -> _MarginCells:
    codes = np.arange(1 << n_lists)
    owner, cell = np.nonzero(codes & ~codes[:, None] == 0)
    sizes = np.bincount(owner)
    number = np.zeros((codes.size, codes.size), dtype=np.int64)
    number[owner, cell] = np.arange(owner.size)
    return _MarginCells(
        owner=owner,
        starts=np.cumsum(sizes) - sizes,
        sizes=sizes,
        place=number[codes[:, None], codes & codes[:, None]],
    )


def _margins(counts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the cells of all margins in one row, shape (3^K,), unit persons."""
    numbers = _margin_cells(int(counts.size).bit_length() - 1)
    weights = np.broadcast_to(counts, numbers.place.shape)
    return np.bincount(numbers.place.ravel(), weights=weights.ravel()).astype(np.int64)
