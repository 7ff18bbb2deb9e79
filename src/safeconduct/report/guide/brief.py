"""An exposure in short: one line a channel, a protection and an act.

It depends on the exposure and the edition of the guide; it leaves nothing out, it only shortens.
What a treaty says in general stands on the page of the treaty; here stands what is true of a host.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.exposure.exposure_line import HAPPENED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from safeconduct.exposure import ExposureLine
    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.report.markup import Link

# A sentence ends before a capital letter; an abbreviation before a small one or a number goes on.
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ«“\"(])")
_CLAUSE_END: Final = re.compile(r"[;.]")
_GAP: Final = "/gap-"
WHOLE: Final = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """A line with what is shown of its text, and the rest, which is unfolded.

    against: the lines that say otherwise, by their first sentences.
    """

    anchor: str
    first: str
    rest: str
    line: ExposureLine
    against: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """One instrument as far as it concerns a host: what it means, and by which articles.

    enforced_by: who enforces what protects, as far as the first clause says it; the rest stands
        with the treaty; "" for what is open.
    """

    link: Link
    summary: str
    articles: str
    enforced_by: str
    doubts: tuple[str, ...]
    is_weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPart:
    """One part of an exposure: its instruments, then the host's own lines.

    groups: lines that contradict one another stand in one group, every other line in its own.
    """

    channels: tuple[Channel, ...]
    groups: tuple[tuple[BriefLine, ...], ...]


def brief_part(lines: Iterable[ExposureLine], edition: GuideEdition) -> BriefPart:
    """Shorten one part."""
    found = tuple(lines)
    return BriefPart(
        channels=tuple(_channels(found, edition)),
        groups=grouped([line for line in found if not line.instrument], edition),
    )


def grouped(
    lines: Iterable[ExposureLine], edition: GuideEdition
) -> tuple[tuple[BriefLine, ...], ...]:
    """Put lines that say otherwise than one another into one group, in the order given."""
    groups: list[list[ExposureLine]] = []
    for line in lines:
        meets = [group for group in groups if any(line.id in each.contradicts for each in group)]
        if meets:
            first, *others = meets
            first.append(line)
            for other in others:
                first.extend(other)
                groups.remove(other)
        else:
            groups.append([line])
    return tuple(tuple(brief_line(line, edition) for line in group) for group in groups)


def brief_line(line: ExposureLine, edition: GuideEdition) -> BriefLine:
    """Shorten what happened to its first sentence.

    What is open, protects or is not known is shown whole: a doubt may stand in the last sentence.
    """
    text = edition.pick(line.text)
    first, rest = opening(text) if line.part == HAPPENED else (text, "")
    return BriefLine(
        anchor=anchor(line.id),
        first=first,
        rest=rest,
        line=line,
        against=tuple(
            (f"#{anchor(other.id)}", edition.pick(other.text)) for other in line.contradicted_by
        ),
    )


def anchor(identifier: str) -> str:
    """The place of a line within its page."""
    return f"line-{identifier.replace('/', '-')}"


def opening(text: str) -> tuple[str, str]:
    """Divide a text into its first sentence and the rest."""
    first, *rest = _SENTENCE_END.split(text.strip(), maxsplit=1)
    return first, "".join(rest)


def is_gap(line: ExposureLine) -> bool:
    """Tell whether a line says what a treaty lacks, which is no matter of the host."""
    return _GAP in line.id


def _channels(lines: Iterable[ExposureLine], edition: GuideEdition) -> Iterator[Channel]:
    by_instrument: dict[str, list[ExposureLine]] = {}
    for line in lines:
        if line.instrument:
            by_instrument.setdefault(line.instrument, []).append(line)
    for instrument, found in by_instrument.items():
        articles = dict.fromkeys(line.article for line in found if line.article not in ("", WHOLE))
        enforcing = [line.enforced_by for line in found if line.enforced_by]
        yield Channel(
            link=edition.treaty(instrument),
            summary=_summary(instrument, found, edition=edition),
            articles=", ".join(articles),
            enforced_by=_CLAUSE_END.split(edition.pick(enforcing[0]))[0] if enforcing else "",
            doubts=_doubts(found, edition),
            is_weak=any(line.is_weak for line in found),
        )


def _summary(instrument: str, lines: Iterable[ExposureLine], *, edition: GuideEdition) -> str:
    """What an instrument means in one part, from its provisions where it opens and protects."""
    rules = edition.outlook.instruments[instrument]
    if not rules.has_both_sides:
        return edition.pick(rules.summary)
    return " ".join(dict.fromkeys(edition.pick(line.quoted.text) for line in lines))


def _doubts(lines: Iterable[ExposureLine], edition: GuideEdition) -> tuple[str, ...]:
    """What is uncertain; a line without an article is only presumed, and says so first."""
    found: list[Mapping[str, str]] = []
    for line in lines:
        found += [*([] if line.article else [line.text]), *line.doubts]
    return tuple(dict.fromkeys(map(edition.pick, found)))
