"""Statements that go back to one voice and yet differ: a copy that is not a copy.

It depends on the assessments; which fields are compared is said in `sides`.
Differences between voices are another check's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.sides import COMPARED, agree, said, sides, speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments
    from safeconduct.verify.sides import Said

NAME: Final = "voice-differs-within-itself"
SEVERITY: Final = Severity.CONTRADICTION
EXPLANATION: Final = Sentence(
    "A report that repeats another may change it on the way: the paper and other outlets repeat "
    "one organisation on one abduction, and do not all give the same day. Such a voice counts "
    "once, with the statement nearest its source, so the difference would otherwise vanish."
)
HINT: Final = Sentence(
    "Read the original. If it changed its mind, enter the later version as a statement that "
    "corrects the earlier one."
)


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each field of each incident on which statements of one voice cannot all be right."""
    for incident, assessment in assessments.items():
        for field in COMPARED:
            for pairs in _by_voice(said(assessment, field)):
                values = [value for _, value in pairs]
                if any(not agree(one, other) for one in values for other in values):
                    yield Finding(
                        check=NAME,
                        severity=SEVERITY,
                        message=Sentence(
                            "Statements of one voice differ on {field} of {incident}: {sides}.",
                            field=field,
                            incident=incident,
                            sides=sides(pairs),
                        ),
                        hint=HINT,
                        records=(
                            ("incidents", incident),
                            *(("statements", account.statement.id) for account, _ in pairs),
                        ),
                    )


def _by_voice(pairs: list[Said]) -> list[list[Said]]:
    """Gather what is said by voice and strength: a hedge beside a report is no second version."""
    found: dict[tuple[str, bool], list[Said]] = {}
    for account, value in pairs:
        found.setdefault((speaker(account), account.is_strong), []).append((account, value))
    return list(found.values())
