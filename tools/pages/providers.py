"""Writes the page on providers: the keys of a file, and when one is shown as open.

It imports `safeconduct.respond`; nothing imports it but `tools/reference.py`.
A new kind or status appears here by itself.
"""

from safeconduct.respond.provider import CALLED, KINDS, STALE_AFTER, STATUSES, WORLDWIDE

TEXT = """# Providers

A provider is somebody who helps.
One that was not looked at for more than {days} days before the day asked about is shown as stale; a closed one is never shown as open, on any day, and its address is not handed on.

A provider file is TOML in `src/safeconduct/respond/providers/`:

| key | holds |
| --- | --- |
| `id` | the name of the file |
| `name` | its public name |
| `name_ru` | the name by which it goes in Russian; absent where that is the same |
| `kind` | {kinds} |
| `regions` | codes of states, or `{worldwide}` alone |
| `languages` | codes of languages; an empty list where they are not known |
| `offers`, `eligibility` | a text in `en` and in `ru` |
| `contact` | a public official address, empty where it is not known |
| `status` | {statuses} |
| `closed_on` | as exactly as known; a closed one must have it, and no other may |
| `last_checked` | the day on which somebody last looked, YYYY-MM-DD |
| `source` | title, and section, page or url |
| `weak` | true where the source is weak; absent, it is not |
| `note` | what a reader has to know, in `en` and in `ru`; never absent where a state has listed it |
| `[[listed]]` | what a state calls it by law: `state`, `called` ({called}), `since`, and a `source` with address and date |
"""


def page() -> str:
    """Return the page as Markdown."""
    return TEXT.format(
        days=STALE_AFTER.days,
        kinds=_listed(KINDS),
        statuses=_listed(STATUSES),
        called=_listed(CALLED),
        worldwide=WORLDWIDE,
    )


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
