"""An act done inside the origin state against somebody who lives elsewhere.

It depends on the assessments and on the vocabulary of techniques.
A technique that reaches people abroad through somebody at home is added to `THROUGH_OTHERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.record.place import Place
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.standing import Assessment
    from safeconduct.verify.finding import Assessments

NAME: Final = "act-inside-origin-state"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "Where the act happens and where the person lives are two places. The paper counts pressure "
    "on relatives at home and the detention of a couple on a visit; a definition that asks for an "
    "act abroad leaves both out. Listings, charges and laws are made at home by nature and are "
    "not reported."
)
HINT: Final = Sentence(
    "Enter the place of the act and the place of the target separately, and look under each "
    "scheme whether it asks for an act outside the origin state."
)
THROUGH_OTHERS: Final = frozenset(
    {"coercion-by-proxy", "coerced-recruitment", "forced-return-of-relatives"}
)
_KINDS: Final = ("incident", "pattern")


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident or pattern in which people are reached inside the origin state."""
    physical = {term.id for term in vocabulary.techniques().values() if term.physical}
    for incident in corpus.incidents.values():
        assessment = assessments[incident.id]
        techniques = assessment.values["techniques"].possible
        named = {str(term) for terms in techniques if isinstance(terms, tuple) for term in terms}
        if (
            incident.kind in _KINDS
            and named & (physical | THROUGH_OTHERS)
            and _is_inside_origin(assessment)
        ):
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{incident} was done inside the origin state, {state}, while it aims at "
                    "somebody elsewhere.",
                    incident=incident.id,
                    state=str(assessment.values["origin"].value),
                ),
                hint=HINT,
                records=(("incidents", incident.id),),
            )


def _is_inside_origin(assessment: Assessment) -> bool:
    origin = assessment.values["origin"].value
    act = assessment.values["place_of_act"].value
    target = assessment.values["place_of_target"].value
    at_home = isinstance(target, Place) and target.state == origin
    return isinstance(act, Place) and act.state == origin and not at_home
