"""Do the same settings give the same pairs on DuckDB and on Spark?

It depends on the package and on a Python with pyspark, splink 5 and pyarrow, which a stranger makes
so, Java being there:

    python3 -m venv spark && spark/bin/pip install pyspark 'splink>=5,<6' pandas pyarrow
    SPARK_PYTHON=spark/bin/python python -m benchmarks link_spark

What differs is printed, so that a difference cannot hide in a number.
"""

import json
import os
import subprocess
from pathlib import Path

import numpy as np

from safeconduct.link.exile_names import exile_set
from safeconduct.link.linking import keyed_table
from safeconduct.link.model import model_settings
from safeconduct.link.settings import LIST, PERSON, settings_for
from safeconduct.link.splink_engine import begin, weigh

RIVAL = Path(__file__).parent / "rivals" / "spark_link.py"
NUMBERS = ("born_from", "born_to", PERSON)


PERSONS = 400
SEED = 5


def lines() -> list[str]:
    """Weigh one table on both engines and compare pair by pair, as a section of the page."""
    python = os.environ.get("SPARK_PYTHON")
    if not python:
        raise SystemExit("SPARK_PYTHON has to name a Python that has pyspark and splink.")
    here, there = weighed(python)
    both = here.keys() & there
    apart = max((abs(here[pair] - there[pair]) for pair in both), default=0.0)
    return [
        "## The same settings on DuckDB and on Spark",
        "",
        (
            f"The lists of {PERSONS} invented exiles (seed {SEED}), one model, weighed by both "
            "engines and compared pair by pair."
        ),
        "",
        "| what | found |",
        "| --- | --- |",
        f"| pairs on DuckDB | {len(here)} |",
        f"| pairs on Spark | {len(there)} |",
        f"| pairs on both | {len(both)} |",
        f"| largest difference of a match weight | {apart:.2g} |",
    ]


def weighed(python: str) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """Return the pairs with their weights, by DuckDB here and by Spark there."""
    exiles = exile_set(n_persons=PERSONS, seed=SEED)
    free = frozenset(one.list_name for one in exiles.persons)
    table, _ = keyed_table(exiles.persons)
    model = begin(table, settings_for(table, duplicate_free=free))
    ours = weigh(table, model)
    here = {
        (left, right): weight
        for left, right, weight in zip(
            ours.left.tolist(), ours.right.tolist(), ours.weights.tolist(), strict=True
        )
    }
    rows = {**table, PERSON: np.arange(len(exiles.persons), dtype=np.int64)}
    names = list(rows)
    lines = list(zip(*(rows[name].tolist() for name in names), strict=True))
    tables = [[line for line in lines if line[names.index(LIST)] == one] for one in sorted(free)]
    asked = {
        "settings": model_settings(model, within_lists=False),
        "schema": [(name, "bigint" if name in NUMBERS else "string") for name in names],
        "tables": tables,
    }
    done = subprocess.run(
        [python, str(RIVAL)],
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    there = {
        (min(one, other), max(one, other)): weight for one, other, weight in json.loads(done.stdout)
    }
    return here, there
