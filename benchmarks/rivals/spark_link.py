"""The same model on Spark: weighs the pairs of a table that DuckDB has weighed, and prints them.

It depends on pyspark and splink, in an environment of its own with Java; it reads and prints JSON.
It is the proof that settings name no engine, and not a second engine of the package.
"""

import json
import logging
import sys
import tempfile
import warnings

from pyspark.sql import SparkSession
from splink import Linker
from splink.backends.spark import SparkAPI


def main() -> int:
    """Read settings and tables, print each pair with its match weight."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    asked = json.load(sys.stdin)
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.sql.shuffle.partitions", "4")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "2g")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    spark.sparkContext.setCheckpointDir(tempfile.mkdtemp())
    backend = SparkAPI(spark_session=spark)  # type: ignore[no-untyped-call]
    schema = ", ".join(f"{name} {kind}" for name, kind in asked["schema"])
    tables = [
        backend.register(
            spark.createDataFrame(rows, schema=schema),
            table_name=f"list_{at}",
            dataset_display_name=f"{at:03d}",
        )
        for at, rows in enumerate(asked["tables"])
    ]
    linker = Linker(tables, asked["settings"], log_level=None)
    found = linker.inference.predict(threshold_match_weight=-10.0, warning_mode="never")
    pairs = [
        (row["person_l"], row["person_r"], row["match_weight"]) for row in found.as_record_list()
    ]
    json.dump(pairs, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
