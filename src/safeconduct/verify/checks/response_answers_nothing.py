"""A response that does not say what it responds to.

It depends on the corpus only.
A response names incidents or patterns; an answer to nothing in the corpus is context.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "response-answers-nothing"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "A refused extradition, a rescue, a certificate: the paper tells of responses beside the acts "
    "they answer. A response that is linked to no act can be neither weighed against it nor found "
    "from it."
)
HINT: Final = Sentence(
    "Enter the incident or pattern it answers under responds_to, or make it context."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each response without an incident that it answers."""
    for incident in corpus.incidents.values():
        if incident.kind == "response" and not incident.responds_to:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{incident} is a response and names nothing that it answers.",
                    incident=incident.id,
                ),
                hint=HINT,
                records=(("incidents", incident.id),),
            )
