"""Published tables and invented ones that the tests of estimation share.

It depends on the table of capture histories and on the golden files.
A table that several tests need is one more name here.
"""

import json
from pathlib import Path

import numpy as np

from safeconduct.estimate.capture_history import CaptureHistory

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "estimate"


def golden(name):
    """Read a golden file."""
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


def history(cells: list[int], lists: str | tuple[str, ...] = "ABCDEFGH") -> CaptureHistory:
    """Make a table from its cells; the first list varies fastest."""
    n_lists = len(cells).bit_length() - 1
    return CaptureHistory(lists=tuple(lists)[:n_lists], counts=np.array(cells, dtype=np.int64))


def golden_history(name: str) -> CaptureHistory:
    """Make the table of a golden file."""
    told = golden(name)
    return history(told["cells"], tuple(told["lists"]))


KOSOVO = golden_history("dga-kosovo")
MADIGAN_YORK = golden_history("dga-madigan-york-5")
UK = golden_history("dga-uk-5")


def independent(n_persons: int, chances: list[float], *, seed: int = 1) -> CaptureHistory:
    """Draw a table of independent lists."""
    rng = np.random.default_rng(seed)
    on = rng.random((n_persons, len(chances))) < np.array(chances)
    cells = np.bincount(on @ (1 << np.arange(len(chances))), minlength=1 << len(chances))
    cells[0] = 0
    return history(cells.tolist())
