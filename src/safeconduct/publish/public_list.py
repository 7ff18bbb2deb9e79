"""The public list: incidents that anybody can read about, named apart from the protected tables.

It depends on the record, whose standing and voices decide by rule, and on the plan, whose approvals
decide by hand; both are needed.
Another rule is one more name in `LIST_RULES` and a branch here.

Safety: what stands here is what located public sources say; testimony never counts as public, and
the tables leave every listed incident out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import NotFound, Refusal
from safeconduct.publish.allowed import ALLOWED
from safeconduct.publish.counting import keys
from safeconduct.publish.release import ListedIncident
from safeconduct.record.account import SUPPORTS
from safeconduct.record.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.figures.coded import CodedIncident
    from safeconduct.record.corpus import Corpus
    from safeconduct.record.source import Source
    from safeconduct.record.standing import Assessment

NOT_PUBLIC: Final = frozenset({"testimony"})
LEAST_VOICES: Final = 2


def public_sources(corpus: Corpus, assessment: Assessment) -> Mapping[str, tuple[Source, ...]]:
    """The located public sources that strongly support an incident, by their voice."""
    found: dict[str, list[Source]] = {}
    for account in assessment.accounts:
        source = corpus.sources[account.statement.source]
        is_public = source.locator_state == "located" and source.kind not in NOT_PUBLIC
        supports = account.role == SUPPORTS and account.is_live and account.is_strong
        if is_public and supports and account.voice:
            found.setdefault(account.voice, []).append(source)
    return {voice: tuple(sources) for voice, sources in sorted(found.items())}


def may_be_listed(corpus: Corpus, assessment: Assessment) -> bool:
    """Whether the rule "two-public-voices" admits an incident."""
    return (
        corpus.incidents[assessment.incident].kind == "incident"
        and assessment.standing >= Standing.CORROBORATED
        and len(public_sources(corpus, assessment)) >= LEAST_VOICES
    )


def candidates(corpus: Corpus, assessments: Mapping[str, Assessment]) -> tuple[str, ...]:
    """The incidents that the rule admits, for a human to approve."""
    return tuple(
        identifier
        for identifier, assessment in assessments.items()
        if may_be_listed(corpus, assessment)
    )


def listed(
    corpus: Corpus,
    approved: tuple[str, ...],
    *,
    assessments: Mapping[str, Assessment],
    coded: Mapping[str, CodedIncident],
) -> tuple[ListedIncident, ...]:
    """The approved incidents as the public list shows them.

    Raises:
        NotFound: the corpus has no incident of that id.
        Refusal: the rule does not admit one of them.
    """
    for identifier in approved:
        if identifier not in corpus.incidents:
            raise NotFound("incident", identifier, hint="The plan names it under `listed`.")
        if not may_be_listed(corpus, assessments[identifier]):
            raise Refusal(
                f"incident {identifier} in the public list",
                rule="two independent strong voices must report it in located public sources",
                remedy="Take it out of `listed`; the protected tables count it.",
            )
    return tuple(
        _listed(corpus, assessments[identifier], coded[identifier]) for identifier in approved
    )


def _listed(corpus: Corpus, assessment: Assessment, coded: CodedIncident) -> ListedIncident:
    sources = public_sources(corpus, assessment)
    return ListedIncident(
        label=corpus.incidents[assessment.incident].label,
        persons=coded.persons_min,
        coordinates=tuple((name, keys(name, coded)) for name in ALLOWED),
        sources=tuple(
            sorted({(s.publisher or "", s.url or "") for each in sources.values() for s in each})
        ),
    )
