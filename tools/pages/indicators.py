"""Writes the page on recognising: the rule, the keys of an indicator file, and what is promised.

It imports `safeconduct.respond`; nothing imports it but `tools/reference.py`.
A new group or strength appears here by itself.
"""

from collections.abc import Iterable

from safeconduct.respond.indicator import CIRCUMSTANCES, FORCE, GROUPS, STRENGTHS, indicators
from safeconduct.respond.recognise import LIMITS, RULE, Answer

TEXT = """# Recognising

`safeconduct recognise` prints a form of {number} plain questions, and answers one that was filled in.
An answer is {answers}, or nothing at all.
{rule}
{limits}
Who stands behind an act, no answer can show; ordinary crime resembles the same patterns, and the text beside each question says so.
The form is read on the machine where it lies, nothing is stored, and no file is written but an empty form that was asked for.

[Stories that recognising is held against](vignettes.md) says how often the rule meets what an informed reader expects, with the reason of each miss.

What points to a pattern names it, what fits it needs a second answer, what goes with it is shown beside it and never helps to name it, and what explains it gives it an everyday cause.
An everyday cause never hides what only a state can do, and never takes away advice.

An indicator file is TOML in `src/safeconduct/respond/indicators/`:

| key | holds |
| --- | --- |
| `id` | the name of the file |
| `group` | {groups} |
| `techniques` | at least one table of `id`, a term, and `strength`, {strengths}; one of `{circumstances}` points to nothing, and speaks for none of {force} |
| `ties` | true where a yes shows a state behind it all, whatever else explains it; of `{circumstances}` only |
| `pathways` | the [situations](pathways.md) worth reading |
| `urgent` | true where its advice comes before all other |
| `weak` | true where it rests on general knowledge; its source then needs a title only |
| `[ask]`, `[ask_worker]` | the question to the person, and to somebody who asks on duty, each in `en` and in `ru` |
| `[everyday]` | the harmless explanations |
| `[advice]`, `[note_down]`, `[whom]` | what to do first, what to write down, whom to ask |
| `[source]` | title, and section, page or url |
"""


def page() -> str:
    """Return the page as Markdown."""
    return TEXT.format(
        number=len(indicators()),
        answers=_listed(Answer),
        rule=RULE["en"],
        limits=LIMITS["en"].replace(". ", ".\n"),
        groups=_listed(GROUPS),
        strengths=_listed(STRENGTHS),
        circumstances=CIRCUMSTANCES,
        force=_listed(sorted(FORCE)),
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
