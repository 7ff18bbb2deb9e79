"""An act that is attributed to somebody other than the origin state.

It depends on the assessments only.
The attributions that are meant stand in `OTHERS`; both are terms of the vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "attribution-not-the-origin"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The actor is never the origin state by default. The paper lists attacks that its own source "
    "ties to a private circle in exile, and entry bans by a host state without any shown request; "
    "a definition that needs the direction of the origin state admits neither."
)
HINT: Final = Sentence(
    "If a source shows a request or an order of the origin state, enter it as a statement with "
    "attribution state-directed; otherwise leave the attribution as it is."
)
OTHERS: Final = frozenset({"host-state-organ", "private"})
_KINDS: Final = ("incident", "pattern")


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident or pattern whose attribution is another than the origin's."""
    for incident in corpus.incidents.values():
        attribution = assessments[incident.id].values["attribution"].value
        if incident.kind in _KINDS and attribution in OTHERS:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{incident} is attributed to {attribution}: direction by the origin state is "
                    "not shown.",
                    incident=incident.id,
                    attribution=str(attribution),
                ),
                hint=HINT,
                records=(("incidents", incident.id),),
            )
