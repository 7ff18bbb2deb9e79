"""What a guide is about: an origin state, a day, and the corpus from which its precedents come.

It depends on exposure, on respond and on the reading of a corpus; it knows no language.
What pages of every language need is derived here once; a new derivation is a cached property.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from safeconduct.exposure import expose, hosts, instruments
from safeconduct.report.reading import Reading
from safeconduct.respond.deadline import deadlines
from safeconduct.respond.indicator import indicators
from safeconduct.respond.pathway import pathways
from safeconduct.respond.provider import providers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from safeconduct.exposure import Exposure, InstrumentRules
    from safeconduct.record.corpus import Corpus
    from safeconduct.respond.deadline import Deadline
    from safeconduct.respond.indicator import Indicator
    from safeconduct.respond.pathway import Pathway
    from safeconduct.respond.provider import Provider

EXAMPLES: Final = 10  # incidents on which the definitions are compared


class Outlook:
    """One origin state, seen on one day."""

    def __init__(self, *, origin: str, on: date, corpus: Corpus) -> None:
        """Keep what the guide is about; what follows from it is derived when it is asked for."""
        self.origin = origin
        self.on = on
        self.reading = Reading(corpus)

    @cached_property
    def exposures(self) -> Mapping[str, Exposure]:
        """What is open, what protects and what happened, by host state."""
        return {
            host: expose(self.origin, host, on=self.on, corpus=self.reading.corpus)
            for host in hosts()
            if host != self.origin
        }

    @cached_property
    def instruments(self) -> Mapping[str, InstrumentRules]:
        """The instruments whose meaning is recorded."""
        return instruments()

    @cached_property
    def pathways(self) -> Mapping[str, Pathway]:
        """The situations."""
        return pathways()

    @cached_property
    def deadlines(self) -> Mapping[str, Deadline]:
        """The deadlines with their rules."""
        return deadlines()

    @cached_property
    def providers(self) -> Mapping[str, Provider]:
        """Who helps."""
        return providers()

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The questions of recognising."""
        return indicators()

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """The incidents on which the definitions differ most, in the order of the corpus."""
        verdicts = self.reading.verdicts.values()

        def spread(incident: str) -> int:
            said = [by_incident[incident].says for by_incident in verdicts]
            return -min(len(said) - said.count(each) for each in said)

        incidents = [
            identifier
            for identifier, incident in self.reading.corpus.incidents.items()
            if incident.kind == "incident"
        ]
        chosen = set(sorted(incidents, key=spread)[:EXAMPLES])
        return tuple(each for each in incidents if each in chosen)
