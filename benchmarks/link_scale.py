"""How long and how much memory it takes to link two lists of a given length, on DuckDB.

It depends on the package; lists are invented, so that what was found can be held against the truth.
Another length is an argument; `--million` is the one that the page of benchmarks tells.
"""

import argparse
import resource
import sys
import time

import numpy as np

from benchmarks.link import likely, tell
from safeconduct.link.exile_names import ListDesign, exile_set
from safeconduct.link.linking import link

DESIGNS = (
    ListDesign(name="one", reaches=0.8, in_latin=0.9),
    ListDesign(name="other", reaches=0.8, in_latin=0.3),
)


def main() -> int:
    """Invent two lists, link them, and print time, memory and what was found."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--lines", type=int, default=100_000, help="of each list, about")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    begun = time.perf_counter()
    exiles = exile_set(
        n_persons=int(arguments.lines / 0.8),
        seed=arguments.seed,
        designs=DESIGNS,
        new_surnames=0.95,
    )
    print(f"{len(exiles.persons)} lines invented in {time.perf_counter() - begun:.0f} s")
    sys.stdout.flush()
    begun, cpu = time.perf_counter(), time.process_time()
    linkage = link(exiles.persons, duplicate_free=frozenset({"one", "other"}))
    wall, spent = time.perf_counter() - begun, time.process_time() - cpu
    mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"linked in {wall:.0f} s wall, {spent:.0f} s CPU, {mebibytes:.0f} MiB at most")
    print(f"{len(linkage.pairs)} pairs kept; {np.sum([one.n_left_out for one in linkage.blocks])}")
    for block in linkage.blocks:
        print(f"  {block.name}: {block.n_pairs} pairs, {block.n_left_out} lines without a key")
    tell("pairs at 0.5", likely(linkage), same=set(exiles.same_pairs()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
