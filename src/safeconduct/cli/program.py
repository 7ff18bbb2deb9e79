"""The program: the group of verbs, and the outermost boundary at which errors become exit codes.

It depends on click and on the verbs, which it finds in their folder; it knows none by name.
A new verb is one new file in `verbs/`; nothing is added here.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Final

import click

import safeconduct
from safeconduct.cli import verbs
from safeconduct.cli.exit_codes import ExitCode
from safeconduct.cli.screen import screen_for
from safeconduct.cli.session import session_with
from safeconduct.cli.telling import tell
from safeconduct.cli.verb import HELP_WIDTH, STAGES, Verb
from safeconduct.cli.words import SOURCE_LANGUAGE, words_in
from safeconduct.config import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from safeconduct.cli.session import Session

NAME: Final = "safeconduct"
PURPOSE: Final = (
    "Document, count and answer transnational repression, without exposing the people it targets."
)
EXAMPLE: Final = "safeconduct count distance-is-not-a-shield --by tactic"


@cache
def verb_files() -> dict[str, str]:
    """The verbs by name, with the module of each; a name that Python reserves ends in `_` there."""
    names = sorted(each.name for each in iter_modules(verbs.__path__))
    return {name.rstrip("_").replace("_", "-"): f"{verbs.__name__}.{name}" for name in names}


def verb_module(name: str) -> ModuleType:
    """Load the file of a verb."""
    return import_module(verb_files()[name])


class Verbs(click.Group):
    """The group of all verbs; a verb's file is loaded when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Name the verbs, sorted."""
        return list(verb_files())

    def get_command(self, ctx: click.Context, cmd_name: str) -> Verb | None:  # noqa: ARG002
        """Load a verb, or None for a word that is none."""
        if cmd_name not in verb_files():
            return None
        verb = verb_module(cmd_name).run
        assert isinstance(verb, Verb)  # noqa: S101  # a verb's file declares one; a test holds it
        return verb

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs by the part of the work that each belongs to."""
        say = ctx.find_root().obj.say
        usage = say("VERB [OPTIONS] [ARGUMENTS]")
        formatter.write_usage(NAME, usage, prefix=f"{say('Usage')}: ")
        formatter.write_paragraph()
        formatter.write_text(say(PURPOSE))
        formatter.write_paragraph()
        for stage in STAGES:
            formatter.write(f"{say(stage).capitalize()}\n")
            for name in verb_files():
                module = verb_module(name)
                if stage == module.STAGE:
                    purpose = say(module.run.short_help)
                    formatter.write(f"  {name:<12}{purpose}\n")
        formatter.write_paragraph()
        formatter.write(f"{say('Example')}: {EXAMPLE}\n")
        formatter.write(f"{say('More')}: {NAME} VERB --help, {NAME} --version\n")


@click.group(
    cls=Verbs,
    name=NAME,
    context_settings={"max_content_width": HELP_WIDTH, "terminal_width": HELP_WIDTH},
)
@click.version_option(safeconduct.__version__, message="%(version)s")
def program() -> None:
    """Gather the verbs; each does its own work."""


def run(arguments: Sequence[str]) -> int:
    """Run the program on some arguments, and return the exit code; nothing is raised."""
    words = words_in(SOURCE_LANGUAGE)
    try:
        session = session_with(read_settings())
        words = session.words
        code = _call(list(arguments) or ["--help"], session)
        sys.stdout.flush()
    # The outermost boundary: an error of any kind becomes calm words and a number here.
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001
        code = tell(error, screen_for(sys.stderr), as_json="--json" in arguments, words=words)
    if code == ExitCode.UNHEARD:
        # Python flushes once more at its end, and would complain about the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return int(code)


def _call(arguments: list[str], session: Session) -> int:
    # Not click's own `main`, which ends the process by itself where a pipe is closed.
    try:
        with program.make_context(NAME, arguments, obj=session) as context:
            return int(program.invoke(context) or ExitCode.FINE)
    except click.exceptions.Exit as ended:
        return ended.exit_code
