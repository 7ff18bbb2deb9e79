"""The reference page of the command line: the help of every verb, as it prints it.

It depends on the command line.
A new verb has its section here by itself.
"""

from safeconduct.cli.help_pages import first_page, verb_pages
from safeconduct.cli.program import verb_module


def page() -> str:
    """Return the page."""
    opening = (
        "# Command line\n\n"
        "This page is written by `make docs` from the program.\n"
        "The answer goes to stdout, what is said to the person goes to stderr, and `--json` "
        "turns both into JSON.\n"
        "Scripts read [exit codes](exit-codes.md); an operator chooses [settings](settings.md).\n"
        f"\n```text\n{first_page()}```\n"
    )
    return opening + "".join(map(_section, verb_pages().items()))


def _section(verb: tuple[str, str]) -> str:
    name, text = verb
    purpose = (verb_module(name).__doc__ or "").partition("\n")[0]
    return f"\n## {name}\n\n{purpose}\n\n```text\n{text}```\n"
