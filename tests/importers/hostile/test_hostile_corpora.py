"""Hostile corpora are refused by file, row and column, all at once, and nothing is written.

It depends on the reader of corpus folders and on the ten corpora beside it.
A new hostile corpus is tested by being listed there.
"""

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.importers import corpus_folder
from tests.importers.hostile.corpora import HOSTILE, changed
from tests.importers.samples import places, problems_of, put

# What stands in the cells of the hostile corpora and must not stand in a message.
PRIVATE = ("Граница", "aaaa", "HYPERLINK", "example.org", "Activist", "2023-02-30")
TABLES_APART = (
    "a wrong header",
    "an unknown column",
    "an impossible date",
    "a maximum below the minimum",
    "an id that stands twice",
    "mixed encodings and a byte order mark inside",
    "a cell of 200,000 characters",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_refused_at_the_very_place(tmp_path, name):
    problems = problems_of(corpus_folder.read, put(tmp_path, changed(name)))

    assert places(problems) == HOSTILE[name].places


@pytest.mark.parametrize("name", HOSTILE)
def test_each_problem_says_what_was_found_and_what_is_allowed(tmp_path, name):
    problems = problems_of(corpus_folder.read, put(tmp_path, changed(name)))

    assert all(problem.found and problem.allowed for problem in problems)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_message_repeats_what_stands_in_a_cell(tmp_path, name):
    """Safety: a label, a title or a paraphrase may name a person."""
    problems = problems_of(corpus_folder.read, put(tmp_path, changed(name)))

    said = " ".join(map(str, problems))
    assert [word for word in PRIVATE if word in said] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_is_written(tmp_path, name):
    put(tmp_path, changed(name))
    before = {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()
    }

    with pytest.raises(RejectedRows):
        corpus_folder.read(tmp_path)

    after = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
    assert after == before


def test_several_are_named_in_one_run(tmp_path):
    problems = problems_of(corpus_folder.read, put(tmp_path, changed(*TABLES_APART)))

    expected = {place for name in TABLES_APART for place in HOSTILE[name].places}
    assert set(places(problems)) == expected


def test_problems_follow_the_order_of_files_and_rows(tmp_path):
    problems = problems_of(corpus_folder.read, put(tmp_path, changed(*TABLES_APART)))

    files = [problem.file for problem in problems]
    assert list(dict.fromkeys(files)) == [
        "sources.csv",
        "statements.csv",
        "incidents.csv",
        "decisions.csv",
    ]
    assert [problem.row for problem in problems if problem.file == "sources.csv"] == [1, 2, 4]


def test_a_wrong_header_does_not_make_every_reference_wrong(tmp_path):
    """Ids of a table that could not be read are not known to be missing."""
    problems = problems_of(corpus_folder.read, put(tmp_path, changed("a wrong header")))

    assert len(problems) == 1
