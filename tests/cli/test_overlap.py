"""What the overlap leaves on a disk: secrets for their owner alone, and nothing without asking.

It depends on the command line, called in this process.
A further file that a step writes is one more line of the rights.
"""

import json
import stat

import pytest

from safeconduct.cli.program import run

LIST = "name,born\n" + "".join(
    f"Anna Lugova{chr(97 + at % 26) * (2 + at // 26)},1{at:03}\n" for at in range(900, 960)
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text(LIST)
    agree = ["overlap", "agree", "--epoch", "e1", "--list", "north=60", "--list", "east=60"]
    assert run([*agree, "--list", "west=60", "-o", "terms.toml", "--json"]) == 0
    return tmp_path


def begin(name):
    step = ["overlap", "begin", "list.csv", "--agreement", "terms.toml", "--as", name]
    return run([*step, "--keep", f"{name}.kept", "-o", f"{name}.0", "--json"])


def answer(name, letter, target):
    step = ["overlap", "answer", letter, "--agreement", "terms.toml", "--keep", f"{name}.kept"]
    return run([*step, "-o", target, "--json"])


def test_everything_that_it_writes_is_for_its_owner_alone(folder):
    """Safety: the file is created with its rights, not given them afterwards."""
    begin("north")
    begin("east")
    answer("east", "north.0", "north.1")

    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "list.csv"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert stat.S_IMODE((folder / "north.kept").stat().st_mode) == 0o700


def test_no_name_stands_in_anything_that_it_writes(folder):
    begin("north")
    begin("east")
    answer("east", "north.0", "north.1")

    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "list.csv"]
    assert len(files) == 6
    assert not [path.name for path in files if b"ugova" in path.read_bytes().lower()]


def test_three_lists_go_round_and_are_counted(folder, capsys):
    names = ["north", "east", "west"]
    for name in names:
        begin(name)
    for hop in (1, 2):
        for at, owner in enumerate(names):
            answer(names[(at + hop) % 3], f"{owner}.{hop - 1}", f"{owner}.{hop}")
    capsys.readouterr()

    code = run(
        [
            "overlap",
            "count",
            *(f"{name}.2" for name in names),
            "--agreement",
            "terms.toml",
            "--exact",
            "--json",
            "-o",
            "counts.csv",
        ]
    )

    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {tuple(each["lists"]): each["low"] for each in told["counts"] if each["low"]} == {
        tuple(names): 60
    }
    assert (folder / "counts.csv").read_text().splitlines()[-1] == "1,1,1,60"
    secrets = [json.loads(path.read_text())["secret"] for path in folder.glob("*.kept/*.part")]
    assert secrets == ["", "", ""]

    letters = [f"{name}.2" for name in names]
    run(["overlap", "count", *letters, "--agreement", "terms.toml", "--exact"])
    told = " ".join(capsys.readouterr().out.split())
    assert "north alone 0" in told
    assert "north + east + west 60" in told
    assert "its lists and of no other" in told


def test_a_place_that_is_taken_costs_no_answer(folder):
    begin("north")
    begin("east")
    (folder / "taken").write_text("")

    assert answer("east", "north.0", "taken") == 5
    assert answer("east", "north.0", "north.1") == 0
    assert answer("east", "north.0", "north.2") == 5
