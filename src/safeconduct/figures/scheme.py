"""Schemes: somebody's definition of transnational repression, made runnable.

It depends on the vocabulary and the record; a scheme is one TOML file in `schemes/`, read and
checked here. A scheme says what it counts (`unit`), which kinds, techniques, attributions and
targets it admits, where the act or the target must be, and the least standing; its own scope
(origins, years) stands beside these rules.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import InvalidVocabulary, NotFound
from safeconduct.record.standing import Standing
from safeconduct.registry import data_files
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER: Final = Path(__file__).parent / "schemes"
PLACE_RULES: Final = ("anywhere", "target-outside-origin", "act-outside-origin")
UNITS: Final = ("incident", "person")
_WORDINGS: Final = ("label", "definition", "leaves_out")
_TEXTS: Final = ("id", "publisher", "version", "unit", "place", "minimum_standing")
_LISTS: Final = {
    "kinds": "incident-kinds",
    "techniques": "techniques",
    "attributions": "attributions",
    "doubtful_attributions": "attributions",
    "targets": "targets",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """One definition.

    label, definition, leaves_out: by language. source: title, page or section, url where there is
        one. attributions admit, doubtful_attributions leave undecided; an empty `attributions` asks
        for no tie to a state, an empty `targets` admits every target.
    origins, years: the scheme's own scope, applied only on request. digest: SHA-256 of the file.
    """

    id: str
    label: Mapping[str, str]
    publisher: str
    version: str
    source: Mapping[str, str]
    definition: Mapping[str, str]
    leaves_out: Mapping[str, str]
    unit: str
    kinds: frozenset[str]
    minimum_standing: Standing
    techniques: frozenset[str]
    attributions: frozenset[str]
    doubtful_attributions: frozenset[str]
    targets: frozenset[str]
    place: str
    origins: frozenset[str]
    years: tuple[int, int | None] | None
    digest: str


def schemes() -> Mapping[str, Scheme]:
    """Every scheme, by id, sorted."""
    return _read_all(FOLDER)


def scheme(identifier: str) -> Scheme:
    """One scheme by its id.

    Raises:
        NotFound: there is no scheme of that id.
    """
    known = schemes()
    if identifier not in known:
        raise NotFound("scheme", identifier, hint=f"Known schemes: {', '.join(known)}.")
    return known[identifier]


@cache
def _read_all(folder: Path) -> Mapping[str, Scheme]:
    read = [read_scheme(path) for path in data_files(folder)]
    return MappingProxyType({found.id: found for found in read})


def read_scheme(path: Path) -> Scheme:
    """Read and check one scheme file.

    Raises:
        InvalidVocabulary: the file is malformed; every problem is named.
    """
    content = path.read_bytes()
    try:
        table = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as broken:
        raise InvalidVocabulary(path.name, [("file", "is not TOML in UTF-8")]) from broken
    problems = [*_shape_problems(table, path.stem), *_term_problems(table)]
    if problems:
        raise InvalidVocabulary(
            path.name, problems, hint="See docs/reference/schemes.md for the keys."
        )
    scope = table.get("scope", {})
    years = scope.get("years")
    return Scheme(
        id=table["id"],
        label=MappingProxyType(table["label"]),
        publisher=table["publisher"],
        version=table["version"],
        source=MappingProxyType(table["source"]),
        definition=MappingProxyType(table["definition"]),
        leaves_out=MappingProxyType(table["leaves_out"]),
        unit=table["unit"],
        kinds=frozenset(table["kinds"]),
        minimum_standing=Standing[table["minimum_standing"].upper()],
        techniques=frozenset(table["techniques"]),
        attributions=frozenset(table.get("attributions", ())),
        doubtful_attributions=frozenset(table.get("doubtful_attributions", ())),
        targets=frozenset(table.get("targets", ())),
        place=table["place"],
        origins=frozenset(scope.get("origins", ())),
        years=None if years is None else (years[0], years[1] if len(years) > 1 else None),
        digest=hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest(),
    )


def _shape_problems(table: Mapping[str, object], stem: str) -> list[tuple[str, str]]:
    problems = [
        (key, "is missing or not text") for key in _TEXTS if not isinstance(table.get(key), str)
    ]
    for key in _WORDINGS:
        wording = table.get(key)
        if not isinstance(wording, dict) or not all(
            isinstance(wording.get(code), str) for code in ("en", "ru")
        ):
            problems.append((key, "needs a text in en and in ru"))
    source = table.get("source")
    if not isinstance(source, dict) or not source.get("title"):
        problems.append(("source", "needs a title"))
    elif not all(isinstance(text, str) for text in source.values()):
        problems.append(("source", "holds texts only"))
    if table.get("id") != stem:
        problems.append(("id", f"is not the file's name, {stem}"))
    if table.get("unit") not in UNITS:
        problems.append(("unit", f"is not one of {', '.join(UNITS)}"))
    if table.get("place") not in PLACE_RULES:
        problems.append(("place", f"is not one of {', '.join(PLACE_RULES)}"))
    standings = [standing.word for standing in Standing if standing >= Standing.CONTESTED]
    if table.get("minimum_standing") not in standings:
        problems.append(("minimum_standing", f"is not one of {', '.join(standings)}"))
    known = {*_TEXTS, *_WORDINGS, *_LISTS, "source", "scope"}
    problems.extend((key, "is not a key of a scheme") for key in table if key not in known)
    return problems


def _term_problems(table: Mapping[str, object]) -> list[tuple[str, str]]:
    problems = []
    for key, terms in _LISTS.items():
        problems += _strangers(
            key, table.get(key, []), known=vocabulary.ids(terms), what=f"a term of {terms}"
        )
    problems.extend((key, "is empty") for key in ("kinds", "techniques") if not table.get(key))
    return [*problems, *_scope_problems(table.get("scope", {}))]


def _strangers(
    key: str, listed: object, *, known: frozenset[str], what: str
) -> list[tuple[str, str]]:
    if not isinstance(listed, list):
        return [(key, "is not a list")]
    return [
        (key, f"{term} is not {what}")
        for term in listed
        if not isinstance(term, str) or term not in known
    ]


def _scope_problems(scope: object) -> list[tuple[str, str]]:
    if not isinstance(scope, dict) or not set(scope) <= {"origins", "years"}:
        return [("scope", "holds origins and years only")]
    problems = _strangers(
        "scope.origins", scope.get("origins", []), known=territory.codes(), what="a territory"
    )
    years = scope.get("years", [MINYEAR])
    if not (
        isinstance(years, list)
        and len(years) in (1, 2)
        and all(type(year) is int and MINYEAR <= year <= MAXYEAR for year in years)
        and years == sorted(years)
    ):
        problems.append(("scope.years", "is not [first] or [first, last]"))
    return problems
