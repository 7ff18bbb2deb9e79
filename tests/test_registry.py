"""How the members of an open set are found: sorted, without hidden files, refused by name.

It depends on folders and packages that each test plants.
A new promise of the registry is a new test here.
"""

import importlib
import sys

import pytest

from safeconduct import registry
from safeconduct.errors import InvalidVocabulary


def plant(folder, *names):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text("")
    return folder


def test_data_files_come_sorted_and_without_hidden_or_other_files(tmp_path):
    folder = plant(tmp_path / "set", "b.toml", "a.toml", ".c.toml", "d.txt", "B.toml")

    assert [path.name for path in registry.data_files(folder)] == ["B.toml", "a.toml", "b.toml"]


def test_data_files_of_another_suffix_are_found_when_asked_for(tmp_path):
    folder = plant(tmp_path / "set", "a.toml", "b.csv")

    assert [path.name for path in registry.data_files(folder, suffix=".csv")] == ["b.csv"]


def test_only_folders_that_hold_a_data_file_are_sets(tmp_path):
    plant(tmp_path / "techniques", "abduction.toml")
    plant(tmp_path / "actors", "guard.toml")
    plant(tmp_path / "empty")
    plant(tmp_path / "hidden", ".secret.toml")
    (tmp_path / "loose.toml").write_text("")

    found = [path.name for path in registry.data_folders(tmp_path)]

    assert found == ["actors", "techniques"]


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Plant an importable package of checks, and forget it afterwards."""
    name = "planted_checks"
    folder = plant(tmp_path / name, "__init__.py")
    (folder / "second.py").write_text("NAME = 'second'\nCHECK = 2\n")
    (folder / "first.py").write_text("NAME = 'first'\nCHECK = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    yield importlib.import_module(name)
    for module in [module for module in sys.modules if module.split(".")[0] == name]:
        del sys.modules[module]


def test_members_are_imported_in_sorted_order(package):
    found = registry.members(package, required=("NAME", "CHECK"))

    assert [module.NAME for module in found] == ["first", "second"]


def test_a_member_that_lacks_a_name_is_refused_with_everything_that_it_lacks(package):
    with pytest.raises(InvalidVocabulary) as refused:
        registry.members(package, required=("NAME", "CHECK", "hint", "title"))

    assert refused.value.file == "planted_checks.first"
    assert refused.value.problems == (("hint", "is not declared"), ("title", "is not declared"))
    assert refused.value.hint.endswith("declares NAME, CHECK, hint, title.")
