"""What each set of lists contributes to the evidence of a graph, as a function of the missing.

It depends on numpy and on `log_domain`; `dga_evidence` adds the contributions over graphs.
Another prior of the cells is another formula for `CliqueTerms.at`.

Symbols, with those of Madigan and York (1997): K lists; n observed and N0 missing persons,
N = n + N0; A a set of lists with |A| members, as an integer with bit k for list k; n_A0 the
observed persons on no list of A; delta the prior number of persons in a cell.
"""

from __future__ import annotations

from dataclasses import dataclass
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
        codes = np.arange(counts.size)
        absent = np.zeros(counts.size, dtype=np.int64)
        constant = np.zeros(counts.size)
        whole = counts.size * delta
        for code in range(counts.size):
            within = np.flatnonzero(codes & ~code == 0)
            cells = np.bincount(codes & code, weights=counts, minlength=counts.size)[within]
            share = whole / within.size
            absent[code] = int(cells[0])
            constant[code] = (
                (gammaln(cells[1:] + share) - log_gamma(share)).sum()
                - log_gamma(share)
                + log_gamma(whole)
            )
        return cls(
            n_lists=n_lists,
            observed=int(counts.sum()),
            delta=delta,
            absent=absent,
            constant=constant,
        )

    def at(self, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return W_A(N0) of every set of lists, shape (2^K, J), for J numbers of the missing."""
        return self._above(slice(None), missing) - self._below(missing)

    def term(self, code: int, missing: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return W_A(N0) of one set of lists, shape (J,)."""
        found = self._above(slice(code, code + 1), missing) - self._below(missing)
        return np.asarray(found[0])

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
