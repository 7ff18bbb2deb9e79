"""A corpus folder is written with the same bytes for the same corpus, in the form that it promises.

It depends on the writer, on the reader that reads it back, and on frictionless as a second opinion.
A further file of the folder is tested here and described in the package.
"""

import csv
import io
import json
import tomllib
from dataclasses import replace

import pytest
from frictionless import Package

from safeconduct.errors import InvalidRecord
from safeconduct.exporters.corpus_folder import files, write
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers.corpus_folder import read
from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.tables import TABLES

NAMES = {
    "codebook.csv",
    "corpus.toml",
    "datapackage.json",
    "decisions.csv",
    "incidents.csv",
    "reported_figures.csv",
    "sources.csv",
    "statements.csv",
}


def test_what_is_written_is_read_back(tmp_path):
    write(example_corpus(), tmp_path / "corpus")

    assert read(tmp_path / "corpus") == example_corpus()
    assert {path.name for path in (tmp_path / "corpus").iterdir()} == NAMES


def test_an_empty_corpus_is_a_folder_of_headers(tmp_path):
    write(Corpus.of(), tmp_path)

    assert read(tmp_path) == Corpus.of()
    for table in TABLES.values():
        assert (tmp_path / table.file).read_text() == ",".join(table.headings) + "\n"


def test_the_same_corpus_gives_the_same_bytes():
    masthead = Masthead(aliases={"DG": "Gull", "AT": "Tern"})
    turned = Masthead(aliases={"AT": "Tern", "DG": "Gull"})

    assert files(replace(example_corpus(), masthead=masthead)) == files(
        replace(example_corpus(), masthead=turned)
    )


def test_files_are_utf_8_with_plain_line_ends():
    written = files(example_corpus())

    assert not any(
        b"\r" in octets or octets.startswith(b"\xef\xbb\xbf") for octets in written.values()
    )
    assert all(octets.endswith(b"\n") for octets in written.values())


def test_rows_stand_in_the_order_of_the_corpus():
    rows = list(csv.reader(io.StringIO(files(example_corpus())["sources.csv"].decode())))

    assert [row[0] for row in rows] == ["id", *example_corpus().sources]


def test_a_masthead_that_no_folder_can_hold_is_refused(tmp_path):
    corpus = Corpus.of(masthead=Masthead(title="=1+1"))

    with pytest.raises(InvalidRecord, match="title"):
        write(corpus, tmp_path / "corpus")
    assert not (tmp_path / "corpus").exists()


def test_frictionless_finds_the_package_valid(tmp_path, monkeypatch):
    write(example_corpus(), tmp_path)
    monkeypatch.chdir(tmp_path)

    report = Package("datapackage.json").validate()

    assert report.flatten(["type", "note"]) == []
    assert report.valid


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("sources", ",press,", ",gossip,"),
        ("statements", "abduction-1", "abduction-9"),
        ("statements", ",abduction,", ",abductions,"),
        ("statements", "unknown:not-reported", "unknown:secret"),
        ("incidents", "refusal-1", "abduction-1"),
    ],
)
def test_frictionless_finds_what_the_schema_forbids(tmp_path, monkeypatch, table, old, new):
    write(example_corpus(), tmp_path)
    text = (tmp_path / f"{table}.csv").read_text()
    assert old in text
    (tmp_path / f"{table}.csv").write_text(text.replace(old, new))
    package = json.loads((tmp_path / "datapackage.json").read_text())
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    monkeypatch.chdir(tmp_path)

    assert not Package("datapackage.json").validate().valid


def test_frictionless_finds_a_file_that_was_changed(tmp_path, monkeypatch):
    write(example_corpus(), tmp_path)
    text = (tmp_path / "sources.csv").read_text()
    (tmp_path / "sources.csv").write_text(text.replace("Gull", "Tern"))
    monkeypatch.chdir(tmp_path)

    report = Package("datapackage.json").validate()

    assert {kind for [kind] in report.flatten(["type"])} == {"hash-count"}


def test_the_masthead_is_toml():
    masthead = Masthead(
        title='Say "no" \\ нет',
        aliases={"DG": "Gull", "D. Gull": "Gull"},
        ignored_columns=("my_colour",),
    )

    document = tomllib.loads(files(Corpus.of(masthead=masthead))["corpus.toml"].decode())

    assert document["title"] == 'Say "no" \\ нет'
    assert document["aliases"] == {"Gull": ["D. Gull", "DG"]}
    assert document["ignored_columns"] == ["my_colour"]
