"""Splink as its own first tutorial sets it up, on the columns as the lists write them.

It depends on splink and duckdb; what it reads and prints is JSON.
It stands for what a user gets without knowing about alphabets.
"""

import json
import logging
import sys
import warnings

import duckdb
import numpy as np
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = (
    "given", "surname", "patronymic", "born", "place", "address", "postal_code", "identifier",
)  # fmt: skip
COMPARISONS = {
    "given": cl.NameComparison("given"),
    "surname": cl.NameComparison("surname"),
    "patronymic": cl.NameComparison("patronymic"),
    "born": cl.LevenshteinAtThresholds("born", [1, 2]),
    "place": cl.ExactMatch("place").configure(term_frequency_adjustments=True),
    "address": cl.LevenshteinAtThresholds("address", [3]),
    "postal_code": cl.ExactMatch("postal_code"),
    "identifier": cl.LevenshteinAtThresholds("identifier", [2]),
}
BLOCKS = (
    ("given", "surname"),
    ("surname", "born"),
    ("given", "born"),
    ("born",),
    ("identifier",),
    ("postal_code", "given"),
    ("postal_code", "surname"),
)


def main() -> int:
    """Read lines of lists, print pairs of positions with their probability."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    asked = json.load(sys.stdin)
    rows = asked["persons"]
    known = [column for column in COLUMNS if any(row[column] for row in rows)]
    lists = sorted({row["list_name"] for row in rows})
    connection = duckdb.connect()
    backend = DuckDBAPI(connection)
    tables = []
    for number, name in enumerate(lists):
        chosen = [(at, row) for at, row in enumerate(rows) if row["list_name"] == name]
        table = {"unique_id": np.array([at for at, _ in chosen])}
        for column in known:
            table[column] = np.array([row[column] or None for _, row in chosen], dtype=object)
        connection.register("shown", table)
        connection.execute(f"create table list_{number} as select * from shown")  # noqa: S608
        connection.unregister("shown")
        tables.append(backend.register(f"list_{number}", dataset_display_name=f"l{number}"))
    settings = SettingsCreator(
        link_type="link_only" if asked["duplicate_free"] else "dedupe_only",
        comparisons=[COMPARISONS[column] for column in known],
        blocking_rules_to_generate_predictions=[
            block_on(*block) for block in BLOCKS if {*block} <= {*known}
        ],
    )
    linker = Linker(tables, settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("given", "surname", "born")], recall=0.5
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in (block_on("given", "surname"), block_on("born")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01, warning_mode="never")
    columns = connection.table(found.physical_name).fetchnumpy()
    pairs = zip(
        columns["unique_id_l"].tolist(),
        columns["unique_id_r"].tolist(),
        columns["match_probability"].tolist(),
        strict=True,
    )
    json.dump([list(pair) for pair in pairs], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
