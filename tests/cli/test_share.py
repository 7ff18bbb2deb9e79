"""What sharing leaves on a disk, and how a recall comes back as a receipt.

It depends on the command line, called in this process.
A further file that a step writes is one more line of the rights.
"""

import json
import stat

import pytest

from safeconduct.cli.program import run

CONSENT = """\
id = "c-12"
audience = "amber"
purposes = ["protection"]
partners = ["east-desk"]
groups = ["letters"]
given_on = "2020-01-01"
until = "2999-12-31"
"""
SECRET = "Mira Poleva was followed."  # noqa: S105  # a letter of an invented person


@pytest.fixture
def packed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text(SECRET)
    (tmp_path / "consent.toml").write_text(CONSENT)
    run(["share", "key", "--as", "east-desk", "-o", "east.card"])
    options = ["--to", "east.card", "--tlp", "amber", "--purpose", "protection"]
    options += ["--consent", "consent.toml", "--as", "north-desk", "--keep", "ours"]
    assert run(["share", "pack", "letters:letter.txt", *options, "-o", "p.age", "--json"]) == 0
    capsys.readouterr()
    return tmp_path


def test_no_plaintext_is_left_behind_and_every_file_is_for_its_owner_alone(packed):
    """Safety: a package is put together in memory; only what is encrypted is ever written."""
    made = [packed / "p.age", packed / "east.identity", *packed.glob("ours/*")]
    every = [path for path in packed.rglob("*") if path.is_file()]

    assert [path.name for path in every if b"Mira" in path.read_bytes()] == ["letter.txt"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}
    assert stat.S_IMODE((packed / "ours").stat().st_mode) == 0o700


def opened(folder):
    options = ["--identity", "east.identity", "--keep", "theirs", "-o", "in"]
    assert run(["share", "open", "p.age", *options, "--json"]) == 0
    return json.loads((folder / "in" / "manifest.json").read_text())["id"]


def test_what_a_partner_opens_is_for_its_owner_alone(packed):
    opened(packed)

    files = [*(packed / "in").iterdir(), packed / "in.receipt.json"]
    assert (packed / "in" / "letter.txt").read_text() == SECRET
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_recall_reaches_the_partner_and_comes_back_as_a_receipt(packed, capsys):
    identifier = opened(packed)
    said = ["--as", "north-desk", "--keep", "ours", "-o", "recall.json"]
    run(["share", "recall", identifier, "--reason", "consent-withdrawn", *said])
    capsys.readouterr()

    assert run(["share", "check", "recall.json", "--keep", "theirs"]) == 0
    assert f"share destroyed {identifier}" in capsys.readouterr().out

    said = ["--as", "east-desk", "--keep", "theirs", "-o", "destroyed.json"]
    assert run(["share", "destroyed", identifier, *said]) == 0
    assert run(["share", "check", "destroyed.json", "--keep", "ours", "--json"]) == 0
    assert "destroyed by east-desk" in capsys.readouterr().out


def test_a_notice_that_names_a_path_leads_nowhere(packed):
    opened(packed)
    said = json.loads((packed / "in.receipt.json").read_text())
    (packed / "in.receipt.json").write_text(json.dumps(said | {"package": "../theirs/x"}))

    assert run(["share", "check", "in.receipt.json", "--keep", "ours"]) == 4


def test_the_card_holds_no_secret_and_the_secret_is_a_file_of_its_own(packed, capsys):
    """Safety: whoever sends the file that was asked for sends no key."""
    typed = ["share", "key", "--as", "west-desk", "--keep", "west", "-o", "west.card"]
    assert run(typed) == 0
    said = capsys.readouterr().out
    card, secret = packed / "west.card", packed / "west" / "west.identity"

    assert "AGE-SECRET-KEY" not in card.read_text() + said
    assert 'id = "west-desk"' in card.read_text()
    assert secret.read_text().startswith("AGE-SECRET-KEY")
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert run(["share", "key", "--as", "west-desk", "-o", "west.identity"]) == 2
    assert not (packed / "west.identity").exists()
