"""An incident whose host state is also its origin state: nothing crosses a border.

It depends on the assessments only.
Where the act happened is another question, asked by `act_inside_origin_state`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "host-is-the-origin"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "A host state is where the target lives. If that is the origin state, the act is repression "
    "at home, which the paper sets apart: of the persons charged under one law only some are "
    "confirmed to be abroad."
)
HINT: Final = Sentence(
    "If the target lives abroad and was only reached at home, enter the state of residence as "
    "host and the origin state as the place of the act."
)


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident or pattern that names its origin state among its host states."""
    for incident in corpus.incidents.values():
        values = assessments[incident.id].values
        origin, hosts = values["origin"].value, values["hosts"].value
        if isinstance(origin, str) and isinstance(hosts, tuple) and origin in hosts:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{incident} has {state} both as origin state and as host state.",
                    incident=incident.id,
                    state=origin,
                ),
                hint=HINT,
                records=(("incidents", incident.id),),
            )
