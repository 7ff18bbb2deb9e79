"""What each page of the guide must say: danger first, doubt in the open, nobody scored.

It depends on the fixtures of the guide.
A new kind of page is a new test here.
"""

import re
from datetime import date
from html import unescape

import pytest

from safeconduct.exposure import compare
from safeconduct.exposure.membership_line import NO_MEMBER, NOT_KNOWN
from safeconduct.report.guide.brief import anchor
from safeconduct.report.guide.edition import GuideEdition
from safeconduct.report.guide.limits import kind_of
from safeconduct.report.guide.outlook import Outlook
from safeconduct.report.guide.pages import help as help_page
from safeconduct.report.guide.pages import host, hosts, situations
from safeconduct.report.guide.pages.situations import SituationView
from safeconduct.report.wording import Wording
from safeconduct.respond.pathway import pathways
from safeconduct.respond.provider import providers
from safeconduct.respond.recognise import FOR_WORKERS, LIMITS, RULE
from safeconduct.respond.responding import UNRECORDED_ELSEWHERE
from safeconduct.vocabulary.organisation import STATUSES


@pytest.fixture(scope="session")
def read(guide_site):
    def shown(name, language="en"):
        text = (guide_site.folder / language / name).read_text(encoding="utf-8")
        return unescape(text)

    return shown


@pytest.mark.parametrize("situation", sorted(pathways()))
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_step_says_its_risk_before_what_to_do(read, situation, language):
    page = read(f"situation-{situation}.html", language)

    for step in pathways()[situation].steps:
        where = page.index(f'id="{step.id}"')
        texts = [step.risk, step.lower, step.not_when, step.text]
        places = [page.index(text[language].strip(), where) for text in texts]
        assert places == sorted(places)


def test_every_host_page_has_its_four_parts(read, outlook):
    for code in outlook.exposures:
        page = read(f"host-{code}.html")
        parts = ('id="open"', 'id="protects"', 'id="happened"', 'id="unknown"')
        assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)


def test_every_standing_of_a_member_has_its_word():
    # An organisation's partner is no member whose standing nobody knows.
    assert host.STATUS_MESSAGES.keys() == {*STATUSES, NO_MEMBER, NOT_KNOWN}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_contradicts_names_and_links_the_other_line(read, outlook, language):
    lines = [line for line in outlook.exposures["KZ"].lines if line.contradicted_by]
    page = read("host-KZ.html", language)

    assert lines
    for line in lines:
        shown = page[page.index(f'id="{anchor(line.id)}"') :].partition("</details>")[0]
        for other in line.contradicted_by:
            assert f'<a href="#{anchor(other.id)}">{other.text[language]}</a>' in shown


def test_a_host_page_begins_with_what_is_missing(read, outlook):
    for code, exposure in outlook.exposures.items():
        page = read(f"host-{code}.html")
        assert page.index(exposure.caution["en"]) < page.index('id="open"')


def test_the_page_in_short_and_the_page_in_full_say_the_same(read, outlook):
    def said(page):
        return re.findall(r'id="line-[^"]+"', page)

    for code in outlook.exposures:
        short, full = read(f"host-{code}.html"), read(f"host-in-full-{code}.html")
        assert said(short) == said(full)
        assert "<details>" not in full
        assert "<details open>" not in short


def test_every_host_page_leads_to_the_treaties_of_its_lines(read, outlook):
    for code, exposure in outlook.exposures.items():
        page = read(f"host-{code}.html")
        for line in (*exposure.open, *exposure.protects):
            if line.instrument:
                assert f'href="instrument-{line.instrument}.html"' in page


def test_a_treaty_says_all_that_it_says_on_its_own_page(read, outlook):
    for identifier, rules in outlook.instruments.items():
        page = read(f"instrument-{identifier}.html")
        assert rules.summary["en"] in page
        for part in (*rules.provisions, *rules.gaps):
            assert part.text["en"] in page


def test_under_a_treaty_every_host_state_stands_in_the_right_columns(outlook):
    comparison = compare(outlook.exposures.values())
    cells = [cell for row in comparison.rows for cell in row.cells]

    assert {column for cell in cells for column in hosts.columns_of(cell)} <= set(
        hosts.COLUMN_MESSAGES
    )
    for cell in cells:
        found = hosts.columns_of(cell)
        assert ("opens" in found) == bool(cell.open)
        assert ("protects" in found) == bool(cell.protects)
        assert len(found) == 1 or found == {"opens", "protects"}


def test_the_front_page_begins_with_the_number_to_dial(read, outlook):
    page = read("index.html")

    places = [page.index(text) for text in ("112", "What has happened to you?", "host-KZ.html")]
    assert places == sorted(places)
    for identifier in outlook.pathways:
        assert f'href="situation-{identifier}.html"' in page
    assert "191 (police), 1669 (ambulance)" in page


def test_where_a_helper_is_named_the_caution_stands_beside_it(read, outlook):
    seen = 0
    for identifier, found in outlook.pathways.items():
        page = read(f"situation-{identifier}.html", "ru")
        for step in found.steps:
            for each in map(outlook.providers.get, step.providers):
                if each.note:
                    seen += 1
                    line = page[page.index(f'href="help.html#{each.id}"') :].partition("</li>")[0]
                    assert each.note["ru"] in line
    assert seen > 10


def test_a_helper_has_its_russian_name_and_another_its_language(read):
    page = read("help.html", "ru")

    assert "<bdi>«ОВД-Инфо»</bdi>" in page
    assert '<bdi lang="en">Front Line Defenders</bdi>' in page
    assert "OVD-Info (" not in page


def test_the_questions_open_with_calm_and_danger_and_end_with_the_rule(read):
    page = read("recognise.html")

    texts = ("You need no proof", "In danger now?", 'class="question"', RULE["en"])
    places = [page.index(text) for text in texts]
    assert places == sorted(places)


def test_three_kinds_of_deadlines_are_never_mixed(read, outlook):
    page = read("about.html")
    parts = re.split(r'<h3 id="deadlines-(\w+)">', page)[1:]
    by_kind = dict(zip(parts[::2], parts[1::2], strict=True))

    assert list(by_kind) == ["yours", "others", "demanded"]
    for identifier, deadline in outlook.deadlines.items():
        holding = {kind for kind, text in by_kind.items() if deadline.label["en"] in text}
        assert holding == {kind_of(identifier)}
    assert "Art. 40(1)" in by_kind["others"]
    assert "255-FZ" in by_kind["demanded"]


def test_a_lost_source_says_so(read):
    assert "the text of this source is lost" in read("host-RS.html")
    assert "текст этого источника утрачен" in read("host-RS.html", "ru")


def test_no_page_of_a_host_has_a_score(read, outlook):
    for code in outlook.exposures:
        assert not re.search(r"\b(score|rating|risk level)\b", read(f"host-{code}.html"))


def test_a_closed_programme_is_never_shown_as_open(read):
    page = read("help.html")
    closed = [each for each in providers().values() if each.status == "closed"]

    assert closed
    for provider in closed:
        line = page[page.index(f'id="{provider.id}"') :].partition("</li>")[0]
        assert "closed" in line
        assert "open when last looked at" not in line
        assert not provider.contact or f'href="{provider.contact}"' not in line


def test_what_nobody_looked_at_for_half_a_year_says_so(paper):
    later = Outlook(origin="RU", on=date(2030, 1, 1), corpus=paper)
    (page,) = help_page.pages(GuideEdition(later, Wording("en")))

    assert isinstance(page.view, tuple)
    shown = [each for group in page.view for each in group.providers]
    assert shown
    assert all(each.is_stale and not each.is_open for each in shown)


def test_a_deadline_that_is_not_law_on_the_day_is_not_given(paper):
    long_ago = Outlook(origin="RU", on=date(1900, 1, 1), corpus=paper)
    made = situations.pages(GuideEdition(long_ago, Wording("en")))
    limits = [
        it.limit
        for page in made
        if isinstance(page.view, SituationView)
        for stage in page.view.stages
        for it in stage.steps
        if it.limit
    ]

    assert limits
    assert all(limit.rules == () for limit in limits)


def test_the_questions_have_a_second_wording_for_those_on_duty(read, outlook):
    person, worker = read("recognise.html"), read("recognise-for-workers.html")

    for indicator in outlook.indicators.values():
        assert indicator.ask["en"] in person
        assert indicator.ask_worker["en"] in worker
        assert indicator.everyday["en"] in person
    assert RULE["en"] in person
    assert LIMITS["en"] in person
    assert all(each["en"] in worker for each in FOR_WORKERS)


def test_the_definitions_are_compared_on_the_same_incidents(read, outlook):
    page = read("definitions.html")

    for name in outlook.examples:
        assert outlook.reading.corpus.incidents[name].label in page
    for scheme in outlook.reading.schemes.values():
        assert scheme.definition["en"] in page
        assert scheme.leaves_out["en"] in page
    assert page.count("<tr>") == len(outlook.examples) + 1


def test_every_rule_of_a_deadline_is_on_the_page_about_the_guide(read, outlook):
    page = read("about.html")

    for deadline in outlook.deadlines.values():
        for rule in deadline.rules:
            assert rule.starts["en"] in page
            assert rule.legal_source.title in page


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("situation", sorted(pathways()))
def test_an_appeal_says_that_its_term_may_be_unrecorded_and_a_term_where_it_holds(
    read, situation, language
):
    """Safety: a term of one state must not pass for the term of another."""
    page = read(f"situation-{situation}.html", language)
    appeals = [step for step in pathways()[situation].steps if step.is_appeal]

    assert page.count(UNRECORDED_ELSEWHERE[language]) == len(appeals)
    if situation == "detention-for-extradition":
        assert {"en": "only in: Kazakhstan", "ru": "только: Казахстан"}[language] in page
