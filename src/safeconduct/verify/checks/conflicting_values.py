"""Sources that disagree about a value: every side, and what stands until somebody decides.

It depends on the assessments; which fields are compared is said in `sides`.
Differences within one voice are another check's, since they say something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.sides import COMPARED, said, show, sides, speaker, strongest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.values import Candidate, FieldValue
    from safeconduct.verify.finding import Assessments, RecordId
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
            pairs = strongest(said(assessment, field))
            # Of what only weak statements name, nothing competes with a strong "abroad".
            if value.is_abroad:
                continue
            if len(_rivals(value)) > 1 and len({speaker(account) for account, _ in pairs}) > 1:
                yield Finding(
                    check=NAME,
                    severity=SEVERITY,
                    message=_message(assessment.incident, value, sides=sides(pairs)),
                    hint=HINT,
                    records=_records(assessment.incident, value, pairs=pairs),
                )


def _rivals(value: FieldValue) -> list[Candidate]:
    """The values that compete: those of strong voices, or of weak ones without any."""
    strong = [candidate for candidate in value.candidates if candidate.strong_voices]
    return strong or list(value.candidates)


def _message(incident: str, value: FieldValue, *, sides: str) -> Sentence:
    if value.decision is not None:
        return Sentence(
            "Sources disagree on {field} of {incident}: {sides}. The decision {decision} settles "
            "it.",
            field=value.field,
            incident=incident,
            sides=sides,
            decision=value.decision,
        )
    if value.is_conflicting:
        return Sentence(
            "Sources disagree on {field} of {incident}: {sides}. No side has more support; it "
            "counts as unknown.",
            field=value.field,
            incident=incident,
            sides=sides,
        )
    return Sentence(
        "Sources disagree on {field} of {incident}: {sides}. By number and grade of voices "
        "{value} stands.",
        field=value.field,
        incident=incident,
        sides=sides,
        value=", ".join(show(each) for each in value.possible),
    )


def _records(incident: str, value: FieldValue, *, pairs: list[Said]) -> tuple[RecordId, ...]:
    return (
        ("incidents", incident),
        *(("statements", account.statement.id) for account, _ in pairs),
        *([("decisions", value.decision)] if value.decision else []),
    )
