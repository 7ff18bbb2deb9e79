"""The terms of sets of lists, near and far.

It depends on the terms and on the margins of `naive_dga`.
Another prior of the cells is one more value of delta here.
"""

import numpy as np
import pytest
from scipy.special import gammaln

from safeconduct.estimate.dga_cliques import CliqueTerms
from tests.estimate.naive_dga import margin
from tests.estimate.tables import KOSOVO

CELLS = KOSOVO.counts


@pytest.mark.parametrize("delta", [0.0625, 0.5, 1.0])
def test_a_term_is_the_marginal_likelihood_of_its_margin(delta):
    cliques = CliqueTerms.of(CELLS, delta=delta)
    missing = np.array([0.0, 3.0, 5000.0])

    found = cliques.at(missing)

    for code in range(1, 16):
        lists = frozenset(k for k in range(4) if code >> k & 1)
        naive = [margin(CELLS.tolist(), lists, int(gone), delta) for gone in missing]
        assert np.allclose(found[code], naive, rtol=1e-12)
        assert np.array_equal(cliques.term(code, missing), found[code])
    assert np.allclose(found[0], 0.0, atol=1e-10)


def test_what_graphs_share_is_the_multinomial_and_the_prior():
    cliques = CliqueTerms.of(CELLS, delta=1.0)
    missing = np.array([1.0, 10.0])
    binomial = gammaln(missing + 4401) - gammaln(missing + 1)

    assert np.allclose(cliques.shared(missing, prior="uniform"), binomial, rtol=1e-13)
    assert np.allclose(
        cliques.shared(missing, prior="1/N"), binomial - np.log(missing + 4400), rtol=1e-13
    )
