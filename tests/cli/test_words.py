"""Everything that the command line says is translated, and each value keeps its place.

It depends on the code and the help pages: what they say is what has to be translated.
A new language is held to the same messages without being listed.
"""

import ast
import string
import tomllib
from pathlib import Path

import pytest

from safeconduct import cli
from safeconduct.cli.error_words import MESSAGES
from safeconduct.cli.help_pages import first_page, verb_pages
from safeconduct.cli.incident_reading import BOUNDS
from safeconduct.cli.verb import STAGES
from safeconduct.cli.words import CATALOGUES, Words, words_in
from safeconduct.config import Settings, in_force
from safeconduct.figures.clause import IN, OUT, UNDECIDED
from safeconduct.figures.dimension import DIMENSIONS
from safeconduct.figures.lineage import LEVEL_NAMES
from safeconduct.figures.question import MEASURES
from safeconduct.publish.release import KINDS
from safeconduct.record.account import OPPOSES, REVISES
from safeconduct.record.sentence import Sentence
from safeconduct.record.standing import Standing
from safeconduct.record.values import DECIDED, NONE, STRONG, WEAK
from safeconduct.verify import Severity
from safeconduct.vocabulary import LANGUAGES

TRANSLATED = [language for language in LANGUAGES if language != "en"]


def places(message):
    return sorted(name for _, name, _, _ in string.Formatter().parse(message) if name)


def messages_in_the_code():
    """Return every message that is written inside `say("…")`, help and stages included."""
    found = set()
    for path in Path(cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="say") | ast.Attribute(attr="say"),
                    args=[ast.Constant(value=str(message)), *_],
                ):
                    found.add(message)
                case ast.Call(
                    func=ast.Name(id="map"),
                    args=[ast.Name(id="say") | ast.Attribute(attr="say"), ast.Tuple(elts=elements)],
                ):
                    found |= {
                        str(each.value) for each in elements if isinstance(each, ast.Constant)
                    }
                case ast.keyword(arg="help" | "short_help", value=ast.Constant(value=str(message))):
                    found.add(message)
                case _:
                    pass
    return found


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_in_the_code_is_translated(language):
    known = tomllib.loads((CATALOGUES / f"{language}.toml").read_text(encoding="utf-8"))

    assert messages_in_the_code() - known.keys() == set()


# What is said by a name that stands elsewhere in the code.
NAMES = {
    "bounds": {bound for bounds in BOUNDS.values() for bound in bounds},
    "dimensions": set(DIMENSIONS),
    "errors of estimates": set(MESSAGES),
    "kinds of releases": set(KINDS),
    "levels": set(LEVEL_NAMES.values()) - {"low"},
    "measures": set(MEASURES),
    "meanings of settings": {each.meaning for each in in_force(Settings(), {})},
    "roles": {OPPOSES, REVISES},
    "severities": set(map(str, Severity)),
    "stages": set(STAGES),
    "standings": {standing.word for standing in Standing},
    "strengths": {DECIDED, NONE, STRONG, WEAK},
    "verdicts": {IN, OUT, UNDECIDED},
}


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_name_that_is_said_is_translated(language, names):
    known = tomllib.loads((CATALOGUES / f"{language}.toml").read_text(encoding="utf-8"))

    assert NAMES[names] - known.keys() == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_places_of_values(language):
    known = tomllib.loads((CATALOGUES / f"{language}.toml").read_text(encoding="utf-8"))

    assert [message for message, said in known.items() if places(message) != places(said)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_help_in_another_language_fits_a_screen_too(language):
    pages = [first_page(language), *verb_pages(language).values()]

    # The first page has a line for every verb, three more since lists are linked and estimated;
    # each of the others fits the smallest screen.
    assert len(pages[0].splitlines()) <= 36
    assert all(len(page.splitlines()) <= 24 for page in pages[1:])
    assert max(len(line) for page in pages for line in page.splitlines()) <= 80
    assert not any("Usage" in page for page in pages)


def test_without_a_translation_the_english_is_said():
    words = Words("xx", {"low": "niedrig"})

    assert (words.say("low"), words.say("high {n}", n=3)) == ("niedrig", "high 3")


def test_a_sentence_in_english_is_said_as_it_stands():
    sentence = Sentence("{number} incidents.", number=3)

    assert words_in("en").sentence(sentence) == "3 incidents."


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_sentence_keeps_its_values_in_every_language(language):
    sentence = Sentence(
        "{parts} add up to {total}, but {whole} is printed as {printed}.",
        parts="F1",
        total="160",
        whole="F2",
        printed="159",
    )

    said = words_in(language).sentence(sentence)

    assert all(value in said for value in ("F1", "160", "F2", "159"))
