"""Do the same settings give the same pairs on DuckDB and on Spark?

It depends on the package and on a Python with pyspark, splink 5 and pyarrow, which a stranger makes
so, Java being there:

    python3 -m venv spark && spark/bin/pip install pyspark 'splink>=5,<6' pandas pyarrow
    python -m benchmarks.link_spark spark/bin/python

What differs is printed, so that a difference cannot hide in a number.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from safeconduct.link.exile_names import exile_set
from safeconduct.link.linking import keyed_table
from safeconduct.link.model import model_settings
from safeconduct.link.settings import LIST, PERSON, settings_for
from safeconduct.link.splink_engine import begin, weigh

RIVAL = Path(__file__).parent / "rivals" / "spark_link.py"
NUMBERS = ("born_from", "born_to", PERSON)


def main() -> int:
    """Weigh one table on both engines and compare pair by pair."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("python", help="a Python that has pyspark and splink")
    parser.add_argument("--persons", type=int, default=400)
    arguments = parser.parse_args()
    exiles = exile_set(n_persons=arguments.persons, seed=5)
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
        [arguments.python, str(RIVAL)],
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    there = {
        (min(one, other), max(one, other)): weight for one, other, weight in json.loads(done.stdout)
    }
    print(f"{len(here)} pairs on DuckDB, {len(there)} on Spark, {len(here.keys() & there)} on both")
    apart = max((abs(here[pair] - there[pair]) for pair in here.keys() & there), default=0.0)
    print(f"largest difference of a match weight: {apart:.2g}")
    return int(here.keys() != there.keys())


if __name__ == "__main__":
    sys.exit(main())
