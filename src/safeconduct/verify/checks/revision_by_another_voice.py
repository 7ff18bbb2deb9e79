"""A correction or retraction that comes from another voice than the statement it revises.

It depends on the assessments; who may revise what is said in the record's `account`.
A voice that revises itself is no finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.account import REVISES
from safeconduct.record.sentence import Sentence
from safeconduct.record.statement import REVISING_MODES
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "revision-by-another-voice"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper prints a year that histories contradict. Nobody but the paper can correct the "
    "paper: what others say is a report of their own, and what others call withdrawn is "
    "opposition, until a decision gives a reason."
)
HINT: Final = Sentence(
    "If the other voice is right, write a decision with the reason; if both are one voice, add "
    "the publisher's other name to the aliases."
)


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each revising statement that does not revise its own voice."""
    for assessment in assessments.values():
        for account in assessment.accounts:
            statement = account.statement
            if statement.mode not in REVISING_MODES or account.role == REVISES:
                continue
            words = {"statement": statement.id, "revised": statement.revises or ""}
            message = (
                Sentence("{statement} retracts {revised} of another voice: it opposes.", **words)
                if statement.mode == "retracts"
                else Sentence(
                    "{statement} corrects {revised} of another voice: it is a report of its own.",
                    **words,
                )
            )
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=message,
                hint=HINT,
                records=(("statements", statement.id), ("statements", statement.revises or "")),
            )
