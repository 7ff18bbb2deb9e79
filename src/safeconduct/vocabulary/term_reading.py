"""Reading one vocabulary file into its term, with every problem of the file told at once.

It depends on the terms beside it and on `safeconduct.errors`; which ids exist it asks of the shelf.
A set whose terms have properties of their own gets a builder in `_BUILDERS`; the others hold plain
terms.
"""

from __future__ import annotations

import re
import tomllib
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypedDict

from safeconduct.errors import InvalidVocabulary
from safeconduct.vocabulary.careful_table import CarefulTable
from safeconduct.vocabulary.instrument import STAGES, Instrument
from safeconduct.vocabulary.organisation import STATUSES, Membership, Organisation
from safeconduct.vocabulary.technique import Technique
from safeconduct.vocabulary.term import Citation, Distinction, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PAPER = "Distance is Not a Shield"
EXAMPLE_REQUIRED = frozenset({"techniques", "bases"})
SCOPES = ("paper", "field")

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ID = 60
_CODE = re.compile(r"[A-Z]{3}-\d{1,2}")
_STATE = re.compile(r"[A-Z]{2}")
_BYTE_ORDER_MARK = "\ufeff"


class KnownIds(Protocol):
    """Whatever can say which ids a set of the vocabulary has; an unknown set has none."""

    def __call__(self, set_id: str) -> frozenset[str]:
        """Name the ids of a set."""


class _Plain(TypedDict):
    """The fields that every term has."""

    set: str
    id: str
    code: str | None
    label: Mapping[str, str]
    definition: Mapping[str, str]
    example: Mapping[str, str] | None
    note: Mapping[str, str] | None
    not_this: tuple[Distinction, ...]
    sources: tuple[Citation, ...]
    crosswalks: Mapping[str, tuple[str, ...]]


def read_term(path: Path, *, known: KnownIds) -> Term:
    """Read one file of a set; the folder names the set.

    Raises:
        InvalidVocabulary: the file is malformed; the error names every key concerned.
    """
    set_id, file = path.parent.name, f"{path.parent.name}/{path.name}"
    table = CarefulTable(_parse(path, file))
    plain = _plain(table, set_id=set_id, term_id=path.stem, known=known)
    term = _BUILDERS.get(set_id, _term)(table, plain)
    if isinstance(term, Technique):
        for tactic in term.tactics:
            if tactic not in known("tactics"):
                table.complain("tactics", f"{tactic!r} is no tactic of the vocabulary")
    table.finish()
    if table.problems:
        raise InvalidVocabulary(
            file,
            table.problems,
            hint="The shape of a term is described in docs/reference/vocabulary.md.",
        )
    return term


def is_id(text: str) -> bool:
    """Say whether a text has the form of an id: lower-case words joined by hyphens, not long."""
    return len(text) <= _LONGEST_ID and _ID.fullmatch(text) is not None


def _parse(path: Path, file: str) -> Mapping[str, object]:
    try:
        text = path.read_bytes().decode("utf-8")
        if text.startswith(_BYTE_ORDER_MARK):
            raise InvalidVocabulary(
                file, [("file", "begins with a byte order mark")], hint="Save it as plain UTF-8."
            )
        return tomllib.loads(text)
    except UnicodeDecodeError as problem:
        raise InvalidVocabulary(
            file, [("file", "is not UTF-8")], hint="Save it as plain UTF-8."
        ) from problem
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        # A file of nothing but brackets exhausts the parser's stack: one more malformed file.
        raise InvalidVocabulary(
            file, [("file", f"is not TOML: {problem}")], hint="Mend the line named."
        ) from problem


def _plain(table: CarefulTable, *, set_id: str, term_id: str, known: KnownIds) -> _Plain:
    if not is_id(term_id):
        table.complain("file", "has a name that is not lower-case words joined by hyphens")
    if table.text("id", required=True) not in {term_id, ""}:
        table.complain("id", "is not the name of the file")
    code = table.text("code")
    if code and not _CODE.fullmatch(code):
        table.complain("code", "is not three capital letters, a hyphen and a number")
    return _Plain(
        set=set_id,
        id=term_id,
        code=code or None,
        label=table.words("label", required=True) or {},
        definition=table.words("definition", required=True) or {},
        example=table.words("example", required=set_id in EXAMPLE_REQUIRED),
        note=table.words("note"),
        not_this=_distinctions(table, set_id=set_id, term_id=term_id, known=known),
        sources=tuple(_citation(source) for source in table.tables("sources", required=True)),
        crosswalks=table.lists("crosswalks"),
    )


def _distinctions(
    table: CarefulTable, *, set_id: str, term_id: str, known: KnownIds
) -> tuple[Distinction, ...]:
    found = []
    for neighbour in table.tables("not_this"):
        name = neighbour.text("term", required=True)
        elsewhere, slash, other = name.rpartition("/")
        if name and other not in known(elsewhere if slash else set_id):
            neighbour.complain("term", f"{name!r} is no term of the vocabulary")
        if name == term_id:
            neighbour.complain("term", "is the term itself")
        found.append(Distinction(term=name, why=neighbour.words("why", required=True) or {}))
        neighbour.finish()
    return tuple(found)


def _citation(table: CarefulTable) -> Citation:
    citation = Citation(
        title=table.text("title", required=True),
        page=table.text("page"),
        section=table.text("section"),
        footnote=table.text("footnote"),
        url=table.text("url"),
        date=table.day("date"),
    )
    in_the_work = table.has("page") or table.has("section")
    if citation.title == PAPER and not in_the_work:
        table.complain("page", "is missing, and so is a section")
    elif not (in_the_work or table.has("url")):
        table.complain("page", "is missing, and so are a section and an address")
    table.finish()
    return citation


def _term(_table: CarefulTable, plain: _Plain) -> Term:
    return Term(**plain)


def _technique(table: CarefulTable, plain: _Plain) -> Technique:
    tactics = table.texts("tactics", required=True)
    scope = table.choice("scope", SCOPES)
    if (plain["code"] is None) == (scope == "paper"):
        table.complain(
            "code", "belongs to the techniques of the paper, to each of them and to no other"
        )
    return Technique(**plain, tactics=tactics, physical=table.flag("physical"), scope=scope)


def _organisation(table: CarefulTable, plain: _Plain) -> Organisation:
    return Organisation(
        **plain,
        founded=table.day("founded", required=True),
        security_cooperation=table.flag("security_cooperation"),
        complete=table.flag("complete"),
        memberships=tuple(_membership(row) for row in table.tables("membership", required=True)),
    )


def _membership(table: CarefulTable) -> Membership:
    state = table.text("state", required=True)
    if state and not _STATE.fullmatch(state):
        table.complain("state", "is not a code of two capital letters")
    since, until = table.day("since", required=True), table.day("until", required=True)
    if since and until and since > until:
        table.complain("until", "is before the beginning")
    membership = Membership(
        state=state,
        status=table.choice("status", STATUSES),
        since=since,
        until=until,
        source=table.text("source", required=True),
        doubt=table.words("doubt"),
    )
    table.finish()
    return membership


def _instrument(table: CarefulTable, plain: _Plain) -> Instrument:
    dates = {}
    if (known_dates := table.table("dates")) is not None:
        dates = {
            stage: known_dates.day(stage, required=True)
            for stage in STAGES
            if known_dates.has(stage)
        }
        known_dates.finish()
    return Instrument(**plain, articles=table.texts("articles"), dates=MappingProxyType(dates))


_BUILDERS: Mapping[str, Callable[[CarefulTable, _Plain], Term]] = MappingProxyType(
    {"techniques": _technique, "organisations": _organisation, "instruments": _instrument}
)
