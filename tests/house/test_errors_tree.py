"""Every way of saying no has a code, a hint, what it concerns, and a section in the reference.

It depends on `safeconduct.errors` and on `docs/reference/errors.md`.
A new error class is found by itself; what it lacks is named here.
"""

import inspect

import pytest

from safeconduct import errors
from safeconduct.errors import SafeconductError
from tests.house.checkout import ROOT, modules

BRANCHES = {"InvalidInput", "NotFound", "Refusal", "BrokenIntegrity", "Unavailable"}


def descendants(root: type[SafeconductError]) -> list[type[SafeconductError]]:
    return [root, *(found for child in root.__subclasses__() for found in descendants(child))]


def lacks(error: type[SafeconductError], reference: str) -> list[str]:
    """Say what an error class lacks."""
    found = []
    if "code" not in vars(error):
        found.append("a code of its own")
    if f"\n## {error.code}\n" not in reference:
        found.append(f"a section '## {error.code}' in docs/reference/errors.md")
    if not (error.__doc__ or "").strip().endswith("."):
        found.append("a docstring that is a sentence")
    if not {"hint", "remedy"} & set(inspect.signature(error).parameters):
        found.append("a hint")
    return found


def tree() -> list[type[SafeconductError]]:
    return [error for error in descendants(SafeconductError) if error.__module__ == errors.__name__]


def test_every_error_has_a_code_a_hint_and_a_section_in_the_reference():
    reference = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    found = {error.__name__: lacks(error, f"\n{reference}") for error in tree()}

    assert {name: missing for name, missing in found.items() if missing} == {}


def test_no_two_errors_share_a_code():
    codes = [error.code for error in tree()]

    assert sorted(codes) == sorted(set(codes))


def test_the_tree_has_the_branches_of_the_house():
    assert {error.__name__ for error in SafeconductError.__subclasses__()} >= BRANCHES


def test_an_error_that_lacks_everything_is_noticed():
    # Not a subclass that stays: it would join the tree that other tests walk.
    bare = type("Bare", (), {"code": "bare", "__doc__": "No sentence"})

    assert len(lacks(bare, "")) == 3


@pytest.mark.parametrize("word", ["ValueError", "Exception", "RuntimeError", "KeyError"])
def test_no_module_raises_a_bare_error_of_the_language(word):
    bare = [path for path, source in modules("src") if f"raise {word}" in source]

    assert bare == []
