"""Runs R's `dga` on published tables and writes what it answers, as golden numbers for ours.

It depends on an `Rscript` that finds the package `dga`; nothing else in this repository needs R.
Without `--write` it only says what would change; another table is one more line of `TABLES`.
"""

import json
import math
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden" / "estimate"
QUANTILES = (0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975)
# The cumulated probability is kept where it first reaches each of so many even steps.
STEPS = 60
LEAST_WEIGHT = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A published table: its cells in R's order, the first list varying fastest."""

    source: str
    lists: tuple[str, ...]
    cells: tuple[int, ...]
    last: int


TABLES = {
    "dga-madigan-york-3": Table(
        source="Madigan and York (1997), three lists, as printed in the documentation of dga",
        lists=("L1", "L2", "L3"),
        cells=(0, 60, 49, 4, 247, 112, 142, 12),
        last=3000,
    ),
    "dga-madigan-york-5": Table(
        source="Madigan and York (1997), five lists, as printed in the documentation of dga",
        lists=("L1", "L2", "L3", "L4", "L5"),
        cells=(
            *(0, 27, 37, 19, 4, 4, 1, 1, 97, 22, 37, 25, 2, 1, 3, 5),
            *(83, 36, 34, 18, 3, 5, 0, 2, 30, 5, 23, 8, 0, 3, 0, 2),
        ),
        last=5370,
    ),
    "dga-kosovo": Table(
        source="Ball and others (2002), killings in Kosovo, March to June 1999",
        lists=("EXH", "ABA", "OSCE", "HRW"),
        cells=(0, 1131, 845, 177, 936, 228, 217, 181, 306, 106, 31, 18, 123, 42, 32, 27),
        last=44000,
    ),
    "dga-uk-5": Table(
        source="UK National Crime Agency (2013), strategic assessment, PF and NCA merged",
        lists=("LA", "NG", "PFNCA", "GO", "GP"),
        cells=(
            *(0, 54, 463, 15, 995, 19, 62, 1, 695, 3, 19, 1, 76, 0, 4, 1),
            *(316, 0, 1, 0, 11, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0),
        ),
        last=27440,
    ),
}
# Name: delta, or "" for 2^-K; prior of N; whether the complete graph is averaged over.
VARIANTS = {
    "default": ("", "1/N", True),
    "no_saturated": ("", "1/N", False),
    "delta_half": ("0.5", "1/N", True),
    "delta_one": ("1", "1/N", True),
    "uniform_N_prior": ("", "uniform", True),
}
PROGRAM = """
suppressMessages(library(dga))
Y <- array(c(CELLS), dim = rep(2, K))
data(list = paste0("graphs", K))
graphs <- get(paste0("graphs", K))
keys <- sapply(graphs, function(g) paste(sort(sapply(g$C, function(c)
  paste(sort(c), collapse = ""))), collapse = "|"))
if (!COMPLETE) { kept <- nchar(keys) != K | grepl("|", keys, fixed = TRUE)
  graphs <- graphs[kept]; keys <- keys[kept] }
w <- bma.cr(Y, 1:LAST, DELTA, graphs, logprior = LOGPRIOR)
p <- cumsum(colSums(w)); s <- rowSums(w)
cat(paste0(R.version$major, ".", R.version$minor), as.character(packageVersion("dga")), "\\n")
cat(sapply(c(QUANTILES), function(q) which(p >= q)[1]), "\\n")
at <- unique(sapply(seq_len(STEPS - 1) / STEPS, function(q) which(p >= q)[1]))
cat(sprintf("%d:%.12g", at, p[at]), "\\n")
cat(sprintf("%s:%.12g", keys[s > LEAST], s[s > LEAST]), "\\n")
"""


def answer(table: Table, *, delta: str, prior: str, complete: bool, last: int) -> dict[str, object]:
    """Ask R for one variant of one table."""
    chosen = delta or f"2^-{len(table.lists)}"
    replaced = {
        "CELLS": ", ".join(map(str, table.cells)),
        "COMPLETE": str(complete).upper(),
        "LOGPRIOR": f"rep(0, {last})" if prior == "uniform" else "NULL",
        "QUANTILES": ", ".join(map(str, QUANTILES)),
        "LAST": str(last),
        "LEAST": str(LEAST_WEIGHT),
        "DELTA": chosen,
        "STEPS": str(STEPS),
    }
    program = PROGRAM
    for word, text in replaced.items():
        program = program.replace(word, text)
    program = f"K <- {len(table.lists)}\n{program}"
    spoken = subprocess.run(
        ["Rscript", "-e", program], check=True, capture_output=True, text=True
    ).stdout
    version, quantiles, cumulated, weights = map(str.strip, spoken.splitlines())
    observed = sum(table.cells)
    return {
        "call": f"bma.cr(Y, 1:{last}, {chosen}, graphs{len(table.lists)})",
        "versions": version,
        "delta": read_power(chosen),
        "prior": prior,
        "include_complete": complete,
        "grid_last": last,
        "quantiles": [int(text) + observed for text in quantiles.split()],
        "cumulated": [
            [int(cut), float(share)]
            for cut, share in (text.split(":") for text in cumulated.split())
        ],
        "weights": {
            key: float(weight) for key, weight in (text.rsplit(":", 1) for text in weights.split())
        },
    }


def read_power(text: str) -> float:
    """Read a number that may be written as 2^-K."""
    base, _, power = text.partition("^")
    return math.pow(float(base), float(power or 1))


def written(table: Table) -> str:
    """Write all variants of a table as its golden file holds them."""
    variants = {
        name: answer(table, delta=delta, prior=prior, complete=complete, last=table.last)
        for name, (delta, prior, complete) in VARIANTS.items()
    }
    if table.lists == TABLES["dga-madigan-york-5"].lists:
        variants["documentation_example"] = answer(
            table, delta="0.5", prior="1/N", complete=True, last=300
        )
    parts = {
        "source": table.source,
        "made_by": "tools/golden_dga.py --write, with R and its package dga (Johndrow, Lum, Ball)",
        "lists": table.lists,
        "cells": table.cells,
        "quantiles_at": QUANTILES,
    }
    lines = [f" {json.dumps(key)}: {json.dumps(part)}," for key, part in parts.items()]
    told = ",\n".join(f"  {json.dumps(name)}: {json.dumps(one)}" for name, one in variants.items())
    return "\n".join(["{", *lines, f' "variants": {{\n{told}\n }}', "}"]) + "\n"


def main(arguments: list[str]) -> int:
    """Compare, or write."""
    changed = 0
    for name, table in TABLES.items():
        path = FOLDER / f"{name}.json"
        text = written(table)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            changed += 1
            print(f"{path.name} differs")
            if "--write" in arguments:
                path.write_text(text, encoding="utf-8")
    return 1 if changed and "--write" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
