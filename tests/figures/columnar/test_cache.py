"""The cache is used while nothing has changed, and is nothing as soon as anything has.

It depends on the cache and on a small sound folder.
A new part of the stamp is changed here, and the cache must be made anew.
"""

import os
import time

import pytest

import safeconduct
from safeconduct.figures.columnar import cache
from safeconduct.figures.columnar.coding import code_folder
from safeconduct.figures.columnar.door import Door
from safeconduct.record.tables import TABLES
from tests.figures.columnar.plain_folder import rewrite, settle, write


@pytest.fixture
def folder(tmp_path):
    found = write(tmp_path / "c")
    settle(found)
    return found


def keep(folder, stamped=None):
    """Code a folder and keep what was coded."""
    with Door() as door:
        code_folder(door, folder, aliases={})
        return cache.save(door, folder, stamped=stamped or cache.stamp(folder))


def kept(folder, stamped=None):
    """The rows of the cache, or None where it gives nothing."""
    with Door() as door:
        if not cache.load(door, folder, stamped=stamped or cache.stamp(folder)):
            # What did not load must leave no table behind: the folder is coded into the same door.
            code_folder(door, folder, aliases={})
            return None
        return door.rows("SELECT id, origin FROM coded ORDER BY id")


def test_what_was_kept_is_found_again(folder):
    assert kept(folder) is None
    assert keep(folder)
    assert kept(folder) == [("i1", "BV|1|"), ("i2", "|0|")]


def test_the_cache_is_private_and_no_part_of_a_repository(folder):
    keep(folder)

    assert (folder / cache.FOLDER).stat().st_mode & 0o077 == 0
    assert (folder / cache.FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert sorted(path.name for path in (folder / cache.FOLDER).iterdir()) == [
        *(".gitignore", "coded.parquet", "corpus_digest.parquet", "stamp")
    ]


def test_another_stamp_is_another_corpus(folder):
    keep(folder)

    assert kept(folder, "another stamp") is None


@pytest.mark.parametrize("table", TABLES)
def test_a_change_of_any_table_is_another_stamp(folder, table):
    keep(folder)
    before = cache.stamp(folder)
    path = folder / TABLES[table].file
    path.write_bytes(path.read_bytes())
    settle(folder, seconds=30)

    assert cache.stamp(folder) != before
    assert kept(folder) is None


def test_a_change_within_the_same_size_and_moment_is_another_stamp(folder):
    before = cache.stamp(folder)
    path = folder / "statements.csv"
    told = path.stat()
    rewrite(folder, "statements", "BV", "HM")
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))

    assert path.stat().st_size == told.st_size
    assert cache.stamp(folder) != before


def test_a_table_that_goes_is_another_stamp(folder):
    before = cache.stamp(folder)
    (folder / "decisions.csv").unlink()

    assert cache.stamp(folder) != before


def test_another_version_of_the_program_is_another_stamp(folder):
    keep(folder)

    assert kept(folder, cache.stamp(folder, version="0.0.0")) is None
    assert kept(folder, cache.stamp(folder, version=safeconduct.__version__))


@pytest.mark.parametrize("broken", ["coded.parquet", "corpus_digest.parquet"])
@pytest.mark.parametrize("octets", [None, b"", b"PAR1 no longer"])
def test_a_broken_cache_gives_nothing(folder, broken, octets):
    keep(folder)
    path = folder / cache.FOLDER / broken
    path.unlink()
    if octets is not None:
        path.write_bytes(octets)

    assert kept(folder) is None


def test_a_stamp_that_is_no_text_gives_nothing(folder):
    keep(folder)
    (folder / cache.FOLDER / "stamp").write_bytes(b"\xff")

    assert kept(folder) is None


def test_a_folder_that_was_just_written_is_not_kept(folder):
    path = folder / "incidents.csv"
    os.utime(path, (time.time(), time.time()))

    assert not keep(folder)
    assert kept(folder) is None


def test_a_masthead_that_was_just_written_is_not_kept(folder):
    path = folder / "corpus.toml"
    os.utime(path, (time.time(), time.time()))

    assert not keep(folder)


def test_a_folder_that_cannot_be_written_is_not_kept(folder):
    (folder / cache.FOLDER).write_text("in the way", encoding="utf-8")

    assert not keep(folder)
    assert kept(folder) is None


def test_a_cache_that_leads_elsewhere_is_not_followed(folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / cache.FOLDER).symlink_to(elsewhere)

    assert not keep(folder)
    assert list(elsewhere.iterdir()) == []


def test_what_cannot_be_written_as_a_table_is_not_kept(folder):
    with Door() as door:
        assert not cache.save(door, folder, stamped=cache.stamp(folder))
    assert not (folder / cache.FOLDER / "stamp").exists()


@pytest.mark.parametrize(
    "changed",
    [
        "record/voice.py",
        "record/tables/sources.py",
        "figures/coded.py",
        "figures/columnar/sql/stated.sql",
        "vocabulary/techniques/abduction.toml",
    ],
)
def test_a_changed_rule_or_word_gives_another_digest_of_the_code(tmp_path, changed):
    file = tmp_path / changed
    file.parent.mkdir(parents=True)
    file.write_text("before", encoding="utf-8")
    before = cache.code_digest(tmp_path)

    file.write_text("afterwards", encoding="utf-8")

    assert cache.code_digest(tmp_path) != before
