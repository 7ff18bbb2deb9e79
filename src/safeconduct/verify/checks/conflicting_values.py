"""Sources that disagree about a value: every side, and what stands until somebody decides.

It depends on the assessments; which fields are compared is said in `sides`.
Differences within one voice are another check's, since they say something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.sides import COMPARED, said, show, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.standing import Assessment
    from safeconduct.record.values import FieldValue
    from safeconduct.verify.finding import Assessments
    from safeconduct.verify.sides import Said

NAME: Final = "conflicting-values"
SEVERITY: Final = Severity.CONTRADICTION
EXPLANATION: Final = Sentence(
    "Accounts of one act may differ on the date, the place, the setting or the number of persons, "
    "as the accounts of the abduction in Bishkek do: a prison, a shelter or a home, in one night "
    "or the next day. Both sides stay on the page; a value that ties is unknown in every count "
    "until a decision gives a reason."
)
HINT: Final = Sentence(
    "Look for a source nearer to the act. If there is a reason to prefer one side, write a "
    "decision; do not delete the statements of the other."
)


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each field of each incident on which independent voices disagree."""
    for assessment in assessments.values():
        for field in COMPARED:
            value = assessment.values[field]
            if len(_rivals(value)) > 1:
                yield _finding(assessment, value)


def _rivals(value: FieldValue) -> tuple[object, ...]:
    """The values that compete: those of strong voices, or of weak ones without any."""
    strong = tuple(each.value for each in value.candidates if each.strong_voices)
    return strong or tuple(each.value for each in value.candidates)


def _finding(assessment: Assessment, value: FieldValue) -> Finding:
    pairs = _competing(assessment, value)
    words = {"incident": assessment.incident, "field": value.field, "sides": sides(pairs)}
    if value.decision is not None:
        message = Sentence(
            "Sources disagree on {field} of {incident}: {sides}. The decision {decision} adopts a "
            "value.",
            **words,
            decision=value.decision,
        )
    elif value.is_conflicting:
        message = Sentence(
            "Sources disagree on {field} of {incident}: {sides}. No side has more support; it "
            "counts as unknown.",
            **words,
        )
    else:
        message = Sentence(
            "Sources disagree on {field} of {incident}: {sides}. By number and grade of voices "
            "{value} stands.",
            **words,
            value=", ".join(show(each) for each in value.possible),
        )
    statements = [account.statement.id for account, _ in pairs]
    decisions = [value.decision] if value.decision is not None else []
    return Finding(
        check=NAME,
        severity=SEVERITY,
        message=message,
        hint=HINT,
        records=(
            ("incidents", assessment.incident),
            *(("statements", identifier) for identifier in statements),
            *(("decisions", identifier) for identifier in decisions),
        ),
    )


def _competing(assessment: Assessment, value: FieldValue) -> list[Said]:
    """The statements on the sides that compete; weak ones only where no strong one speaks."""
    pairs = said(assessment, value.field)
    strong = [pair for pair in pairs if pair[0].is_strong]
    return strong or pairs
