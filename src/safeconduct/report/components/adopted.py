"""The adopted value: what stands for a field, who gives it, and why.

It depends on the adopted values and the decisions of the record and on the edition.
A conflict shows its sides and names no winner; a decision shows who decided, when, and the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from safeconduct.record.unknown import Unknown
from safeconduct.record.values import DECIDED, STRONG, UNION_FIELDS
from safeconduct.report.markup import filled, joined

if TYPE_CHECKING:
    from safeconduct.record.standing import Assessment
    from safeconduct.record.values import Candidate, FieldValue
    from safeconduct.report.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedView:
    """One adopted value; `differ`: sources disagree; `additions`: what only weak ones add."""

    field: str
    text: Markup
    support: Markup
    additions: str
    differ: bool
    is_known: bool


def adopted_view(value: FieldValue, assessment: Assessment, *, edition: Edition) -> AdoptedView:
    """Show what is adopted for a field."""
    return AdoptedView(
        field=edition.field(value.field),
        text=_text(value, assessment, edition=edition),
        support=_support(value, edition),
        additions=_additions(value, edition),
        differ=len(value.candidates) > 1 and value.field not in UNION_FIELDS,
        is_known=bool(value.possible) and not value.is_conflicting,
    )


def _text(value: FieldValue, assessment: Assessment, *, edition: Edition) -> Markup:
    if value.value is None:
        return escape(edition.wording.say("nothing stands"))
    extent = assessment.values["date_extent"].value
    said = edition.value(value.field, value.value, extent=extent if isinstance(extent, str) else "")
    by = assessment.values["motive_by"].value
    if value.field == "motive" and isinstance(by, str):
        message = edition.wording.say("{motive}, according to {who}")
        return filled(message, motive=said, who=edition.passage(by))
    return said


def _support(value: FieldValue, edition: Edition) -> Markup:
    """Say on whom the value rests."""
    wording = edition.wording
    if value.strength == DECIDED and value.decision is not None:
        decision = edition.corpus.decisions[value.decision]
        return filled(
            wording.say("Decided by {who}, {day}: {reason}"),
            who=edition.passage(decision.decided_by),
            day=wording.date(decision.decided_on),
            reason=edition.passage(decision.reason),
        )
    if value.is_conflicting:
        tied = [each for each in value.candidates if each.value in value.possible]
        sides = joined((_side(each, value, edition=edition) for each in tied), " · ")
        return filled(wording.say("Voices tie: {sides}. No decision settles it."), sides=sides)
    if value.value is None:
        return escape(wording.say("Only statements that were withdrawn, or that oppose, give it."))
    if isinstance(value.value, Unknown) and not value.is_abroad:
        return escape(wording.say("No statement gives it."))
    if value.strength != STRONG:
        return escape(wording.say("Only weak statements give it."))
    return _voices(value, edition)


def _voices(value: FieldValue, edition: Edition) -> Markup:
    voices = sorted(
        {
            voice
            for candidate in value.candidates
            for voice in candidate.strong_voices
            if value.field in UNION_FIELDS or candidate.value == value.value
        }
    )
    message = edition.wording.many(
        "Given by one strong voice: {voices}.",
        "Given by {number} strong voices: {voices}.",
        number=len(voices),
        voices="{voices}",
    )
    return filled(message, voices=joined(edition.passage(voice) for voice in voices))


def _side(candidate: Candidate, value: FieldValue, *, edition: Edition) -> Markup:
    voices = sorted(candidate.strong_voices or candidate.voices)
    side = edition.value(value.field, candidate.value)
    names = joined(edition.passage(voice) for voice in voices)
    return filled("{side} ({names})", side=side, names=names) if voices else side


def _additions(value: FieldValue, edition: Edition) -> str:
    if not value.weak_additions:
        return ""
    named = edition.value(value.field, value.weak_additions).striptags()
    return edition.wording.say("Only weak statements add: {terms}.", terms=named)
