"""Measure how often the warning of differences between persons shows, on designs with known truth.

It depends on the simulated designs and on the estimators of this repository.
A further design is one more line in `further`.
`python tools/measure_warnings.py 200` prints the table of `docs/estimate-warnings.md`; a
second argument names an estimator other than dga.

A warning is wanted where persons differ so much that the interval misses the truth, and unwanted
where the interval covers. Since no single set of three kinds of people stands for all, several are
measured beside that of the simulation lab.
"""

from __future__ import annotations

import sys
import time
import warnings
from typing import TYPE_CHECKING

import numpy as np

from safeconduct.estimate.diagnostics import heterogeneity
from safeconduct.estimate.estimators import chao, dga, loglinear
from safeconduct.simulation import Design, at_independence, designs, in_classes, on_a_path

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from safeconduct.estimate.capture_history import CaptureHistory
    from safeconduct.estimate.result import Estimate

ESTIMATORS: dict[str, Callable[[CaptureHistory], Estimate]] = {
    "dga": dga.estimate,
    "chao": chao.estimate,
    "loglinear": lambda history: loglinear.estimate(history, n_bootstrap=200),
}
FOUR = ("A", "B", "C", "D")
FIVE = (*FOUR, "E")


def design(name: str, chances: npt.NDArray[np.float64], *, n_persons: int = 2_000) -> Design:
    """Make a design that the lab does not hold."""
    lists = FIVE[: len(chances).bit_length() - 1]
    label = {"en": name, "ru": name}
    return Design(
        id=name, label=label, plain=label, n_persons=n_persons, lists=lists, chances=chances
    )


def further() -> list[Design]:
    """Return designs beside those of the lab: two where intervals hold, nine where they do not."""
    three = {
        "three-even": ([0.5, 0.3, 0.2], [[0.05] * 4, [0.25] * 4, [0.6] * 4]),
        "three-hidden": ([0.5, 0.3, 0.2], [[0.03] * 4, [0.15] * 4, [0.5] * 4]),
        "three-mild": ([0.5, 0.3, 0.2], [[0.1] * 4, [0.3] * 4, [0.5] * 4]),
        "three-equal-shares": ([0.34, 0.33, 0.33], [[0.05] * 4, [0.25] * 4, [0.5] * 4]),
        "three-few-easy": (
            [0.6, 0.3, 0.1],
            [[0.08, 0.06, 0.1, 0.05], [0.35, 0.3, 0.25, 0.2], [0.8, 0.7, 0.6, 0.6]],
        ),
        "three-uneven": (
            [0.5, 0.3, 0.2],
            [[0.05, 0.08, 0.06, 0.04], [0.3, 0.25, 0.2, 0.3], [0.7, 0.6, 0.5, 0.6]],
        ),
        "three-mixed": (
            [0.4, 0.4, 0.2],
            [[0.05, 0.1, 0.15, 0.05], [0.3, 0.2, 0.1, 0.3], [0.6] * 4],
        ),
        "three-steep": ([0.5, 0.3, 0.2], [[0.08] * 4, [0.3] * 4, [0.7] * 4]),
        "three-crossing": (
            [0.6, 0.25, 0.15],
            [[0.06, 0.08, 0.05, 0.1], [0.3, 0.4, 0.2, 0.3], [0.2, 0.3, 0.6, 0.7]],
        ),
    }
    two = in_classes(
        [0.9, 0.1],
        captures=[[0.033, 0.033, 0.099, 0.132, 0.033], [0.66, 0.825, 0.759, 0.99, 0.693]],
    )
    return [
        design("independent-dense", at_independence([0.4, 0.3, 0.3, 0.2])),
        design(
            "path-strong", on_a_path([0.2, 0.15, 0.2, 0.15, 0.2], odds_ratio=7.4), n_persons=3_000
        ),
        design("two-one-in-ten-easy", two),
        *(design(name, in_classes(w, captures=p)) for name, (w, p) in three.items()),
    ]


def measured(one: Design, *, n_seeds: int, method: str) -> str:
    """Return a line of the table: coverage, the share of warnings, and the bias of the median."""
    covered, warned, missed_and_warned, bias = [], [], [], []
    started = time.process_time()
    for seed in range(n_seeds):
        history = one.history(np.random.default_rng(seed))
        found = ESTIMATORS[method](history)
        if found.interval is None or found.median is None:
            covered.append(False)
            warned.append(True)
            continue
        low, high = found.interval
        covered.append(low <= one.n_persons <= high)
        warned.append(bool(heterogeneity.warnings(history, found)))
        bias.append(found.median / one.n_persons - 1)
        if high < one.n_persons:
            missed_and_warned.append(warned[-1])
    caught = f"{np.mean(missed_and_warned):.2f}" if missed_and_warned else "-"
    middle = f"{np.median(bias):+.0%}" if bias else "-"
    seconds = (time.process_time() - started) / n_seeds
    return (
        f"| {one.id} | {np.mean(covered):.3f} | {middle} | {np.mean(warned):.3f} | {caught} "
        f"| {seconds:.2f} |"
    )


def main() -> int:
    """Print the table."""
    n_seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    method = sys.argv[2] if len(sys.argv) > 2 else "dga"  # noqa: PLR2004
    warnings.simplefilter("ignore")
    print(f"{method}, {n_seeds} seeds a design")
    print("| design | covered | bias | warned | warned where too low | CPU s |")
    print("|---|---|---|---|---|---|")
    for one in [*designs().values(), *further()]:
        print(measured(one, n_seeds=n_seeds, method=method), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
