"""Evidence on a host state for a lawyer: rules, precedents and statements, each with its source.

It depends on the exposure, on a corpus for what was said, and on the document beside it.
A new part of the exposure is one more function called from `evidence_blocks`; nothing is weighed,
and what contradicts stands side by side.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from safeconduct import vocabulary
from safeconduct.exposure.not_known import label
from safeconduct.respond.documents.document import (
    Heading,
    Paragraph,
    Sources,
    Table,
)
from safeconduct.respond.documents.sayings import say
from safeconduct.respond.documents.shown import date_in_words, day_in_words
from safeconduct.vocabulary import Citation, in_language, territory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.exposure import Exposure, ExposureLine, Precedent
    from safeconduct.record.corpus import Corpus
    from safeconduct.respond.documents.document import Block


def evidence_blocks(
    exposure: Exposure, *, corpus: Corpus | None, language: str
) -> tuple[Block, ...]:
    """Write an exposure as blocks, with one numbered list of sources at the end."""
    writing = _Writing(exposure, corpus=corpus, language=language)
    return tuple(writing.blocks())


class _Writing:
    """One exposure, being written; sources are numbered as they are first cited."""

    def __init__(self, exposure: Exposure, *, corpus: Corpus | None, language: str) -> None:
        self._exposure = exposure
        self._corpus = corpus
        self._language = language
        self._numbers: dict[Citation, int] = {}
        self._places = {line.id: number for number, line in enumerate(exposure.lines, start=1)}

    def blocks(self) -> Iterator[Block]:
        """Write every part in order."""
        exposure = self._exposure
        yield Paragraph(text=self._opening())
        if exposure.technique:
            named = vocabulary.term("techniques", exposure.technique).label_in(self._language)
            yield Paragraph(text=self._say("concerning", technique=named))
        yield from self._part("open", exposure.open)
        yield from self._part("protects", exposure.protects)
        yield from self._happened()
        yield from self._part("unknown", exposure.unknown)
        yield from self._memberships()
        yield Heading(text=self._say("sources"))
        yield Sources(citations=tuple(self._numbers))

    def _opening(self) -> str:
        exposure = self._exposure
        origin, host = (
            territory.name(code, self._language) for code in (exposure.origin, exposure.host)
        )
        day = day_in_words(exposure.on, self._language)
        checked = day_in_words(date.fromisoformat(exposure.as_of), self._language)
        return self._say("bundle-of", origin=origin, host=host, on=day, as_of=checked)

    def _part(self, part: str, lines: tuple[ExposureLine, ...]) -> Iterator[Block]:
        yield Heading(text=self._say(part))
        if lines:
            rows = tuple((self._rule(line), "\n".join(self._said(line))) for line in lines)
            yield Table(headings=(self._say("rule"), self._say("what-it-says")), rows=rows)
        else:
            yield Paragraph(text=self._say("nothing-recorded"))

    def _rule(self, line: ExposureLine) -> str:
        number = self._say("line-number", number=str(self._places[line.id]))
        if not line.instrument:
            return f"{number}\n{self._say('of-the-host')}"
        named = label(line.instrument, self._language)
        if line.article and line.article != "whole":
            named = self._say("article", instrument=named, article=line.article)
        return f"{number}\n{named}"

    def _said(self, line: ExposureLine) -> Iterator[str]:
        yield in_language(line.text, self._language)
        named: tuple[tuple[str, Mapping[str, str]], ...] = (
            ("condition", line.condition),
            ("enforced-by", line.enforced_by),
            ("how", line.how),
            *(("doubt", doubt) for doubt in line.doubts),
        )
        for saying, words in named:
            if words:
                yield self._say(saying, text=in_language(words, self._language))
        against = [self._places[other] for other in line.contradicts if other in self._places]
        if against:
            yield self._say("says-otherwise", others=", ".join(map(str, against)))
        marks = [self._say("weak")] if line.is_weak else []
        yield self._cited(line.source, source_state=line.source_state, marks=marks)

    def _happened(self) -> Iterator[Block]:
        exposure = self._exposure
        yield Heading(text=self._say("happened"))
        if self._corpus is None:
            yield Paragraph(text=self._say("no-corpus"))
        if exposure.happened:
            rows = tuple(
                (self._rule(line), "\n".join(self._said(line))) for line in exposure.happened
            )
            yield Table(headings=(self._say("rule"), self._say("what-it-says")), rows=rows)
        elif not exposure.precedents:
            yield Paragraph(text=self._say("nothing-recorded"))
        for tendency, found in exposure.by_tendency.items():
            if found:
                yield Heading(text=self._say(f"tendency-{tendency}"), level=2)
                yield Table(
                    headings=(self._say("precedent"), self._say("what-is-said")),
                    rows=tuple(self._precedent(each) for each in found),
                )

    def _precedent(self, found: Precedent) -> tuple[str, str]:
        outcomes = [vocabulary.term("outcomes", one) for one in found.outcomes]
        lines = [found.label]
        if outcomes:
            named = ", ".join(outcome.label_in(self._language) for outcome in outcomes)
            lines.append(self._say("outcomes", outcomes=named))
        lines.append(self._say("standing", standing=self._say(f"standing-{found.standing}")))
        if not found.names_origin:
            lines.append(self._say("unnamed-origin"))
        lines += self._statements(found)
        dates = (date_in_words(one, self._language) for one in found.date.split(" | "))
        return f"{'; '.join(dates)}\n{found.incident}".strip(), "\n".join(lines)

    def _statements(self, found: Precedent) -> Iterator[str]:
        """Say what each source says of it, with the place in the source and its words."""
        corpus = self._corpus
        if corpus is None:
            return
        for statement in (each for each in corpus.statements_on[found.incident] if each.says):
            source = corpus.sources[statement.source]
            said = Citation(
                title=source.title or source.id,
                section=statement.locator or "",
                url=source.url or "",
                date=str(source.published or ""),
            )
            yield self._say(
                "statement-wording" if statement.original_wording else "statement",
                says=statement.says or "",
                wording=statement.original_wording or "",
                number=self._number(said),
            )

    def _memberships(self) -> Iterator[Block]:
        lines = self._exposure.memberships
        yield Heading(text=self._say("memberships"))
        if not lines:
            yield Paragraph(text=self._say("nothing-recorded"))
            return
        heads = tuple(map(self._say, ("organisation", "state", "status", "since")))
        rows = tuple(
            (
                label(line.organisation, self._language),
                territory.name(line.state, self._language),
                self._say(f"word-{line.status}") + ("" if line.is_certain else " (?)"),
                line.since or "–",
            )
            for line in lines
        )
        yield Table(headings=heads, rows=rows)

    def _cited(self, source: Citation, *, source_state: str, marks: list[str]) -> str:
        if source_state != "located":
            state = vocabulary.term("locator-states", source_state)
            marks = [*marks, state.label_in(self._language)]
        number = self._number(source)
        if marks:
            return self._say("source-mark", number=number, marks=", ".join(marks))
        return self._say("source-number", number=number)

    def _number(self, source: Citation) -> str:
        return str(self._numbers.setdefault(source, len(self._numbers) + 1))

    def _say(self, saying: str, **places: str) -> str:
        return say(saying, self._language, **places)
