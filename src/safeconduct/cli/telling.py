"""Telling an error: what happened, every problem with its place, and what to do next.

It depends on the errors, the exit codes and the words; only here does an error become text.
A new error needs nothing here unless it keeps its problems in a new shape; then `problems_of`.

Safety: an error that the program did not foresee is told by its kind and place in the code alone,
since its own text may quote what a corpus holds.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from safeconduct.cli.error_words import error_spoken
from safeconduct.cli.exit_codes import ExitCode, code_of
from safeconduct.cli.json_text import json_text
from safeconduct.cli.words import SOURCE_LANGUAGE, words_in
from safeconduct.errors import Problem, SafeconductError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.cli.json_text import Json
    from safeconduct.cli.screen import Screen
    from safeconduct.cli.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An error in words: its code and exit code, the sentence, every problem, the hint."""

    code: str
    exit_code: ExitCode
    message: str
    hint: str = ""
    problems: tuple[Problem, ...] = ()


def tell(
    error: BaseException, screen: Screen, *, as_json: bool, words: Words | None = None
) -> ExitCode:
    """Tell an error on stderr, as text or as JSON, and return the exit code.

    JSON is for programs and stays in English.
    """
    told = told_of(error)
    if told.exit_code in (ExitCode.UNHEARD, ExitCode.INTERRUPTED):
        return told.exit_code
    if as_json:
        print(json_text(_as_json(told)), file=screen.stream)
    else:
        _as_text(told, screen, words or words_in(SOURCE_LANGUAGE))
    return told.exit_code


def told_of(error: BaseException) -> Told:
    """Put an error into words."""
    match error:
        case SafeconductError():
            return Told(
                code=error.code,
                exit_code=code_of(error),
                message=_opening(error),
                hint=error.hint,
                problems=tuple(problems_of(error)),
            )
        case click.Abort() | KeyboardInterrupt():
            return _told("interrupted", ExitCode.INTERRUPTED, message="")
        case click.UsageError():
            verb = error.ctx.command_path if error.ctx else "safeconduct"
            hint = f"See {verb} --help."
            return _told("usage", ExitCode.USAGE, message=error.format_message(), hint=hint)
        case ModuleNotFoundError() if error.name and not error.name.startswith("safeconduct"):
            return _told(
                "unavailable",
                ExitCode.UNAVAILABLE,
                message=f"This needs {error.name.partition('.')[0]}, which is not installed.",
                hint="Install the command line as a whole: pip install 'safeconduct[cli]'.",
            )
        case OSError():
            place = f"{error.filename}: " if error.filename else ""
            reason = error.strerror or type(error).__name__
            return _told("unavailable", code_of(error), message=f"{place}{reason}.")
        case _:
            return _unforeseen(error)


def problems_of(error: SafeconductError) -> Iterable[Problem]:
    """List every problem that an error keeps, each with its place."""
    for problem in getattr(error, "problems", ()):
        if isinstance(problem, Problem):
            yield problem
        else:
            part, found = problem
            file = getattr(error, "file", "")
            yield Problem(file=file, row=0, column=part, found=found, allowed="")


def _opening(error: SafeconductError) -> str:
    """The message; where every problem has a line of its own, without the list of them."""
    has_pairs = any(not isinstance(each, Problem) for each in getattr(error, "problems", ()))
    return f"{error.message.partition(': ')[0]}." if has_pairs else error.message


def _unforeseen(error: BaseException) -> Told:
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "safeconduct" in frame.filename
    ]
    place = ""
    if frames:
        file = frames[-1].filename.rpartition("safeconduct/")[2]
        place = f" at {file}:{frames[-1].lineno}"
    return _told(
        "unexpected",
        ExitCode.UNEXPECTED,
        message=f"The program made a mistake: {type(error).__name__}{place}.",
        hint="Nothing of the corpus is shown here. Please report this line; SECURITY.md says how.",
    )


def _told(code: str, exit_code: ExitCode, *, message: str, hint: str = "") -> Told:
    return Told(code=code, exit_code=exit_code, message=message, hint=hint)


def _as_text(told: Told, screen: Screen, words: Words) -> None:
    def say(text: str) -> str:
        return error_spoken(text, words)

    screen.paragraph(say(told.message), style="bold")
    for problem in told.problems:
        screen.paragraph(
            f"{_place_said(problem, words)}: {_wrong(problem, words)}", indent="    ", first="  "
        )
        if problem.hint:
            screen.paragraph(say(problem.hint), indent="    ")
    if told.hint:
        screen.paragraph(say(told.hint))


def _wrong(problem: Problem, words: Words) -> str:
    """What was found, and what is allowed where the problem says it."""
    found = error_spoken(problem.found, words)
    if not problem.allowed:
        return _ended(found)
    allowed = error_spoken(problem.allowed, words)
    return words.say("found {found}; allowed: {allowed}.", found=found, allowed=allowed)


def _place_said(problem: Problem, words: Words) -> str:
    """Where it is, as far as file, row and column apply."""
    if not problem.file:
        return problem.column
    parts = [error_spoken(problem.file, words)]
    if problem.row:
        parts.append(words.say("row {row}", row=problem.row))
    if problem.column:
        parts.append(words.say("column {column}", column=problem.column))
    return ", ".join(parts)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _place(problem: Problem) -> str:
    """Where it is; a question has no file, and its part stands alone."""
    return problem.where if problem.file else problem.column


def _as_json(told: Told) -> Json:
    return {
        "error": {
            "code": told.code,
            "exit_code": int(told.exit_code),
            "message": told.message,
            "hint": told.hint,
            "problems": [
                {
                    "where": _place(problem),
                    "file": problem.file,
                    "row": problem.row,
                    "column": problem.column,
                    "found": problem.found,
                    "allowed": problem.allowed,
                    "hint": problem.hint,
                }
                for problem in told.problems
            ],
        }
    }
