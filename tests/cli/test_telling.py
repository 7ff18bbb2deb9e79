"""An error is told with every problem, its place and what to do; an unforeseen one shows nothing.

It depends on the errors and on the telling of them.
Safety: a test holds that no text of an unforeseen error reaches a person's log.
"""

import io
import json

import click
import pytest

from safeconduct import errors
from safeconduct.cli.exit_codes import ExitCode, code_of
from safeconduct.cli.screen import Screen
from safeconduct.cli.telling import tell

NAMED = "Maria of Almaty"


def told(error, *, as_json=False):
    stream = io.StringIO()
    code = tell(error, Screen(stream), as_json=as_json)
    return code, stream.getvalue()


def raised(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def test_every_problem_is_told_with_place_found_allowed_and_hint():
    problems = [
        errors.Problem(
            file="statements.csv",
            row=4,
            column="date",
            found="what is not a date",
            allowed="a date",
            hint="Write 2023.",
        ),
        errors.Problem(file="corpus.toml", row=0, column="", found="no such file", allowed="one"),
    ]

    code, text = told(errors.RejectedRows("corpus", problems))

    assert code == ExitCode.REJECTED
    assert text.splitlines() == [
        "corpus was not taken in: 2 problems.",
        "  statements.csv, row 4, column date: found what is not a date; allowed: a date.",
        "    Write 2023.",
        "  corpus.toml: found no such file; allowed: one.",
        "Mend each place named and run the command again; nothing was written.",
    ]


def test_as_json_an_error_has_the_same_parts():
    problem = errors.Problem(file="a.csv", row=2, column="id", found="x", allowed="y", hint="z")

    _, text = told(errors.RejectedRows("a", [problem]), as_json=True)
    error = json.loads(text)["error"]

    assert (error["code"], error["exit_code"]) == ("rejected-rows", 3)
    assert error["problems"] == [
        {
            "where": "a.csv, row 2, column id",
            "file": "a.csv",
            "row": 2,
            "column": "id",
            "found": "x",
            "allowed": "y",
            "hint": "z",
        }
    ]


@pytest.mark.parametrize(
    ("error", "first"),
    [
        (errors.InvalidVocabulary("a.toml", [("id", "is missing")]), "a.toml is not a usable"),
        (
            errors.InvalidRecord("plan", [("a", "is b"), ("c", "is d")]),
            "This plan cannot be built.",
        ),
        (errors.InvalidQuery([("by", "is x")]), "This question cannot be answered."),
    ],
)
def test_pairs_of_problems_have_a_line_each(error, first):
    _, text = told(error)

    assert text.startswith(first)
    assert all(f"{part}: {found}." in text for part, found in error.problems)


@pytest.mark.parametrize("error", [KeyError(NAMED), ValueError(NAMED), RuntimeError(NAMED)])
@pytest.mark.parametrize("as_json", [False, True])
def test_an_unforeseen_error_is_told_by_kind_and_place_and_never_by_its_text(error, as_json):
    code, text = told(raised(error), as_json=as_json)

    assert code == ExitCode.UNEXPECTED
    assert type(error).__name__ in text
    assert NAMED not in text
    assert "Traceback" not in text


def test_an_unforeseen_error_names_the_line_of_the_program():
    screen: Screen | None = None
    try:
        tell(errors.NotFound("a", "b"), screen, as_json=False)  # type: ignore[arg-type]
    except AttributeError as caught:
        _, text = told(caught)

        assert "AttributeError at cli/telling.py:" in text
    else:
        pytest.fail("nothing was raised")


@pytest.mark.parametrize(
    ("error", "code", "part"),
    [
        (PermissionError(13, "Permission denied", "out.xlsx"), 7, "out.xlsx: Permission denied."),
        (OSError(), 7, "OSError."),
        (ModuleNotFoundError("no", name="duckdb.sql"), 7, "This needs duckdb"),
        (ModuleNotFoundError("no", name="safeconduct.nothing"), 70, "ModuleNotFoundError"),
        (click.UsageError("Give a corpus."), 2, "Give a corpus."),
        (click.Abort(), 130, ""),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_what_the_machine_says_is_told_calmly(error, code, part):
    found, text = told(error)

    assert (found, part in text) == (code, True)
    assert bool(text) == bool(part)


def branches(kind):
    for child in kind.__subclasses__():
        yield child
        yield from branches(child)


@pytest.mark.parametrize("kind", sorted(branches(errors.SafeconductError), key=str))
def test_every_error_of_the_tree_has_an_exit_code_of_its_own_branch(kind):
    code = code_of(kind.__new__(kind))

    assert code in set(ExitCode) - {ExitCode.FINE, ExitCode.FINDINGS, ExitCode.UNEXPECTED}


def test_every_exit_code_says_what_it_means():
    assert all(code.meaning.endswith(".") for code in ExitCode)
