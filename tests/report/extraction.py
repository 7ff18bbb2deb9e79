"""The messages of the source: what translators must know, as Babel's extraction finds it.

It depends on Babel and reads the source as text; nothing of the package is imported but the checks.
Each package marks its messages in its own way; a new way of marking is one more line in `SOURCES`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import extract_from_file

from safeconduct.verify import all_checks
from tests.house.checkout import SOURCE

Spec = tuple[int | tuple[int, int] | tuple[int, str], ...]
Keywords = dict[str, dict[int | None, Spec | None] | Spec | None]

SENTENCES: Keywords = {"Sentence": (1,)}
PICTURES: Keywords = {"_": (1,)}
REPORT: Keywords = {
    "say": (1,),
    "many": (1, 2),
    "marked": (1,),
    "marked_in": ((1, "c"), 2),
    "in_context": ((1, "c"), 2),
}
# A folder of the package, the suffix of its files, how to read them, what marks a message there.
SOURCES: tuple[tuple[str, str, str, Keywords], ...] = (
    ("record", ".py", "python", SENTENCES),
    ("figures", ".py", "python", SENTENCES),
    ("verify", ".py", "python", SENTENCES),
    ("pictures", ".py", "python", PICTURES),
    ("report", ".py", "python", REPORT),
    ("report/templates", ".html", "jinja2.ext:babel_extract", REPORT),
)


class Message(NamedTuple):
    """One message: its context, its singular, its plural, and where it stands."""

    context: str
    one: str
    several: str
    where: str


def messages() -> Iterator[Message]:
    """Yield every message of the source, the names of the checks included."""
    for folder, suffix, way, keywords in SOURCES:
        for path in sorted((SOURCE / folder).rglob(f"*{suffix}")):
            yield from _messages_of(path, way, keywords)
    for check in all_checks():
        yield Message("", check.name.replace("-", " "), "", "verify/checks")


def _messages_of(path: Path, way: str, keywords: Keywords) -> Iterator[Message]:
    found = extract_from_file(way, str(path), keywords=keywords, options={"trimmed": "false"})
    for line, said, _, context in found:
        one, several = (said, "") if isinstance(said, str) else (said[0], said[1])
        yield Message(context or "", one, several, f"{path.relative_to(SOURCE)}:{line}")
