"""Compares the golden samples of the formats with what is written now; writes them on purpose.

It depends on the exporters and on the invented corpus of their tests.
Without `--write` it only says what would change, so that nobody mends a test by accident.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "golden" / "formats"
# Binary, or made of the words of the vocabulary, which may change.
NOT_KEPT = frozenset({"parquet", "xlsx", "ods", "misp-galaxy", "misp-taxonomy"})
FOLLOWS_THE_VOCABULARY = frozenset({"codebook.csv", "datapackage.json"})


def samples() -> dict[Path, bytes]:
    """Return every sample by the file where it belongs."""
    sys.path.insert(0, str(ROOT))
    from safeconduct.exporters.handover import Handover  # noqa: PLC0415 - after the path is set
    from safeconduct.exporters.to_format import all_formats, in_format  # noqa: PLC0415 - as above
    from tests.exporters.whole_corpus import whole_corpus  # noqa: PLC0415 - as above

    handed = Handover(from_corpus=whole_corpus())  # type: ignore[no-untyped-call]  # tests take no types
    return {
        FOLDER / name / file: octets
        for name in all_formats()
        if name not in NOT_KEPT
        for file, octets in in_format(name, handed).items()
        if file not in FOLLOWS_THE_VOCABULARY
    }


def main(arguments: list[str]) -> int:
    """Say whether the samples still stand; with `--write`, make them so."""
    stale = {
        file: octets
        for file, octets in samples().items()
        if not file.is_file() or file.read_bytes() != octets
    }
    for file, octets in stale.items():
        print(f"{file.relative_to(ROOT)} {'is written' if arguments else 'differs'}.")
        if arguments == ["--write"]:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(octets)
    return 1 if stale and not arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
