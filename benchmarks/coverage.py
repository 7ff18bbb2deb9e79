"""How often the 95 % interval holds the truth, on invented people, with links right and wrong.

It depends on the simulation lab and its packaged designs, and measures no time.
A further design takes part by itself; a further error of linkage is one more line of `ERRORS`.
"""

import os

from safeconduct.estimate.estimators import dga, lcmcr
from safeconduct.linkage_averaging import LinkErrors
from safeconduct.simulation import CoverageRow, Lab, design, designs, tried

RUNS = int(os.environ.get("COVERAGE_RUNS", "200"))
# A run of the latent classes takes seconds where one of the graphs takes a hundredth.
CLASS_RUNS = int(os.environ.get("CLASS_RUNS", "100"))
N_LINKAGES = 50
SEED = 1
# The design in which links go wrong: its methods are at home in it, so that links alone do harm.
LINKED = "independent-lists"
ERRORS = (
    ("5 % of records cut off", LinkErrors(missed=0.05, false=0.0)),
    ("10 % of records cut off", LinkErrors(missed=0.1, false=0.0)),
    ("2 % of linked pairs false", LinkErrors(missed=0.0, false=0.02)),
    ("both: 5 % and 2 %", LinkErrors(missed=0.05, false=0.02)),
)


def lines() -> list[str]:
    """Write both tables."""
    return [
        "## Coverage of the average over decomposable graphs",
        "",
        f"{RUNS} runs each, seed {SEED}; 95 % intervals, and Wilson's 95 % interval of the share.",
        "",
        "| design | covers | median off by | median width | declines |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {name} | {_share(row)} | {_off(row)} | {_width(row)} | {row.refused:.0%} |"
            for name in designs()
            for row in tried(design(name), {"dga": dga.estimate}, lab=Lab(n_runs=RUNS, seed=SEED))
        ),
        "",
        f"## Coverage where links are wrong ({LINKED})",
        "",
        (
            "The rates are learned in each run from 1,000 pairs of each kind, checked by hand; "
            f"{N_LINKAGES} linkages are drawn."
        ),
        "",
        "| errors | links | covers | median off by | median width |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {name} | {row.linkage} | {_share(row)} | {_off(row)} | {_width(row)} |"
            for name, errors in ERRORS
            for row in tried(
                design(LINKED),
                {"dga": dga.estimate},
                lab=Lab(n_runs=RUNS, seed=SEED, errors=errors, n_linkages=N_LINKAGES),
            )
        ),
        "",
    ]


def latent_classes() -> list[str]:
    """Write the table of the latent classes, whose runs take an hour and have their own section."""
    return [
        "## Coverage of the latent classes",
        "",
        (
            f"{CLASS_RUNS} runs each, seed {SEED}, settings as they come; 95 % intervals, and "
            "Wilson's 95 % interval of the share."
        ),
        "",
        "| design | covers | median off by | median width | declines |",
        "| --- | --- | --- | --- | --- |",
        *(
            f"| {name} | {_share(row)} | {_off(row)} | {_width(row)} | {row.refused:.0%} |"
            for name in designs()
            for row in tried(
                design(name), {"lcmcr": lcmcr.estimate}, lab=Lab(n_runs=CLASS_RUNS, seed=SEED)
            )
        ),
        "",
    ]


def _share(row: CoverageRow) -> str:
    if row.coverage is None or row.coverage_interval is None:
        return "–"
    low, high = row.coverage_interval
    return f"{row.coverage:.2f} ({low:.2f}–{high:.2f})"


def _off(row: CoverageRow) -> str:
    return "–" if row.median_error is None else f"{row.median_error:+.1%}"


def _width(row: CoverageRow) -> str:
    return "–" if row.median_width is None else f"{row.median_width:,.0f}"


if __name__ == "__main__":
    print("\n".join(lines()))
