"""The invented corpus as values and as tables: one corpus, the same bytes anywhere, never a hazard.

It depends on invented corpora, on the readers of corpus folders and on the file system.
The digests below belong to one state of the generator: when it changes on purpose, run this file
and copy the digests that it reports.
"""

import csv
import hashlib
import os
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

import safeconduct
from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.importers import corpus_folder
from safeconduct.record.corpus import cells
from safeconduct.record.tables import TABLES
from safeconduct.synthetic import Plan, invent, masthead, rows, write_tables
from tests.synthetic.plans import PATIENT, nothing_but, plans

# SHA-256 over the rows of a plan, by seed; made by CPython 3.11 on Linux with `digest` below.
GOLDEN = {
    1: "9fc7a7944e30b0e0f5496fdb221246593bd9da319ae4e8a86488b168b4601bad",
    2: "aac619282e0368dea02425cb23336500df6a402eb7919ac6251d4b1c5d951775",
}

PRINT_DIGEST = """
import sys
from safeconduct.synthetic import Plan, invent
print(invent(Plan(seed=int(sys.argv[1]), n_incidents=60)).digest)
"""


def digest(plan):
    """SHA-256 over the rows of a plan."""
    made = hashlib.sha256()
    for name, row in rows(plan):
        made.update("\x1f".join((name, *row, "\n")).encode())
    return made.hexdigest()


@pytest.mark.parametrize("seed", GOLDEN)
def test_a_seed_gives_the_rows_that_it_always_gave(seed):
    assert digest(Plan(seed=seed, n_incidents=500)) == GOLDEN[seed]


def test_the_order_of_hashes_does_not_show():
    def run(hash_seed):
        environment = os.environ | {
            "PYTHONHASHSEED": hash_seed,
            "PYTHONPATH": str(Path(safeconduct.__file__).parent.parent),
        }
        return subprocess.run(
            [sys.executable, "-c", PRINT_DIGEST, "3"],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        ).stdout

    assert run("0") == run("1") == f"{invent(Plan(seed=3, n_incidents=60)).digest}\n"


def test_another_seed_gives_another_corpus():
    assert invent(Plan(seed=1)).digest != invent(Plan(seed=2)).digest


@PATIENT
@given(plans())
def test_values_and_rows_are_one_corpus(plan):
    corpus = invent(plan)

    assert Counter(rows(plan)) == Counter(
        (name, cells(TABLES[name], record))
        for name, records in corpus.tables.items()
        for record in records
    )


def test_no_incident_makes_an_empty_corpus():
    corpus = invent(Plan(n_incidents=0))

    assert not any(corpus.tables.values())


def test_one_incident_makes_a_whole_corpus():
    corpus = invent(Plan(n_incidents=1))

    assert len(corpus.incidents) == 1
    assert corpus.statements_on["i1"]


def test_a_corpus_says_that_it_is_invented_and_names_nobody():
    corpus = invent(Plan(n_incidents=200))

    assert corpus.masthead.title.startswith("Invented corpus")
    publishers = {source.publisher for source in corpus.sources.values() if source.publisher}
    assert all(publisher.startswith(("Example ", "Ex. ")) for publisher in publishers)
    assert all(
        source.url is None or source.url.startswith("https://example.org/")
        for source in corpus.sources.values()
    )


def test_tables_are_read_back_as_the_same_corpus(tmp_path):
    plan = Plan(seed=4, n_incidents=120)

    written = write_tables(plan, tmp_path / "deep" / "down")
    read = corpus_folder.read(tmp_path / "deep" / "down")

    assert read.digest == invent(plan).digest
    assert read.masthead == masthead(plan)
    assert written == {name: len(records) for name, records in read.tables.items()}


def test_tables_hold_the_rows_in_their_order(tmp_path):
    plan = Plan(n_incidents=30)
    write_tables(plan, tmp_path)

    for name, table in TABLES.items():
        with (tmp_path / table.file).open(encoding="utf-8", newline="") as file:
            heading, *read = csv.reader(file)
        assert tuple(heading) == table.headings
        assert [tuple(row) for row in read] == [row for kind, row in rows(plan) if kind == name]


@pytest.mark.parametrize("name", ["statements.csv", "corpus.toml"])
def test_a_folder_that_holds_a_corpus_is_left_alone(tmp_path, name):
    (tmp_path / name).write_text("mine", encoding="utf-8")

    with pytest.raises(InvalidSetting, match="holds no corpus yet"):
        write_tables(Plan(), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_not_available(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(Unavailable):
        write_tables(Plan(), tmp_path / "file")


def test_what_was_begun_on_a_full_disk_is_taken_away_again(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    # No file may grow beyond this: the nearest to a full disk that a test can have.
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
    try:
        with pytest.raises(Unavailable):
            write_tables(Plan(n_incidents=1000), tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_only_the_publishers_that_a_plan_has_have_other_names():
    few, many = masthead(nothing_but(n_publishers=10)), masthead(nothing_but(n_publishers=400))

    assert few.aliases == {"Ex. Monitor 10": "Example Monitor 10"}
    assert len(many.aliases) == 5
