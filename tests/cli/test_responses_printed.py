"""What `respond` prints puts the danger of a step before the step, in every situation and language.

It depends on the command line and on the situations that ship.
A new form of the answer is held to the same rules here.
"""

import json
import re
from pathlib import Path

import pytest

from safeconduct.cli.program import run
from safeconduct.cli.words import words_in
from safeconduct.respond.pathway import pathways
from safeconduct.respond.provider import providers
from tests.exporters.opened import text_of
from tests.respond.documents.filled import ANSWERS, written

ON = "2026-11-24"
DANGERS = ("Risk", "Lower it", "Not when", "Step")
HOSTS = ("KZ", "RS")


def answered(capsys, situation, *more, host="KZ"):
    assert run(["respond", "--situation", situation, "--host", host, "--on", ON, *more]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("situation", pathways())
def test_each_step_begins_with_its_risk_how_to_lower_it_and_when_not_to_take_it(
    capsys, monkeypatch, situation, language
):
    """Safety: who reads only the first lines of a step has read what it can cost."""
    monkeypatch.setenv("SAFECONDUCT_LANGUAGE", language)
    names = [words_in(language).say(name) for name in DANGERS]
    pattern = re.compile(rf"^(?:\d+\. ?|   )({'|'.join(map(re.escape, names))})\b", re.MULTILINE)

    found = pattern.findall(answered(capsys, situation))

    assert found[:4] == names
    assert found == names * (len(found) // 4)


@pytest.mark.parametrize("situation", pathways())
def test_the_json_has_the_danger_before_the_step_and_every_step(capsys, situation):
    printed = json.loads(answered(capsys, situation, "--json"))

    for step in printed["steps"]:
        keys = list(step)
        assert all(step[danger] for danger in ("risk", "lower", "not_when"))
        assert max(map(keys.index, ("risk", "lower", "not_when"))) < keys.index("text")
    assert {step["id"] for step in printed["steps"]} == {
        step.id for step in pathways()[situation].steps if not step.hosts or "KZ" in step.hosts
    }


@pytest.mark.parametrize("situation", pathways())
@pytest.mark.parametrize("host", HOSTS)
def test_no_closed_door_is_handed_on_with_its_address(capsys, situation, host):
    """Safety: a person in danger has no time for an address where nobody answers."""
    printed = json.loads(answered(capsys, situation, "--json", host=host))
    text = answered(capsys, situation, host=host)

    offered = [each for step in printed["steps"] for each in step["providers"]]
    closed = [each for each in providers().values() if each.status == "closed"]
    assert {each["contact"] for each in offered if each["openness"] == "closed"} <= {None}
    assert not any(each.contact and f" {each.contact}\n" in text for each in closed)


@pytest.mark.parametrize("situation", pathways())
def test_a_term_without_a_beginning_has_no_date_and_says_what_to_give(capsys, situation):
    """Safety: a day that nobody gave is invented, and somebody would rely on it."""
    printed = json.loads(answered(capsys, situation, "--json"))
    found = [step["deadline"] for step in printed["steps"] if step["deadline"]]
    given = [f"--trigger={each['id']}=2026-11-20T10:00+05:00" for each in found]

    waiting = " ".join(answered(capsys, situation).split())
    dated = json.loads(answered(capsys, situation, *given, "--json"))

    assert printed["dates"] == []
    assert {each["due_on"] for each in found} <= {None}
    assert set(printed["waiting_for"]) == {each["id"] for each in found if each["rule"]}
    assert all(
        each["needs"] in waiting and each["term"] in waiting for each in found if each["rule"]
    )
    assert "Days to keep" not in waiting
    assert "=DATE" not in answered(capsys, situation, *given)
    assert dated["waiting_for"] == []
    assert len(dated["dates"]) == len(printed["waiting_for"])


@pytest.mark.parametrize("situation", pathways())
@pytest.mark.parametrize("host", HOSTS)
def test_a_caution_about_a_helper_stands_wherever_the_helper_is_named(capsys, situation, host):
    """Safety: where contact is an offence, whoever reads one step alone has to know it."""
    text = " ".join(answered(capsys, situation, host=host).split())
    printed = json.loads(answered(capsys, situation, "--json", host=host))

    offered = [each for step in printed["steps"] for each in step["providers"]]
    for provider in providers().values():
        if provider.note is not None:
            n_named = sum(each["id"] == provider.id for each in offered)
            assert text.count(provider.note["en"]) == n_named
            assert all(
                each["note"] == provider.note["en"] for each in offered if each["id"] == provider.id
            )


@pytest.mark.parametrize("situation", pathways())
def test_the_first_screen_says_which_number_to_call(capsys, situation):
    """Safety: what saves a life stands before everything else."""
    known = answered(capsys, situation).split("\n\n")[0]
    unknown = " ".join(answered(capsys, situation, host="AQ").split("\n\n")[0].split())
    printed = json.loads(answered(capsys, situation, "--json"))

    assert "call 112" in known
    assert "the emergency number here is not recorded" in unknown
    assert printed["life_in_danger"]["number"] == "112"
    assert printed["life_in_danger"]["sources"]


def test_an_option_chooses_the_language_over_the_setting(capsys, monkeypatch):
    monkeypatch.setenv("SAFECONDUCT_LANGUAGE", "en")

    assert "Чем грозит" in answered(capsys, "doxing", "--language", "ru")
    assert "Risk" in answered(capsys, "doxing")
    assert run(["respond", "--form", "referral", "--language", "ru"]) == 0
    assert "# Направление" in capsys.readouterr().out


WORKED = ("ccf-request", "special-procedures-letter")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("form", sorted(ANSWERS))
@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_warnings_and_checks_stand_in_a_file_of_their_own_for_the_owner_alone(
    capsys, tmp_path, form, language, suffix
):
    """Safety: whoever sends a file sends all of it, with the warnings in it."""
    (tmp_path / "answers.toml").write_bytes(written(form))
    target = tmp_path / f"letter.{suffix}"
    asked = ["respond", "--answers", str(tmp_path / "answers.toml"), "--on", ON, "--language"]

    assert run([*asked, language, f"--{suffix}", str(target), "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    kept = [str(tmp_path / f"letter.do-not-send.{suffix}")] if form in WORKED else []
    assert told.pop("cautions") or form != "special-procedures-letter"
    assert told == {"written": [str(target)], "not_to_be_sent": kept}
    made = {path.name for path in tmp_path.iterdir()} - {"answers.toml"}
    assert made == {Path(path).name for path in (*told["written"], *kept)}
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in made} == {0o600}


@pytest.mark.parametrize("form", WORKED)
def test_what_is_sent_says_nothing_of_the_warnings_and_the_sheet_names_nobody(tmp_path, form):
    (tmp_path / "answers.toml").write_bytes(written(form))
    asked = ["respond", "--answers", str(tmp_path / "answers.toml"), "--on", ON, "--docx"]

    assert run([*asked, str(tmp_path / "letter.docx")]) == 0

    sent = text_of((tmp_path / "letter.docx").read_bytes())
    kept = text_of((tmp_path / "letter.do-not-send.docx").read_bytes())
    assert kept.startswith("Title: For you alone, not to be sent: ")
    assert "\N{BALLOT BOX}" in kept
    assert "\N{BALLOT BOX}" not in sent
    assert "keep these pages" not in sent
    assert "Example" not in kept
    assert "EXAMPLE" not in kept


def test_a_sheet_that_is_there_already_is_kept_and_nothing_is_written(tmp_path):
    (tmp_path / "answers.toml").write_bytes(written("ccf-request"))
    (tmp_path / "letter.do-not-send.docx").write_bytes(b"mine")
    asked = ["respond", "--answers", str(tmp_path / "answers.toml"), "--on", ON, "--docx"]

    assert run([*asked, str(tmp_path / "letter.docx")]) == 5

    assert not (tmp_path / "letter.docx").exists()
    assert (tmp_path / "letter.do-not-send.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.pdf", "a.docx.txt", "a.do-not-send.docx"])
def test_a_paper_has_the_ending_of_what_it_is(capsys, tmp_path, name):
    asked = ["respond", "--situation", "doxing", "--host", "KZ", "--on", ON]

    assert run([*asked, "--docx", str(tmp_path / name)]) == 2
    assert ("do-not-send" if "send" in name else "the name has to end in .docx") in " ".join(
        capsys.readouterr().err.split()
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [({}, 0), ({"agreed_groups": []}, 5), ({"agreed_on": None}, 5)],
)
def test_a_check_tells_that_consent_is_missing_before_a_document_is_asked_for(
    capsys, tmp_path, changes, code
):
    (tmp_path / "answers.toml").write_bytes(written("referral", **changes))

    assert run(["respond", "--answers", str(tmp_path / "answers.toml")]) == code

    told = capsys.readouterr()
    assert ("nothing is wrong" in told.out) == (code == 0)
    assert ("without that person's consent" in " ".join(told.err.split())) == (code == 5)


def test_a_check_names_the_fields_and_not_the_values_of_a_repeat(capsys, tmp_path):
    """Safety: the screen is read by others too."""
    form = written("referral", agreed_groups=["needs"], needs_in_words="Ask for ILYA.")
    (tmp_path / "answers.toml").write_bytes(form)

    assert run(["respond", "--answers", str(tmp_path / "answers.toml")]) == 5

    told = " ".join(capsys.readouterr().err.split())
    assert "identity.full_name in needs.needs_in_words" in told
    assert "ilya" not in told.casefold()


@pytest.mark.parametrize(
    ("said", "near"),
    [("KX", "KZ (Kazakhstan)"), ("Kazakstan", "KZ (Kazakhstan)"), ("Грузя", "GE (Georgia)")],
)
def test_a_state_that_is_not_found_is_told_with_near_codes(capsys, said, near):
    assert run(["respond", "--situation", "doxing", "--host", said, "--on", ON]) == 4
    assert near in " ".join(capsys.readouterr().err.split())
    assert run(["expose", "--origin", said, "--host", "KZ", "--on", ON]) == 4
    assert near in " ".join(capsys.readouterr().err.split())
    assert run(["respond", "--situation", "doxing", "--host", "Zzyzx", "--on", ON]) == 4
    assert "Near it" not in capsys.readouterr().err


def test_a_wrong_situation_is_told_with_all_ids_before_anything_else_is_asked_for(capsys):
    assert run(["respond", "--situation", "weather"]) == 4
    told = " ".join(capsys.readouterr().err.split())
    assert all(each in told for each in pathways())


def test_no_paper_is_written_where_one_of_them_may_not_be(tmp_path):
    (tmp_path / "sheet.pdf").write_bytes(b"mine")
    asked = ["respond", "--situation", "doxing", "--host", "KZ", "--on", ON]
    papers = ["--docx", str(tmp_path / "sheet.docx"), "--pdf", str(tmp_path / "sheet.pdf")]

    assert run([*asked, *papers]) != 0
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize("day", ["20240630", "2024-W26-7", "30.06.2024"])
def test_a_day_has_one_form(day):
    assert run(["respond", "--situation", "doxing", "--host", "KZ", "--on", day]) == 2
    assert run(["expose", "--origin", "RU", "--host", "KZ", "--on", day]) == 2


def test_a_calendar_and_an_answer_in_json_are_written_where_it_was_asked(capsys, tmp_path):
    asked = ["respond", "--situation", "wanted-list", "--host", "KZ", "--on", ON]
    begun = ["--trigger", "ccf-access=2026-11-01"]
    for option, name in (("--ics", "days.ics"), ("--json", "answer.json")):
        target = tmp_path / name
        assert run([*asked, *begun, option, "-o", str(target)]) == 0
        assert capsys.readouterr().out.strip() == str(target)
        assert target.stat().st_mode & 0o777 == 0o600
        assert run([*asked, *begun, option, "-o", str(target)]) != 0
    assert run([*asked, "-o", str(tmp_path / "x")]) == 2


@pytest.mark.parametrize("host", ["RU", "SU"])
def test_the_state_of_origin_and_a_state_that_is_no_more_have_no_steps(capsys, host):
    assert run(["respond", "--situation", "wanted-list", "--host", host, "--on", ON]) != 0
    assert capsys.readouterr().out == ""


def test_a_name_in_cyrillic_is_hinted_at_when_a_form_is_checked(capsys, tmp_path):
    path = tmp_path / "answers.toml"
    path.write_bytes(written("ccf-request", family_name="ПРИМЕР"))

    assert run(["respond", "--answers", str(path), "--json"]) == 0
    assert "Latin letters" in json.loads(capsys.readouterr().out)["cautions"][0]


def test_a_calendar_and_a_sheet_are_asked_for_one_after_the_other(tmp_path, capsys):
    target = tmp_path / "sheet.docx"
    asked = ["respond", "--situation", "wanted-list", "--host", "KZ", "--on", ON, "--ics"]

    assert run([*asked, "--docx", str(target)]) == 2
    assert "ask twice" in capsys.readouterr().err
    assert not target.exists()


def test_no_guide_is_written_about_a_state_that_is_no_more(tmp_path, capsys):
    assert run(["guide", "-o", str(tmp_path / "site"), "--origin", "SU"]) != 0
    assert "no longer a state" in capsys.readouterr().err
