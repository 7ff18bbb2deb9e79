"""A corpus folder is read whole, or refused with every problem of every file.

It depends on the reader, on the exporters that write the samples, and on Hypothesis.
A further file of the folder is tested here; what a CSV file may be is tested in `test_csv_text`.
"""

import os
from pathlib import Path

import pytest

from safeconduct import corpora
from safeconduct.errors import NotFound, RejectedRows, Unavailable
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers import corpus_folder
from safeconduct.importers.corpus_folder import looks_like_corpus, read
from safeconduct.record.layout import SWAP_FOLDER
from tests.importers.samples import (
    octets,
    places,
    problems_of,
    put,
    rows,
    sample,
    with_cell,
)


def test_the_example_is_read_as_it_was_written(tmp_path):
    assert read(put(tmp_path)) == example_corpus()


def test_every_built_in_corpus_is_read():
    read_corpora = {name: read(corpora.folder(name)) for name in corpora.built_in()}

    assert all(corpus.incidents for corpus in read_corpora.values())


def test_a_folder_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFound) as missing:
        read(tmp_path / "nowhere")

    assert (missing.value.kind, missing.value.identifier) == ("corpus folder", "nowhere")


def test_a_file_is_no_corpus_folder(tmp_path):
    file = tmp_path / "corpus.csv"
    file.write_text("id\n")

    assert places(problems_of(read, file)) == [("corpus.csv", 0, "")]


def test_figures_and_decisions_may_be_absent(tmp_path):
    corpus = read(put(tmp_path, {"reported_figures.csv": None, "decisions.csv": None}))

    assert (dict(corpus.figures), dict(corpus.decisions)) == ({}, {})
    assert corpus.statements == example_corpus().statements


@pytest.mark.parametrize("name", ["corpus.toml", "sources.csv", "statements.csv", "incidents.csv"])
def test_the_other_files_have_to_be_there(tmp_path, name):
    problems = problems_of(read, put(tmp_path, {name: None}))

    assert places(problems) == [(name, 0, "")]
    assert problems[0].found == "no such file"


@pytest.mark.parametrize("misnamed", ["Decisions.csv", "decision.csv", "decisions.ods"])
def test_a_table_under_a_near_name_is_not_missed_in_silence(tmp_path, misnamed):
    put(tmp_path, {"decisions.csv": None})
    (tmp_path / misnamed).write_bytes(sample()["decisions.csv"])

    problems = problems_of(read, tmp_path)

    assert places(problems) == [("decisions.csv", 0, "")]
    assert misnamed in problems[0].hint


def test_files_of_other_names_are_left_alone(tmp_path):
    put(tmp_path)
    (tmp_path / "results.csv").write_text("anything;at all\n")
    (tmp_path / "sources (old).csv").write_text("not,read\n")
    (tmp_path / ".git").mkdir()

    assert read(tmp_path) == example_corpus()


def test_a_link_is_refused(tmp_path):
    """Safety: a folder that somebody sent may link to a private file of the reader."""
    private = tmp_path / "private.csv"
    private.write_bytes(sample()["sources.csv"])
    folder = put(tmp_path / "corpus", {"sources.csv": None})
    (folder / "sources.csv").symlink_to(private)

    problems = problems_of(read, folder)

    assert [(problem.file, problem.found) for problem in problems] == [("sources.csv", "a link")]


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path):
    folder = put(tmp_path, {"sources.csv": None, "decisions.csv": None})
    os.mkfifo(folder / "sources.csv")
    (folder / "decisions.csv").mkdir()

    problems = problems_of(read, folder)

    assert [(problem.file, problem.found) for problem in problems] == [
        ("sources.csv", "what is not a file"),
        ("decisions.csv", "what is not a file"),
    ]


def test_a_file_beyond_all_measure_is_refused_unread(tmp_path):
    folder = put(tmp_path)
    with (folder / "sources.csv").open("r+b") as file:
        file.truncate(corpus_folder.LARGEST_FILE + 1)

    problems = problems_of(read, folder)

    assert places(problems) == [("sources.csv", 0, "")]


def test_what_cannot_be_opened_is_unavailable(tmp_path):
    class Locked(type(tmp_path)):  # type: ignore[misc]
        """A file of somebody else."""

        def read_bytes(self) -> bytes:
            raise PermissionError

    folder = put(tmp_path)

    with pytest.raises(Unavailable) as unavailable:
        read(Locked(folder))

    assert unavailable.value.what == "corpus.toml"


def test_an_interrupted_write_is_read_as_the_new_state(tmp_path):
    folder = put(tmp_path)
    (folder / SWAP_FOLDER).mkdir()
    for name in ("corpus.toml", "incidents.csv"):
        (folder / SWAP_FOLDER / name).write_bytes(sample()[name].replace(b"nvented", b"EW"))
        (folder / name).write_text("half")

    assert read(folder).masthead.title == "IEW example"


def test_a_corpus_is_told_by_its_masthead(tmp_path):
    folder = put(tmp_path / "corpus")
    swapped = tmp_path / "swapped"
    (swapped / SWAP_FOLDER).mkdir(parents=True)
    (swapped / SWAP_FOLDER / "corpus.toml").touch()

    assert [looks_like_corpus(path) for path in (folder, swapped, tmp_path)] == [True, True, False]


def test_ignored_columns_are_left_out(tmp_path):
    table = rows(sample()["sources.csv"])
    coloured = octets([["my_colour", *table[0]], *(["=red", *row] for row in table[1:])])
    toml = sample()["corpus.toml"].replace(
        b"ignored_columns = []", b'ignored_columns = ["my_colour"]'
    )

    corpus = read(put(tmp_path, {"sources.csv": coloured, "corpus.toml": toml}))

    assert corpus.sources == example_corpus().sources


def test_a_broken_masthead_does_not_hide_what_is_wrong_in_the_tables(tmp_path):
    folder = put(
        tmp_path,
        {
            "corpus.toml": b"title = ",
            "sources.csv": with_cell(sample()["sources.csv"], 2, reliability="G"),
        },
    )

    assert places(problems_of(read, folder)) == [
        ("corpus.toml", 1, ""),
        ("sources.csv", 2, "reliability"),
    ]


def test_the_refusal_names_the_folder(tmp_path):
    folder = put(tmp_path / "harbour", {"corpus.toml": None})

    with pytest.raises(RejectedRows) as refused:
        read(Path(folder))

    assert refused.value.source == "harbour"
