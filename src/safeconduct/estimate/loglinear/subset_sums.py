"""Sums over subsets and supersets of list combinations, for many tables at once.

It depends on numpy only.
The design of a hierarchical log-linear model is made of these two sums, so no matrix is stored; a
new transform is one more function on arrays whose last axis has 2^K entries.

Symbols: K lists; a code c in 0 … 2^K - 1 has bit k for list k; `c ⊆ d` compares the bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt


def over_subsets(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return for every code d the sum of `values[c]` over c ⊆ d; shape (…, 2^K) as given."""
    sums = np.array(values, dtype=np.float64)
    for lower, upper in _halves(sums):
        np.add(upper, lower, out=upper)
    return sums


def over_supersets(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return for every code c the sum of `values[d]` over d ⊇ c; shape (…, 2^K) as given."""
    sums = np.array(values, dtype=np.float64)
    for lower, upper in _halves(sums):
        np.add(lower, upper, out=lower)
    return sums


def _halves(
    sums: npt.NDArray[np.float64],
) -> list[tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]]:
    """Views of the codes without and with each bit in turn."""
    n_codes = sums.shape[-1]
    views = []
    for place in range(n_codes.bit_length() - 1):
        split = sums.reshape(*sums.shape[:-1], n_codes >> (place + 1), 2, 1 << place)
        views.append((split[..., 0, :], split[..., 1, :]))
    return views
