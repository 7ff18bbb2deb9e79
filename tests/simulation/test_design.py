"""Designs: what is packaged can be drawn, and what cannot be a design is refused.

It depends on the packaged designs, found by their folder.
A new design is drawn here by itself.
"""

import numpy as np
import pytest

from safeconduct.errors import InvalidQuery, NotFound
from safeconduct.simulation import Design, at_independence, design, designs


@pytest.mark.parametrize("identifier", designs())
def test_a_packaged_design_draws_its_people_and_shows_those_who_were_seen(identifier):
    found = design(identifier)

    counts = found.draw(np.random.default_rng(1))
    history = found.history(np.random.default_rng(1))

    assert counts.sum() == found.n_persons
    assert history.counts[0] == 0
    assert history.n_observed == found.n_persons - counts[0]
    assert {"en", "ru"} == set(found.label) == set(found.plain)


def test_an_unknown_design_is_told_with_those_that_there_are():
    with pytest.raises(NotFound, match="leaning-lists"):
        design("none")


@pytest.mark.parametrize(
    ("n_persons", "chances", "part"),
    [
        (0, at_independence([0.5, 0.5]), "n_persons"),
        (10, np.array([0.5, 0.5]), "chances"),
        (10, np.array([0.5, 0.5, 0.5, -0.5]), "chances"),
        (10, np.array([0.5, 0.5, 0.5, 0.5]), "chances"),
    ],
)
def test_what_cannot_be_drawn_is_no_design(n_persons, chances, part):
    with pytest.raises(InvalidQuery) as refused:
        Design(
            id="own",
            label={"en": "own"},
            plain={"en": "own"},
            n_persons=n_persons,
            lists=("A", "B"),
            chances=chances,
        )

    assert [named for named, _ in refused.value.problems] == [part]
