"""Independent draws a CPU second of latent classes, beside the reference and at more persons.

It depends on the golden tables; R with its package LCMCR runs where it is installed, otherwise the
figures that the golden files keep stand for it, with their machine.
A further table is one more name in `TABLES`.
"""

import csv
import json
import shutil
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.convergence import agreement
from safeconduct.estimate.doubtful import DoubtfulResult
from safeconduct.estimate.estimators import lcmcr

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "estimate"
REFERENCE = Path(__file__).resolve().parent / "rivals" / "lcmcr_reference.R"
TABLES = {"kosovo": "Kosovo, 4 lists", "uk-5": "United Kingdom, 5 lists"}
# The thinning of the call that the golden files name.
THINNING = 200
RUNS = 3
SHARE_OF_FIRST_KIND = 0.6


@dataclass(frozen=True, kw_only=True)
class Run:
    """One run: CPU seconds from start to end, draws of all chains, how many of them independent."""

    seconds: float
    draws: int
    size: float
    rhat: float
    machine: str

    @property
    def pace(self) -> float:
        """Independent draws a CPU second."""
        return self.size / self.seconds


def lines() -> list[str]:
    """Return the part of the page on latent classes."""
    found = [
        "## Latent classes",
        "",
        (
            "Independent draws of the log of the missing (bulk effective sample size) in a CPU"
            f" second, start and warm-up included; ours the median of {RUNS} seeds."
        ),
        "",
        "| table | ours | R-hat | CPU s | LCMCR 0.4.14 | R-hat | CPU s | ratio |",
        "|---|---|---|---|---|---|---|---|",
    ]
    machines = set()
    for name, title in TABLES.items():
        told = json.loads((GOLDEN / f"lcmcr-{name}.json").read_text(encoding="utf-8"))
        table = CaptureHistory(lists=tuple(told["lists"]), counts=np.array(told["cells"]))
        own, rival = _median(table), _reference(table, told["timed"])
        machines.add(rival.machine)
        found.append(
            f"| {title} | {own.pace:,.0f} | {own.rhat:.4f} | {own.seconds:.1f} "
            f"| {rival.pace:,.1f} | {rival.rhat:.4f} | {rival.seconds:.1f} "
            f"| {own.pace / rival.pace:,.0f} |"
        )
    return [*found, "", f"LCMCR ran on: {'; '.join(sorted(machines))}.", "", *_more_persons()]


def _more_persons() -> list[str]:
    found = [
        "The same four lists on two kinds of persons:",
        "",
        "| persons | CPU s | draws | CPU ms a draw | independent draws a CPU s | R-hat |",
        "|---|---|---|---|---|---|",
    ]
    for n_persons in (10**4, 10**6):
        run = _median(_two_kinds(n_persons))
        found.append(
            f"| {n_persons:,} | {run.seconds:.1f} | {run.draws:,} "
            f"| {1_000 * run.seconds / run.draws:.2f} | {run.pace:,.0f} | {run.rhat:.4f} |"
        )
    return found


def _two_kinds(n_persons: int) -> CaptureHistory:
    rng = np.random.default_rng(5)
    first = rng.random(n_persons) < SHARE_OF_FIRST_KIND
    chances = ((0.1, 0.35), (0.12, 0.4), (0.05, 0.5), (0.2, 0.3))
    codes = np.zeros(n_persons, dtype=np.int64)
    for place, (of_first, of_second) in enumerate(chances):
        on = rng.random(n_persons) < np.where(first, of_first, of_second)
        codes |= on.astype(np.int64) << place
    counts = np.bincount(codes, minlength=16)
    counts[0] = 0
    return CaptureHistory(lists=("A", "B", "C", "D"), counts=counts)


def _median(table: CaptureHistory) -> Run:
    runs = sorted((_own(table, seed) for seed in range(1, RUNS + 1)), key=lambda run: run.pace)
    return runs[len(runs) // 2]


def _own(table: CaptureHistory, seed: int) -> Run:
    began = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DoubtfulResult)
        found = lcmcr.estimate(table, seed=seed)
    seconds = time.process_time() - began
    told = found.diagnostics
    return Run(
        seconds=seconds,
        draws=0 if found.draws is None else found.draws.size,
        size=float(str(told["independent_draws"])),
        rhat=float(str(told["rhat_log_missing"])),
        machine="this machine",
    )


def _reference(table: CaptureHistory, kept: dict[str, float | str]) -> Run:
    """Run the reference program, or take the figures kept of it."""
    if not _is_installed():
        return Run(
            seconds=float(kept["cpu_seconds"]),
            draws=40_000,
            size=float(kept["bulk_size"]),
            rhat=float(kept["rhat"]),
            machine=str(kept["machine"]),
        )
    with tempfile.TemporaryDirectory() as folder:
        patterns, draws = Path(folder) / "table.csv", Path(folder) / "draws.csv"
        with patterns.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows(table))
        command = ["Rscript", str(REFERENCE), str(patterns), str(draws), str(THINNING)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        totals = np.loadtxt(draws, delimiter=",", skiprows=1).T
    found = agreement(np.log(totals - table.n_observed + 0.5))
    return Run(
        seconds=float(done.stdout),
        draws=totals.size,
        size=found.bulk_size,
        rhat=found.rhat,
        machine="this machine, 8 chains of 1,020,000 iterations",
    )


def _is_installed() -> bool:
    if shutil.which("Rscript") is None:
        return False
    asked = ["Rscript", "-e", "quit(status = !requireNamespace('LCMCR', quietly = TRUE))"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def _rows(table: CaptureHistory) -> Iterator[list[object]]:
    yield [*table.lists, "count"]
    for pattern, count in zip(table.patterns(), table.counts.tolist(), strict=True):
        if count:
            yield [*pattern, count]


if __name__ == "__main__":
    print("\n".join(lines()))
