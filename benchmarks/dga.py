"""Processor time of the average over decomposable graphs, beside R's `dga` on the same grids.

It depends on the golden tables; R with its package dga runs where it is installed, otherwise the
figures that are kept here stand for it, with their machine.
A further grid is one more line of `GRIDS`.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from safeconduct.estimate.capture_history import CaptureHistory
from safeconduct.estimate.dga_cliques import CliqueTerms
from safeconduct.estimate.dga_evidence import clique_signs
from safeconduct.estimate.dga_posterior import DgaModel, DgaPosterior, dga_posterior
from safeconduct.estimate.dga_subsets import members
from safeconduct.estimate.dga_weights import all_weights

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "estimate"
REFERENCE = Path(__file__).resolve().parent / "rivals" / "dga_reference.R"
RUNS = 5
# A run is so many calls, unless these take longer than the seconds below: a timer counts in steps.
CALLS = 20
SECONDS_A_RUN = 0.5
KEPT_MACHINE = "two virtual CPUs (Intel Xeon, AVX-512), R 4.2.2, dga 2.0.2"
# Lists that the package has no graphs for; it is given them.
FEWEST_GIVEN = 6
CHANCES = (0.05, 0.25)
N_PERSONS = 3_000


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table and the last number of missing persons; CPU seconds of R that were kept, if any."""

    title: str
    table: CaptureHistory
    last: int
    kept: float | None = None


def golden(name: str) -> CaptureHistory:
    """Read a golden table."""
    told = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    return CaptureHistory(lists=tuple(told["lists"]), counts=np.array(told["cells"]))


def drawn(n_lists: int) -> CaptureHistory:
    """Draw a table of independent lists."""
    rng = np.random.default_rng(7)
    on = rng.random((N_PERSONS, n_lists)) < np.linspace(*CHANCES, n_lists)
    cells = np.bincount(on @ (1 << np.arange(n_lists)), minlength=1 << n_lists)
    cells[0] = 0
    return CaptureHistory(lists=tuple("ABCDEFGH"[:n_lists]), counts=cells)


def grids() -> tuple[Grid, ...]:
    """Return what is timed beside R."""
    return (
        Grid(title="Kosovo, 4 lists", table=golden("dga-kosovo"), last=44_000, kept=0.116),
        Grid(title="United Kingdom, 5 lists", table=golden("dga-uk-5"), last=980, kept=0.021),
        Grid(title="United Kingdom, 5 lists", table=golden("dga-uk-5"), last=27_440, kept=1.17),
        Grid(title="drawn, 6 lists", table=drawn(6), last=2_000),
    )


def lines() -> list[str]:
    """Return the part of the page on the average over graphs."""
    found = [
        "## Average over decomposable graphs",
        "",
        "CPU seconds a call, on the same grid, from the table to the probability of every number;",
        f"medians of {RUNS} runs of {CALLS} calls each, or of as many as fill {SECONDS_A_RUN} s.",
        "One call of R's dga gives the evidence of every graph at every number.",
        "Its user adds that up, outside its time here.",
        "Ours is therefore told twice: the posterior alone, and with the weights of all graphs.",
        "",
        "| table | grid | ours | with weights | R's dga | ratio | ratio with weights |",
        "|---|---|---|---|---|---|---|",
    ]
    for grid in grids():
        own = _median(lambda grid=grid: _own(grid.table, grid.last))  # type: ignore[misc]
        weighed = _median(lambda grid=grid: _weighed(grid.table, grid.last))  # type: ignore[misc]
        rival = _rival(grid)
        told = "not run | | "
        if rival is not None:
            told = f"{rival:.4f} | {rival / own:,.0f} | {rival / weighed:,.0f}"
        row = f"| {grid.title} | 1 to {grid.last:,} | {own:.4f} | {weighed:.4f} | {told} |"
        found.append(row)
    found += ["", f"Where R is not installed, its figures are those of {KEPT_MACHINE}.", ""]
    return [*found, *_automatic()]


def _automatic() -> list[str]:
    found = [
        "The posterior without a grid, each number of lists in a process of its own:",
        "",
        "| lists | CPU s, first time | CPU s, again | MiB |",
        "|---|---|---|---|",
    ]
    for n_lists in range(3, 9):
        spoken = subprocess.run(
            [sys.executable, "-m", "benchmarks.dga", str(n_lists)],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
        ).stdout
        first, again, mebibytes = spoken.split()
        found.append(f"| {n_lists} | {first} | {again} | {mebibytes} |")
    return found


def _own(table: CaptureHistory, last: int | None) -> DgaPosterior:
    """Compute the posterior, from the counts to the probability of every number."""
    model = DgaModel(
        cliques=CliqueTerms.of(table.counts, delta=2.0**-table.n_lists),
        prior="1/N",
        include_complete=last is not None,
        graphs=None,
    )
    found = dga_posterior(table, model, grid_last=last)
    if found is None:
        raise SystemExit("the posterior of a table that is timed has no sum")
    return found


def _weighed(table: CaptureHistory, last: int) -> None:
    """Compute the posterior and the weight of every graph."""
    all_weights(_own(table, last).evidence(), include_complete=True)


def _median(timed: Callable[[], object]) -> float:
    timed()
    once = _seconds(timed)
    calls = max(1, min(CALLS, round(SECONDS_A_RUN / once)))
    return statistics.median(_seconds(timed, calls=calls) for _ in range(RUNS))


def _seconds(timed: Callable[[], object], *, calls: int = 1) -> float:
    """Return the CPU seconds of one call."""
    began = time.process_time()
    for _ in range(calls):
        timed()
    return (time.process_time() - began) / calls


def _rival(grid: Grid) -> float | None:
    """Return the CPU seconds of R; those that were kept where it or its package is missing."""
    program = shutil.which("Rscript")
    if program is None:
        return grid.kept
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        if grid.table.n_lists >= FEWEST_GIVEN:
            file.writelines(f"{line}\n" for line in given_graphs(grid.table.n_lists))
            file.flush()
        cells = ",".join(map(str, grid.table.counts.tolist()))
        given = file.name if grid.table.n_lists >= FEWEST_GIVEN else ""
        spoken = subprocess.run(
            [
                program,
                str(REFERENCE),
                *(cells, str(grid.last), given, str(CALLS), str(SECONDS_A_RUN)),
            ],
            check=False,
            capture_output=True,
            text=True,
        )
    return float(spoken.stdout.split()[0]) if spoken.returncode == 0 else grid.kept


def given_graphs(n_lists: int) -> Iterator[str]:
    """Write every graph as the reference reads it: cliques and separators of list numbers."""
    for signs in clique_signs(n_lists):
        cliques = ",".join(_numbers(signs, of=1.0))
        between = ",".join(_numbers(signs, of=-1.0))
        yield f"{cliques};{between}" if between else cliques


def _numbers(signs: npt.NDArray[np.float64], *, of: float) -> Iterator[str]:
    """Name the sets of one sign by their lists, as often as they count; the empty one is left."""
    for code in np.flatnonzero(signs * of > 0):
        text = "".join(str(bit.bit_length()) for bit in members(int(code)))
        if text:
            yield from [text] * round(abs(float(signs[code])))


def _alone(n_lists: int) -> str:
    """Time the posterior of drawn lists twice, and say the largest resident size."""
    table = drawn(n_lists)
    first, again = (_seconds(lambda: _own(table, None)) for _ in range(2))
    # What `resource` calls the largest size begins at that of the process which started this one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    mebibytes = int(status.split("VmHWM:")[1].split()[0]) // 1024
    return f"{first:.3f} {again:.3f} {mebibytes}"


if __name__ == "__main__":
    print(_alone(int(sys.argv[1])) if sys.argv[1:] else "\n".join(lines()))
