"""Voices: who, in the end, is speaking when a source repeats a source.

It depends on the records only.
A source's roots are found by following `derived_from` to the end; the voice is the publisher of the
root.
Sources: the rule of independence in `docs/reference/standing.md`; Admiralty grading, where no voice
is graded stronger than its root.
"""

from __future__ import annotations

from collections import deque
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.statement import Statement

STRONG_GRADES: Final = frozenset("ABC")
STRONG_CREDIBILITY: Final = 3


class Voices:
    """The voices of one corpus: roots, grades and depths of its sources, each derived once."""

    def __init__(self, corpus: Corpus) -> None:
        """Keep the sources and the alias table of the corpus."""
        self._sources = corpus.sources
        self._aliases = corpus.masthead.aliases
        self._walked: dict[str, Mapping[str, int]] = {}
        self._roots: dict[str, frozenset[str]] = {}

    def ancestry(self, source: str) -> frozenset[str]:
        """The source itself and every source it repeats, directly or not."""
        return frozenset(self._distances(source))

    def parents(self, source: str) -> tuple[str, ...]:
        """The sources that it repeats directly."""
        return self._sources[source].derived_from

    def roots(self, source: str) -> frozenset[str]:
        """The sources at which its chains of reports end; one that repeats none is its own root."""
        if source not in self._roots:
            self._roots[source] = frozenset(
                ancestor for ancestor in self._distances(source) if not self.parents(ancestor)
            )
        return self._roots[source]

    def depth(self, source: str) -> int:
        """How many reports lie between the source and its nearest root; 0 for a root."""
        distances = self._distances(source)
        return min(distances[root] for root in self.roots(source))

    def _distances(self, source: str) -> Mapping[str, int]:
        """How many reports away each source is that this one repeats, itself at 0."""
        if source not in self._walked:
            # A walk and no recursion: a chain of reports may be as long as it likes.
            found, frontier = {source: 0}, deque([source])
            while frontier:
                child = frontier.popleft()
                for parent in self.parents(child):
                    if parent not in found:
                        found[parent] = found[child] + 1
                        frontier.append(parent)
            self._walked[source] = found
        return self._walked[source]

    def reaches_a_root(self, sources: Iterable[str], *, avoiding: frozenset[str]) -> bool:
        """Tell whether a chain of reports leads from these sources to a root around the others."""
        seen: set[str] = set()
        pending = [source for source in sources if source not in avoiding]
        while pending:
            parents = self.parents(pending.pop())
            if not parents:
                return True
            pending.extend(frozenset(parents) - seen - avoiding)
            seen.update(parents)
        return False

    def published_on(self, source: str) -> date:
        """The last day on which it may have been published; the first of all days if not known."""
        published = self._sources[source].published
        return date.min if published is None else published.latest

    def name(self, source: str) -> str:
        """The voice of a root: its own where the corpus gives one, else its publisher's usual name.

        A root without a publisher, such as a testimony, is a voice of its own.
        """
        root = self._sources[source]
        if root.voice:
            return root.voice
        if root.publisher:
            return self._aliases.get(root.publisher, root.publisher)
        return f"source {root.id}"

    def voice(self, roots: Iterable[str]) -> str | None:
        """The one voice of several roots, or None: a compilation of voices adds and merges none."""
        names = {self.name(root) for root in roots}
        return names.pop() if len(names) == 1 else None

    def worst_grade(self, sources: Iterable[str]) -> str:
        """The weakest reliability along a chain of reports."""
        return max(self._sources[source].reliability for source in sources)

    def organs(self, sources: Iterable[str]) -> frozenset[str]:
        """The states whose organs or media stand among these sources."""
        states = (self._sources[source].organ_of for source in sources)
        return frozenset(state for state in states if state)


class Provenance:
    """Where one statement comes from: its roots, voice, grade, and the sources it repeats."""

    def __init__(self, voices: Voices, statement: Statement) -> None:
        """Keep the statement and the voices of its corpus."""
        self._voices = voices
        self._statement = statement
        self._parents = statement.derived_from

    @cached_property
    def repeated(self) -> frozenset[str]:
        """Every source that the statement repeats, down to the roots."""
        if self._parents:
            return frozenset().union(*map(self._voices.ancestry, self._parents))
        return self._voices.ancestry(self._statement.source) - {self._statement.source}

    @cached_property
    def roots(self) -> frozenset[str]:
        """The sources at which the statement's chains of reports end."""
        if self._parents:
            return frozenset().union(*map(self._voices.roots, self._parents))
        return self._voices.roots(self._statement.source)

    @cached_property
    def voice(self) -> str | None:
        """Who speaks in the end, or None for a compilation of several voices."""
        return self._voices.voice(self.roots)

    @cached_property
    def depth(self) -> int:
        """How far the statement is from its nearest root, in reports."""
        if self._parents:
            return 1 + min(map(self._voices.depth, self._parents))
        return self._voices.depth(self._statement.source)

    @cached_property
    def grade(self) -> str:
        """The weakest reliability from the statement's source down to its roots, A to F."""
        return self._voices.worst_grade({self._statement.source, *self.repeated})

    @cached_property
    def organs(self) -> frozenset[str]:
        """The states whose organs speak at the roots."""
        return self._voices.organs(self.roots)

    @property
    def is_credible(self) -> bool:
        """Whether its grades carry weight: A–C, and 1–3 where the statement is graded at all."""
        credibility = self._statement.credibility
        return self.grade in STRONG_GRADES and (
            credibility is None or credibility <= STRONG_CREDIBILITY
        )

    def comes_only_through(self, sources: frozenset[str]) -> bool:
        """Tell whether every chain of reports behind the statement passes one of these sources."""
        parents = self._parents or self._voices.parents(self._statement.source)
        return bool(parents) and not self._voices.reaches_a_root(parents, avoiding=sources)
