"""A record that rests on an organisation's instrument in a state that was no member on that day.

It depends on the vocabulary of instruments and organisations and on `membership`.
An instrument that belongs to an organisation is added to `MADE_WITHIN`.
"""

from __future__ import annotations

from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.place import Place
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.membership import is_surely_outside, is_surely_suspended

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.standing import Assessment
    from safeconduct.verify.finding import Assessments
    from safeconduct.vocabulary import Organisation

NAME: Final = "membership-on-date"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper's table of organisations is true for one day, and its own footnote already says "
    "that Moldova suspended its part in the CIS in 2022. Members join, suspend and leave; who was "
    "bound to help whom depends on the day of the act."
)
HINT: Final = Sentence(
    "Check the date and the instrument. A state may be a party to a treaty without being a "
    "member; then say so in the note."
)
# Instruments by which members act for one another, so that every state concerned has to be one.
# Conventions that bind single states, or that stand open to anybody, are left out.
MADE_WITHIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "minsk-1993": "cis",
        "chisinau-2002": "cis",
        "cis-search-treaty-2010": "cis",
        "cis-data-agreement-2020": "cis",
        "csto-charter": "csto",
        "sco-shanghai-convention-2001": "sco",
        "sco-counter-terrorism-convention-2009": "sco",
    }
)


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each state concerned that was surely no member, or suspended, on the day of the act."""
    for incident in corpus.incidents.values():
        assessment = assessments[incident.id]
        organisations = dict.fromkeys(
            MADE_WITHIN[each] for each in incident.instruments if each in MADE_WITHIN
        )
        for organisation, state in product(organisations, _states(assessment)):
            message = _objection(assessment, vocabulary.organisations()[organisation], state=state)
            if message is not None:
                yield Finding(
                    check=NAME,
                    severity=SEVERITY,
                    message=message,
                    hint=HINT,
                    records=(("incidents", incident.id),),
                )


def _objection(
    assessment: Assessment, organisation: Organisation, *, state: str
) -> Sentence | None:
    day = assessment.values["date"].value
    if not isinstance(day, PartialDate):
        return None
    words = {
        "incident": assessment.incident,
        "organisation": organisation.id,
        "state": state,
        "date": day.text,
    }
    if is_surely_outside(organisation, state, on=day):
        return Sentence(
            "{incident} rests on an instrument of {organisation}, of which {state} was no member "
            "on {date}.",
            **words,
        )
    if is_surely_suspended(organisation, state, on=day):
        return Sentence(
            "{incident} rests on an instrument of {organisation}, in which {state} had suspended "
            "its part on {date}.",
            **words,
        )
    return None


def _states(assessment: Assessment) -> tuple[str, ...]:
    """The states that the instrument would have to bind: origin, hosts, place of the act."""
    origin, hosts = assessment.values["origin"].value, assessment.values["hosts"].value
    place = assessment.values["place_of_act"].value
    named = [
        *([origin] if isinstance(origin, str) else []),
        *(hosts if isinstance(hosts, tuple) else []),
        *([place.state] if isinstance(place, Place) else []),
    ]
    return tuple(dict.fromkeys(named))
