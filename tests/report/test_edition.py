"""An edition: sentences, values and links as pages of one language show them.

It depends on the plain cast and on the built-in corpus.
Ids in a sentence become links; what is no id stays as it is.
"""

from safeconduct.record.place import Place
from safeconduct.record.sentence import Sentence
from safeconduct.record.unknown import CONFLICTING, Unknown


def test_an_id_in_a_sentence_leads_to_its_record(edition):
    told = edition.told(
        Sentence(
            "{incident} by {sources}: {number}", incident="hoax", sources="herald, nobody", number=3
        )
    )

    assert told == (
        '<a href="incident-hoax.html">hoax</a> by '
        '<a href="source-herald.html">herald</a>, nobody: 3'
    )


def test_a_statement_leads_to_its_column_and_a_decision_to_its_incident(edition):
    statement = edition.record("statements", "mail-abduction-reports")
    decision = edition.record("decisions", "d1")

    assert statement.href == "incident-abduction.html#at-mail-abduction-reports"
    assert decision.href == "incident-abduction.html"
    assert edition.record("statements", "nothing") is None
    assert edition.record("weather", "hoax") is None


def test_free_text_in_a_sentence_is_a_passage_in_the_language_of_the_corpus(russian):
    told = russian.told(Sentence("Disputed by {voices}.", voices="The <Herald>"))

    assert told == 'Оспаривают: <bdi lang="en">The &lt;Herald&gt;</bdi>.'


def test_the_sides_of_a_disagreement_are_said_in_words(paper_edition):
    finding = next(
        each
        for each in paper_edition.reading.findings
        if each.check == "conflicting-values" and each.message.values["field"] == "setting"
    )

    assert (
        paper_edition.told(finding.message)
        .striptags()
        .startswith(
            "Sources disagree on setting of I26c: prison or remand centre (I26c-s1, I26c-s3); "
        )
    )


def test_values_are_said_with_links_passages_and_reasons(edition, russian):
    assert edition.value("techniques", ("abduction",)) == (
        '<a href="technique-abduction.html">abduction</a>'
    )
    assert russian.value("actor", "Men") == '<bdi lang="en">Men</bdi>'
    assert russian.value("place_of_act", Place("AQ", "Coast")) == (
        '<bdi lang="en">Coast</bdi>, Антарктида'
    )
    assert edition.value("hosts", ("AQ", "BV")) == "Antarctica, Bouvet Island"
    assert edition.value("date", Unknown(CONFLICTING)) == "not known: sources conflict"


def test_a_source_is_named_by_publisher_and_title_or_by_its_id(edition):
    assert edition.source_name("herald").striptags() == "The Herald, Title of herald"
    assert edition.source_name("lost") == "lost"


def test_words_that_come_in_several_languages_are_those_of_the_page(russian):
    assert russian.in_language({"en": "case", "ru": "дело"}) == "дело"
    assert russian.standing("reported") == "сообщается"
    assert russian.field("hosts") == "Государство пребывания"
