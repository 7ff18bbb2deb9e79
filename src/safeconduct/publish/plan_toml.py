"""A plan as a TOML file: begun by the tool, finished by hand, read back with every problem at once.

It depends on the plan and the standard library.
A further key is one more in `plan_keys`, and in `_held` for a table.
"""

from __future__ import annotations

import json
import secrets
import tomllib
from typing import TYPE_CHECKING, Final, cast

from safeconduct import vocabulary
from safeconduct.errors import InvalidQuery, InvalidRecord, Problem, RejectedRows
from safeconduct.figures.dimension import TERMS_OF
from safeconduct.figures.question import Question
from safeconduct.publish.allowed import ALLOWED
from safeconduct.publish.folder import PUBLIC_LIST
from safeconduct.publish.plan import Plan, PlannedTable
from safeconduct.publish.plan_keys import (
    ANYTHING,
    FLAG,
    INTRODUCTION,
    PLAN_KEYS,
    SOURCE_LANGUAGE,
    TABLE_KEYS,
    TEXT,
    TEXTS,
    WORDING,
)
from safeconduct.publish.planned_labels import problems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    Read = Mapping[str, object]

FILE: Final = "plan.toml"
_PLAN: Final = {key.name: key.kind for key in PLAN_KEYS} | {"tables": ANYTHING}
_TABLE: Final = {key.name: key.kind for key in TABLE_KEYS} | {"counts_listed": ANYTHING}
_TEXTS: Final = tuple(key.name for key in PLAN_KEYS if key.kind == TEXT)
# Without these there is no plan, and no table of one.
_NEEDED: Final = tuple(
    frozenset(key.name for key in keys if key.needed) for keys in (PLAN_KEYS, TABLE_KEYS)
)
# Left out while they say nothing: their absence is what the owner of a plan has to see.
_ONLY_IF_SAID: Final = ("earlier", "first_release")


def as_toml(plan: Plan, language: str = SOURCE_LANGUAGE) -> str:
    """Write a plan, with comments in a language; the same text for the same plan."""
    lines = [f"# {line}" for line in INTRODUCTION.get(language, INTRODUCTION[SOURCE_LANGUAGE])]
    for key in PLAN_KEYS:
        held = getattr(plan, key.name)
        if held or key.name not in _ONLY_IF_SAID:
            lines += [f"# {key.told(language)}", f"{key.name} = {_WRITTEN[key.kind](held)}"]
    for number, table in enumerate(plan.tables):
        lines += ["", "[[tables]]"]
        held_by_table = _held(table)
        for key in TABLE_KEYS[:-1]:
            # The comments stand beside the first table only.
            lines += [] if number else [f"# {key.told(language)}"]
            lines.append(f"{key.name} = {_WRITTEN[key.kind](held_by_table[key.name])}")
        lines += [] if number else [f"# {TABLE_KEYS[-1].told(language)}"]
        lines.append("[tables.labels]")
        lines += [f"{_text(name)} = {_list(labels)}" for name, labels in table.labels.items()]
    return "\n".join(lines) + "\n"


def _held(table: PlannedTable) -> Mapping[str, object]:
    asked = table.question
    return {
        "id": table.id,
        "title": table.title,
        "scheme": asked.schemes[0],
        "by": asked.by,
        "since": asked.since,
        "until": asked.until,
        "where": asked.where,
        "counts_listed": table.counts_listed,
    }


def begun(*, publisher: str, licence: str, made_on: str, approvable: tuple[str, ...] = ()) -> Plan:
    """A plan to start from: persons by year and by tactic, each in a table of its own.

    approvable: incidents that the rule of the public list admits, as candidates only.

    Safety: that a case was in the press is no consent to be listed; nobody is listed by default.
    """
    year = int(made_on[:4])
    years = tuple(str(each) for each in range(year - 10, year + 1))
    tactics = tuple(sorted(vocabulary.ids(TERMS_OF["tactic"])))
    return Plan(
        id=f"release-{made_on}",
        title=(("en", "Persons targeted"), ("ru", "Люди, против которых действовали")),
        publisher=publisher or "–",
        licence=licence or "CC-BY-4.0",
        made_on=made_on,
        tables=(
            _begun_table("by-year", "year", years),
            _begun_table("by-tactic", "tactic", tactics),
        ),
        list_rule="two-public-voices" if approvable else "none",
        candidates=approvable,
        seal=secrets.token_hex(32),
    )


def _begun_table(identifier: str, dimension: str, labels: tuple[str, ...]) -> PlannedTable:
    return PlannedTable(
        id=identifier,
        title=(("en", f"Persons by {dimension}"),),
        question=Question(
            schemes=("distance-is-not-a-shield",), by=(dimension,), measure="persons"
        ),
        labels={dimension: labels},
    )


def read_plan(path: Path) -> Plan:
    """Read a plan from its file.

    Raises:
        RejectedRows: the file is no plan; every problem is named.
        Refusal: it asks for what may not leave.
    """
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise _rejected(path.name, [("", "no TOML in UTF-8")]) from cause
    problems = [*_misshapen(read, _PLAN, ""), *_tables_misshapen(read.get("tables", []))]
    # What is not in shape cannot be looked into.
    problems = problems or list(_labels_unknown(cast("list[Read]", read.get("tables", []))))
    if problems:
        raise _rejected(path.name, problems)
    try:
        return _plan(read)
    except (InvalidRecord, InvalidQuery) as cause:
        raise _rejected(path.name, cause.problems) from cause


def _plan(read: Read) -> Plan:
    return Plan(
        **{name: str(read[name]) for name in _TEXTS if name in read},
        languages=_texts(read, "languages") or ("en", "ru"),
        candidates=_texts(read, "candidates"),
        listed=_texts(read, "listed"),
        earlier=_texts(read, "earlier"),
        first_release=read.get("first_release") is True,
        title=_pairs(read, "title"),
        reason=_pairs(read, "reason"),
        tables=tuple(map(_planned, cast("list[Read]", read.get("tables", [])))),
    )


def _planned(read: Read) -> PlannedTable:
    labels = cast("dict[str, list[str]]", read.get("labels", {}))
    return PlannedTable(
        id=str(read["id"]),
        title=_pairs(read, "title"),
        question=Question(
            schemes=(str(read["scheme"]),),
            by=_texts(read, "by"),
            measure="persons",
            since=str(read.get("since", "")),
            until=str(read.get("until", "")),
            where=_pairs(read, "where"),
        ),
        labels={name: tuple(each) for name, each in labels.items()},
        counts_listed=read.get("counts_listed") is True,
    )


def _tables_misshapen(tables: object) -> Iterator[tuple[str, str]]:
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        yield ("tables", "no list of tables")
        return
    for number, table in enumerate(tables, start=1):
        where = f"tables[{number}]."
        yield from _misshapen(table, _TABLE, where)
        labels = table.get("labels", {})
        if not isinstance(labels, dict) or not all(map(_is_list, labels.values())):
            yield (f"{where}labels", "no list of texts for each dimension")


def _labels_unknown(tables: Iterable[Read]) -> Iterator[tuple[str, str]]:
    for number, table in enumerate(tables, start=1):
        if table["id"] == PUBLIC_LIST:
            yield (f"tables[{number}].id", "the name of the public list")
        labels = cast("dict[str, list[str]]", table.get("labels", {}))
        # A dimension that may not leave is refused by its own rule.
        allowed = {name: each for name, each in labels.items() if name in ALLOWED}
        for key, found in problems_of(allowed):
            yield (f"tables[{number}].{key}", found)


def _misshapen(read: Read, keys: Mapping[str, str], where: str) -> Iterator[tuple[str, str]]:
    """What is missing from a table of TOML, too much in it, or of another kind."""
    for name in read:
        if name not in keys:
            yield (f"{where}{name}", "a key that a plan does not have")
    for name, kind in keys.items():
        if name not in read:
            if name in _NEEDED[where != ""]:
                yield (f"{where}{name}", "nothing")
        elif not _FITS[kind](read[name]):
            yield (f"{where}{name}", f"not {kind}")


def _is_list(read: object) -> bool:
    return isinstance(read, list) and all(isinstance(each, str) for each in read)


def _is_wording(read: object) -> bool:
    return isinstance(read, dict) and all(isinstance(each, str) for each in read.values())


_FITS: Final[Mapping[str, Callable[[object], bool]]] = {
    TEXT: lambda read: isinstance(read, str),
    TEXTS: _is_list,
    WORDING: _is_wording,
    FLAG: lambda read: isinstance(read, bool),
    ANYTHING: lambda _: True,
}


def _rejected(file: str, problems: Iterable[tuple[str, str]]) -> RejectedRows:
    return RejectedRows(
        file,
        [
            Problem(file=file, row=0, column=key, found=found, allowed="what a plan holds there")
            for key, found in problems
        ],
        hint="Mend each key named; `safeconduct publish plan` writes a plan to start from.",
    )


def _texts(read: Read, name: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", read.get(name, [])))


def _pairs(read: Read, name: str) -> tuple[tuple[str, str], ...]:
    return tuple(cast("dict[str, str]", read.get(name, {})).items())


def _text(text: object) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(texts: object) -> str:
    return f"[{', '.join(map(_text, cast('Iterable[str]', texts)))}]"


def _map(pairs: object) -> str:
    told = cast("Iterable[tuple[str, str]]", pairs)
    return f"{{ {', '.join(f'{_text(key)} = {_text(text)}' for key, text in told)} }}"


_WRITTEN: Final[Mapping[str, Callable[[object], str]]] = {
    TEXT: _text,
    TEXTS: _list,
    WORDING: _map,
    FLAG: lambda flag: str(flag).lower(),
}
