"""A verb: a command whose help fits a screen and ends in one example that works.

It depends on click.
A verb file declares `run`, made with `cls=Verb`, and `STAGE`, the part of the work it belongs to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

Decorated = TypeVar("Decorated", bound="Callable[..., object]")

# The parts of the work, in the order in which it is done.
STAGES: Final = ("begin", "look", "answer", "pass on", "look up")
# The width for which help is written; a wider terminal gains nothing from longer lines.
HELP_WIDTH: Final = 80


class Verb(click.Command):
    """A command with an example of its own."""

    def __init__(self, name: str | None, *, example: str, **settings: object) -> None:
        """Keep the example; the rest is click's."""
        super().__init__(name, **settings)  # type: ignore[arg-type]  # click checks them itself
        self.example = example

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, purpose, arguments and options, and the example."""
        say = ctx.find_root().obj.say
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{say('Usage')}: ")
        formatter.write_paragraph()
        formatter.write_text(say(_one_line(self.help or "")))
        records = [_record(each, ctx) for each in self.get_params(ctx)]
        formatter.write_paragraph()
        formatter.write_dl(records, col_max=28, col_spacing=2)
        formatter.write_paragraph()
        formatter.write(f"{say('Example')}: {self.example}\n")


def json_option(function: Decorated) -> Decorated:
    """Give a verb the option `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON.")(function)


def _record(parameter: click.Parameter, ctx: click.Context) -> tuple[str, str]:
    """How an argument or option is written, and what it is for."""
    say = ctx.find_root().obj.say
    name, text = parameter.get_help_record(ctx) or ("", "")
    meaning = say(getattr(parameter, "help", None) or text)
    is_needed = parameter.required and isinstance(parameter, click.Option)
    return name, f"{meaning} [{say('required')}]" if is_needed else meaning


def _one_line(text: str) -> str:
    return " ".join(text.split())
