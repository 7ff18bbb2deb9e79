"""Finds the members of an open set, sorted: data files of a folder, modules of a package.

It depends on the standard library and on `safeconduct.errors`; it knows no set in particular.
A set grows by one file; a file that does not declare what its set requires is refused by name.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from safeconduct.errors import InvalidVocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


def data_files(folder: Path, *, suffix: str = ".toml") -> Iterator[Path]:
    """Yield the data files of a folder, sorted by name, hidden files left out."""
    for path in sorted(folder.iterdir(), key=lambda candidate: candidate.name):
        if path.suffix == suffix and not path.name.startswith("."):
            yield path


def data_folders(folder: Path) -> Iterator[Path]:
    """Yield the folders below a folder that hold at least one data file, sorted by name."""
    for path in sorted(folder.iterdir(), key=lambda candidate: candidate.name):
        if path.is_dir() and any(data_files(path)):
            yield path


def members(package: ModuleType, *, required: tuple[str, ...]) -> tuple[ModuleType, ...]:
    """Import every module of a package, sorted, and check that each declares what it must.

    Raises:
        InvalidVocabulary: a module lacks one of the required names.
    """
    found = []
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{name}")
        missing = [constant for constant in required if not hasattr(module, constant)]
        if missing:
            raise InvalidVocabulary(
                f"{module.__name__}",
                [(constant, "is not declared") for constant in missing],
                hint=f"Every module of {package.__name__} declares {', '.join(required)}.",
            )
        found.append(module)
    return tuple(found)
