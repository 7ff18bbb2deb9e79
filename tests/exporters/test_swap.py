"""After a crash at any moment, a folder holds its old state or its new one, never half of each.

It depends on the swapping of files, on the reader of corpus folders, and on a program that is ended
in the middle.
A further moment at which a write can be cut is one more line in `MOMENTS`.
"""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from safeconduct.errors import Unavailable
from safeconduct.exporters import corpus_folder
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.exporters.swap import replace_file, settle, swap_in
from safeconduct.importers.corpus_folder import read
from safeconduct.record.corpus import Masthead
from safeconduct.record.layout import SWAP_FOLDER
from tests.house.checkout import ROOT

OLD = example_corpus()
NEW = replace(OLD, masthead=Masthead(title="New state"), decisions={})
# The audit hook ends the program at the nth act of this kind, as a power cut would.
ENDED = """
import os, sys
from pathlib import Path
from dataclasses import replace
from safeconduct.exporters import corpus_folder
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.record.corpus import Masthead

kind, number, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
new = replace(example_corpus(), masthead=Masthead(title="New state"), decisions={})
files = corpus_folder.files(new)
seen = 0

def end(act, _):
    global seen
    if act == kind:
        seen += 1
        if seen == number:
            os._exit(9)

sys.addaudithook(end)
corpus_folder.write(new, folder)
"""
MOMENTS = [
    *(("open", number) for number in (1, 3, 6, 9)),
    *(("os.rename", number) for number in range(1, 10)),
    ("os.rmdir", 1),
]


def cut(folder, kind, number):
    done = subprocess.run(
        [sys.executable, "-c", ENDED, kind, str(number), str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize(("kind", "number"), MOMENTS)
def test_a_write_that_is_cut_leaves_one_state_and_the_next_clears_up(tmp_path, kind, number):
    corpus_folder.write(OLD, tmp_path)

    assert cut(tmp_path, kind, number) == 9
    assert read(tmp_path) in (OLD, NEW)

    corpus_folder.write(NEW, tmp_path)
    assert read(tmp_path) == NEW
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_write_that_is_cut_in_the_middle_of_the_swap_is_the_new_state(tmp_path):
    corpus_folder.write(OLD, tmp_path)
    cut(tmp_path, "os.rename", 4)

    assert (tmp_path / SWAP_FOLDER).is_dir()
    assert read(tmp_path) == NEW

    settle(tmp_path)
    assert not (tmp_path / SWAP_FOLDER).exists()
    assert read(tmp_path) == NEW


def test_files_of_other_names_are_never_touched(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref")
    (tmp_path / "notes.txt").write_text("mine")

    swap_in({"a.txt": b"new"}, tmp_path)

    assert (tmp_path / ".git" / "HEAD").read_text() == "ref"
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "a.txt").read_bytes() == b"new"


def test_a_link_is_replaced_and_what_it_leads_to_is_left_alone(tmp_path):
    private = tmp_path / "private.txt"
    private.write_text("mine")
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").symlink_to(private)

    swap_in({"a.txt": b"new"}, folder)

    assert private.read_text() == "mine"
    assert (folder / "a.txt").read_bytes() == b"new"
    assert not (folder / "a.txt").is_symlink()


def test_where_nothing_can_be_written_the_old_state_stays(tmp_path):
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / ".safeconduct-staging").write_text("in the way")

    with pytest.raises(Unavailable):
        swap_in({"a.txt": b"new"}, tmp_path)

    assert (tmp_path / "a.txt").read_text() == "old"


def test_a_write_that_fails_half_way_leaves_no_copy_behind(tmp_path):
    """Safety: a hidden copy of a corpus that nobody knows of is never burnt."""
    with pytest.raises(Unavailable):
        swap_in({"a.txt": b"new", "no/such/folder.txt": b"new"}, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_one_file_is_replaced_whole(tmp_path):
    path = tmp_path / "book.xlsx"
    path.write_text("old")

    replace_file(b"new", path)

    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["book.xlsx"]


def test_one_file_that_cannot_be_written_leaves_nothing_behind(tmp_path):
    (tmp_path / "book.xlsx").mkdir()

    with pytest.raises(Unavailable):
        replace_file(b"new", tmp_path / "book.xlsx")
    with pytest.raises(Unavailable):
        replace_file(b"new", tmp_path / "nowhere" / "book.xlsx")

    assert [each.name for each in tmp_path.iterdir()] == ["book.xlsx"]
