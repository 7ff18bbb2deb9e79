"""The figures as tables: the same numbers as the pages, in forms for programs.

It depends on the plain cast.
An open bound is a word, since an empty cell would be read as nothing.
"""

import csv
import io
import json

from safeconduct.report.figure_tables import figure_files


def test_the_rows_are_the_counts_of_the_figures(edition):
    files = figure_files(edition.reading)
    rows = list(csv.DictReader(io.StringIO(files["figures.csv"].decode())))
    totals = {row["scheme"]: row for row in rows if row["row_kind"] == "total"}

    for identifier, figure in edition.reading.totals.items():
        assert totals[identifier]["low"] == str(figure.total.low)
        assert totals[identifier]["central"] == str(figure.total.central)
    assert {row["by"] for row in rows} >= {"", "year", "tactic×year", "standing"}


def test_an_open_bound_is_a_word(edition):
    rows = list(csv.DictReader(io.StringIO(figure_files(edition.reading)["figures.csv"].decode())))
    cape = next(row for row in rows if row["scheme"] == "cape" and row["row_kind"] == "total")

    assert cape["high"] == "open"


def test_the_same_figures_carry_caveats_and_lineage_for_programs(edition):
    told = json.loads(figure_files(edition.reading)["figures.json"])
    first = told[0]

    assert first["scheme"] == "distance-is-not-a-shield"
    assert first["caveats"]
    assert first["lineage"]["digest"] == edition.reading.totals[first["scheme"]].lineage.digest
    assert set(first["lineage"]["ids"]) == {"low", "central_only", "high_only"}
