"""Runs every benchmark and writes `docs/benchmarks.md`: ratios in one run, medians of five.

It depends on the installed command and on the rivals; it makes its corpus itself, from a seed.
A new benchmark is a function that returns lines of the page, and a line of `SECTIONS`.
"""

import argparse
import json
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    coverage,
    dga,
    lcmcr,
    link,
    link_pseudopeople,
    link_scale,
    link_spark,
    overlap,
)
from benchmarks.page import written
from benchmarks.timing import RUNS, Contender, Timing, in_turn, median
from safeconduct import vocabulary
from safeconduct.figures.scheme import schemes

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "benchmarks.md"
N_INCIDENTS = 200_000
# A run of the pandas script takes minutes; its median over fewer runs is said to be one.
PANDAS_RUNS = 1
SETTLED_SECONDS = 2.5


def main() -> int:
    """Run the benchmarks, or the sections that are named, and write the page."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sections", nargs="*", choices=[[], *SECTIONS], help="default all")
    parser.add_argument("--incidents", type=int, default=N_INCIDENTS, help="size of the corpus")
    arguments = parser.parse_args()
    measured = {}
    for name in arguments.sections or SECTIONS:
        measured[name] = SECTIONS[name](arguments.incidents)
        # Kept at once: a section takes minutes, and the next may be stopped.
        PAGE.write_text(written(PAGE, measured), encoding="utf-8")
        print("\n".join(measured[name]))
    return 0


def _counting(n_incidents: int) -> list[str]:
    command = str(Path(sys.executable).with_name("safeconduct"))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "corpus"
        size = _generate(command, folder, n_incidents)
        return [*_introduction(size), *_count(command, folder), *_start(command)]


SECTIONS: dict[str, Callable[[int], list[str]]] = {
    "counting": _counting,
    "dga": lambda _: dga.lines(),
    "lcmcr": lambda _: lcmcr.lines(),
    "coverage": lambda _: coverage.lines(),
    "lcmcr_coverage": lambda _: coverage.latent_classes(),
    "linkage": lambda _: link.lines(),
    "link_pseudopeople": lambda _: link_pseudopeople.lines(),
    "link_scale": lambda _: link_scale.lines(),
    "link_spark": lambda _: link_spark.lines(),
    "overlap": lambda _: overlap.lines(),
}


def _generate(command: str, folder: Path, n_incidents: int) -> dict[str, int]:
    in_turn(
        [
            Contender(
                name="generate",
                command=[
                    command,
                    "generate",
                    "-o",
                    str(folder),
                    "--incidents",
                    str(n_incidents),
                    "--seed",
                    "1",
                ],
                runs=1,
            )
        ]
    )
    return {
        path.stem: sum(1 for _ in path.open(encoding="utf-8")) - 1
        for path in sorted(folder.glob("*.csv"))
        if path.stem in ("sources", "statements", "incidents")
    }


def _introduction(size: dict[str, int]) -> list[str]:
    rows = ", ".join(f"{number:,} {name}" for name, number in sorted(size.items()))
    return [
        "Whole processes, run in turn.",
        f"Corpus: `safeconduct generate --seed 1`, {rows}.",
        f"Machine: {platform.machine()}, Python {platform.python_version()}, two cores.",
        "",
    ]


def _count(command: str, folder: Path) -> list[str]:
    shelf = folder / ".safeconduct"
    count = [command, "count", str(folder), "--by", "year,tactic", "--json"]
    rivals = str(ROOT / "benchmarks" / "rivals")
    contenders = [
        Contender(
            name="first", command=count, prepare=lambda: shutil.rmtree(shelf, ignore_errors=True)
        ),
        Contender(name="second", command=count),
        Contender(name="duckdb", command=[sys.executable, f"{rivals}/duckdb_read.py", str(folder)]),
        Contender(
            name="pandas",
            command=[
                sys.executable,
                f"{rivals}/pandas_count.py",
                str(folder),
                json.dumps(_for_pandas()),
            ],
            runs=PANDAS_RUNS,
        ),
    ]
    time.sleep(SETTLED_SECONDS)
    found = {name: median(timings) for name, timings in in_turn(contenders).items()}
    return [
        "## Count under seven definitions, by year and tactic",
        "",
        "| what | median seconds | median MiB | promise | found |",
        "| --- | --- | --- | --- | --- |",
        _row(
            "`safeconduct count`, first run, from CSV",
            found["first"],
            "under 2,000 MiB",
            f"{found['first'].mebibytes:.0f} MiB",
        ),
        _row(
            "DuckDB reads the same files and groups once",
            found["duckdb"],
            "first run at most 3×",
            _times(found["first"], found["duckdb"]),
        ),
        _row(
            "`safeconduct count`, second run, from its cache",
            found["second"],
            "at least 5× faster",
            _times(found["first"], found["second"]),
        ),
        _row(
            f"a pandas script, {PANDAS_RUNS} run",
            found["pandas"],
            "at least 5× slower",
            _times(found["pandas"], found["first"]),
        ),
        "",
        f"Each figure but the pandas script's is a median of {RUNS} runs.",
        "",
    ]


def _for_pandas() -> dict[str, object]:
    return {
        "schemes": {
            name: {
                "techniques": sorted(scheme.techniques),
                "attributions": sorted(scheme.attributions),
                "place": scheme.place,
            }
            for name, scheme in schemes().items()
        },
        "tactics": {name: list(term.tactics) for name, term in vocabulary.techniques().items()},
    }


def _start(command: str) -> list[str]:
    runs = 4 * RUNS
    found = in_turn(
        [
            Contender(name="help", command=[command, "--help"], runs=runs),
            Contender(name="python", command=[sys.executable, "-c", "pass"], runs=runs),
        ]
    )
    ours, theirs = median(found["help"]), median(found["python"])
    return [
        "## Start",
        "",
        "| what | median seconds | median MiB | promise | found |",
        "| --- | --- | --- | --- | --- |",
        _row("`safeconduct --help`", ours, "at most 3×", _times(ours, theirs)),
        _row("`python -c pass`", theirs, "", ""),
        "",
        f"Medians of {runs} runs.",
    ]


def _row(what: str, timing: Timing, promise: str, found: str) -> str:
    return f"| {what} | {timing.seconds:.3f} | {timing.mebibytes:.0f} | {promise} | {found} |"


def _times(one: Timing, other: Timing) -> str:
    return f"{one.seconds / other.seconds:.1f}×"


if __name__ == "__main__":
    sys.exit(main())
