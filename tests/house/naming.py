"""Reads which words the glossary bans, and which words a piece of code binds.

It depends on the standard library and on `docs/glossary.md`.
A ban is lifted or added in the glossary, not here.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

HEADING = re.compile(r"^### (?P<word>.+)$")
BANNED = re.compile(r"`(?P<word>[a-z_]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Headword:
    """One headword with its text and the words that it bans from code."""

    word: str
    text: str
    bans: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A name that code binds, with the line where it does."""

    name: str
    line: int


def headwords(glossary: str) -> list[Headword]:
    """Read the headwords of the glossary, in its order."""
    found = []
    for section in re.split(r"^(?=### )", glossary, flags=re.MULTILINE)[1:]:
        head, _, text = section.partition("\n")
        text = re.split(r"^## ", text, flags=re.MULTILINE)[0]
        bans = tuple(
            match["word"]
            for line in text.splitlines()
            if line.startswith("Not:")
            for match in BANNED.finditer(line)
        )
        found.append(Headword(word=head.removeprefix("### ").strip(), text=text, bans=bans))
    return found


def words(name: str) -> tuple[str, ...]:
    """Split an identifier into its lower-case words: `HostState_of` is host, state, of."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return tuple(word for word in spaced.lower().split("_") if word)


def singular(word: str) -> str:
    """Take the plural off a word, well enough for the words that the glossary bans."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def noun(name: str) -> tuple[str, ...]:
    """Return the words of an identifier in the singular, since Voices are nothing but voices."""
    return tuple(singular(word) for word in words(name))


@cache
def uses(name: str, banned: str) -> bool:
    """Say whether an identifier contains a banned word, or a banned run of words."""
    have, want = noun(name), noun(banned)
    return any(have[i : i + len(want)] == want for i in range(len(have) - len(want) + 1))


def bindings(source: str) -> Iterator[Binding]:
    """Yield every name that a module binds: what it calls its own things, not what it uses."""
    for node in ast.walk(ast.parse(source)):
        line = getattr(node, "lineno", 0)
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield Binding(name=node.name, line=line)
            case ast.arg():
                yield Binding(name=node.arg, line=line)
            case ast.Name(ctx=ast.Store()):
                yield Binding(name=node.id, line=line)
            case ast.Attribute(ctx=ast.Store()):
                yield Binding(name=node.attr, line=line)
            case ast.alias(asname=str(name)):
                yield Binding(name=name, line=line)
            case _:
                pass
