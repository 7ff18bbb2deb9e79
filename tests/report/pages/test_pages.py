"""What each kind of page shows, asked of its view before it is printed.

It depends on the plain cast of the report's tests and on the built-in corpus.
A new kind of page is found by the gate; what it must show is asked here.
"""

import pytest

from safeconduct.report.pages import (
    chains,
    counting,
    downloads,
    figure,
    figures,
    findings,
    glossary,
    incident,
    incidents,
    overview,
    scheme,
    schemes,
    source,
    sources,
    technique,
    techniques,
)


def pages_of(module, edition):
    return list(module.pages(edition))


def one(module, edition, file):
    return next(page for page in module.pages(edition) if page.file == file)


def test_the_overview_says_what_is_counted_and_what_does_not_add_up(paper_edition):
    (page,) = pages_of(overview, paper_edition)
    view = page.view

    assert (page.file, page.title) == ("index.html", "Distance is Not a Shield, as data")
    assert (view.kinds[0].heading, view.kinds[0].number) == ("Incidents", 27)
    assert len(view.schemes) == 7
    assert len({finding.check for finding in view.contradictions}) == len(view.contradictions) == 4
    assert len(view.chains) == 2


def test_the_index_of_incidents_parts_what_is_counted_from_what_is_not(edition):
    (page,) = pages_of(incidents, edition)
    groups = page.view.groups

    assert [group.kind for group in groups] == [
        "incident",
        "pattern",
        "measure",
        "response",
        "context",
    ]
    assert [str(row.link) for row in groups[0].rows][:2] == ["An abduction", "A transfer"]
    assert groups[0].rows[0].where == "Antarctica"
    assert groups[0].rows[-1].where == ""
    assert groups[1].rows[0].where == "abroad, not named"


def test_a_kind_that_is_new_to_the_vocabulary_comes_last(edition):
    assert incidents.kind_order("sequel") > incidents.kind_order("context")
    assert incidents.kind_heading("response", edition) == "Responses"


def test_an_incident_page_shows_standing_statements_chain_and_relations(edition):
    view = one(incident, edition, "incident-abduction.html").view

    assert view.kind == "Incident"
    assert view.when == "March 2023"
    assert view.reasons[0].striptags().startswith("A credible voice")
    assert [station.id for station in view.chain.stations] == ["refusal", "abduction", "transfer"]
    assert [name for name, _ in view.related] == ["Answered by", "Concerns the same persons as"]
    assert view.instruments != ()
    assert {each.id for each in view.sources} == {"herald", "mail", "ministry", "digest", "copy"}
    assert len(view.verdicts) == 7
    assert str(view.note) == "Accounts differ."


def test_a_pattern_names_what_it_contains_and_the_figures_about_it(edition):
    view = one(incident, edition, "incident-threats.html").view
    threat = one(incident, edition, "incident-threat.html").view

    assert not view.is_counted
    assert [name for name, _ in view.related] == [
        "Contains, among others",
        "Published figures about it",
    ]
    assert [name for name, _ in threat.related] == ["Also contained in"]
    assert view.chain is None


def test_a_technique_page_has_its_neighbours_and_where_it_was_seen(edition):
    view = one(technique, edition, "technique-assault.html").view
    threat = one(technique, edition, "technique-threat.html").view

    assert [str(row.link) for row in view.shown_weakly] == ["An abduction"]
    assert view.shown == ()
    assert [str(row.link) for row in threat.shown] == ["An abduction", "One threat"]
    assert threat.neighbours != ()
    assert threat.code == "COE-7"
    assert any("page" in citation for citation in threat.citations)


def test_the_index_of_techniques_stands_by_tactic(edition):
    (page,) = pages_of(techniques, edition)
    groups = {group.id: group for group in page.view.groups}

    assert list(groups)[:6] == list(techniques.TACTICS)
    assert [row.code for row in groups["none"].rows][:2] == ["UNM-1", "UNM-2"]
    assert groups["coercion"].rows[0].code == "COE-1"
    assert groups["coercion"].rows[-1].code == ""


def test_a_source_page_says_whose_voice_it_is_and_what_rests_on_it(edition):
    herald = one(source, edition, "source-herald.html").view
    digest = one(source, edition, "source-digest.html").view
    column = one(source, edition, "source-column.html").view
    mail = one(source, edition, "source-mail.html").view

    assert str(herald.voice) == "The Herald"
    assert len(herald.repeated_by) == 2
    assert digest.voice is None
    assert str(column.voice_reason) == "An essay."
    assert mail.language == "German"
    assert [str(row.through) for row in mail.says if row.through] == ["Herald, Title of column"]
    assert one(source, edition, "source-ministry.html").view.organ_of == "Antarctica"


def test_the_index_of_sources_counts_states_grades_and_uses(edition):
    (page,) = pages_of(sources, edition)

    assert page.view.states == (
        ("located", 2),
        ("cited, no locator", 5),
        ("source not recoverable", 1),
    )
    assert [(grade, number) for grade, _, number in page.view.grades] == [("B", 7), ("F", 1)]
    assert next(row for row in page.view.rows if row.source.id == "mail").n_uses == 5


def test_a_long_list_goes_on_over_further_pages(paper_edition):
    first, second = pages_of(sources, paper_edition)

    assert (first.file, second.file) == ("sources.html", "sources-2.html")
    assert second.title == "Sources, page 2"
    assert (second.view.leaf.previous, second.view.leaf.following) == ("sources.html", "")


@pytest.mark.parametrize(
    ("identifier", "value", "unit"),
    [
        ("whole", "159", "persons"),
        ("third", "at least 5–7", "persons"),
        ("share", "about 25%–50%", ""),
        ("fine", "over 10,000", "(money)"),
        ("late", "up to 3", "cases"),
    ],
)
def test_a_published_figure_is_shown_as_it_was_printed(edition, identifier, value, unit):
    view = one(figure, edition, f"figure-{identifier}.html").view

    assert (view.value, view.unit) == (value, unit)


def test_a_published_figure_shows_its_relations_and_contradictions(edition):
    view = one(figure, edition, "figure-whole.html").view
    relations = {name: [row.id for row in rows] for name, rows in view.relations}

    assert relations == {
        "Its parts": ["third"],
        "Sum of": ["abroad", "unknown"],
        "The same quantity as": ["other"],
    }
    assert {finding.check for finding in view.findings} >= {"Sum that does not add up"}


def test_a_part_names_its_whole_and_a_figure_its_caveats(edition):
    part = one(figure, edition, "figure-abroad.html").view
    late = one(figure, edition, "figure-late.html").view

    assert [name for name, _ in part.relations] == ["Part of", "Added up in"]
    assert [str(caveat) for caveat in late.caveats] == ["an estimate", "one list"]
    assert (late.period, late.as_of) == ("from 2022 to 2023", "December 2023")


def test_the_index_of_figures_says_which_do_not_add_up(edition):
    (page,) = pages_of(figures, edition)

    assert page.view.n_contradicted == 5
    assert [row.id for row in page.view.rows if row.n_contradictions] == [
        "whole",
        "abroad",
        "unknown",
        "other",
        "third",
    ]


def test_the_definitions_stand_side_by_side_record_by_record(paper_edition):
    (page,) = pages_of(schemes, paper_edition)

    assert len(page.view.rows) + page.view.n_left_out == 87
    assert all(len(row.verdicts) == 7 for row in page.view.rows)
    assert page.view.schemes[0].bounds.bar.high == 100


def test_a_definition_tells_its_rules_and_decides_every_record(paper_edition):
    view = one(scheme, paper_edition, "scheme-freedom-house.html").view
    rules = {name: str(rule) for name, rule in view.rules}

    assert rules["Place"] == "the act lies outside the origin state, named or not"
    assert rules["Its own scope"] == "from 2014 on"
    assert [group.heading for group in view.groups] == ["In", "Undecided", "Out"]
    assert sum(len(group.rows) for group in view.groups) == 87


def test_a_scope_of_origins_and_years_is_said_in_words(paper_edition):
    known = paper_edition.reading.schemes

    assert scheme.scope_in_words(known["cape"], paper_edition) == (
        "Kyrgyzstan, Kazakhstan, Tajikistan, Turkmenistan, Uzbekistan; 1990–2018"
    )
    assert scheme.scope_in_words(known["distance-is-not-a-shield"], paper_edition) == ""


def test_findings_stand_by_check_the_gravest_first(edition):
    (page,) = pages_of(findings, edition)
    order = ["error", "contradiction", "caution", "note"]
    severities = [order.index(group.severity) for group in page.view.groups]

    assert severities == sorted(severities)
    assert sum(row.number for row in page.view.severities) == page.view.total


def test_chains_the_glossary_the_method_and_the_data_have_pages(edition):
    (chained,) = pages_of(chains, edition)
    (words,) = pages_of(glossary, edition)
    (method,) = pages_of(counting, edition)
    (tables,) = pages_of(downloads, edition)

    assert [chain.id for chain in chained.view.chains] == ["c1"]
    assert words.view.groups[0].id == "incident-kinds"
    assert [grade for grade, _ in method.view.reliability] == list("ABCDEF")
    assert [table.n_rows for table in tables.view.tables] == [8, 15, 10, 8, 1]
    assert tables.view.digest == edition.corpus.digest
