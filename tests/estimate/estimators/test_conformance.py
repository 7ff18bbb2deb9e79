"""What every estimator promises, whichever it is: found by its folder, held to the same sentences.

It depends on the registry of methods and on invented tables.
A new estimator is held to all of it by itself; one that runs long gets settings in `SHORT`.
"""

import json
from functools import cache

import numpy as np
import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.inquiry import methods
from safeconduct.estimate.latent_classes.sampler import LatentClassSettings
from tests.estimate.tables import history, independent

SHORT: dict[str, dict[str, object]] = {
    "lcmcr": {"settings": LatentClassSettings(chains=12, draws=50, most_draws=50, target_rhat=1.1)},
    "loglinear": {"n_bootstrap": 50},
}
TWO = independent(400, [0.5, 0.4])
THREE = independent(400, [0.5, 0.4, 0.3])

pytestmark = [
    pytest.mark.parametrize("name", methods()),
    pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult"),
]


def asked(name, table):
    return methods()[name](table, **SHORT.get(name, {}))


@cache
def of_the_suiting_table(name):
    return asked(name, suiting(name))


def suiting(name):
    """A table that the estimator takes: two lists for the one that wants two."""
    return TWO if name == "lincoln_petersen" else THREE


def test_a_result_has_a_number_an_interval_around_it_assumptions_and_its_input(name):
    table = suiting(name)

    found = of_the_suiting_table(name)

    low, high = found.interval
    assert table.n_observed <= low <= found.median <= high
    assert [one.number for one in found.assumptions] == list(range(1, len(found.assumptions) + 1))
    assert found.input_digest == table.digest()
    assert {"numpy", "scipy"} <= set(found.versions)


def test_no_total_is_below_the_observed_number(name):
    found = of_the_suiting_table(name)

    totals = [] if found.draws is None else [found.draws.min()]
    totals += [] if found.posterior is None else [found.posterior.n[found.posterior.p > 0].min()]
    assert all(total >= found.observed for total in totals)


def test_neither_the_order_of_lists_nor_their_names_matter(name):
    table = suiting(name)
    turned = table.reordered(table.lists[::-1])
    renamed = CaptureHistory(
        lists=tuple(f"list {place}" for place in range(table.n_lists)), counts=turned.counts
    )

    found, other = of_the_suiting_table(name), asked(name, renamed)

    assert other.median == pytest.approx(found.median, rel=1e-6)
    assert other.interval == pytest.approx(found.interval, rel=1e-6)


def test_the_same_table_gives_the_same_answer_twice(name):
    once, again = of_the_suiting_table(name), asked(name, suiting(name))

    told = [json.dumps(each.to_json(posterior=True), default=str) for each in (once, again)]
    assert told[0] == told[1]


def test_a_copy_of_a_list_is_refused_and_merging_it_away_gives_the_answer_without_it(name):
    table = suiting(name)
    copied = with_a_copy(table)

    merged = copied.merged([table.lists[0], "copy"], name=table.lists[0])

    assert asked(name, copied).refusal is not None
    assert asked(name, merged).interval == of_the_suiting_table(name).interval


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ([0, 30, 40, 0, 50, 0, 0, 0], "no-overlap"),
        ([0, 30, 40, 1, 50, 0, 0, 0], "one-overlapping-record"),
        ([0, 0, 0, 1, 0, 0, 1, 0], "too-few-persons"),
        ([0, 30, 0, 20, 25, 9, 0, 5], "nested-lists"),
        ([0, 40, 30, 6, 20, 0, 0, 0], "disconnected-lists"),
    ],
)
def test_a_table_that_carries_no_estimate_is_refused_by_name(name, cells, code):
    found = asked(name, history(cells))

    expected = "needs-two-lists" if name == "lincoln_petersen" else code
    assert found.refusal.code == expected
    assert (found.median, found.interval) == (None, None)


def with_a_copy(table):
    """The table with a further list that holds whom the first holds."""
    codes = np.arange(table.counts.size)
    counts = np.zeros(2 * table.counts.size, dtype=np.int64)
    counts[codes | ((codes & 1) << table.n_lists)] = table.counts
    return CaptureHistory(lists=(*table.lists, "copy"), counts=counts)
