"""What a release is refused for is told in the language of whoever asked.

It depends on the code of releases, whose refusals, breaches and remedies are read from it.
A further language is held to the same messages by itself.
"""

import ast
import re
from pathlib import Path

import pytest

from safeconduct import publish
from safeconduct.cli.program import run
from safeconduct.cli.words import words_in

RAISED = ("Refusal", "BrokenIntegrity", "Breach", "_breach", "_Change", "as_breaches")
# What is told to programmers, or belongs to packages for partners.
ELSEWHERE = ("linter", "partners")


def written(node):
    """A text as it would come out, with an invented value in each place."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else f"v{number}"
            for number, part in enumerate(node.values)
        )
    return ""


def raised():
    """Every text that stands in a refusal, a breach or a remedy of a release."""
    found = set()
    for path in Path(publish.__file__).parent.rglob("*.py"):
        if path.parent.name in ELSEWHERE or path.parent.parent.name in ELSEWHERE:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED:
                given = [
                    *node.args,
                    *(each.value for each in node.keywords if each.arg != "attack"),
                ]
                found |= {written(each) for each in given}
            if isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in (
                "REMEDY",
                "RULE",
            ):
                found.add(written(node.value))
    return sorted(text for text in found if " " in text)


@pytest.mark.parametrize("text", raised())
def test_every_refusal_and_remedy_of_a_release_has_its_russian(text):
    assert re.search("[а-я]", words_in("ru").retell(text))


def test_a_message_keeps_its_values_and_an_unknown_one_stays():
    words = words_in("ru")

    told = words.retell("the release a: R2 gets a hidden count in t, K × 2024, and 3 more")

    assert all(value in told for value in ("R2", "K × 2024", "скрытое число", "ещё 3"))
    assert words.retell("Something else altogether.") == "Something else altogether."


def test_a_broken_release_is_told_of_in_russian(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SAFECONDUCT_LANGUAGE", "ru")

    assert run(["publish", "attack", str(tmp_path)]) == 6
    assert "В нём нет MANIFEST" in capsys.readouterr().err
