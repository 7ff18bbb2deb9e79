"""A record that rests on an instrument before it existed, or after it had ended.

It depends on the vocabulary of instruments.
An instrument without any known date objects to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.record import partial_date
from safeconduct.record.partial_date import PartialDate
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments
    from safeconduct.vocabulary import Instrument

NAME: Final = "instrument-not-in-force"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "The paper dates one law on confiscation twice and cites a report of its passage through "
    "parliament. An act that lies before the first day of an instrument's life cannot rest on it, "
    "nor one that lies after its end."
)
HINT: Final = Sentence("Check the date of the act, or name the instrument that was in force then.")


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each instrument that did not yet exist, or no longer, on the day of the act."""
    for incident in corpus.incidents.values():
        day = assessments[incident.id].values["date"].value
        for identifier in incident.instruments:
            instrument = vocabulary.instruments()[identifier]
            if isinstance(day, PartialDate) and not _may_apply(instrument, day):
                yield Finding(
                    check=NAME,
                    severity=SEVERITY,
                    message=Sentence(
                        "{incident} is dated {date}, when {instrument} did not exist yet or had "
                        "ended.",
                        incident=incident.id,
                        date=day.text,
                        instrument=identifier,
                    ),
                    hint=HINT,
                    records=(("incidents", incident.id),),
                )


def _may_apply(instrument: Instrument, day: PartialDate) -> bool:
    stages = {stage: partial_date.parse(text) for stage, text in instrument.dates.items()}
    begins = [date.earliest for stage, date in stages.items() if stage != "ended"]
    begun = not begins or min(begins) <= day.latest
    return begun and ("ended" not in stages or day.earliest <= stages["ended"].latest)
