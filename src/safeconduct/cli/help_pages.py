"""Help pages: what `--help` prints, for the packaged first page and for the reference.

It depends on the program and the words; nothing is parsed and nothing runs.
A new verb has its page here by itself.
"""

from __future__ import annotations

import io

import click

from safeconduct.cli.program import NAME, program, verb_files
from safeconduct.cli.screen import Screen
from safeconduct.cli.session import Session
from safeconduct.cli.talk import Talk
from safeconduct.cli.words import SOURCE_LANGUAGE, words_in
from safeconduct.config import Settings
from safeconduct.errors import NotFound


def first_page(language: str = SOURCE_LANGUAGE) -> str:
    """What `safeconduct --help` prints."""
    return f"{program.get_help(_context(language))}\n"


def verb_page(verb: str, language: str = SOURCE_LANGUAGE) -> str:
    """What `safeconduct VERB --help` prints.

    Raises:
        NotFound: there is no such verb.
    """
    whole = _context(language)
    command = program.get_command(whole, verb)
    if command is None:
        raise NotFound("verb", verb)
    return f"{command.get_help(click.Context(command, info_name=verb, parent=whole))}\n"


def verb_pages(language: str = SOURCE_LANGUAGE) -> dict[str, str]:
    """The page of every verb, by its name."""
    return {verb: verb_page(verb, language) for verb in verb_files()}


def _context(language: str) -> click.Context:
    nowhere = Screen(io.StringIO())
    session = Session(
        settings=Settings(language=language),
        words=words_in(language),
        out=nowhere,
        talk=Talk(nowhere),
    )
    return program.make_context(NAME, [], resilient_parsing=True, obj=session)
