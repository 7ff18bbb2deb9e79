"""What sharing leaves on a disk, and how a recall comes back as a receipt.

It depends on the command line, called in this process.
A further file that a step writes is one more line of the rights.
"""

import json
import stat

import pytest

from safeconduct.cli.program import run
from tests.publish.signed_releases import private_octets

CONSENT = """\
id = "c-12"
audience = "amber"
purposes = ["protection"]
partners = ["east-desk"]
groups = ["letters"]
given_on = "2020-01-01"
until = "2999-12-31"
"""
EAST = ["--as", "east-desk", "--key", "east.signing"]
WEST = ["--as", "west-desk", "--key", "west.signing"]
ROSTER = ["--roster", "partners"]
SECRET = "Mira Poleva was followed."  # noqa: S105  # a letter of an invented person


@pytest.fixture
def packed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text(SECRET)
    (tmp_path / "consent.toml").write_text(CONSENT)
    for seed, desk in enumerate(("east", "north", "west", "south")):
        (tmp_path / f"{desk}.signing").write_bytes(private_octets(seed))
        (tmp_path / f"{desk}.signing").chmod(0o600)
    run(["share", "key", *EAST, "-o", "east.card"])
    run(["share", "key", "--as", "north-desk", "--key", "north.signing", "-o", "north.card"])
    lines = (tmp_path / "north.roster").read_text() + (tmp_path / "east.roster").read_text()
    (tmp_path / "partners").write_text(lines)
    options = [
        "--key",
        "north.signing",
        "--to",
        "east.card",
        "--tlp",
        "amber",
        "--purpose",
        "protection",
    ]
    options += ["--consent", "consent.toml", "--as", "north-desk", "--keep", "ours"]
    assert run(["share", "pack", "letters:letter.txt", *options, "-o", "p.age", "--json"]) == 0
    capsys.readouterr()
    return tmp_path


def test_no_plaintext_is_left_behind_and_every_file_is_for_its_owner_alone(packed):
    """Safety: a package is put together in memory; only what is encrypted is ever written."""
    made = [packed / "p.age", packed / "east.identity", *packed.glob("ours/*")]
    made += [packed / "east.roster"]
    every = [path for path in packed.rglob("*") if path.is_file()]

    assert [path.name for path in every if b"Mira" in path.read_bytes()] == ["letter.txt"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}
    assert stat.S_IMODE((packed / "ours").stat().st_mode) == 0o700


def opened(folder):
    options = ["--identity", "east.identity", "--keep", "theirs", "-o", "in", *EAST, *ROSTER]
    assert run(["share", "open", "p.age", *options, "--json"]) == 0
    return json.loads((folder / "in" / "manifest.json").read_text())["id"]


def test_what_a_partner_opens_is_for_its_owner_alone(packed):
    opened(packed)

    files = [*(packed / "in").iterdir(), packed / "in.receipt.json"]
    assert (packed / "in" / "letter.txt").read_text() == SECRET
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_recall_reaches_the_partner_and_comes_back_as_a_receipt(packed, capsys):
    identifier = opened(packed)
    said = ["--as", "north-desk", "--key", "north.signing", "--keep", "ours", "-o", "recall.json"]
    run(["share", "recall", identifier, "--reason", "consent-withdrawn", *said])
    capsys.readouterr()

    assert run(["share", "check", "recall.json", "--keep", "theirs", *ROSTER]) == 0
    assert f"share destroyed {identifier}" in capsys.readouterr().out

    said = [*EAST, "--keep", "theirs", "-o", "destroyed.json"]
    assert run(["share", "destroyed", identifier, *said]) == 0
    assert run(["share", "check", "destroyed.json", "--keep", "ours", *ROSTER, "--json"]) == 0
    assert "destroyed by east-desk" in capsys.readouterr().out


def test_a_notice_that_names_a_path_leads_nowhere(packed):
    opened(packed)
    said = json.loads((packed / "in.receipt.json").read_text())
    (packed / "in.receipt.json").write_text(json.dumps(said | {"package": "../theirs/x"}))

    assert run(["share", "check", "in.receipt.json", "--keep", "ours", *ROSTER]) == 4


def test_the_card_holds_no_secret_and_the_secret_is_a_file_of_its_own(packed, capsys):
    """Safety: whoever sends the file that was asked for sends no key."""
    typed = ["share", "key", *WEST, "--keep", "west", "-o", "west.card"]
    assert run(typed) == 0
    said = capsys.readouterr().out
    card, secret = packed / "west.card", packed / "west" / "west.identity"

    assert "AGE-SECRET-KEY" not in card.read_text() + said
    assert 'id = "west-desk"' in card.read_text()
    assert secret.read_text().startswith("AGE-SECRET-KEY")
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert "PRIVATE" not in (packed / "west.roster").read_text() + card.read_text() + said
    for ending in ("identity", "roster"):
        assert run(["share", "key", *WEST, "-o", f"other.{ending}"]) == 2
    assert not list(packed.glob("other.*"))


def test_a_package_by_a_key_that_the_roster_does_not_know_is_not_opened(packed, capsys):
    """Safety: whoever has a card can seal a package to it, but not sign it."""
    options = ["--identity", "east.identity", "--keep", "theirs", "-o", "in", *EAST]

    assert run(["share", "open", "p.age", *options, "--roster", "east.roster"]) == 5
    assert "nobody in the roster" in capsys.readouterr().err
    assert not (packed / "in").exists()
    assert not (packed / "theirs").exists()


def test_a_locked_signing_key_asks_for_its_passphrase(packed, monkeypatch):
    (packed / "locked").write_bytes(private_octets(1, passphrase="open"))  # noqa: S106  # of a key of nobody
    monkeypatch.setattr("click.prompt", lambda *_, **__: "shut")
    options = ["--as", "north-desk", "--key", "locked", "--keep", "ours", "-o", "recall.json"]
    identifier = opened(packed)

    assert run(["share", "recall", identifier, "--reason", "danger", *options]) == 3
