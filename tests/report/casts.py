"""The corpora that report pages are tried on: one plain, in which everything occurs, one hostile.

It depends on the record only; outlets, organs and places below states are invented.
A new thing that a page must show is one more row in `everything`.
"""

from safeconduct.record.corpus import Corpus, Masthead
from safeconduct.record.decision import Decision
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.reported_figure import ReportedFigure
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.unknown import Unknown

HOSTILE = (
    "<script>alert('run')</script><b onclick=x>&amp \u202eevird {reason} %s </title> \u2066"
    + "w" * 5_000
)


def plain(text):
    return text


def hostile(_text):
    return HOSTILE


def everything(say=plain):
    """Build a corpus in which each thing that a page can show occurs; `say` writes its texts."""
    return Corpus.of(
        masthead=Masthead(
            title=say("An invented corpus"),
            publisher=say("A house"),
            licence="CC-BY-4.0",
            language="en",
            as_of="2024-06",
            aliases={"Herald": say("The Herald")} if say is plain else {},
        ),
        sources=sources(say),
        incidents=incidents(say),
        statements=statements(say),
        figures=figures(say),
        decisions=[
            Decision(
                id="d1",
                incident="abduction",
                field="date",
                value="2023-03",
                reason=say("Two of three agree."),
                decided_by=say("a coder"),
                decided_on=parse("2024-05-01"),
            )
        ],
    )


def sources(say):
    return [
        source("herald", publisher=say("The Herald"), url="https://www.herald.example/a"),
        source("mail", publisher=say("Mail"), published=parse("2023-04"), language="de"),
        source("court", kind="court-document", publisher=say("A court"), language="xx"),
        source("digest", derived_from=("herald", "mail"), title=None, note=say("Both in one.")),
        source("copy", derived_from=("herald",), publisher=say("Copycat"), title=None),
        source("lost", locator_state="not-recoverable", reliability="F", title=None),
        source("ministry", kind="official-statement", organ_of="AQ", publisher=say("Ministry")),
        source(
            "column",
            publisher=say("Herald"),
            voice=say("A columnist"),
            voice_reason=say("An essay."),
            accessed=parse("2024-01-02"),
            as_of=parse("2023"),
            url="https://[broken",
        ),
    ]


def source(identifier, **cells):
    located = "located" if "url" in cells else "no-locator"
    return Source(
        **{
            "id": identifier,
            "kind": "press",
            "locator_state": located,
            "reliability": "B",
            "reliability_reason": "named editors",
            "title": f"Title of {identifier}",
            **cells,
        }
    )


def incidents(say):
    return [
        Incident(
            id="abduction",
            label=say("An abduction"),
            kind="incident",
            chain="c1",
            instruments=("minsk-1993",),
            same_person_as=("transfer",),
            note=say("Accounts differ."),
        ),
        Incident(id="transfer", label=say("A transfer"), kind="incident", chain="c1"),
        Incident(id="refusal", label=say("No"), kind="response", responds_to=("abduction",)),
        Incident(id="threats", label=say("Many threats"), kind="pattern", overlaps=("threat",)),
        Incident(id="threat", label=say("One threat"), kind="incident"),
        Incident(id="rumour", label=say("A rumour"), kind="incident"),
        Incident(id="hoax", label=say("A hoax"), kind="incident"),
        Incident(id="law", label=say("A law"), kind="measure"),
        Incident(id="exile", label=say("Exile"), kind="context"),
        Incident(id="silence", label=say("Nothing said"), kind="incident"),
    ]


def statements(say):
    return [*on_the_abduction(say), *on_the_rest(say)]


def on_the_abduction(say):
    return [
        says(
            "herald",
            "abduction",
            date=parse("2023-03-01"),
            place_of_act=Place("AQ", "Coast" if say is plain else HOSTILE.replace("/", "")),
            place_of_target=Place("AQ"),
            origin="BV",
            hosts=("AQ",),
            techniques=("abduction",),
            actor=say("Men in a van"),
            attribution="state-organ",
            actor_organ_of="BV",
            targets=("activist",),
            persons_min=1,
            persons_max=1,
            outcome=("released",),
            setting="home",
            says=say("Seized at home."),
            locator=say("p. 1"),
            original_wording=say("reportedly"),
        ),
        says(
            "mail",
            "abduction",
            date=parse("2023-03"),
            place_of_act=Place("AQ"),
            techniques=("threat",),
            setting="street",
            persons_min=2,
            persons_max="open",
            attribution=Unknown("not-reported"),
        ),
        says("ministry", "abduction", mode="denies"),
        says("digest", "abduction", mode="alleges", techniques=("assault",)),
        says("copy", "abduction", date=parse("2023-03-02")),
    ]


def on_the_rest(say):
    return [
        says("herald", "transfer", date=parse("2023-03-05/.."), date_extent="lasting"),
        says(
            "court",
            "transfer",
            basis="court-finding",
            basis_by="HM",
            origin="BV",
            hosts=("AQ",),
            techniques=("deportation",),
        ),
        says("mail", "refusal", date=parse("2023-02")),
        says("mail", "threats", date=parse("2022"), hosts=Unknown("abroad")),
        says(
            "mail",
            "threat",
            mode="alleges",
            techniques=("threat",),
            hosts=Unknown("abroad"),
            motive="claimed",
            motive_by=say("a lawyer"),
        ),
        says("lost", "rumour", date=Unknown("withheld")),
        says("herald", "hoax", techniques=("killing",), origin="BV", hosts=("HM", "AQ")),
        says("herald", "hoax", mode="retracts", revises="herald-hoax-reports"),
        says("court", "law", date=parse("2021-21~")),
        says("column", "exile", derived_from=("mail",)),
    ]


def says(source_id, incident, *, mode="reports", **cells):
    return Statement(
        **{
            "id": f"{source_id}-{incident}-{mode}",
            "source": source_id,
            "incident": incident,
            "mode": mode,
            **cells,
        }
    )


def figures(say):
    return [
        figure("whole", minimum=159, sum_of=("abroad", "unknown"), label=say("Persons charged")),
        figure("abroad", minimum=24, part_of="whole", label=say("Abroad")),
        figure("unknown", minimum=136, part_of="whole", label=say("Place unknown")),
        figure("other", minimum=120, same_quantity_as=("whole",), about=("threats",)),
        figure("third", minimum=5, maximum=7, qualifier="at-least", part_of="whole"),
        figure("share", minimum=0.25, maximum=0.5, unit="share", qualifier="approximately"),
        figure("fine", minimum=10_000, unit="money", qualifier="over", scope=say("In a coin")),
        figure(
            "late",
            minimum=3,
            qualifier="up-to",
            unit="case",
            period=parse("2022/2023"),
            as_of=parse("2023-12"),
            locator=say("p. 4"),
            caveats=f"{say('an estimate')} | {say('one list')}",
            note=say("As printed."),
            source="copy",
        ),
    ]


def figure(identifier, **cells):
    return ReportedFigure(
        **{
            "id": identifier,
            "label": f"Figure {identifier}",
            "qualifier": "exactly",
            "unit": "person",
            "source": "herald",
            **cells,
        }
    )
