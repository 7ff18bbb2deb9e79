"""Status codes against the published table and against the dual of the linear programme.

It depends on scipy, hypothesis and the module under test.
A further condition is compared with an oracle here.
"""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from safeconduct.estimate.loglinear.existence import fit_checked, status_codes
from safeconduct.estimate.loglinear.hierarchical_models import all_models, read_notation
from safeconduct.estimate.loglinear.poisson_fit import free_terms
from tests.estimate.published_tables import golden, published

MODELS = all_models(3, order=2)


def exists_by_direction(counts, terms):
    """The maximum exists unless a direction of the parameters empties cells at no cost."""
    free, kept = (line[0] for line in free_terms(counts[None], terms[None]))
    codes = np.arange(counts.size)
    design = ((codes[:, None] & codes) == codes)[np.ix_(kept, free)].astype(float)
    seen = counts[kept] > 0
    slope = -design[~seen].sum(axis=0)
    found = linprog(
        -slope,
        A_ub=np.vstack([design[~seen], -design[~seen]]),
        b_ub=np.concatenate([np.zeros((~seen).sum()), np.ones((~seen).sum())]),
        A_eq=design[seen],
        b_eq=np.zeros(seen.sum()),
        bounds=(None, None),
    )
    return abs(found.fun or 0.0) < 1e-7


@pytest.mark.parametrize(("model", "status"), golden("artificial-3")["status"].items())
def test_the_artificial_table_has_the_published_status(model, status):
    counts = published("artificial-3").counts[None].astype(float)
    terms = read_notation(model, n_lists=3)[None]

    assert fit_checked(counts, terms).status.tolist() == [status]
    assert status_codes(counts, terms).tolist() == [status]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([0, 0, 1, 4, 30]), min_size=7, max_size=7).filter(any),
    st.integers(0, len(MODELS) - 1),
)
def test_the_fit_decides_as_the_linear_programme_and_its_dual_do(cells, place):
    counts = np.array([0, *cells], dtype=float)

    status = fit_checked(counts[None], MODELS[place][None]).status[0]

    assert status == status_codes(counts[None], MODELS[place][None])[0]
    assert (status & 1 == 0) == exists_by_direction(counts, MODELS[place])


def test_the_model_with_every_term_is_not_identified():
    counts = np.array([[0.0, 5, 7, 3, 9, 3, 4, 2]])

    assert status_codes(counts, np.ones((1, 8), dtype=np.bool_)).tolist() == [2]


@pytest.mark.parametrize(("name", "order"), [("madigan-york-5", 3), ("uk-5", 3), ("kosovo", 3)])
def test_as_many_models_are_left_as_the_reference_program_leaves(name, order):
    table = published(name)
    terms = all_models(table.n_lists, order=order)

    status = fit_checked(np.broadcast_to(table.counts.astype(float), terms.shape), terms).status

    assert (status == 0).sum() == golden(name)["bic"]["n_models"]


def test_no_rows_have_no_status():
    assert fit_checked(np.zeros((0, 8)), np.zeros((0, 8), dtype=np.bool_)).status.tolist() == []
