"""What `respond` prints puts the danger of a step before the step, in every situation and language.

It depends on the command line and on the situations that ship.
A new form of the answer is held to the same rules here.
"""

import json
import re

import pytest

from safeconduct.cli.program import run
from safeconduct.cli.words import words_in
from safeconduct.respond.pathway import pathways
from safeconduct.respond.provider import providers

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
def test_an_assumed_beginning_is_owned_to_and_a_given_one_is_not_assumed(capsys, situation):
    printed = json.loads(answered(capsys, situation, "--json"))
    found = [step["deadline"] for step in printed["steps"] if step["deadline"]]
    given = [f"--trigger={each['id']}=2026-11-20T10:00+05:00" for each in found]

    assumed = " ".join(answered(capsys, situation).split())

    assert all(f"--trigger {each['id']}=DATE" in assumed for each in found if each["rule"])
    assert "=DATE" not in answered(capsys, situation, *given)


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
