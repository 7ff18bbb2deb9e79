"""An invented corpus in which every column is filled, and for each column another value of it.

It depends on the record; Bouvet (BV), Heard (HM) and French Southern Territories (TF) stand for
states, and outlets, organs and acts are invented.
A new column needs a value here and a line in `OTHER_VALUES`; the conformance test says which.
"""

from dataclasses import replace

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement

MASTHEAD = Masthead(
    title="Gulls and herons",
    publisher="Islands Monitor",
    licence="CC-BY-4.0",
    as_of="2024-06-30",
    may_go_to="clear",
    for_purposes="accountability;publication;research",
)
# What must never be found in anything that leaves, planted in each column that is kept back.
PLANTED = "Quillfeather"


def cells(**values):
    """Gather values of any type by name."""
    return values


_FULL_SOURCE = cells(
    kind="press",
    title="A report on returns",
    language="en",
    published=parse("2023-11-03"),
    accessed=parse("2024-02-14"),
    as_of=parse("2023-12"),
    url="https://example.org/gull",
    locator_state="located",
    reliability="B",
    reliability_reason=f"{PLANTED} knows the editor",
    note=f"ask {PLANTED}",
)
SOURCES = (
    Source(id="gull", publisher="Gull", **_FULL_SOURCE),
    Source(
        id="gull-south",
        publisher="Gull",
        voice="Gull, south bureau",
        voice_reason=f"{PLANTED} runs it alone",
        **(_FULL_SOURCE | {"url": "https://example.org/south"}),
    ),
    Source(
        id="harbour-office",
        publisher="Harbour Office",
        organ_of="HM",
        **(_FULL_SOURCE | {"kind": "official-statement", "url": "https://example.org/office"}),
    ),
    Source(
        id="unheard",
        publisher="Tern",
        derived_from=("gull",),
        **(_FULL_SOURCE | {"url": "https://example.org/tern"}),
    ),
)
_FULL_STATEMENT = cells(
    incident="taken",
    locator="p. 8",
    credibility=2,
    says="Reports that a poet was taken from a shelter.",
    original_wording=f"neighbours of {PLANTED} said",
    date=parse("2023-10-17/2023-10-19"),
    date_extent="within",
    place_of_act=Place("BV", "North Quay"),
    place_of_target=Place("BV", PLANTED),
    origin="HM",
    hosts=("BV",),
    transit=("TF",),
    setting="shelter",
    techniques=("abduction",),
    actor="Harbour Guard",
    actor_organ_of="HM",
    attribution="state-organ",
    targets=("artist",),
    persons_min=1,
    persons_max=1,
    outcome=("detained",),
    motive="claimed",
    motive_by="an appeal court",
)
STATEMENTS = (
    Statement(id="st-gull", source="gull", mode="reports", **_FULL_STATEMENT),
    Statement(
        id="st-south",
        source="gull-south",
        mode="reports",
        basis="court-finding",
        basis_by="HM",
        **_FULL_STATEMENT,
    ),
    Statement(
        id="st-corrects",
        source="gull",
        incident="taken",
        mode="corrects",
        revises="st-gull",
        date=parse("2023-10-17/2023-10-18"),
        persons_min=1,
        persons_max=1,
    ),
    Statement(
        id="st-followed",
        source="gull",
        mode="reports",
        **(_FULL_STATEMENT | {"incident": "followed", "techniques": ("physical-tracking",)}),
    ),
    Statement(
        id="st-denied", source="harbour-office", incident="followed", mode="denies", credibility=2
    ),
    Statement(id="st-asked", source="gull", incident="asked", mode="reports"),
    Statement(id="st-withdrawn", source="gull", incident="withdrawn", mode="reports", says="It."),
    Statement(
        id="st-retracts",
        source="gull",
        incident="withdrawn",
        mode="retracts",
        revises="st-withdrawn",
    ),
)
INCIDENTS = (
    Incident(
        id="taken",
        label="Poet taken from a shelter",
        kind="incident",
        chain="poet",
        same_person_as=("followed",),
        instruments=("minsk-1993",),
        note=f"{PLANTED} is the cousin",
    ),
    Incident(id="followed", label="Poet followed", kind="incident", chain="poet"),
    Incident(id="asked", label="A question asked", kind="response", responds_to=("taken",)),
    Incident(id="many", label="Many were followed", kind="pattern", overlaps=("followed",)),
    Incident(id="withdrawn", label="What never was", kind="incident"),
)
FIGURES = (
    ReportedFigure(
        id="f1",
        label="Persons taken",
        minimum=2,
        maximum=3,
        qualifier="at-least",
        unit="person",
        scope="Bouvet Island",
        period=parse("2022/2023"),
        as_of=parse("2024-01"),
        source="gull",
        locator="p. 4",
        caveats="an estimate",
        part_of="f2",
        sum_of=("f3",),
        same_quantity_as=("f4",),
        about=("taken",),
        note=f"{PLANTED} counted",
    ),
    *(
        ReportedFigure(
            id=each, label="More", minimum=9, qualifier="exactly", unit="person", source="gull"
        )
        for each in ("f2", "f3", "f4")
    ),
)
DECISIONS = (
    Decision(
        id="d1",
        incident="taken",
        field="outcome",
        value="released",
        reason="The court said so.",
        decided_by=PLANTED,
        decided_on=parse("2024-05-02"),
    ),
    Decision(
        id="d2",
        incident="taken",
        field="place_of_target",
        value=f"BV/{PLANTED}",
        reason="It was asked.",
        decided_by=PLANTED,
        decided_on=parse("2024-05-02"),
    ),
    Decision(
        id="d3",
        incident="followed",
        field="setting",
        value="home",
        reason="It was asked.",
        decided_by=PLANTED,
        decided_on=parse("2024-05-02"),
    ),
)
_TABLES = cells(
    sources=SOURCES,
    statements=STATEMENTS,
    incidents=INCIDENTS,
    reported_figures=FIGURES,
    decisions=DECISIONS,
)
# Another value of each column, by the record that has it; what must change with it stands beside.
OTHER_VALUES = cells(
    **{
        "sources.kind": ("gull", {"kind": "ngo-report"}),
        "sources.title": ("gull", {"title": "Another title"}),
        "sources.language": ("gull", {"language": "ru"}),
        "sources.publisher": ("gull", {"publisher": "Gull, south bureau"}),
        "sources.published": ("gull", {"published": parse("2023-11-04")}),
        "sources.accessed": ("gull", {"accessed": parse("2024-02-15")}),
        "sources.as_of": ("gull", {"as_of": parse("2023-11")}),
        "sources.url": ("gull", {"url": "https://example.org/other"}),
        "sources.locator_state": ("gull", {"locator_state": "no-locator", "url": None}),
        "sources.derived_from": ("gull-south", {"derived_from": ("gull",)}),
        "sources.organ_of": ("harbour-office", {"organ_of": None}),
        "sources.reliability": ("gull", {"reliability": "E"}),
        "sources.voice": ("gull-south", {"voice": None, "voice_reason": None}),
        "statements.source": ("st-gull", {"source": "unheard"}),
        "statements.locator": ("st-gull", {"locator": "p. 9"}),
        "statements.incident": ("st-followed", {"incident": "taken"}),
        "statements.mode": ("st-south", {"mode": "alleges"}),
        "statements.revises": ("st-corrects", {"revises": "st-other"}),
        "statements.basis": ("st-south", {"basis": "admission"}),
        "statements.basis_by": ("st-south", {"basis_by": "TF"}),
        "statements.basis_against": ("st-south", {"basis_against": "HM"}),
        "statements.derived_from": ("st-south", {"derived_from": ("gull",)}),
        "statements.credibility": ("st-south", {"credibility": 5}),
        "statements.says": ("st-gull", {"says": "Reports another thing."}),
        "statements.date": ("st-corrects", {"date": parse("2023-10-17")}),
        "statements.date_extent": ("st-followed", {"date_extent": "lasting"}),
        "statements.place_of_act": ("st-followed", {"place_of_act": Place("TF", "South Quay")}),
        "statements.place_of_target": ("st-followed", {"place_of_target": Place("TF", PLANTED)}),
        "statements.origin": ("st-followed", {"origin": "TF"}),
        "statements.hosts": ("st-followed", {"hosts": ("TF",)}),
        "statements.transit": ("st-followed", {"transit": ("BV",)}),
        "statements.techniques": ("st-followed", {"techniques": ("threat",)}),
        "statements.actor": ("st-gull", {"actor": "Quay Guard"}),
        "statements.actor_organ_of": ("st-gull", {"actor_organ_of": "TF"}),
        "statements.attribution": ("st-followed", {"attribution": "private"}),
        "statements.targets": ("st-followed", {"targets": ("journalist",)}),
        "statements.persons_min": ("st-followed", {"persons_min": 0}),
        "statements.persons_max": ("st-followed", {"persons_max": 5}),
        "statements.outcome": ("st-followed", {"outcome": ("fled",)}),
        "statements.motive": ("st-followed", {"motive": "disputed"}),
        "statements.motive_by": ("st-followed", {"motive_by": "nobody"}),
        "incidents.label": ("taken", {"label": "Another label"}),
        "incidents.kind": ("followed", {"kind": "pattern"}),
        "incidents.chain": ("taken", {"chain": "other"}),
        "incidents.responds_to": ("asked", {"responds_to": ("followed",)}),
        "incidents.overlaps": ("many", {"overlaps": ("taken",)}),
        "incidents.same_person_as": ("taken", {"same_person_as": ()}),
        "incidents.instruments": ("taken", {"instruments": ("cat",)}),
        "reported_figures.label": ("f1", {"label": "Other"}),
        "reported_figures.minimum": ("f1", {"minimum": 1}),
        "reported_figures.maximum": ("f1", {"maximum": 4}),
        "reported_figures.qualifier": ("f1", {"qualifier": "exactly"}),
        "reported_figures.unit": ("f1", {"unit": "case"}),
        "reported_figures.scope": ("f1", {"scope": "Heard Island"}),
        "reported_figures.period": ("f1", {"period": parse("2022")}),
        "reported_figures.as_of": ("f1", {"as_of": parse("2024-02")}),
        "reported_figures.source": ("f1", {"source": "unheard"}),
        "reported_figures.locator": ("f1", {"locator": "p. 5"}),
        "reported_figures.caveats": ("f1", {"caveats": "none"}),
        "reported_figures.part_of": ("f1", {"part_of": None}),
        "reported_figures.sum_of": ("f1", {"sum_of": ()}),
        "reported_figures.same_quantity_as": ("f1", {"same_quantity_as": ()}),
        "reported_figures.about": ("f1", {"about": ("followed",)}),
        "decisions.incident": ("d1", {"incident": "followed"}),
        "decisions.field": ("d1", {"field": "techniques", "value": "threat"}),
        "decisions.value": ("d1", {"value": "fled"}),
        "decisions.reason": ("d1", {"reason": "Another."}),
        "decisions.decided_on": ("d1", {"decided_on": parse("2024-05-03")}),
    }
)


def whole_corpus(masthead=MASTHEAD, **tables):
    """Build the corpus; a table that is named takes the place of its own."""
    rows = _TABLES | tables
    return Corpus.of(
        masthead=masthead,
        sources=rows["sources"],
        statements=rows["statements"],
        incidents=rows["incidents"],
        figures=rows["reported_figures"],
        decisions=rows["decisions"],
    )


def with_another(column):
    """Build the corpus with another value in one column, as `table.column`."""
    table, _ = column.split(".")
    identifier, values = OTHER_VALUES[column]
    rows = [replace(row, **values) if row.id == identifier else row for row in _TABLES[table]]
    if column == "statements.revises":
        other = next(row for row in STATEMENTS if row.id == "st-gull")
        rows.append(replace(other, id="st-other", source="gull"))
    return whole_corpus(**{table: rows})
