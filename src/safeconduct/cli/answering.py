"""Documents on the command line: an empty form printed, a filled one checked and made a document.

It depends on the documents of the responses and on their exporters.
A further form of paper is one more option here and one more exporter in `_write`.

Safety: the answers are read once, put together in memory, and written where they were asked for and
nowhere else; nothing of them is said on the screen.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

from safeconduct.cli.opening import BUILT_IN, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from safeconduct.cli.session import Session
    from safeconduct.respond import Response
    from safeconduct.respond.answers import Answers
    from safeconduct.respond.documents.document import Block, Document, Packet

Decorated = TypeVar("Decorated", bound="Callable[..., object]")

# What is for the person alone says so in the name of its file.
KEPT: Final = ".do-not-send"
_STDIN: Final = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What was typed about documents."""

    form: str
    target: Path | None
    answers: str
    docx: Path | None
    pdf: Path | None
    corpus: str
    yes: bool

    @property
    def is_wanted(self) -> bool:
        """Whether a document is to be written."""
        return self.docx is not None or self.pdf is not None


def _ending(suffix: str) -> Callable[[click.Context, click.Parameter, Path | None], Path | None]:
    """Take a file whose name ends in what it is, so that it opens in the right program."""

    def _checked(
        _ctx: click.Context, _parameter: click.Parameter, path: Path | None
    ) -> Path | None:
        if path is not None and path.suffix.casefold() != suffix:
            raise click.BadParameter(f"the name has to end in {suffix}.")
        if path is not None and path.stem.endswith(KEPT):
            raise click.BadParameter(f"{KEPT} is the ending of what is not sent.")
        return path

    return _checked


def paper_options(function: Decorated) -> Decorated:
    """Give a verb the options about documents; `Paper` holds what they bring."""
    path = click.Path(path_type=Path, dir_okay=False)
    for option in (
        click.option("--yes", is_flag=True, help="Replace what is there."),
        click.option(
            "--corpus", metavar="CORPUS", default=BUILT_IN, help="Take precedents from here."
        ),
        click.option(
            "--pdf", metavar="FILE", type=path, callback=_ending(".pdf"), help="Write it as a PDF."
        ),
        click.option(
            "--docx",
            metavar="FILE",
            type=path,
            callback=_ending(".docx"),
            help="Write it as a .docx.",
        ),
        click.option("--answers", metavar="FILE", default="", help="A form that was filled in."),
        click.option(
            "-o",
            "target",
            metavar="FILE",
            type=path,
            help="Write the form, calendar or JSON here.",
        ),
        click.option("--form", metavar="ID", default="", help="An empty form; ? lists them."),
    ):
        function = option(function)
    return function


def print_form(paper: Paper, session: Session, *, as_json: bool) -> None:
    """Print an empty form, or write it for its owner alone; `?` lists the documents.

    Raises:
        NotFound: there is no such document. Refusal: there is a file already.
    """
    from safeconduct.exporters.private_file import write_private
    from safeconduct.respond.answers import empty_form
    from safeconduct.respond.documents.template import template

    if paper.form == "?":
        _list(session, as_json=as_json)
        return
    chosen = template(paper.form)
    text = empty_form(chosen, language=session.language)
    if paper.target is not None:
        write_private(text.encode("utf-8"), paper.target, replaces=paper.yes)
        session.talk.say(session.say("Answer the questions in it, then:"))
        session.talk.say(f"safeconduct respond --answers {paper.target} --on DATE --docx FILE")
    if as_json:
        session.print_json({"document": chosen.id, "version": chosen.version, "form": text})
    elif paper.target is None:
        # Not through the screen, which would wrap the comments a second time.
        print(text, end="", file=session.out.stream)


def check_answers(paper: Paper, session: Session) -> Answers:
    """Read and check a form that was filled in; `-` reads it from stdin.

    Raises:
        RejectedRows: it cannot be used as it stands.
    """
    from safeconduct.respond.answers import read_answers

    is_typed = paper.answers == _STDIN
    octets = sys.stdin.buffer.read() if is_typed else Path(paper.answers).read_bytes()
    name = "stdin" if is_typed else Path(paper.answers).name
    return read_answers(octets, file=name, language=session.language)


def answer(paper: Paper, on: date | None, *, session: Session, as_json: bool) -> None:
    """Check a form, and write the document it was filled in for where one is wanted."""
    from safeconduct.respond.documents.assembly import (
        assemble,
        cautions,
        packet,
        within_consent,
    )

    given = check_answers(paper, session)
    if not paper.is_wanted:
        # A consent that is missing is told before anybody counts on the document.
        within_consent(given, on=on, language=session.language)
        told = cautions(given, language=session.language)
        _say_checked(given, session, as_json=as_json, cautions=told)
        return
    if on is None:
        raise click.UsageError("Give --on, the day of the document.")

    def exposure_blocks(permitted: Answers) -> tuple[Block, ...]:
        return _evidence(permitted, paper.corpus, session=session)

    document = assemble(given, on=on, language=session.language, exposure_blocks=exposure_blocks)
    told = cautions(given, language=session.language)
    _write(packet(document, given), paper, session=session, as_json=as_json, cautions=told)


def write_sheet(response: Response, paper: Paper, *, session: Session, as_json: bool) -> None:
    """Write the answer to a situation as a sheet to print and take along."""
    from safeconduct.respond.documents.document import Packet
    from safeconduct.respond.documents.sheet import sheet_of

    document = sheet_of(response, language=session.language)
    _write(Packet(sent=document, worksheet=None), paper, session=session, as_json=as_json)


def write_answer(octets: bytes, paper: Paper, *, session: Session) -> None:
    """Write a calendar or an answer in JSON for its owner alone, where it was asked for."""
    from safeconduct.exporters.private_file import write_private

    if paper.target is not None:
        write_private(octets, paper.target, replaces=paper.yes)
        session.out.line(str(paper.target))


def _list(session: Session, *, as_json: bool) -> None:
    from safeconduct.cli.screen import TextTable
    from safeconduct.respond.documents.template import templates
    from safeconduct.vocabulary import in_language

    say = session.say
    rows = [
        (each.id, each.version, in_language(each.label, session.language))
        for each in templates().values()
    ]
    if as_json:
        keys = ("id", "version", "label")
        session.print_json({"documents": [dict(zip(keys, row, strict=True)) for row in rows]})
        return
    headings = (say("document"), say("version"), say("label"))
    session.out.table(TextTable(headings=headings, rows=rows))


def _say_checked(
    given: Answers, session: Session, *, as_json: bool, cautions: tuple[str, ...]
) -> None:
    form, number = given.template.id, len(given.values)
    if as_json:
        session.print_json(
            {"document": form, "answered": number, "problems": [], "cautions": [*cautions]}
        )
    else:
        session.out.line(
            session.say(
                "{form}: fields answered: {number}; nothing is wrong.", form=form, number=number
            )
        )
        for caution in cautions:
            session.talk.say(caution)


def _evidence(given: Answers, corpus: str, *, session: Session) -> tuple[Block, ...]:
    from datetime import date

    from safeconduct.exposure import expose
    from safeconduct.respond.documents.evidence import evidence_blocks

    read = opened(session, corpus)
    exposure = expose(
        given.one("origin"),
        given.one("host"),
        on=date.fromisoformat(given.one("as_on")),
        technique=given.one("technique") or None,
        corpus=read,
    )
    return evidence_blocks(exposure, corpus=read, language=session.language)


def _write(
    made: Packet,
    paper: Paper,
    *,
    session: Session,
    as_json: bool,
    cautions: tuple[str, ...] = (),
) -> None:
    """Write every form that is wanted; all are made before the first is written."""
    from safeconduct.exporters.private_file import refuse_taken, write_private

    octets = {
        path: exported
        for path, exporter in _exporters(paper)
        for path, exported in _files(made, path, exporter=exporter)
    }
    if not paper.yes:
        for path in octets:
            refuse_taken(path)
    for path, exported in octets.items():
        write_private(exported, path, replaces=paper.yes)
    kept = [path for path in octets if path.stem.endswith(KEPT)]
    if as_json:
        sent = [str(path) for path in octets if path not in kept]
        left = [str(path) for path in kept]
        written = {"written": sent, "not_to_be_sent": left, "cautions": list(cautions)}
        session.print_json(written)
        return
    for path in octets:
        session.out.line(str(path))
    if kept:
        names = ", ".join(path.name for path in kept)
        session.talk.say(session.say("For you alone, do not send it: {names}", names=names))
    for caution in cautions:
        session.talk.say(caution)


def _exporters(paper: Paper) -> Iterator[tuple[Path, Callable[[Document], bytes]]]:
    if paper.docx is not None:
        from safeconduct.exporters import docx

        yield paper.docx, docx.octets_of
    if paper.pdf is not None:
        from safeconduct.exporters import pdf

        yield paper.pdf, pdf.octets_of


def _files(
    made: Packet, path: Path, *, exporter: Callable[[Document], bytes]
) -> Iterator[tuple[Path, bytes]]:
    """The file that was asked for, and beside it the sheet that is not to be sent."""
    yield path, exporter(made.sent)
    if made.worksheet is not None:
        yield path.with_name(f"{path.stem}{KEPT}{path.suffix}"), exporter(made.worksheet)
