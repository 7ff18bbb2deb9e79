"""Every value of a corpus that is not on the allow-list is searched for, and nothing that is open.

It depends on a small invented corpus.
A further column is covered by its kind.
"""

from safeconduct.publish.linter.corpus_values import of_corpus
from safeconduct.publish.linter.search import lint
from safeconduct.publish.release import (
    ListedIncident,
    Release,
    ReleasedCell,
    ReleasedDimension,
    ReleasedTable,
)
from safeconduct.record.corpus import Corpus
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.record.unknown import Unknown


def a_corpus() -> Corpus:
    return Corpus.of(
        sources=[
            Source(
                id="src-0001",
                kind="press",
                title="Neighbours saw a grey van",
                publisher="Northern Post",
                published=parse("2025-04-17"),
                url="https://northern-post.invalid/van",
                locator_state="located",
                language="en",
                reliability="B",
            )
        ],
        incidents=[
            Incident(id="inc-0001", label="A baker was followed home", kind="incident"),
            Incident(id="inc-0002", label="unknown", kind="incident"),
        ],
        statements=[
            Statement(
                id="sta-0001",
                source="src-0001",
                incident="inc-0001",
                mode="asserts",
                says="A man in a grey van followed the baker for three days",
                date=parse("2025-03-09"),
                place_of_act=Place("SJ", "Ny-Ålesund"),
                place_of_target=Place("SJ", "Port of the North"),
                origin="TK",
                transit=Unknown("withheld"),
                actor="Germany",
            ),
            Statement(
                id="sta-0002",
                source="src-0001",
                incident="inc-0002",
                mode="asserts",
                actor=Unknown("withheld"),
                place_of_act=Place("SJ"),
                date=Unknown("withheld"),
            ),
        ],
    )


def a_release(*listed: ListedIncident) -> Release:
    return Release(
        id="release-1",
        version="1",
        title=(("en", "Persons"),),
        publisher="Northern Post",
        made_on="2026-06-30",
        as_of="2026-03-31",
        licence="CC-BY-4.0",
        listed=listed,
        tables=(
            ReleasedTable(
                id="by-place",
                title=(),
                scheme="cape",
                filters=(),
                measure="persons",
                protection="round-5",
                adds_up=True,
                dimensions=(ReleasedDimension(name="place", labels=("SJ",)),),
                cells=(ReleasedCell(labels=("SJ",), shown="under 5", low=0, high=4),),
            ),
        ),
        method=(("en", "What is unknown stays unknown."),),
    )


def found(text: str, *listed: ListedIncident) -> set[str]:
    forbidden = of_corpus(a_corpus(), a_release(*listed))
    return {hit.origin for hit in lint({"a.md": text.encode()}, forbidden)}


def test_every_value_is_found_with_its_field():
    for text, origin in {
        "neighbours saw a grey van": "sources.title",
        "17 April 2025": "sources.published",
        "northern-post.invalid/van https://": "",
        "https://northern-post.invalid/van": "sources.url",
        "src-0001": "sources.id",
        "sta-0001": "statements.id",
        "inc-0001": "incidents.id",
        "a grey van followed the baker for three weeks": "statements.says",
        "9 марта 2025": "statements.date",
        "in Ny-Ålesund": "statements.place_of_act",
        "Port of the North": "statements.place_of_target",
        "a baker was followed home": "incidents.label",
    }.items():
        assert found(text) == ({origin} if origin else set()), text


def test_states_terms_and_what_the_release_says_of_itself_are_open():
    assert (
        found("Germany, Deutschland, by the Northern Post; unknown: withheld; 2026-06-30") == set()
    )


def test_what_the_public_list_says_by_rule_is_open():
    incident = ListedIncident(
        label="A baker was followed home",
        persons=1,
        coordinates=(("host", ("SJ",)),),
        sources=(("Northern Post", "https://northern-post.invalid/van"),),
    )

    assert found("A baker was followed home", incident) == set()
    assert found("on 9 March 2025", incident) == {"statements.date"}
