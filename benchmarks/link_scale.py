"""How long and how much memory it takes to link two lists of a given length, on DuckDB.

It depends on the package; lists are invented, so that what was found can be held against the truth.
Another length is an argument; a million is the one that the page of benchmarks tells.
"""

import argparse
import resource
import subprocess
import sys
import time

import numpy as np

from benchmarks.link import f1, likely
from safeconduct.link.exile_names import ListDesign, exile_set
from safeconduct.link.linking import link

DESIGNS = (
    ListDesign(name="one", reaches=0.8, in_latin=0.9),
    ListDesign(name="other", reaches=0.8, in_latin=0.3),
)
MILLION = 1_000_000
BLOCK_OF_A_DISK = 512


def main() -> int:
    """Invent two lists, link them, and print time, memory and what was found."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--lines", type=int, default=100_000, help="of each list, about")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    exiles = exile_set(
        n_persons=int(arguments.lines / 0.8),
        seed=arguments.seed,
        designs=DESIGNS,
        new_surnames=0.95,
    )
    begun = _spent()
    linkage = link(exiles.persons, duplicate_free=frozenset({"one", "other"}))
    seconds = [after - before for before, after in zip(begun, _spent(), strict=True)]
    usage = resource.getrusage(resource.RUSAGE_SELF)
    same, found = set(exiles.same_pairs()), likely(linkage)
    right = len(found & same)
    rows = (
        ("lines", f"{len(exiles.persons):,}"),
        ("seconds of wall time", f"{seconds[0]:,.0f}"),
        ("seconds of CPU time", f"{seconds[1]:,.0f}"),
        ("MiB at most, the invented lists included", f"{usage.ru_maxrss / 1024:,.0f}"),
        ("MB written to a disk", f"{usage.ru_oublock * BLOCK_OF_A_DISK / 1e6:,.1f}"),
        ("pairs in the blocks", f"{sum(one.n_pairs for one in linkage.blocks):,}"),
        ("lines that a block left out", f"{np.sum([o.n_left_out for o in linkage.blocks]):,}"),
        ("pairs kept", f"{len(linkage.pairs):,}"),
        ("true pairs", f"{len(same):,}"),
        ("precision of pairs at 0.5", f"{right / max(1, len(found)):.4f}"),
        ("recall of pairs at 0.5", f"{right / max(1, len(same)):.4f}"),
        ("F1", f"{f1(found, same):.4f}"),
    )
    print("| what | found |\n| --- | --- |")
    print("\n".join(f"| {name} | {value} |" for name, value in rows))
    return 0


def lines() -> list[str]:
    """Link a million with a million, in a process of its own, as a section of the page."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.link_scale", "--lines", str(MILLION)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [
        "## A million lines with a million",
        "",
        (
            "Two invented lists of about 1,000,000 lines each, mostly in Latin and mostly in "
            "Cyrillic letters, that share 800,000 persons; one run on two cores, other work beside "
            "it, so that wall time is an upper bound."
        ),
        "",
        *done.stdout.splitlines(),
    ]


def _spent() -> tuple[float, float]:
    return time.perf_counter(), time.process_time()


if __name__ == "__main__":
    sys.exit(main())
