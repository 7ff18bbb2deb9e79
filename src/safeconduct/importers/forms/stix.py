"""STIX 2.1: a bundle, a table for each type of object, a column for each property.

It depends on the strict reader of JSON.
What is related to an object stands beside it: `attack-pattern.name` of an incident, `reports` that
speak of it, the name of its author. A further property to bring along is one more word in `_ALONG`.

Safety: an identity of one person is a table by itself, and is brought along nowhere. What an author
has withdrawn is a table by itself too.

Source: STIX 2.1, https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from safeconduct.errors import Problem
from safeconduct.importers.foreign_table import ForeignRow, filled, tables_of
from safeconduct.importers.strict_json import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.importers.foreign_table import ForeignTable
    from safeconduct.importers.strict_json import JsonObject

NAME: Final = "stix"
PERSONS: Final = "identity (individual)"
_ALONG: Final = ("name", "aliases", "country")
_FROM: Final = frozenset({"attack-pattern", "location", "campaign", "malware", "tool"})


def tables(
    octets: bytes, file: str, *, headings: frozenset[str], problems: list[Problem]
) -> list[ForeignTable]:
    """A table for each type of object."""
    del headings
    bundle = read_document(octets, file, problems=problems)
    if bundle is None:
        return []
    if bundle.texts("type") != ("bundle",):
        problems.append(_no_bundle(file, bundle.row, "", "a bundle of STIX 2.1"))
        return []
    things = bundle.objects("objects")
    known: dict[str, JsonObject] = {}
    for thing in things:
        if len(thing.texts("type")) == len(thing.texts("id")) == 1:
            known[thing.texts("id")[0]] = thing
        else:
            problems.append(_no_bundle(file, thing.row, thing.path, "an object with type and id"))
    beside = _beside(known)
    return tables_of(
        file,
        (
            (_table(thing), ForeignRow(number=thing.row, cells=filled(cells)))
            for identifier, thing in known.items()
            for cells in [{**dict(_cells(thing, known)), **beside[identifier]}]
        ),
    )


def _no_bundle(file: str, row: int, path: str, allowed: str) -> Problem:
    return Problem(file=file, row=row, column=path, found="something else", allowed=allowed)


def _table(thing: JsonObject) -> str:
    kind = thing.texts("type")[0]
    if thing.texts("revoked") == ("true",):
        return f"{kind} (revoked)"
    if kind == "identity" and thing.texts("identity_class") == ("individual",):
        return PERSONS
    return kind


def _cells(
    thing: JsonObject, known: Mapping[str, JsonObject]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in thing.members:
        yield name, thing.texts(name)
        inside: dict[str, list[str]] = defaultdict(list)
        for part in thing.objects(name):
            # An extension stands under its id; what it says is the same without it.
            said = [part, *(each for key in part.members for each in part.objects(key))]
            for each in said:
                for key in each.members:
                    inside[f"{name}.{key}"].extend(each.texts(key))
        yield from ((heading, tuple(texts)) for heading, texts in inside.items())
    for author in thing.texts("created_by_ref"):
        if author in known and _table(known[author]) != PERSONS:
            yield "created_by_ref.name", known[author].texts("name")


def _beside(known: Mapping[str, JsonObject]) -> Mapping[str, Mapping[str, list[str]]]:
    """What stands beside each object by its relationships, and the reports that speak of it."""
    beside: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for identifier, thing in known.items():
        kind = _table(thing)
        if kind == "report":
            for about in thing.texts("object_refs"):
                beside[about]["reports"].append(identifier)
        if kind != "relationship":
            continue
        ends = (*thing.texts("source_ref"), *thing.texts("target_ref"))
        for one, other in (ends, ends[::-1]) if len(set(ends)) == len(ends) > 1 else ():
            if other in known and _table(known[other]) in _FROM:
                for name in _ALONG:
                    texts = known[other].texts(name)
                    beside[one][f"{_table(known[other])}.{name}"].extend(texts)
    return beside
