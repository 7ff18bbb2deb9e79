"""A small invented corpus that shows how the tables are filled in.

It depends on the record only.
Two uninhabited islands, Bouvet (BV) and Heard (HM), stand for states, so that nobody takes a row
for a report; newspapers, organs and acts are invented too. To show another turn, add rows here.
"""

from __future__ import annotations

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.unknown import Unknown


def example_corpus() -> Corpus:
    """Three sources on one abduction and the answer to it: a copy, a conflict and a decision."""
    return Corpus.of(
        masthead=Masthead(title="Invented example"),
        sources=_sources(),
        statements=(*_statements_on_the_abduction(), _statement_on_the_refusal()),
        incidents=_incidents(),
        figures=(
            ReportedFigure(
                id="figure-1",
                label="Persons brought back from Heard Island",
                minimum=3,
                qualifier="at-least",
                unit="person",
                source="monitor-report",
                scope="Heard Island",
                period=parse("2022/2023"),
                locator="p. 4",
                about=("abduction-1",),
            ),
        ),
        decisions=(
            Decision(
                id="decision-1",
                incident="abduction-1",
                field="date",
                value="2023-10-17",
                reason="The monitor saw the entry in the harbour book.",
                decided_by="second coder",
                decided_on=parse("2024-05-02"),
            ),
        ),
    )


def _sources() -> tuple[Source, ...]:
    return (
        Source(
            id="gull-article",
            kind="press",
            title="Activist missing in the harbour",
            language="en",
            publisher="The Daily Gull",
            published=parse("2023-10-19"),
            accessed=parse("2024-02-14"),
            url="https://gull.example/harbour",
            locator_state="located",
            reliability="B",
            reliability_reason="names its witnesses' roles, has corrected itself before",
        ),
        Source(
            id="petrel-article",
            kind="press",
            title="Gull: activist missing",
            language="en",
            publisher="Petrel Agency",
            published=parse("2023-10-20"),
            locator_state="no-locator",
            derived_from=("gull-article",),
            reliability="C",
            note="Repeats the Gull, so it is no second voice.",
        ),
        Source(
            id="monitor-report",
            kind="ngo-report",
            title="Returns by sea",
            language="en",
            publisher="Albatross Monitor",
            published=parse("2024-03"),
            as_of=parse("2023-12"),
            locator_state="no-locator",
            reliability="B",
        ),
    )


def _incidents() -> tuple[Incident, ...]:
    return (
        Incident(
            id="abduction-1",
            label="Activist taken aboard in the harbour",
            kind="incident",
            chain="chain-1",
        ),
        Incident(
            id="refusal-1",
            label="Harbour court refuses to send the activist's papers",
            kind="response",
            chain="chain-1",
            responds_to=("abduction-1",),
        ),
    )


def _statements_on_the_abduction() -> tuple[Statement, ...]:
    return (
        Statement(
            id="st-1",
            source="gull-article",
            locator="paragraph 3",
            incident="abduction-1",
            mode="reports",
            says="An activist was led aboard a ship by two men in uniform.",
            date=parse("2023-10-17"),
            place_of_act=Place("HM", "Harbour"),
            origin="BV",
            hosts=("HM",),
            techniques=("abduction",),
            actor="Bouvet coast guard",
            actor_organ_of="BV",
            attribution="state-organ",
            targets=("activist",),
            persons_min=1,
            persons_max=1,
        ),
        Statement(
            id="st-2",
            source="petrel-article",
            incident="abduction-1",
            mode="reports",
            says="Repeats the Gull's report.",
            techniques=("abduction",),
        ),
        Statement(
            id="st-3",
            source="monitor-report",
            locator="p. 11",
            incident="abduction-1",
            mode="alleges",
            says="Two activists may have been taken aboard in the middle of the month.",
            original_wording="may have been",
            date=parse("2023-10~"),
            place_of_act=Place("HM", "Harbour"),
            origin=Unknown("not-reported"),
            techniques=("abduction", "threat"),
            persons_min=1,
            persons_max=2,
        ),
    )


def _statement_on_the_refusal() -> Statement:
    return Statement(
        id="st-4",
        source="gull-article",
        locator="last paragraph",
        incident="refusal-1",
        mode="reports",
        says="The harbour court declined to hand over the papers.",
        date=parse("2023-10-18"),
        place_of_act=Place("HM"),
    )
