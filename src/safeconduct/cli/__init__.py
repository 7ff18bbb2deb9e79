"""The command line: verbs that parse, call and print.

It may depend on everything below; nothing depends on it. `program` holds it together.
A new verb is one new file in `verbs/`, with its transcript in `tests/cli/transcripts/`.
"""

import os
import sys

# What is imported above is paid for by `safeconduct --help`, which promises to take no longer than
# three bare starts of Python; click alone takes four.


def main() -> int:
    """Run the command line on the arguments of the process, and return the exit code."""
    arguments = sys.argv[1:]
    # Where anything is set, the slow way answers: it reads every setting and refuses a wrong one.
    is_set = any(name.startswith("SAFECONDUCT_") for name in os.environ)
    if arguments in ([], ["--help"]) and not is_set:
        return _print_first_page()
    try:
        from safeconduct.cli.program import run
    except ModuleNotFoundError as missing:
        if missing.name != "click":
            raise
        print("The command line is not installed: pip install 'safeconduct[cli]'.", file=sys.stderr)
        return 7  # ExitCode.UNAVAILABLE, whose file would be one more to load
    return run(arguments)


def _print_first_page() -> int:
    # Importing pathlib would cost as much as Python's own start.
    page = os.path.join(os.path.dirname(__file__), "help.txt")  # noqa: PTH118, PTH120
    with open(page, encoding="utf-8") as text:  # noqa: PTH123
        sys.stdout.write(text.read())
    return 0
