"""Reading a release back from `release.json`, which may come from anybody.

It depends on the release and the errors.
Whatever does not write back to the same bytes was not written by this program and is refused whole.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, cast

from safeconduct.errors import InvalidRecord
from safeconduct.publish.release import (
    ListedIncident,
    Release,
    ReleasedCell,
    ReleasedDimension,
    ReleasedPicture,
    ReleasedTable,
    ReleasedText,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.publish.release import Wording

    Read = dict[str, object]

RELEASE: Final = "release.json"
FORMAT: Final = "safeconduct-release-1"
_PLAIN: Final = (
    "id",
    "version",
    "kind",
    "publisher",
    "made_on",
    "as_of",
    "licence",
    "audience",
    "concerns",
    "listed_rule",
)


def read_release(files: Mapping[str, bytes]) -> Release:
    """Read a release from its files.

    Raises:
        InvalidRecord: `release.json` is missing, or not what this program writes.
    """
    octets = files.get(RELEASE, b"")
    try:
        release = _release(json.loads(octets), files)
        same = release.canonical == octets
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as cause:
        raise _unreadable() from cause
    if not same:
        raise _unreadable()
    return release


def _unreadable() -> InvalidRecord:
    return InvalidRecord(
        "release",
        [(RELEASE, f"is not written as {FORMAT}")],
        hint="Read it with the version of the program that wrote it.",
    )


def _release(read: Read, files: Mapping[str, bytes]) -> Release:
    if read["format"] != FORMAT:
        raise TypeError(FORMAT)
    plain = {name: _text(read[name]) for name in _PLAIN}
    return Release(
        id=plain["id"],
        version=plain["version"],
        kind=plain["kind"],
        publisher=plain["publisher"],
        made_on=plain["made_on"],
        as_of=plain["as_of"],
        licence=plain["licence"],
        audience=plain["audience"],
        concerns=plain["concerns"],
        listed_rule=plain["listed_rule"],
        title=_pairs(read["title"]),
        languages=_texts(read["languages"]),
        method=_pairs(read["method"]),
        caveats=tuple(map(_pairs, _list(read["caveats"]))),
        lineage=_pairs(read["lineage"]),
        previous=_texts(read["previous"]),
        reason=_pairs(read["reason"]),
        tables=tuple(_table(_map(each)) for each in _list(read["tables"])),
        listed=tuple(_listed(_map(each)) for each in _list(read["listed"])),
        texts=tuple(
            ReleasedText(
                name=_text(each["name"]), language=_text(each["language"]), body=_text(each["body"])
            )
            for each in map(_map, _list(read["texts"]))
        ),
        pictures=tuple(_picture(_map(each), files) for each in _list(read["pictures"])),
    )


def _table(read: Read) -> ReleasedTable:
    return ReleasedTable(
        id=_text(read["id"]),
        title=_pairs(read["title"]),
        scheme=_text(read["scheme"]),
        filters=_texts(read["filters"]),
        measure=_text(read["measure"]),
        protection=_text(read["protection"]),
        adds_up=_flag(read["adds_up"]),
        counts_listed=_flag(read["counts_listed"]),
        dimensions=tuple(
            ReleasedDimension(name=_text(side["name"]), labels=_texts(side["labels"]))
            for side in map(_map, _list(read["dimensions"]))
        ),
        cells=tuple(
            ReleasedCell(
                labels=_texts(cell["labels"]),
                shown=_text(cell["shown"]),
                low=_number(cell["low"]),
                high=None if cell["high"] is None else _number(cell["high"]),
            )
            for cell in map(_map, _list(read["cells"]))
        ),
    )


def _listed(read: Read) -> ListedIncident:
    return ListedIncident(
        label=_text(read["label"]),
        persons=_number(read["persons"]),
        coordinates=tuple(
            (name, _texts(labels)) for name, labels in _map(read["coordinates"]).items()
        ),
        sources=tuple(
            (_text(publisher), _text(url))
            for publisher, url in (_list(source) for source in _list(read["sources"]))
        ),
    )


def _picture(read: Read, files: Mapping[str, bytes]) -> ReleasedPicture:
    return ReleasedPicture(
        name=_text(read["name"]),
        media_type=_text(read["media_type"]),
        octets=files[f"pictures/{_text(read['name'])}"],
        alternative=_pairs(read["alternative"]),
    )


def _text(read: object) -> str:
    return cast("str", _of(str, read))


def _number(read: object) -> int:
    if isinstance(read, bool) or not isinstance(read, int) or read < 0:
        raise TypeError
    return read


def _flag(read: object) -> bool:
    return cast("bool", _of(bool, read))


def _list(read: object) -> list[object]:
    return cast("list[object]", _of(list, read))


def _map(read: object) -> Read:
    return cast("Read", _of(dict, read))


def _texts(read: object) -> tuple[str, ...]:
    return tuple(map(_text, _list(read)))


def _pairs(read: object) -> Wording:
    return tuple((name, _text(text)) for name, text in _map(read).items())


def _of(kind: type[object], read: object) -> object:
    if not isinstance(read, kind):
        raise TypeError(kind.__name__)
    return read
