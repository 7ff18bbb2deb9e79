"""Releases from the command line: enclosed, attacked, signed, verified, corrected, withdrawn.

It depends on the built-in corpus and on keys made for the test, which no transcript should hold.
A further part of the work is shown in the transcript; here stands what needs a key or a picture.
"""

import json

import pytest

from safeconduct.cli.program import run
from safeconduct.errors import RejectedRows
from safeconduct.publish.manifest import MANIFEST, files_of, manifest_of
from safeconduct.publish.signing import sign
from safeconduct.publish.ssh_keys import signing_key
from tests.cli.transcript import FOLDER, lay_out, read
from tests.publish.linter.planted import chunk, pdf, png, zipped
from tests.publish.signed_releases import private_octets, roster_text

CORPUS = "distance-is-not-a-shield"
RELEASE = "release-persons-2025-07-29"
SPACE = 'namespaces="safeconduct-release"'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lay_out(read(FOLDER / "publish.txt"), tmp_path)
    (tmp_path / "roster").write_text(roster_text("ada", "berta", options=SPACE))
    for seed, person in enumerate(("ada", "berta")):
        (tmp_path / person).write_bytes(private_octets(seed))
    return tmp_path


def build(*more, plan="plan.toml"):
    return run(["publish", "build", plan, CORPUS, "-o", ".", *more])


def test_a_stranger_verifies_with_one_command_what_two_people_signed(folder, capsys):
    assert build("--yes") == 0
    assert run(["publish", "sign", RELEASE, "--key", "ada"]) == 0
    assert run(["publish", "sign", RELEASE, "--key", "berta", "--json"]) == 0
    capsys.readouterr()

    assert run(["publish", "verify", RELEASE, "--roster", "roster"]) == 0
    assert "Signed by ada, berta" in capsys.readouterr().out
    assert run(["publish", "verify", RELEASE, "--roster", "roster", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["signed_by"] == ["ada", "berta"]

    table = folder / RELEASE / "tables" / "by-tactic.csv"
    table.write_bytes(table.read_bytes().replace(b"under 5", b"under 6", 1))
    assert run(["publish", "verify", RELEASE, "--roster", "roster"]) == 6
    assert "tables/by-tactic.csv" in capsys.readouterr().err


def test_a_locked_key_asks_for_its_passphrase(folder, monkeypatch):
    build("--yes")
    (folder / "ada").write_bytes(private_octets(0, passphrase="invented"))  # noqa: S106
    monkeypatch.setattr("click.prompt", lambda *_, **__: "invented")

    assert run(["publish", "sign", RELEASE, "--key", "ada"]) == 0


@pytest.mark.parametrize(
    "planted",
    [
        {"texts.en.md": b"Photo: Zarina Akhmetova."},
        {"texts.ru.md": "О деле Ахметовой.".encode()},
        {"a.png": png(chunk(b"tEXt", b"Author\0Akhmetova")), "a.en.txt": b"A chart."},
        {"a.png": png(behind=zipped({"a.txt": b"Akhmetova"})), "a.en.txt": b"A chart."},
        {"a.png": png(behind=pdf(title="Akhmetova")), "a.en.txt": b"A chart."},
        {"a.svg": b"<svg/>", "a.en.txt": "Портрет: Ахметова".encode()},
    ],
)
def test_a_planted_name_is_refused_with_its_place_and_without_the_name(folder, capsys, planted):
    (folder / "with").mkdir()
    for name, octets in planted.items():
        (folder / "with" / name).write_bytes(octets)

    assert build("--never", "never.txt", "--with", "with", "--yes") == 5
    said = capsys.readouterr().err
    assert "R7 gets the value of never.txt, line 2" in said
    assert "hmetova" not in said
    assert not (folder / RELEASE).exists()


def test_a_value_of_the_corpus_is_refused_without_any_list(folder, capsys):
    (folder / "with").mkdir()
    (folder / "with" / "note.en.md").write_text("They were taken to Bishkek airport on 9 May 2025.")
    assert build("--with", "with") == 5
    assert "statements.place_of_act" in capsys.readouterr().err


def test_what_is_enclosed_is_shown_and_written(folder, capsys):
    (folder / "with").mkdir()
    (folder / "with" / "chart.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    (folder / "with" / "chart.en.txt").write_bytes(b"A chart.")
    (folder / "with" / "thanks.en.md").write_bytes(b"Thanks.")

    assert build("--with", "with", "--yes") == 0
    assert "Texts: 1. Pictures: 1." in capsys.readouterr().out
    assert (folder / RELEASE / "pictures" / "chart.svg").is_file()


@pytest.mark.parametrize("name", ["a.png", "a.doc", "plain.md"])
def test_an_enclosed_file_that_is_not_understood_is_refused(folder, name):
    from safeconduct.cli.enclosing import enclosed_in  # noqa: PLC0415  # its only use

    (folder / "with").mkdir()
    (folder / "with" / name).write_bytes(b"")

    with pytest.raises(RejectedRows):
        enclosed_in(folder / "with")


def test_a_text_that_is_not_utf8_and_a_link_are_named_problems(folder, capsys):
    """Safety: a link could lead a file of somebody's own into what is published."""
    (folder / "with").mkdir()
    (folder / "with" / "note.en.md").write_bytes(b"\xff")
    (folder / "with" / "own.en.md").symlink_to(folder / "never.txt")

    assert build("--with", "with") == 3
    said = capsys.readouterr().err
    assert "note.en.md: found a text that is not UTF-8" in said
    assert "own.en.md: found a link or a folder" in said


def test_an_attack_that_gets_something_ends_with_findings(folder, capsys):
    (folder / "with").mkdir()
    (folder / "with" / "thanks.en.md").write_bytes(b"Thanks to Akhmetova.")
    build("--with", "with", "--yes")
    capsys.readouterr()

    assert run(["publish", "attack", RELEASE, "--never", "never.txt"]) == 1
    assert "texts/thanks.en.md, line 1" in (said := capsys.readouterr().out)
    assert "hmetova" not in said
    assert run(["publish", "attack", RELEASE, "--never", "never.txt", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["breaches"][0]["attack"] == "R7"


@pytest.mark.parametrize(
    ("option", "kind"), [("--corrects", "correction"), ("--withdraws", "withdrawal")]
)
def test_a_release_is_corrected_and_withdrawn_by_another_release(folder, capsys, option, kind):
    build("--yes")
    again = (folder / "plan.toml").read_text().replace("persons-2025-07-29", "second")
    (folder / "again.toml").write_text(again)
    capsys.readouterr()

    assert (
        build(option, RELEASE, "--why", "A table was wrong.", "--yes", "--json", plan="again.toml")
        == 0
    )

    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == kind
    assert told["concerns"]
    assert bool(told["tables"]) == (kind == "correction")
    (folder / "release-of-something-else").mkdir()
    assert run(["publish", "attack", "release-second", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["earlier"] == 1


def test_a_plan_names_earlier_releases_and_a_never_file(folder, capsys):
    build("--yes")
    again = (folder / "plan.toml").read_text().replace("persons-2025-07-29", "second")
    again = again.replace("first_release = true\n", "")
    more = f'earlier = ["{RELEASE}"]\nnever = "never.txt"\n'
    (folder / "again.toml").write_text(more + again)
    capsys.readouterr()

    assert build("--corrects", RELEASE, "--why", "A table was wrong.", plan="again.toml") == 0


def test_a_corpus_that_was_never_closed_needs_a_day(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    run(["new", "quiet"])

    assert run(["publish", "plan", "quiet", "-o", "p.toml"]) == 3
    assert run(["publish", "plan", "quiet", "-o", "p.toml", "--on", "2026-06-30"]) == 0


def test_a_release_that_is_taken_back_is_told_so_with_a_code_of_its_own(folder, capsys):
    again = (folder / "plan.toml").read_text().replace("persons-2025-07-29", "gone")
    (folder / "gone.toml").write_text(again)
    build("--yes")
    build("--withdraws", RELEASE, "--why", "A table was wrong.", "--yes", plan="gone.toml")
    for release in (RELEASE, "release-gone"):
        for person in ("ada", "berta"):
            assert run(["publish", "sign", release, "--key", person]) == 0
    capsys.readouterr()

    assert run(["publish", "verify", RELEASE, "--roster", "roster"]) == 8
    assert "A table was wrong." in capsys.readouterr().out
    assert run(["publish", "verify", RELEASE, "--roster", "roster", "--json"]) == 8
    assert json.loads(capsys.readouterr().out)["withdrawn_by"] == ["gone"]

    (folder / "there").mkdir()
    (folder / "release-gone").rename(folder / "there" / "release-gone")
    assert run(["publish", "verify", RELEASE, "--roster", "roster"]) == 0
    assert "no proof" in capsys.readouterr().err
    assert run(["publish", "verify", RELEASE, "there", "--roster", "roster"]) == 8


def test_nothing_is_built_beside_a_release_that_the_plan_does_not_name(folder, capsys):
    """Safety: what a release is not held against may give its persons away with it."""
    again = (folder / "plan.toml").read_text().replace("persons-2025-07-29", "second")
    (folder / "again.toml").write_text(again)
    build("--yes")

    assert build(plan="again.toml") == 5
    assert "which the plan does not name" in capsys.readouterr().err.replace("\n", " ")

    build("--corrects", RELEASE, "--why", "Wrong.", "--yes", plan="again.toml")
    named = again.replace("second", "third").replace(
        "first_release = true", f'earlier = ["{RELEASE}"]'
    )
    (folder / "third.toml").write_text(named)
    code = run(["publish", "build", "third.toml", CORPUS, "-o", "elsewhere"])

    assert code == 5
    assert "beside second" in capsys.readouterr().err.replace("\n", " ")


def test_a_table_that_says_what_the_release_does_not_is_neither_signed_nor_verified(folder, capsys):
    """Safety: exact counts could leave with a release that was attacked without them."""
    assert build("--yes") == 0
    release = folder / RELEASE
    table = release / "tables" / "by-tactic.csv"
    table.write_bytes(table.read_bytes().replace(b"under 5", b"3", 1))
    held = {path: octets for path, octets in files_of(release).items() if path != MANIFEST}
    (release / MANIFEST).write_bytes(manifest_of(held))
    capsys.readouterr()

    assert run(["publish", "sign", RELEASE, "--key", "ada"]) == 6
    assert "tables/by-tactic.csv" in capsys.readouterr().err
    for seed in (0, 1):
        sign(release, signing_key(private_octets(seed), file="key"))
    assert run(["publish", "verify", RELEASE, "--roster", "roster"]) == 6
