"""What of a corpus must not leave: every value of a field that is not on the allow-list.

It depends on the tables of the record, the vocabulary and what the release says of itself.
A column is searched by its kind; those that say nothing of anybody are named in `_WORKING`, each
with its reason.

Safety: a value that is also a name of a state or a term of the vocabulary tells nobody, and is not
searched for; nor is what stands in the words of the program or, by rule, in the public list.
Titles, reasons, texts and pictures are written by hand, and open nothing.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.publish.allowed import ALLOWED
from safeconduct.publish.linter import forbidden as kinds
from safeconduct.publish.linter.folding import folded, forms_of
from safeconduct.publish.linter.forbidden import Forbidden
from safeconduct.publish.linter.matching import Index
from safeconduct.record.place import Place
from safeconduct.record.tables import TABLES
from safeconduct.record.unknown import Unknown
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safeconduct.publish.release import Release
    from safeconduct.record.columns import Cell, Column
    from safeconduct.record.corpus import Corpus

# What others published is public; days of work, places in a source and grades tell of no person.
_SEARCHED: Final = ("sources", "statements", "incidents", "decisions")
_WORKING: Final = frozenset(
    {"accessed", "as_of", "decided_on", "locator", "reliability_reason", "voice_reason", "value"}
)
_IDS: Final = frozenset({"id", "chain"})


def of_corpus(corpus: Corpus, release: Release) -> tuple[Forbidden, ...]:
    """Everything in a corpus that a release of it must not hold."""
    open_texts = frozenset(map(folded, (*_of_itself(release), *_common())))
    found: dict[tuple[str, str], Forbidden] = {}
    for name in _SEARCHED:
        for record in corpus.tables[name]:
            for column in TABLES[name].columns:
                if column.name in _WORKING:
                    continue
                value = getattr(record, column.name)
                for each in _of_cell(column, value, origin=f"{name}.{column.name}"):
                    if folded(each.text) not in open_texts:
                        found.setdefault((each.kind, each.text), each)
    return _without_opened(tuple(found.values()), release)


def _without_opened(found: tuple[Forbidden, ...], release: Release) -> tuple[Forbidden, ...]:
    """What is left when everything is taken away that the release says by rule."""
    index = Index.of(replace(each, origin=str(number)) for number, each in enumerate(found))
    opened = {
        int(match.origin)
        for text in _by_rule(release)
        for form in forms_of(text)
        for match in index.found_in(form)
    }
    return tuple(each for number, each in enumerate(found) if number not in opened)


def _of_cell(column: Column, value: Cell, *, origin: str) -> Iterator[Forbidden]:
    if isinstance(value, Place):
        if value.locality:
            yield from _locality(value.locality, origin=origin)
    elif not value or isinstance(value, tuple | Unknown):
        return
    elif column.kind == "text":
        yield from kinds.together(str(value), origin=origin)
    elif column.kind == "url":
        yield from kinds.address(str(value), origin=origin)
    elif column.kind == "date":
        yield from kinds.of_days(str(value), origin=origin)
    elif column.name in _IDS:
        yield from kinds.exact(str(value), origin=origin)


def _locality(text: str, *, origin: str) -> Iterator[Forbidden]:
    """A locality is declined like a name where it is one word."""
    if len(text.split()) == 1 and kinds.is_name(text):
        yield Forbidden(kind=kinds.NAME, origin=origin, text=text)
    else:
        yield from kinds.together(text, origin=origin)


def _of_itself(release: Release) -> Iterator[str]:
    """What a release is called, by whom it is published, and its days."""
    yield from (release.publisher, release.id, release.made_on, release.as_of)
    yield from (table.id for table in release.tables)


def _by_rule(release: Release) -> Iterator[str]:
    """The words of the program in a release, and what its public list says of its incidents."""
    yield from (text for wording in (release.method, *release.caveats) for _, text in wording)
    yield from (f"{name} {grain}" for name, grain in ALLOWED.items())
    # A definition may be called like the report that it comes from.
    yield from (name for name, _ in release.lineage)
    for table in release.tables:
        yield table.scheme
        yield from (cell.shown for cell in table.cells)
        yield from (label for side in table.dimensions for label in side.labels)
    for incident in release.listed:
        yield incident.label
        yield from (text for source in incident.sources for text in source)


def _common() -> Iterable[str]:
    """Every name of a state and every term of the vocabulary."""
    for language in vocabulary.LANGUAGES:
        yield from (territory.name(code, language) for code in territory.codes())
    for name in _sets():
        for identifier, term in vocabulary.terms(name).items():
            yield identifier
            yield from (vocabulary.in_language(term.label, each) for each in vocabulary.LANGUAGES)


def _sets() -> Iterator[str]:
    folder = Path(vocabulary.__file__).parent
    yield from sorted(each.name for each in folder.iterdir() if any(each.glob("*.toml")))
