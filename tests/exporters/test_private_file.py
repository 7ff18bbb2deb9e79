"""A private file is its owner's alone, replaces nothing unasked, and leaves nothing beside it.

It depends on the file system of the machine.
A new promise about such files is one more test.
"""

import contextlib
import resource
import signal
import stat

import pytest

from safeconduct.errors import Refusal, Unavailable
from safeconduct.exporters.private_file import write_private


def test_only_the_owner_may_read_it(tmp_path):
    """Safety: the file is created with its rights, not given them afterwards."""
    path = tmp_path / "letter.docx"
    write_private(b"one", path)

    assert path.read_bytes() == b"one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [*tmp_path.iterdir()] == [path]


def test_what_is_there_stays_unless_somebody_says_otherwise(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"old")
    path.chmod(0o644)

    with pytest.raises(Refusal, match="--yes"):
        write_private(b"new", path)
    assert path.read_bytes() == b"old"

    write_private(b"new", path, replaces=True)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o600)


def test_a_link_is_replaced_and_its_target_left_alone(tmp_path):
    target, link = tmp_path / "public.docx", tmp_path / "letter.docx"
    target.write_bytes(b"public")
    link.symlink_to(target)
    write_private(b"private", link, replaces=True)

    assert (target.read_bytes(), link.read_bytes()) == (b"public", b"private")


def test_a_link_that_leads_nowhere_is_something_too(tmp_path):
    link = tmp_path / "letter.docx"
    link.symlink_to(tmp_path / "nowhere")

    with pytest.raises(Refusal):
        write_private(b"private", link)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Unavailable, match=r"letter\.docx"):
        write_private(b"one", tmp_path / "nowhere" / "letter.docx")


@contextlib.contextmanager
def full_disk():
    """Play a full disk by a limit of the system on the size of a file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_what_could_not_be_written_whole_is_taken_away(tmp_path):
    with full_disk(), pytest.raises(Unavailable):
        write_private(b"x" * 4096, tmp_path / "letter.docx")

    assert [*tmp_path.iterdir()] == []


def test_what_was_to_be_replaced_is_still_there_where_the_new_one_is_not_whole(tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"old")
    with full_disk(), pytest.raises(Unavailable):
        write_private(b"x" * 4096, path, replaces=True)

    assert path.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [path]
