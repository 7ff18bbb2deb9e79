"""Writes the page on errors: one section a code, in the words of the class that carries it.

It imports the exception tree and nothing else of the package; nothing imports it but
`tools/reference.py`. A new error class appears here by itself once its module is among `MODULES`.
"""

import importlib
import inspect

from safeconduct.errors import SafeconductError

MODULES = (
    "safeconduct.errors",
    "safeconduct.record.columns",
    "safeconduct.figures.columnar.door",
)
INTRODUCTION = """# Errors

Every error that Safeconduct raises is one of these.
An error says what happened, where, what is allowed and what to do next; it never repeats free text of a corpus.
The code in each heading is stable: programs may rely on it.
"""


def page() -> str:
    """Return the page as Markdown."""
    for module in MODULES:
        importlib.import_module(module)
    sections = [_section(kind) for kind in _tree(SafeconductError)]
    return INTRODUCTION + "\n" + "\n".join(sections)


def _tree(kind: type[SafeconductError]) -> list[type[SafeconductError]]:
    found = [kind]
    for child in sorted(kind.__subclasses__(), key=lambda each: each.code):
        if child.__module__ in MODULES:
            found.extend(_tree(child))
    return found


def _section(kind: type[SafeconductError]) -> str:
    parent = kind.__bases__[0]
    lines = [f"## {kind.code}", "", inspect.getdoc(kind) or ""]
    if issubclass(parent, SafeconductError):
        lines.append(f"It is a kind of [{parent.code}](#{parent.code}).")
    lines.append(f"In Python: `{kind.__module__}.{kind.__name__}`.")
    return "\n".join(lines) + "\n"
