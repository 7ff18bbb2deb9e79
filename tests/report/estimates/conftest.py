"""Studies that the tests of this folder share, each computed once.

It depends on the study alone; the lists are invented and named like places where people are seen.
A new situation is one more fixture here.
"""

import pytest

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.linkage_averaging import CheckedLinks
from safeconduct.report.estimates.study import study

PATTERNS = {
    "press": [1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1],
    "courts": [0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1],
    "asylum": [0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1],
    "camp": [0, 0, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1],
}
COUNTS = [210, 120, 90, 60, 35, 22, 18, 19, 12, 9, 6, 3]
CHECKED = CheckedLinks(
    true_pairs=200, true_pairs_found=188, linked_pairs=200, linked_pairs_right=197
)


def history(counts=COUNTS, patterns=PATTERNS):
    return CaptureHistory.from_patterns({**patterns, "count": counts})


def apart():
    """Three lists that share nobody."""
    alone = {"press": [1, 0, 0], "courts": [0, 1, 0], "asylum": [0, 0, 1]}
    return history([21, 12, 3], alone)


@pytest.fixture(scope="session")
def plain_study():
    # Without the log-linear model, which resamples for many seconds and adds no part to the page.
    return study({"": history()}, checked=CHECKED, asked=("dga", "lcmcr", "chao"))


def drawn(n_tables=12):
    """Linkages of the same lists that are nearly the one at hand."""
    return [
        history([count + (k % 3 if k < 4 else -(k % 2)) for count in COUNTS])
        for k in range(n_tables)
    ]


@pytest.fixture(scope="session")
def drawn_study():
    return study({"": history()}, drawn=drawn(), asked=("dga", "chao"))


@pytest.fixture(scope="session")
def parted_study():
    half = [count // 2 for count in COUNTS]
    alone = [5, 4, 3, 2, *([0] * 8)]
    strata = {"2022": history(half), "2023": history(half), "2024": history(alone)}
    return study(strata, by="year", asked=("dga", "chao"))


@pytest.fixture(scope="session")
def refused_study():
    return study({"": apart()}, checked=CHECKED)
