"""A folder is counted by the way that suits it, and both give the same figures.

It depends on counting a folder, on the careful reader and on a small sound folder.
Which way answered shows in whether the careful reader was asked.
"""

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.figures.columnar import cache
from safeconduct.figures.count import count
from safeconduct.figures.folder import LARGE, count_folder
from safeconduct.figures.question import Question
from safeconduct.importers import corpus_folder
from tests.figures.columnar.plain_folder import masthead, rewrite, settle, write

ASKED = Question(schemes=("distance-is-not-a-shield", "cape"), by=("origin",))


def counted(folder, *, large=0, keep_cache=True):
    """Count a folder; give the figures, and whether the careful reader was asked."""
    asked = []

    def careful(path):
        asked.append(path)
        return corpus_folder.read(path)

    figures = count_folder(
        folder, ASKED, read=careful, masthead=masthead, large=large, keep_cache=keep_cache
    )
    return figures, bool(asked)


@pytest.fixture
def folder(tmp_path):
    found = write(tmp_path / "c")
    settle(found)
    return found


def test_a_small_folder_is_read_with_care(folder):
    figures, careful = counted(folder, large=LARGE)

    assert careful
    assert figures == count(corpus_folder.read(folder), ASKED)


def test_a_large_folder_is_counted_on_columns_with_the_same_figures(folder):
    figures, careful = counted(folder)

    assert not careful
    assert figures == counted(folder, large=10**9)[0]


def test_what_does_not_suit_the_columns_is_read_with_care(tmp_path):
    folder = write(tmp_path / "c", ("statements", 1, {"origin": " BV"}))

    figures, careful = counted(folder)

    assert careful
    assert figures == count(corpus_folder.read(folder), ASKED)


def test_what_is_wrong_is_said_by_the_careful_reader(tmp_path):
    folder = write(tmp_path / "c", ("statements", 1, {"mode": "mumbles"}))

    with pytest.raises(RejectedRows):
        count_folder(folder, ASKED, read=corpus_folder.read, masthead=lambda _: ("", {}), large=0)


def test_a_folder_without_statements_is_the_careful_readers_to_refuse(folder):
    (folder / "statements.csv").unlink()

    with pytest.raises(RejectedRows):
        count_folder(folder, ASKED, read=corpus_folder.read, masthead=masthead, large=0)


def test_a_count_is_kept_and_found_again(folder):
    first, _ = counted(folder)
    stamp = folder / cache.FOLDER / "stamp"
    kept_at = stamp.stat().st_mtime_ns
    again, careful = counted(folder)

    assert again == first
    assert not careful
    assert stamp.stat().st_mtime_ns == kept_at


def test_what_the_cache_holds_is_what_is_counted(folder):
    first, _ = counted(folder)
    (folder / cache.FOLDER / "stamp").write_text("another", encoding="utf-8")

    assert counted(folder)[0] == first


def test_a_change_is_seen_in_spite_of_the_cache(folder):
    first, _ = counted(folder)
    rewrite(folder, "statements", "BV", "HM")
    settle(folder, seconds=30)
    changed, _ = counted(folder)

    assert changed != first
    assert [row.buckets for row in changed[0].rows] == [(("value", "HM"),)]


def test_a_folder_just_written_is_counted_and_not_kept(tmp_path):
    folder = write(tmp_path / "c")

    assert counted(folder)[0] == counted(folder, large=10**9)[0]
    assert not (folder / cache.FOLDER).exists()


def test_nothing_is_kept_where_that_is_not_wanted(folder):
    counted(folder, keep_cache=False)

    assert not (folder / cache.FOLDER).exists()


def test_a_folder_that_changes_while_it_is_read_is_not_kept(folder):
    def touched(path):
        told = masthead(path)
        # Between the stamp and the second look at it, the aliases are asked for.
        return told[0], Touching(path, told[1])

    class Touching(dict[str, str]):
        """Aliases that touch the folder when they are read."""

        def __init__(self, path, aliases):
            super().__init__(aliases)
            self.path = path

        def items(self):
            settle(self.path, seconds=40)
            return super().items()

    figures = count_folder(folder, ASKED, read=corpus_folder.read, masthead=touched, large=0)

    assert figures == count(corpus_folder.read(folder), ASKED)
    assert not (folder / cache.FOLDER).exists()


def test_a_cache_of_another_shape_falls_back_to_the_careful_reader(folder):
    counted(folder)
    shelf = folder / cache.FOLDER
    (shelf / "corpus_digest.parquet").replace(shelf / "coded.parquet")
    (shelf / "corpus_digest.parquet").write_bytes((shelf / "coded.parquet").read_bytes())

    figures, careful = counted(folder)

    assert careful
    assert figures == count(corpus_folder.read(folder), ASKED)


def test_line_ends_of_windows_change_nothing(folder):
    expected, _ = counted(folder)
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert counted(folder)[0] == expected


def test_text_that_looks_like_a_table_is_text(folder):
    expected, _ = counted(folder)
    statement = {"says": 'It says "no", then:\nt9,s1,i2,reports\n;'}
    written = write(folder, ("statements", 0, statement), ("statements", 1, statement))
    figures, careful = counted(written)

    assert not careful
    assert figures == expected
