"""The files of this checkout, as the tests of its manners read them.

It depends on the standard library only, and needs no git: an unpacked archive is a checkout too.
A folder that tools make and nobody reads is added to `MADE`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src" / "safeconduct"
PACKAGES = ("src", "tests", "tools", "benchmarks")
MADE = frozenset({"dist", "wheels", "node_modules", "__pycache__", "report", "demo"})
# Dotted folders are made by tools, except the one that CI reads.
KEPT = frozenset({".ci"})


def files(root: Path = ROOT) -> Iterator[Path]:
    """Yield every file that belongs to the project, in sorted order."""
    for path in sorted(root.iterdir()):
        if path.is_symlink():
            continue
        if path.is_file():
            yield path
        elif path.name in KEPT or not (path.name in MADE or path.name.startswith(".")):
            yield from kept_files(path)


def kept_files(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder; only caches are left out there."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and not any(p == "__pycache__" or p.startswith(".") for p in inside[:-1]):
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Yield the path and text of every file that is text."""
    for path in files():
        octets = path.read_bytes()
        if b"\0" not in octets:
            yield str(path.relative_to(ROOT)), octets.decode("utf-8")


def modules(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield the path and source of every Python file below the folders."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module, methods and nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
