"""The reference page of exit codes: the number with which the command line ends, and why.

It depends on the one place that maps errors to numbers.
A new code shows here by itself.
"""

from safeconduct.cli.exit_codes import ExitCode


def page() -> str:
    """Return the page."""
    rows = "".join(f"| {code.value} | {code.meaning} |\n" for code in ExitCode)
    return (
        "# Exit codes\n\n"
        "This page is written by `make docs` from `src/safeconduct/cli/exit_codes.py`.\n"
        "An error goes to stderr: what happened, every problem with its place, and a hint; with "
        "`--json` it is an object `error` with `code`, `exit_code`, `message`, `hint` and "
        "`problems`.\n"
        "[Errors](errors.md) explains each `code`.\n"
        "\n| code | what happened |\n|---|---|\n" + rows
    )
