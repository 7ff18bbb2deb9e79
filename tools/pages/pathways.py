"""Writes the page on pathways: the keys of a file, and what a step must never leave out.

It imports `safeconduct.respond`; nothing imports it but `tools/reference.py`.
A new document or time of a step appears here by itself.
"""

from safeconduct.respond.pathway import DOCUMENTS, WHENS

TEXT = """# Pathways

A pathway is what to do in one situation, step by step.
A step without its risk, how to lower it and when not to take it is refused, and so is a reference to what does not exist.
`safeconduct respond` lists the situations.

A pathway file is TOML in `src/safeconduct/respond/pathways/`:

| key | holds |
| --- | --- |
| `id` | the name of the file |
| `[label]`, `[plain]` | a text in `en` and in `ru`; `plain` says in two short sentences what the situation is |
| `techniques` | terms that the situation may belong to |
| `as_of` | the day on which its facts were last checked |
| `sources` | at least one, each with a title, and section, page or url |
| `[[step]]` | one step; the keys below belong to it |
| `id` | lower-case words joined by hyphens, once in the file |
| `when` | {whens} |
| `who`, `text` | who takes the step, and what it is: at most three short sentences |
| `risk`, `lower`, `not_when` | what the step can cost the person, how to lower that, and when not to take it; never empty |
| `source` | title, and section, page or url |
| `weak` | true where the step rests on general knowledge or one weak source; its source then needs a title only |
| `deadline` | the id of a [deadline](deadlines.md) |
| `is_appeal` | true where the step is about an appeal in the host state: where its term is not recorded for that state, the answer says so |
| `documents` | {documents} |
| `evidence` | what to keep, each in `en` and in `ru` |
| `providers` | ids of [providers](providers.md) |
| `hosts` | the states where the step applies; none means all |
"""


def page() -> str:
    """Return the page as Markdown."""
    return TEXT.format(whens=_listed(WHENS), documents=_listed(DOCUMENTS))


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
