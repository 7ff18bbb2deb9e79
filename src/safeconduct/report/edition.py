"""An edition: a reading of a corpus in one language, with the links and passages of its pages.

It depends on the reading, the wording and the addresses. Whatever several pages say in the same
way (a link to an incident, a standing, a value in words) is a function here; what one page says
stands in that page.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from safeconduct import vocabulary
from safeconduct.record.place import Place
from safeconduct.record.unknown import CONFLICTING, Unknown
from safeconduct.report.address import anchor, file_names
from safeconduct.report.markup import Link, Passage, filled, joined
from safeconduct.report.sayings import FIELDS, STANDINGS, said
from safeconduct.report.value_words import value_in_words
from safeconduct.report.wording import capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.sentence import Sentence
    from safeconduct.record.values import Value
    from safeconduct.report.reading import Reading
    from safeconduct.report.wording import Wording

# At these places of a sentence stand ids; each is looked for in these tables, in this order.
_RECORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("incident", "incidents", "pattern", "rows"), ("incidents",)),
        **dict.fromkeys(("statement", "statements", "revised"), ("statements",)),
        **dict.fromkeys(("source", "sources", "repeated"), ("sources",)),
        **dict.fromkeys(
            ("figure", "figures", "part", "parts", "whole", "other", "numbers", "all"),
            ("reported_figures", "incidents"),
        ),
    }
)
# At these places stands free text of the corpus.
_FREE_TEXT: Final = frozenset({"reason", "voice", "voices"})


class Edition:
    """One corpus in one language."""

    def __init__(self, reading: Reading, wording: Wording) -> None:
        """Keep the reading and the wording."""
        self.reading = reading
        self.wording = wording

    @property
    def corpus(self) -> Corpus:
        """The corpus itself."""
        return self.reading.corpus

    @cached_property
    def files(self) -> Mapping[str, Mapping[str, str]]:
        """The file of each record's page, by kind and id."""
        return {
            "incident": file_names("incident", self.corpus.incidents),
            "source": file_names("source", self.corpus.sources),
            "figure": file_names("figure", self.corpus.figures),
            "technique": file_names("technique", vocabulary.techniques()),
            "scheme": file_names("scheme", self.reading.schemes),
        }

    # ── Passages and links ──────────────────────────────────────────────────

    def passage(self, text: str | None, language: str | None = None) -> Passage:
        """A text of the corpus, in the language of the corpus unless another is known."""
        spoken = language or self.corpus.masthead.language
        return Passage(text or "", "" if spoken == self.wording.language else spoken)

    def label(self, incident: str) -> Passage:
        """What the corpus calls an incident."""
        return self.passage(self.corpus.incidents[incident].label)

    def incident(self, identifier: str) -> Link:
        """A link to the page of an incident."""
        return Link(self.files["incident"][identifier], self.label(identifier))

    def source(self, identifier: str) -> Link:
        """A link to the page of a source, named by its publisher and title."""
        return Link(self.files["source"][identifier], self.source_name(identifier))

    def source_name(self, identifier: str) -> Markup:
        """A source in one line: publisher and title, as far as they are known."""
        row = self.corpus.sources[identifier]
        parts: list[Passage] = [
            *([self.passage(row.publisher)] if row.publisher else []),
            *([self.passage(row.title, row.language)] if row.title else []),
        ]
        return joined(parts) if parts else escape(identifier)

    def figure(self, identifier: str) -> Link:
        """A link to the page of a reported figure."""
        row = self.corpus.figures[identifier]
        return Link(self.files["figure"][identifier], self.passage(row.label))

    def technique(self, identifier: str) -> Link:
        """A link to the page of a technique."""
        return Link(
            self.files["technique"][identifier], self.wording.term("techniques", identifier)
        )

    def scheme(self, identifier: str) -> Link:
        """A link to the page of a scheme."""
        label = self.reading.schemes[identifier].label
        return Link(self.files["scheme"][identifier], self.in_language(label))

    def in_language(self, words: Mapping[str, str]) -> str:
        """Words that come in several languages, in that of the page."""
        return vocabulary.in_language(words, self.wording.language)

    # ── Words ───────────────────────────────────────────────────────────────

    def standing(self, word: str) -> str:
        """A standing, as pages show it."""
        return self.wording.say(STANDINGS[word])

    def field(self, name: str) -> str:
        """The name of a field, as it heads a row."""
        return capital(self.wording.say(FIELDS[name]))

    def value(self, field: str, value: Value | Unknown, *, extent: str = "") -> Markup:
        """A value of a field in words; techniques lead to their pages, free text is a passage."""
        if isinstance(value, Unknown):
            return escape(self.unknown(value))
        if field == "techniques" and isinstance(value, tuple):
            return joined(self.technique(term) for term in value)
        if isinstance(value, Place) and value.locality:
            return joined([self.passage(value.locality), self.wording.state(value.state)])
        words = value_in_words(field, value, wording=self.wording, extent=extent)
        is_free = field in ("actor", "motive_by")
        return escape(self.passage(words) if is_free else words)

    def unknown(self, value: Unknown) -> str:
        """Say that something is not known, and why."""
        if value.reason == CONFLICTING:
            return self.wording.say("not known: sources conflict")
        why = self.wording.term("unknown-reasons", value.reason)
        return self.wording.say("not known: {reason}", reason=why)

    def told(self, sentence: Sentence) -> Markup:
        """A sentence with its ids as links, its codes as words and its free text as passages."""
        message = escape(self.wording.say(sentence.message))
        asked = str(sentence.values.get("what", sentence.values.get("field", "")))
        return message.format_map(
            {
                place: self._placed(place, value, asked=asked)
                for place, value in sentence.values.items()
            }
        )

    def told_all(self, sentences: Iterable[Sentence]) -> tuple[Markup, ...]:
        """Several sentences."""
        return tuple(self.told(sentence) for sentence in sentences)

    def _placed(self, place: str, value: str | int, *, asked: str) -> Markup:
        if isinstance(value, int):
            return escape(self.wording.number(value))
        if place in _FREE_TEXT:
            return escape(self.passage(value))
        if place == "sides":
            return self._sides(value, field=asked)
        if place in _RECORDS:
            return self._linked(value, tables=_RECORDS[place])
        return escape(said(place, value, wording=self.wording, asked=asked))

    def _sides(self, text: str, *, field: str) -> Markup:
        """The sides of a disagreement, `value (ids); value (ids)`, each value in words."""
        sides = []
        for side in text.split("; "):
            value, _, ids = side.rpartition(" (")
            named = self._linked(ids.removesuffix(")"), tables=("statements",))
            words = said("sides", value, wording=self.wording, asked=field)
            sides.append(filled("{value} ({ids})", value=words, ids=named))
        return joined(sides, "; ")

    def _linked(self, text: str, *, tables: tuple[str, ...]) -> Markup:
        """Turn every id of a text into a link to its record."""
        pieces = []
        for token in _split(text):
            link = next(filter(None, (self.record(table, token) for table in tables)), None)
            pieces.append(escape(Link(link.href, token) if link else token))
        return Markup().join(pieces)

    def record(self, table: str, identifier: str) -> Link | None:
        """A link to wherever a record of a table is shown, or None if there is no such record."""
        if table == "statements" and identifier in self.corpus.statements:
            page = self.files["incident"][self.corpus.statements[identifier].incident]
            return Link(f"{page}#{anchor(identifier)}", identifier)
        if table == "decisions" and identifier in self.corpus.decisions:
            return Link(
                self.files["incident"][self.corpus.decisions[identifier].incident], identifier
            )
        makers = {
            "incidents": (self.corpus.incidents, self.incident),
            "sources": (self.corpus.sources, self.source),
            "reported_figures": (self.corpus.figures, self.figure),
        }
        if table not in makers:
            return None
        known, make = makers[table]
        return make(identifier) if identifier in known else None


def _split(text: str) -> list[str]:
    """Split a text into what may be ids and what stands between them."""
    pieces: list[str] = []
    for character in text:
        inside = character.isalnum() or character in "_.-"
        if pieces and (pieces[-1][-1:].isalnum() or pieces[-1][-1:] in "_.-") == inside:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
