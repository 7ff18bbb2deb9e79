"""The reference page of plans: every key of the file from which a release is built.

It depends on the keys, which describe themselves.
A new key shows here by itself.
"""

from safeconduct.publish.plan_keys import PLAN_KEYS, TABLE_KEYS, PlanKey


def page() -> str:
    """Return the page."""
    return (
        "# The plan of a release\n\n"
        "This page is written by `make docs` from `src/safeconduct/publish/plan_keys.py`.\n"
        "A plan is a TOML file, which `safeconduct publish plan CORPUS -o plan.toml` begins and "
        "`safeconduct publish build plan.toml CORPUS -o DIR` reads.\n"
        "A key that a plan does not have is refused, with everything else that is wrong, at "
        "once.\n"
        "Keep the file: it holds the seal, with which somebody could try guesses about a case.\n\n"
        f"## The plan\n\n{_rows(PLAN_KEYS)}\n"
        "## Each table, under `[[tables]]`\n\n"
        f"{_rows(TABLE_KEYS)}"
    )


def _rows(keys: tuple[PlanKey, ...]) -> str:
    head = "| key | what it means | allowed | without it | example |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| `{key.name}` | {key.told('en')} | {key.kind}: {key.allowed} "
        f"| {'refused' if key.needed else key.default} | `{key.example}` |\n"
        for key in keys
    )
