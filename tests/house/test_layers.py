"""The arrows of the architecture and the doors of the libraries hold; planted imports are noticed.

It depends on import-linter, on `.importlinter` and on `tools/doors.py`.
A new layer or door is written in `.importlinter`; nothing is listed here but planted imports.
"""

import configparser
import subprocess
import sys
from pathlib import Path

import pytest
from grimp import ImportGraph

from tests.house.checkout import ROOT, SOURCE
from tools.doors import doors_of, intrusions


def test_the_contracts_hold():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache", "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "0 broken" in done.stdout) == (0, True), done.stdout


def test_no_contract_ignores_an_import_and_every_package_has_a_layer():
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter")
    layers = contracts["importlinter:contract:layers"]

    assert [name for name in contracts if "ignore_imports" in contracts[name]] == []
    assert layers["exhaustive"] == "True"
    assert {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()} <= {
        name.strip("() ") for line in layers["layers"].split("\n") for name in line.split("|")
    }


DOORS = doors_of(["duckdb -> safeconduct.figures.columns", "babel -> safeconduct.report"])


@pytest.mark.parametrize(
    ("importer", "library", "admitted"),
    [
        ("safeconduct.figures.columns", "duckdb", True),
        ("safeconduct.figures.columns", "json", True),
        ("safeconduct.report", "babel", True),
        ("safeconduct.report.pages.overview", "babel", True),
        ("safeconduct.reporting", "babel", False),
        ("safeconduct.figures.bounds", "duckdb", False),
        ("safeconduct.record", "babel", False),
        ("safeconduct.record", "requests", False),
    ],
)
def test_a_library_comes_in_by_its_own_door_only(importer, library, admitted):
    graph = ImportGraph()
    graph.add_module("safeconduct")
    graph.add_module(library, is_squashed=True)
    graph.add_import(importer=importer, imported=library, line_number=3, line_contents="import")

    found = intrusions(graph, "safeconduct", doors=DOORS)

    assert [(one.importer, one.library, one.line) for one in found] == (
        [] if admitted else [(importer, library, 3)]
    )
