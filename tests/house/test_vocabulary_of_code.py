"""The glossary is law: no name in the code is a word that it bans, and public nouns are headwords.

It depends on `docs/glossary.md` and on the source as text; nothing is imported.
An exception is one line in `ALLOWED`, with its reason.
"""

import ast

import pytest

from tests.house.checkout import ROOT, modules
from tests.house.naming import Headword, bindings, headwords, noun, uses

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
HEADWORDS = headwords(GLOSSARY)
# Each name that may break the law, and why.
ALLOWED: dict[str, str] = {}
# The domain: its public classes are nouns that a documenter meets.
DOMAIN = ("record", "verify", "figures")


def violations(source: str, law: list[Headword]) -> list[tuple[int, str, str]]:
    """Say where code binds a banned word, and which headwords would do instead."""
    found = []
    for binding in bindings(source):
        instead = [one.word for one in law if any(uses(binding.name, word) for word in one.bans)]
        if instead and binding.name not in ALLOWED:
            found.append((binding.line, binding.name, f"use {' or '.join(instead)}"))
    return found


def test_no_name_in_the_source_is_a_word_that_the_glossary_bans():
    found = {path: violations(source, HEADWORDS) for path, source in modules("src")}

    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("planted", "name"),
    [
        ("class HostCountry: ...", "HostCountry"),
        ("def events_of(corpus): ...", "events_of"),
        ("def count(victims): ...", "victims"),
        ("for entry in corpus: ...", "entry"),
        ("self.data_points = 1", "data_points"),
        ("import json as dossier", "dossier"),
        ("lambda claim: 1", "claim"),
    ],
)
def test_a_banned_word_is_found_wherever_code_binds_it(planted, name):
    assert [found for _, found, _ in violations(planted, HEADWORDS)] == [name]


@pytest.mark.parametrize("innocent", ["table.items()", "re.match(a, b)", "class Itemised: ...", ""])
def test_a_word_that_is_only_used_or_only_resembles_is_left_alone(innocent):
    assert violations(innocent, HEADWORDS) == []


def test_every_headword_has_a_definition_a_source_and_a_not():
    unfinished = [
        headword.word
        for headword in HEADWORDS
        if not all(f"\n{mark} " in headword.text for mark in ("Source:", "Not:"))
        or headword.text.strip().startswith(("Source:", "Not:"))
    ]

    assert unfinished == []
    assert len(HEADWORDS) > 80


def test_no_word_is_both_a_headword_and_banned():
    banned = {noun(word) for headword in HEADWORDS for word in headword.bans}

    assert {noun(headword.word.replace(" ", "_")) for headword in HEADWORDS} & banned == set()


def test_every_public_class_of_the_domain_is_a_headword():
    known = {noun(headword.word.replace("-", " ").replace(" ", "_")) for headword in HEADWORDS}
    missing = [
        f"{path}: {node.name}"
        for package in DOMAIN
        for path, source in modules(f"src/safeconduct/{package}")
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and is_noun(node) and noun(node.name) not in known
    ]

    assert missing == []


def is_noun(node: ast.ClassDef) -> bool:
    """Errors have their own reference page, and what begins with an underscore is not public."""
    bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
    return not node.name.startswith("_") and not any(base.endswith("Error") for base in bases)
