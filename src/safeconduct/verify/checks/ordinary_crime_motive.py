"""A political motive that somebody claims, accepts or disputes behind an ordinary charge.

It depends on the assessments only.
The words are the vocabulary's motives; who claims or accepts stands with each statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.sides import said, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "ordinary-crime-motive"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper tells of an extradition that Italy stopped because of Russia's record. The request "
    "was for an ordinary crime; a political motive was claimed by the person and accepted by a "
    "ministry. Claimed, accepted and disputed are three different things, and none of them is a "
    "finding of a court."
)
HINT: Final = Sentence(
    "Say in each statement who claims, accepts or disputes the motive, and leave it to each "
    "scheme what it asks for."
)


def check(_corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident about whose motive statements speak."""
    for incident, assessment in assessments.items():
        pairs = said(assessment, "motive")
        if pairs:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "The political motive of {incident} stands beside an ordinary ground: {sides}.",
                    incident=incident,
                    sides=sides(pairs),
                ),
                hint=HINT,
                records=(
                    ("incidents", incident),
                    *(("statements", account.statement.id) for account, _ in pairs),
                ),
            )
