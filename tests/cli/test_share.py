"""What sharing leaves on a disk, and how a recall comes back as a receipt.

It depends on the command line, called in this process.
A further file that a step writes is one more line of the rights.
"""

import json
import shutil
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
NORTH = ["--key", "north.signing"]
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
    printed = " ".join(capsys.readouterr().out.split()).split("then: safeconduct ")[1]
    command = printed.replace("KEY", "east.signing").split()
    assert command[:3] == ["share", "destroyed", identifier]
    assert run(command) == 5

    shutil.rmtree(packed / "in")
    assert run(command) == 5
    (packed / "p.age").unlink()
    assert run(command) == 0
    assert run(["share", "check", "destroyed.json", "--keep", "ours", *ROSTER]) == 0
    told = capsys.readouterr().out
    assert "destroyed by east-desk" in told
    assert "nothing proves it" in told


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


def pack(*what, card="east.card", target="q.age"):
    options = ["--to", card, "--tlp", "amber", "--purpose", "protection"]
    options += ["--consent", "consent.toml", "--as", "north-desk", *NORTH, "--keep", "ours"]
    return run(["share", "pack", *what, *options, "-o", target])


def test_a_card_of_a_known_partner_with_other_keys_is_declined(packed, capsys):
    """Safety: whoever writes a card under a known id would read what is meant for the partner."""
    (packed / "away").mkdir()
    run(["share", "key", *EAST, "-o", "away/new.card"])
    ours, theirs = ((packed / name).read_text() for name in ("east.card", "away/new.card"))
    both = f"{ours.rstrip().removesuffix(']')}, {theirs.partition('[')[2]}"
    (packed / "both.card").write_text(both)

    assert pack("letters:letter.txt", card="away/new.card") == 5
    assert pack("letters:letter.txt", card="both.card") == 5
    told = " ".join(capsys.readouterr().err.split())
    assert "with a key more and a key fewer" in told
    assert "take ours/east-desk.known away" in told
    assert not (packed / "q.age").exists()
    assert pack("letters:letter.txt") == 0

    (packed / "ours" / "east-desk.known").unlink()
    assert pack("letters:letter.txt", card="away/new.card", target="r.age") == 0
    assert pack("letters:letter.txt", target="s.age") == 5


def test_a_link_a_folder_and_a_secret_key_are_not_packed(packed, capsys):
    """Safety: one slip of a name sends away what opens every package."""
    (packed / "link.txt").symlink_to(packed / "letter.txt")
    (packed / "folder").mkdir()
    (packed / "renamed.txt").write_text((packed / "east.identity").read_text())
    (packed / "wide.txt").write_bytes((packed / "east.identity").read_text().encode("utf-16"))
    ledger = next((packed / "ours").glob("*.package"))

    for path in ("link.txt", "folder", "nowhere", "east.identity", "renamed.txt", "wide.txt"):
        assert pack(f"letters:{path}") == 5, path
    assert pack(f"letters:{ledger}") == 5
    assert "AGE-SECRET" not in capsys.readouterr().err
    assert not (packed / "q.age").exists()


def test_a_package_is_opened_once_more_until_it_is_recalled(packed, capsys):
    identifier = opened(packed)
    options = ["--identity", "east.identity", "--keep", "theirs", *EAST, *ROSTER]
    assert run(["share", "open", "p.age", *options, "-o", "in"]) == 5
    assert run(["share", "open", "p.age", *options, "-o", "again"]) == 0
    (packed / "third.receipt.json").write_text("")
    assert run(["share", "open", "p.age", *options, "-o", "third"]) == 5
    assert "--yes" not in capsys.readouterr().err
    assert not (packed / "third").exists()

    said = ["--as", "north-desk", *NORTH, "--keep", "ours", "-o", "recall.json"]
    run(["share", "recall", identifier, "--reason", "danger", *said])
    run(["share", "check", "recall.json", "--keep", "theirs", *ROSTER])

    assert run(["share", "open", "p.age", *options, "-o", "fourth"]) == 5
    shutil.rmtree(packed / "in")
    (packed / "p.age").unlink()
    gone = ["share", "destroyed", identifier, *EAST, "--keep", "theirs", "-o", "d"]
    assert run(gone) == 5
    assert "again" in capsys.readouterr().err
    shutil.rmtree(packed / "again")
    assert run(gone) == 0


@pytest.mark.usefixtures("packed")
def test_a_name_too_long_for_a_file_is_called_so(capsys):
    assert run(["share", "key", *EAST, "-o", "e" * 300]) == 5
    assert "at most 200 bytes" in capsys.readouterr().err
    assert run(["share", "key", "--as", "e" * 300, *EAST[2:], "-o", "long.card"]) == 3
    assert "1 to 60" in capsys.readouterr().err
