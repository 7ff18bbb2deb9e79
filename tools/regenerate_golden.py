"""Compares the golden findings of the built-in corpus with the checks; writes them on purpose.

It depends on the importers, the built-in corpora and `verify`.
Without `--write` it only says what would change, so that nobody mends a test by accident.
"""

import json
import sys
from pathlib import Path

from safeconduct import corpora
from safeconduct.importers import corpus_folder
from safeconduct.verify import Finding, check

CORPUS = "distance-is-not-a-shield"
FOLDER = Path(__file__).resolve().parent.parent / "tests" / "golden"
FILE = FOLDER / f"check-{CORPUS}.json"


def written(findings: tuple[Finding, ...]) -> str:
    """Write findings as the golden file holds them."""
    rows = [
        {
            "check": finding.check,
            "severity": finding.severity.value,
            "where": finding.where,
            "message": str(finding.message),
            "hint": str(finding.hint),
            "records": [" ".join(record) for record in finding.records],
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def found_now() -> str:
    """Check the built-in corpus and write what is found."""
    return written(check(corpus_folder.read(corpora.folder(CORPUS))))


def main(arguments: list[str]) -> int:
    """Say whether the golden file is still true; with `--write`, make it so."""
    text = found_now()
    kept = FILE.read_text(encoding="utf-8") if FILE.is_file() else ""
    if text == kept:
        print(f"{FILE.name} is what the checks say.")
        return 0
    if arguments != ["--write"]:
        print(f"{FILE.name} differs from what the checks say; --write writes it anew.")
        return 1
    FILE.write_text(text, encoding="utf-8")
    print(f"{FILE.name} is written.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
