"""`safeconduct publish`: from a corpus to a release that names nobody, signed and verified.

It depends on the releases; its first word says which part of the work is to be done.
A further part is one more word of `PARTS` and one more function in `cli/publishing.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.retelling import retell
from safeconduct.cli.verb import Verb, json_option
from safeconduct.errors import SafeconductError

if TYPE_CHECKING:
    from safeconduct.cli.session import Session

STAGE: Final = "pass on"
# Each part of the work, and what has to follow its word.
PARTS: Final = {
    "plan": ("CORPUS",),
    "build": ("PLAN", "CORPUS"),
    "attack": ("DIR",),
    "sign": ("DIR",),
    "verify": ("DIR",),
    "site": ("DIR",),
}
_NEEDED: Final = {
    "plan": "target",
    "build": "target",
    "sign": "key",
    "verify": "roster",
    "site": "target",
}
_TYPED: Final = {"target": "-o", "key": "--key", "roster": "--roster"}
_FILE: Final = click.Path(path_type=Path, dir_okay=False)
_DIR: Final = click.Path(path_type=Path, file_okay=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed."""

    given: tuple[str, ...]
    target: Path | None
    on: str
    enclosed: Path | None
    never: Path | None
    corrects: Path | None
    withdraws: Path | None
    why: str
    key: Path | None
    roster: Path | None
    yes: bool
    as_json: bool


@click.command(
    cls=Verb,
    short_help="Release counts that name nobody; sign and verify.",
    example="safeconduct publish verify release-2026-06-30 --roster roster",
)
@click.argument(
    "words",
    metavar="plan|build|attack|sign|verify|site PATH...",
    nargs=-1,
    required=True,
    help="plan CORPUS, build PLAN CORPUS; the others take DIR, a release; site takes all, verify "
    "later ones too.",
)
@click.option(
    "-o", "target", metavar="FILE|DIR", type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--on", metavar="DATE", default="", help="plan: the day of the release.")
@click.option("--with", "enclosed", metavar="DIR", type=_DIR, help="build: texts and pictures.")
@click.option("--never", metavar="FILE", type=_FILE, help="What must not occur, a line each.")
@click.option("--corrects", metavar="DIR", type=_DIR, help="build: it replaces this release.")
@click.option("--withdraws", metavar="DIR", type=_DIR, help="build: it takes this one back.")
@click.option("--why", metavar="TEXT", default="", help="build: the reason for either.")
@click.option("--key", metavar="FILE", type=_FILE, help="sign: your key, of ssh-keygen.")
@click.option("--roster", metavar="FILE", type=_FILE, help="verify: who may sign, and when.")
@click.option("--yes", is_flag=True, help="build: write what is shown; plan: replace it.")
@json_option
@click.pass_context
def run(context: click.Context, /, words: tuple[str, ...], **options: object) -> int:
    """Plan a release of counts, build it if no attack gets through, sign it, verify it."""
    from safeconduct.cli import publishing

    part, *given = words
    if part not in PARTS:
        raise click.UsageError(f"The first word is one of {', '.join(PARTS)}.")
    many = part in ("site", "verify") and bool(given)
    if len(given) != len(PARTS[part]) and not many:
        raise click.UsageError(f"{part} needs {' and '.join(PARTS[part])}.")
    needed = _NEEDED.get(part, "")
    if needed and options[needed] is None:
        raise click.UsageError(f"{part} needs {_TYPED[needed]}.")
    asked = Asked(given=tuple(given), **options)  # type: ignore[arg-type]  # click reads them
    if asked.corrects and asked.withdraws:
        raise click.UsageError("A release corrects or withdraws, not both.")
    session: Session = context.obj
    try:
        return int(getattr(publishing, f"do_{part}")(asked, session=session))
    except SafeconductError as error:
        retell(error, session)
        raise
