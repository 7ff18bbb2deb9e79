"""The folder form of a release: `release.json`, tables as CSV, codebook, method, MANIFEST.

It depends on the release and the vocabulary; the same release gives the same files.
`release.json` is what counts and what is read back; the other files say the same to people and to
programs that do not know it. A further file is a line in `files`.
"""

from __future__ import annotations

import csv
import io
import json
import os
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.errors import BrokenIntegrity, Refusal, Unavailable
from safeconduct.publish.allowed import ALLOWED, TERMS
from safeconduct.publish.manifest import (
    MANIFEST,
    SIGNATURES,
    files_of,
    hold_against_manifest,
    manifest_of,
)
from safeconduct.publish.release_reading import read_release
from safeconduct.record.columns import FORMULA_STARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from safeconduct.publish.release import Release, ReleasedTable

RELEASE: Final = "release.json"
CODEBOOK: Final = "codebook.csv"
PACKAGE: Final = "datapackage.json"
PUBLIC_LIST: Final = "public-list"
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"


def files(release: Release) -> Mapping[str, bytes]:
    """The files of a release by path, the manifest among them."""
    made = {RELEASE: release.canonical, CODEBOOK: _csv(_codebook(release))}
    for table in release.tables:
        made[f"tables/{table.id}.csv"] = _csv(_rows(table))
    if release.listed:
        made[f"tables/{PUBLIC_LIST}.csv"] = _csv(_listed(release))
    for language, text in release.method:
        made[f"method.{language}.md"] = (text.replace(". ", ".\n") + "\n").encode()
    for each in release.texts:
        made[f"texts/{each.name}.{each.language}.md"] = each.body.encode()
    for picture in release.pictures:
        made[f"pictures/{picture.name}"] = picture.octets
    made[PACKAGE] = _package(release, made)
    made[MANIFEST] = manifest_of(made)
    return made


def write(release: Release, parent: Path) -> Path:
    """Write a release into a new folder `release-<id>` and return it.

    Raises:
        Refusal: the folder is there already; a release is never changed.
        Unavailable: the folder cannot be written.
    """
    folder = parent / f"release-{release.id}"
    if os.path.lexists(folder):
        raise Refusal(
            f"a second {folder.name}",
            rule="a release is frozen: what was published is never written over",
            remedy="Make a correction with an id of its own, or name another place.",
        )
    staging = parent / f".{folder.name}.new"
    try:
        for path, octets in files(release).items():
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(octets)
        staging.rename(folder)
    except OSError as cause:
        raise Unavailable(
            folder.name, hint="Check that the folder can be written and that its disk is not full."
        ) from cause
    return folder


def read(folder: Path) -> Release:
    """Read a release back and hold it to its manifest; signatures are another matter.

    Raises:
        BrokenIntegrity: a file was changed, is missing or was added, or says something else than
            `release.json`.
        Unavailable: the folder cannot be read.
        InvalidRecord: `release.json` is not what this program writes.
    """
    found = files_of(folder)
    hold_against_manifest(found)
    release = read_release(found)
    _hold_against_release(found, release)
    return release


def _hold_against_release(found: Mapping[str, bytes], release: Release) -> None:
    """Refuse files that say what `release.json` does not, though the manifest names them.

    Safety: a table beside the release was attacked by nobody, and whoever signs looks at the
    release. The codebook and the package may be those of an earlier version of the vocabulary.
    """
    made = files(release)
    wrong = {
        path
        for path in (found.keys() | made.keys()) - {MANIFEST, CODEBOOK, PACKAGE}
        if not path.startswith(f"{SIGNATURES}/") and found.get(path) != made.get(path)
    }
    if wrong:
        raise BrokenIntegrity(
            f"the release ({', '.join(map(repr, sorted(wrong)))})",
            hint=f"These files do not say what {RELEASE} says; build the release anew.",
        )


def _rows(table: ReleasedTable) -> Iterable[tuple[str, ...]]:
    yield (*(side.name for side in table.dimensions), "shown", "low", "high")
    for cell in table.cells:
        high = "" if cell.high is None else str(cell.high)
        yield (*cell.labels, cell.shown, str(cell.low), high)


def _listed(release: Release) -> Iterable[tuple[str, ...]]:
    yield ("incident", "persons", *ALLOWED, "sources")
    for incident in release.listed:
        known = dict(incident.coordinates)
        sides = ("; ".join(known.get(name, ())) for name in ALLOWED)
        sources = "; ".join(" ".join(source) for source in incident.sources)
        yield (incident.label, str(incident.persons), *sides, sources)


def _codebook(release: Release) -> Iterable[tuple[str, ...]]:
    """Every table, dimension and label that is a term, with its name in every language."""
    blank = ("",) * len(vocabulary.LANGUAGES)
    yield ("table", "column", "label", *(f"label_{code}" for code in vocabulary.LANGUAGES), "is")
    for table in release.tables:
        for side in table.dimensions:
            yield (table.id, side.name, "", *blank, ALLOWED.get(side.name, ""))
            known = vocabulary.terms(TERMS[side.name]) if side.name in TERMS else {}
            for label in side.labels:
                term = known.get(label)
                names = blank if term is None else _names(term.label)
                yield (table.id, side.name, label, *names, "")
        yield (table.id, "shown", "", *blank, f"{table.measure}, protected by {table.protection}")
        yield (table.id, "low", "", *blank, "the least count that the cell may stand for")
        yield (table.id, "high", "", *blank, "the greatest; empty where there is no bound")


def _names(label: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(vocabulary.in_language(label, language) for language in vocabulary.LANGUAGES)


def _package(release: Release, made: Mapping[str, bytes]) -> bytes:
    package = {
        "$schema": _PROFILE,
        "name": release.id,
        "title": dict(release.title).get("en", release.title[0][1]),
        "version": release.version,
        "created": f"{release.made_on}T00:00:00Z",
        "licenses": [{"name": release.licence}],
        "contributors": [{"title": release.publisher, "roles": ["publisher"]}],
        "resources": [
            {
                "name": path.rpartition("/")[2].removesuffix(".csv"),
                "type": "table",
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(octets),
                "schema": {"fields": _fields(octets)},
            }
            for path, octets in sorted(made.items())
            if path.endswith(".csv")
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _fields(octets: bytes) -> list[dict[str, str]]:
    names = next(csv.reader(io.StringIO(octets.decode())))
    whole = {"low", "high", "persons"}
    return [{"name": name, "type": "integer" if name in whole else "string"} for name in names]


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(tuple(map(_safe, row)) for row in rows)
    return text.getvalue().encode()


def _safe(cell: str) -> str:
    # Safety: a reader who opens a table must not run what a stranger wrote into a label.
    return f"'{cell}" if cell.startswith(tuple(FORMULA_STARTS)) else cell
