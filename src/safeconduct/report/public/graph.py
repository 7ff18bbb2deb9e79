"""A small graph of statements, written as JSON-LD or as Turtle from the same nodes.

It depends on the standard library.
A further way of writing it is one more function over `Node`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_NOT_IN_IRI: Final = re.compile(r'[\x00-\x20<>"{}|^`\\]')


@dataclass(frozen=True, slots=True)
class Iri:
    """The address of something; relative ones are read from where the file lies."""

    address: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A text with its language, or with its type of XML Schema."""

    text: str
    language: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """Something with a type and its properties; without an address of its own it is nested."""

    kind: str
    properties: tuple[tuple[str, Object], ...]
    address: str = ""


Object = Iri | Literal | Node
Json = str | dict[str, "Json"] | list["Json"]


def as_json_ld(nodes: Sequence[Node], *, prefixes: Mapping[str, str]) -> bytes:
    """The nodes as JSON-LD, with every prefix in its context, so that nothing has to be fetched."""
    graph: list[Json] = [_as_json(node) for node in nodes]
    document: dict[str, Json] = {"@context": dict(prefixes), "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _as_json(thing: Object) -> Json:
    if isinstance(thing, Iri):
        return {"@id": _safe(thing.address)}
    if isinstance(thing, Literal):
        written: dict[str, Json] = {"@value": thing.text}
        if thing.language:
            written["@language"] = thing.language
        if thing.datatype:
            written["@type"] = f"{XSD}{thing.datatype}"
        return written if len(written) > 1 else thing.text
    node: dict[str, Json] = {"@type": thing.kind}
    if thing.address:
        node["@id"] = _safe(thing.address)
    for name in dict.fromkeys(name for name, _ in thing.properties):
        values = [_as_json(value) for key, value in thing.properties if key == name]
        node[name] = values[0] if len(values) == 1 else values
    return node


def as_turtle(nodes: Sequence[Node], *, prefixes: Mapping[str, str]) -> bytes:
    """The nodes as Turtle."""
    heads = [f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items()]
    bodies = [
        f"\n<{_safe(node.address)}> a {node.kind}{_tail(node, depth=1)} .\n" for node in nodes
    ]
    return "".join((*heads, *bodies)).encode()


def _tail(node: Node, *, depth: int) -> str:
    inner = "  " * depth
    return "".join(
        f" ;\n{inner}{name} {_as_turtle(value, depth=depth)}" for name, value in node.properties
    )


def _as_turtle(thing: Object, *, depth: int) -> str:
    if isinstance(thing, Iri):
        return f"<{_safe(thing.address)}>"
    if isinstance(thing, Literal):
        # A string of JSON is a string of Turtle: the same escapes, and no others.
        text = json.dumps(thing.text, ensure_ascii=False).replace("\x7f", "\\u007F")
        if thing.language:
            return f"{text}@{thing.language}"
        return f"{text}^^<{XSD}{thing.datatype}>" if thing.datatype else text
    return f"[ a {thing.kind}{_tail(thing, depth=depth + 1)} ]"


def _safe(address: str) -> str:
    """An address without what would end it early."""
    return _NOT_IN_IRI.sub(lambda found: f"%{ord(found[0]):02X}", address)
