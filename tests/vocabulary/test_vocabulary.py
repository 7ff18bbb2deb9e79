"""Every shipped term keeps the promises of the vocabulary, and the sets hold what the paper names.

It depends on the files that ship with the package.
A new term needs no new test: each promise is asked of all terms.
"""

import re

import pytest

from safeconduct import vocabulary
from safeconduct.vocabulary import territory

TERMS = [term for name in vocabulary.sets() for term in vocabulary.terms(name).values()]
PAPER = "Distance is Not a Shield"
PAPER_PAGES = 14
# A proper name is written alike in both languages.
PROPER_NAMES = {"spyware"}
PHYSICAL = {
    "abduction",
    "arbitrary-detention",
    "assault",
    "attempted-killing",
    "deportation",
    "detention-pending-extradition",
    "forced-return-of-relatives",
    "killing",
    "physical-intimidation",
}
CODES = (
    [f"COE-{number}" for number in range(1, 13)]
    + [f"ASN-{number}" for number in range(1, 3)]
    + [f"DIS-{number}" for number in range(1, 6)]
    + [f"BLK-{number}" for number in range(1, 6)]
    + [f"RET-{number}" for number in range(1, 10)]
    + [f"SUR-{number}" for number in range(1, 9)]
    + [f"UNM-{number}" for number in range(1, 3)]
)


def texts_of(term):
    yield from (term.label, term.definition)
    yield from (words for words in (term.example, term.note) if words is not None)
    yield from (neighbour.why for neighbour in term.not_this)


def test_every_set_that_the_cells_of_a_corpus_need_is_there():
    needed = """
        attributions bases figure-relations harms incident-kinds instruments modes motives
        organisations outcomes qualifiers registers settings source-kinds spyware tactics
        targets techniques units unknown-reasons
    """

    assert set(needed.split()) <= set(vocabulary.sets())
    assert list(vocabulary.sets()) == sorted(vocabulary.sets())


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.set}/{term.id}")
def test_a_term_is_written_in_both_languages(term):
    for words in texts_of(term):
        assert set(words) == set(vocabulary.LANGUAGES)
        assert re.search("[А-Яа-яЁё]", words["ru"]) or term.set in PROPER_NAMES
        assert words["en"] != words["ru"] or term.set in PROPER_NAMES
        assert not re.search("[А-Яа-яЁё]", words["en"])


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.set}/{term.id}")
def test_a_definition_and_a_reason_are_sentences(term):
    for words in texts_of(term):
        if words is not term.label:
            assert all(text.endswith((".", "…")) for text in words.values())
            assert all(len(text) <= 400 for text in words.values())


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.set}/{term.id}")
def test_a_source_in_the_paper_names_a_page_that_it_has(term):
    for source in term.sources:
        if source.title == PAPER:
            pages = [int(page) for page in source.page.split("–")]
            assert pages == sorted(pages)
            assert all(1 <= page <= PAPER_PAGES for page in pages)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.set}/{term.id}")
def test_addresses_are_addresses(term):
    assert all(re.fullmatch(r"https?://\S+|", source.url) for source in term.sources)


def test_every_code_of_the_paper_is_there_once():
    codes = [term.code for term in vocabulary.techniques().values() if term.code]

    assert sorted(codes) == sorted(CODES)


def test_techniques_of_the_paper_cite_it():
    for technique in vocabulary.techniques().values():
        if technique.scope == "paper":
            assert PAPER in {source.title for source in technique.sources}


def test_only_force_against_a_body_or_its_liberty_is_physical():
    physical = {term.id for term in vocabulary.techniques().values() if term.physical}

    assert physical == PHYSICAL


def test_a_technique_may_serve_several_tactics_or_none():
    techniques = vocabulary.techniques()

    assert techniques["foreign-agent-listing"].tactics == (
        "coercion",
        "discrediting",
        "blacklisting",
    )
    assert techniques["appearance-cancellation"].tactics == ()
    assert techniques["host-entry-ban"].tactics == ()


def test_every_technique_has_an_example_and_a_neighbour():
    for technique in vocabulary.techniques().values():
        assert technique.example
        assert technique.not_this


def test_every_organisation_names_states_that_exist():
    for organisation in vocabulary.organisations().values():
        assert {row.state for row in organisation.memberships} <= territory.codes()


@pytest.mark.parametrize(
    ("organisation", "members"),
    [
        ("cis", "AM AZ BY KG KZ MD RU TJ UZ"),
        ("csto", "AM BY KG KZ RU TJ"),
        ("sco", "CN IN IR KG KZ PK RU TJ UZ"),
        ("eaeu", "AM BY KG KZ RU"),
    ],
)
def test_the_full_members_of_june_2024_are_those_of_table_1(organisation, members):
    """Distance is Not a Shield, Table 1, page 10."""
    rows = vocabulary.organisations()[organisation].memberships

    full = {
        row.state
        for row in rows
        if row.status == "full"
        and row.since <= "2024-06-15"
        and (not row.until or row.until > "2024-06-15")
    }

    assert full == set(members.split())


@pytest.mark.parametrize(
    ("organisation", "members"), [("eu", 27), ("nato", 32), ("council-of-europe", 46)]
)
def test_other_organisations_have_as_many_members_as_they_say(organisation, members):
    rows = vocabulary.organisations()[organisation].memberships

    assert len({row.state for row in rows if row.status == "full" and not row.until}) == members


def test_the_two_articles_that_the_paper_merges_are_told_apart():
    neighbours = vocabulary.instruments()["ru-criminal-code-207-3"].not_this

    assert "ru-criminal-code-280-3" in {neighbour.term for neighbour in neighbours}


def test_a_label_falls_back_to_english():
    term = vocabulary.term("techniques", "abduction")

    assert term.label_in("ru-RU") == "похищение"
    assert term.label_in("kk") == "abduction"
    assert term.definition_in("kk") == term.definition["en"]


def test_a_slip_in_russian_finds_its_term():
    assert vocabulary.nearest("techniques", "похишение")[0] == "abduction"
