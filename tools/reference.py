"""Writes the pages of `docs/reference/` from the code, so that none of them can fall behind it.

It may import anything of the package; nothing imports it.
A new page is one new module in `tools/pages/` with a function `page()` that returns Markdown.
"""

import argparse
import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tools" / "pages"
REFERENCE = ROOT / "docs" / "reference"


def written_pages() -> dict[Path, str]:
    """Return the text of every page by the file where it belongs, in sorted order."""
    sys.path.insert(0, str(ROOT))
    pages = {}
    for module in sorted(path.stem for path in PAGES.glob("*.py")):
        text = importlib.import_module(f"tools.pages.{module}").page()
        pages[REFERENCE / f"{module.replace('_', '-')}.md"] = text.rstrip("\n") + "\n"
    return pages


def stale_pages(pages: dict[Path, str]) -> list[Path]:
    """Return the files whose text differs from what the code says now."""
    return [
        file
        for file, text in pages.items()
        if not file.exists() or file.read_text(encoding="utf-8") != text
    ]


def main() -> int:
    """Write the pages, or with --check say which are stale and write nothing."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a stale page")
    arguments = parser.parse_args()
    pages = written_pages()
    stale = stale_pages(pages)
    for file in stale:
        print(f"{file.relative_to(ROOT)} {'is stale: make docs' if arguments.check else 'written'}")
        if not arguments.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(pages[file], encoding="utf-8")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
