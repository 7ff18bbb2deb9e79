"""The reference page of settings: every variable of the environment that the program reads.

It depends on the settings, which describe themselves.
A new setting shows here by itself.
"""

from safeconduct.config import Settings, in_force


def page() -> str:
    """Return the page."""
    rows = "".join(
        f"| `{each.variable}` | {each.default} | {each.allowed} | {each.meaning} |\n"
        for each in in_force(Settings(), {})
    )
    return (
        "# Settings\n\n"
        "This page is written by `make docs` from `src/safeconduct/config.py`.\n"
        "A setting is a variable of the environment; none is needed.\n"
        "A variable that begins with `SAFECONDUCT_` and is none of these stops the start, so that "
        "a misspelt one is noticed.\n"
        "`safeconduct check --config` prints what is in force.\n"
        "\n| variable | default | admits | meaning |\n|---|---|---|---|\n" + rows
    )
