"""Writes the packaged first page of the command line, which starts without click.

It depends on the command line; `tests/cli/test_main.py` holds the file to what click would print.
A further packaged page is one more pair of a file and a function here.
"""

import sys
from pathlib import Path

from safeconduct.cli.help_pages import first_page

FILE = Path(__file__).resolve().parent.parent / "src" / "safeconduct" / "cli" / "help.txt"


def main() -> int:
    """Write the page."""
    FILE.write_text(first_page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
