"""What is written is accepted by programs that were not written here.

It depends on the libraries that tests have, and on `.judges/`, which `tools/judges.sh` makes; where
that environment or LibreOffice is missing, its test is skipped and says so.
A further judge is one more function in `tools/judges/verdicts.py`, or a test here where its library
is small.
"""

import json
import os
import shutil
import subprocess

import pymisp
import pytest
import stix2  # type: ignore[import-untyped]  # the library has no types
from frictionless import Package, system

from safeconduct import corpora
from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import all_formats, in_format, write
from safeconduct.figures.columnar.door import Door, quoted
from safeconduct.importers import corpus_folder
from tests.exporters.whole_corpus import whole_corpus
from tests.house.checkout import ROOT

JUDGES = ROOT / ".judges" / "bin" / "python"
BUILT_IN = corpora.folder("distance-is-not-a-shield")


@pytest.fixture(scope="module", params=["built in", "invented"])
def handed(request):
    corpus = corpus_folder.read(BUILT_IN) if request.param == "built in" else whole_corpus()
    return Handover(from_corpus=corpus)


def test_the_library_of_stix_parses_the_bundle_with_nothing_custom(handed):
    (octets,) = in_format("stix", handed).values()

    bundle = stix2.parse(octets.decode(), allow_custom=False)

    kinds = [each.type for each in bundle.objects]
    assert kinds.count("incident") == len(handed.incidents) > 0


def test_the_library_of_misp_loads_the_event_with_every_incident(handed):
    (octets,) = in_format("misp", handed).values()

    event = pymisp.MISPEvent()
    event.load(octets.decode())

    names = [each.name for each in event.objects]
    assert names.count("incident") == len(handed.incidents)
    assert not any(attribute.to_ids for each in event.objects for attribute in each.attributes)


def test_frictionless_finds_a_valid_data_package(handed, tmp_path):
    write("data-package", handed, path=tmp_path)

    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.valid, report.flatten(["code", "message"])[:3]


def test_duckdb_reads_every_parquet_file_with_its_types(handed, tmp_path):
    write("parquet", handed, path=tmp_path)

    with Door() as door:
        (counted,) = door.rows(
            f"FROM read_parquet({quoted(tmp_path / 'statements.parquet')}) "
            "SELECT count(*), count(persons_min), max(len(techniques)) > 0, min(date_first_day)"
        )

    assert counted[0] == len(handed.corpus.statements)
    assert counted[2]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_both_workbooks(tmp_path):
    handed = Handover(from_corpus=whole_corpus())
    for name in ("xlsx", "ods"):
        write(name, handed, path=tmp_path / f"book.{name}")
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
        options = [
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            "--outdir",
            str(tmp_path / name),
            str(tmp_path / f"book.{name}"),
        ]
        subprocess.run([*command, *options], check=True, capture_output=True, timeout=120)

        (incidents,) = (tmp_path / name).glob("*incidents*.csv")
        assert "Poet taken from a shelter" in incidents.read_text("utf-8")


@pytest.mark.skipif(not JUDGES.exists(), reason="`sh tools/judges.sh` makes .judges/ with them")
def test_the_judges_apart_accept_every_format(handed, tmp_path):
    verdicts = judged(handed, tmp_path)

    assert [judge for judge, said in verdicts.items() if "objection" in said] == []
    assert verdicts["misp_there_and_back"]["incidents"] == len(handed.incidents)


@pytest.mark.skipif(
    not (JUDGES.exists() and "MISP_GALAXY" in os.environ and "MISP_TAXONOMIES" in os.environ),
    reason="MISP's schemas are in its repositories misp-galaxy and misp-taxonomies: clone them, "
    "run `sh tools/judges.sh`, and name their folders in MISP_GALAXY and MISP_TAXONOMIES",
)
def test_galaxy_and_taxonomy_are_what_the_schemas_of_misp_ask_for(handed, tmp_path):
    assert judged(handed, tmp_path)["misp_schemas"] == {"schemas": 3}


def judged(handed, folder):
    for name, each in all_formats().items():
        given = handed if "corpus" in each.HOLDS else Handover()
        write(name, given, path=folder / f"{name}{each.ENDING}")

    heard = subprocess.run(
        [str(JUDGES), str(ROOT / "tools" / "judges" / "verdicts.py"), str(folder)],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )

    return json.loads(heard.stdout)
