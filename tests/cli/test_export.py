"""A release leaves through the same verb as a corpus, and says itself for whom it is.

It depends on the command line and on a small release.
What a corpus does there stands in the transcript.
"""

import json
from dataclasses import replace

import pytest

from safeconduct.cli.program import run
from safeconduct.publish import folder
from tests.exporters.small_release import small_release


@pytest.fixture
def released(tmp_path):
    return str(folder.write(small_release(), tmp_path))


def test_a_release_is_written_for_another_tool(released, tmp_path, capsys):
    target = tmp_path / "release.jsonl"

    code = run(["export", released, "--to", "jsonl", "-o", str(target), "--json"])

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert told["release"] == small_release().digest
    assert target.read_text("utf-8").count("\n") == 1 + 5


def test_a_release_is_no_incident(released, tmp_path, capsys):
    code = run(["export", released, "--to", "stix", "-o", str(tmp_path / "bundle.json")])

    assert code == 5
    assert "stix is made of a corpus" in capsys.readouterr().err


def test_nobody_chooses_the_audience_of_a_release(released, tmp_path, capsys):
    target = str(tmp_path / "release.jsonl")

    code = run(["export", released, "--to", "jsonl", "-o", target, "--audience", "green"])

    assert code == 2
    assert "says itself for whom" in capsys.readouterr().err


def test_a_release_that_was_taken_back_is_not_exported(released, tmp_path, capsys):
    """Safety: what was withdrawn must not go on in another form."""
    made = small_release()
    gone = replace(
        made,
        id="gone",
        kind="withdrawal",
        concerns=made.digest,
        reason=(("en", "A slip."),),
        tables=(),
        listed=(),
        pictures=(),
    )
    folder.write(gone, tmp_path)

    assert run(["export", released, "--to", "jsonl", "-o", str(tmp_path / "r.jsonl")]) == 5
    assert "gone takes back" in capsys.readouterr().err.replace("\n", " ")
    assert not (tmp_path / "r.jsonl").exists()
