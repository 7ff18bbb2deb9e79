"""A decision where nothing conflicts: a value typed in over the statements.

It depends on the assessments and decisions of the corpus.
What counts as a conflict is asked in one function for each sort of field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.account import OPPOSES, REVISES
from safeconduct.record.sentence import Sentence
from safeconduct.record.tables import OCCURRENCE
from safeconduct.record.values import UNION_FIELDS
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.standing import Assessment
    from safeconduct.verify.finding import Assessments

NAME: Final = "decision-without-conflict"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "Values are derived from statements; a decision settles what statements leave open. A "
    "decision on a field on which no two statements differ puts a coder's word over the sources, "
    "and nobody can check it against them."
)
HINT: Final = Sentence(
    "Enter what the decision knows as a statement with its source, then remove the decision."
)


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each decision on something on which the statements do not differ."""
    for decision in corpus.decisions.values():
        if not _is_open(assessments[decision.incident], decision.field):
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{decision} decides {field} of {incident}, on which no statements differ.",
                    decision=decision.id,
                    field=decision.field,
                    incident=decision.incident,
                ),
                hint=HINT,
                records=(("decisions", decision.id), ("incidents", decision.incident)),
            )


def _is_open(assessment: Assessment, field: str) -> bool:
    if field == OCCURRENCE:
        return any(account.role in (OPPOSES, REVISES) for account in assessment.accounts)
    candidates = assessment.values[field].candidates
    if field in UNION_FIELDS:
        # A list is open where a term of it rests on weak statements only.
        return any(not candidate.strong_voices for candidate in candidates)
    return len(candidates) > 1
