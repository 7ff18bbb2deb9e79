"""The demonstration is built, served on this machine, and gone when it ends.

It depends on the installed program, which it starts and stops as a person does.
The server has tests of its own in `test_serving.py`, and the report in `tests/report/`.
"""

import contextlib
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from safeconduct.cli.program import run

PROGRAM = Path(sys.executable).with_name("safeconduct")


@contextlib.contextmanager
def started(folder):
    """Start the program with a folder of its own for what it makes for a while.

    A job in the background ignores the interrupt, and so would the program that it starts.
    """
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [PROGRAM, "demo", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"TMPDIR": str(folder), "PATH": "/usr/bin:/bin"},
    ) as process:
        signal.signal(signal.SIGINT, inherited)
        yield process


def test_it_serves_until_it_is_stopped_and_leaves_nothing(tmp_path):
    with started(tmp_path) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        with urllib.request.urlopen(address, timeout=10) as page:  # noqa: S310  # the loopback
            shown, policy = page.read(), page.headers["Content-Security-Policy"]
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate()

    assert address.startswith("http://127.0.0.1:")
    assert b"<html" in shown
    assert policy.startswith("default-src 'none'")
    assert (process.returncode, "Traceback" in said) == (0, False)
    assert list(tmp_path.iterdir()) == []


def test_stopped_while_it_builds_it_leaves_nothing_either(tmp_path):
    with started(tmp_path) as process:
        while not any(tmp_path.iterdir()):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate()

    assert (process.returncode, out, "Traceback" in said) == (130, "", False)
    assert list(tmp_path.iterdir()) == []


def test_without_a_place_and_a_server_nobody_could_find_it(capsys):
    assert run(["demo", "--no-serve"]) == 2
    assert "needs -o" in capsys.readouterr().err


def test_nothing_that_is_there_is_lost(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")

    assert run(["demo", "--no-serve", "-o", str(tmp_path)]) == 2

    assert "an earlier report" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_folder_for_a_while_is_private():
    with tempfile.TemporaryDirectory(prefix="safeconduct-") as made:
        assert Path(made).stat().st_mode & 0o077 == 0
