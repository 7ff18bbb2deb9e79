"""What the estimators may say: every text of a warning, refusal or assumption, as the code has it.

It depends on the source as text, and on its modules for the values of names.
A new class of texts is one more line in `_SPEAKING`.
"""

import ast
import importlib
from dataclasses import dataclass

from tests.house.checkout import SOURCE

PACKAGES = ("estimate", "linkage_averaging")
HOLE = "\0"
# The fields that a reader reads, by the class that carries them.
_SPEAKING = {
    "EstimateWarning": ("text", "advice"),
    "EstimateRefusal": ("rule", "reason", "remedy"),
    "Assumption": ("text",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidText:
    """One text with `HOLE` where a value stands, under its code or its estimator."""

    key: str
    skeleton: str
    where: str


def texts():
    """Return every text that is written where it is said, those passed on from another left out."""
    found = []
    for package in PACKAGES:
        for path in sorted((SOURCE / package).rglob("*.py")):
            name = ".".join(("safeconduct", *path.relative_to(SOURCE).with_suffix("").parts))
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _SPEAKING:
                    found += _texts_of(node, module=name.removesuffix(".__init__"))
    return found


def _texts_of(call, *, module):
    fields = {keyword.arg: keyword.value for keyword in call.keywords}
    kind = call.func.id
    key = _method_of(module) if kind == "Assumption" else _code(fields["code"], module)
    return [
        SaidText(key=key, skeleton=skeleton, where=f"{module}:{call.lineno}")
        for field in _SPEAKING[kind]
        for skeleton in _skeletons(fields[field])
        if skeleton != HOLE
    ]


def _method_of(module):
    found = importlib.import_module(module)
    return getattr(found, "NAME", getattr(found, "METHOD", ""))


def _code(node, module):
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Name):
        return getattr(importlib.import_module(module), node.id, "")
    return ""


def _skeletons(node):
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return [
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else HOLE for part in parts
                )
            ]
        case ast.IfExp(body=one, orelse=other):
            return [*_skeletons(one), *_skeletons(other)]
        case _:
            return [HOLE]
