"""Compares the golden exposures with what is told now; writes them on purpose.

It depends on the importers, the built-in corpora, the exposure and its JSON.
Without `--write` it only says what would change, so that nobody mends a test by accident; another
host or day is one more code or date here.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from safeconduct import corpora
from safeconduct.cli.exposure_json import line_json, membership_json, precedent_json
from safeconduct.exposure import Exposure, expose
from safeconduct.importers import corpus_folder

CORPUS = "distance-is-not-a-shield"
FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden"
LANGUAGE = "en"
ORIGIN = "RU"
DAYS = (date(2022, 1, 1), date(2024, 6, 30), date(2026, 11, 1))
# The last two changed their memberships between these days.
HOSTS = ("KZ", "KG", "RS", "AM", "GE", "TR", "TH", "DE", "EE", "IL", "MD", "BY")


def golden_file(host: str) -> Path:
    """Name the file of a host."""
    return FOLDER / f"expose-{host}.json"


def told_now() -> Mapping[Path, str]:
    """Tell every host on every day, as the golden files hold it."""
    corpus = corpus_folder.read(corpora.folder(CORPUS))
    return {
        golden_file(host): written(expose(ORIGIN, host, on=day, corpus=corpus) for day in DAYS)
        for host in HOSTS
    }


def written(exposures: Iterable[Exposure]) -> str:
    """Write exposures as JSON, one line of an exposure on one line of the file."""
    parts = ",\n".join(",\n".join(_lines(exposure)) for exposure in exposures)
    return f"[\n{parts}\n]\n"


def _lines(exposure: Exposure) -> Iterator[str]:
    asked = (exposure.origin, exposure.host, exposure.on.isoformat(), exposure.as_of)
    yield _row("asked", dict(zip(("origin", "host", "on", "as_of"), asked, strict=True)))
    yield _row("caution", exposure.caution[LANGUAGE])
    yield from (_row("line", line_json(line, LANGUAGE)) for line in exposure.lines)
    yield from (_row("precedent", precedent_json(each)) for each in exposure.precedents)
    for line in exposure.memberships:
        yield _row("membership", membership_json(line, LANGUAGE))
    for tie in exposure.ties:
        bonds = {"origin": tie.origin.bound, "host": tie.host.bound}
        yield _row("tie", {"instrument": tie.instrument, "displaced_by": tie.displaced_by, **bonds})


def _row(kind: str, told: object) -> str:
    return json.dumps([kind, told], ensure_ascii=False)


def main(arguments: list[str]) -> int:
    """Say which golden files are still true; with `--write`, make them so."""
    differing = {
        file: text
        for file, text in told_now().items()
        if not file.is_file() or file.read_text(encoding="utf-8") != text
    }
    for file, text in differing.items():
        if arguments == ["--write"]:
            file.write_text(text, encoding="utf-8")
            print(f"{file.name} is written.")
        else:
            print(f"{file.name} differs from what is told; --write writes it anew.")
    if not differing:
        print("Every golden exposure is what is told.")
    return 0 if arguments == ["--write"] or not differing else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
