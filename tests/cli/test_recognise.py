"""Recognising stays on the machine: it opens no connection and writes no file but the one asked.

It depends on the command line, run in a process of its own under Python's audit hooks.
A new way out of the machine is one more name in `FORBIDDEN`.
"""

import json
import os
import re
import stat
import subprocess
import sys

import pytest

# Safety: what a person answers here must not leave; the test holds the promise of the verb.
WATCHED = """
import sys
FORBIDDEN = ("socket.", "subprocess.", "os.system", "urllib.", "http.", "smtplib.", "ftplib.")
WRITES = ("os.rename", "os.mkdir", "os.remove", "os.link", "os.symlink", "shutil.")
def watch(name, arguments):
    if name.startswith((*FORBIDDEN, *WRITES)):
        sys.stderr.write(f"FORBIDDEN {name}\\n")
    if name == "open" and len(arguments) > 2:
        path, mode, flags = arguments
        if flags & 0o3 or (isinstance(mode, str) and set(mode) & set("wax+")):
            sys.stderr.write(f"WRITES {path}\\n")
sys.addaudithook(watch)
from safeconduct.cli.program import run
raise SystemExit(run(sys.argv[1:]))
"""
FORM = b'followed = "yes"\nsudden-illness = "not sure"\n'


def watched(folder, *arguments, typed=b""):
    """Run the verb in a folder under the hooks; return what it said, on stdout and on stderr."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED, "recognise", *arguments],
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        input=typed,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode(), done.stderr.decode()


def forbidden(talk):
    return [line for line in talk.splitlines() if line.startswith(("FORBIDDEN", "WRITES"))]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--json",),
        ("--worker",),
        ("answers.toml",),
        ("answers.toml", "--json"),
        ("answers.toml", "--worker"),
    ],
)
def test_it_opens_no_connection_and_writes_no_file(tmp_path, arguments):
    (tmp_path / "answers.toml").write_bytes(FORM)

    said, talk = watched(tmp_path, *arguments)

    assert said
    assert forbidden(talk) == []
    assert [path.name for path in tmp_path.iterdir()] == ["answers.toml"]
    assert (tmp_path / "answers.toml").read_bytes() == FORM


def test_the_watch_notices_a_file_that_is_written(tmp_path):
    _, talk = watched(tmp_path, "-o", "empty.toml")

    # The file, and the descriptor through which it is written.
    written = {line.rpartition("/")[2] for line in forbidden(talk)}
    assert {re.sub(r"WRITES \d+", "WRITES a descriptor", each) for each in written} == {
        "WRITES empty.toml",
        "WRITES a descriptor",
    }


def test_answers_can_be_typed_without_a_file(tmp_path):
    said, talk = watched(tmp_path, "-", "--json", typed=FORM)

    assert forbidden(talk) == []
    assert [each["technique"] for each in json.loads(said)["resemblances"]] == ["physical-tracking"]
    assert [each["id"] for each in json.loads(said)["unsure"]] == ["sudden-illness"]
    assert list(tmp_path.iterdir()) == []


def test_the_form_that_is_written_is_for_its_owner_and_is_not_replaced(tmp_path):
    watched(tmp_path, "-o", "empty.toml")

    assert stat.S_IMODE((tmp_path / "empty.toml").stat().st_mode) == 0o600
    with pytest.raises(AssertionError, match="replaces no file"):
        watched(tmp_path, "-o", "empty.toml")


def test_the_language_can_be_chosen_for_one_call(tmp_path):
    said, _ = watched(tmp_path, "--language", "ru")
    other, _ = watched(tmp_path, "--language", "en")

    assert "Что происходит?" in said
    assert "What is happening?" in other


def test_no_answer_of_the_verb_holds_a_number_about_the_person(tmp_path):
    said, _ = watched(tmp_path, "-", "--json", typed=FORM)

    assert {type(each) for each in leaves(json.loads(said))} <= {str, bool, type(None)}


def leaves(value):
    """Every value of an answer that holds no other."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for part in value for leaf in leaves(part)]
    return [value]
