"""The catalogues: every message of the source has words in Russian, with every place it needs.

It depends on the extraction of messages and on the catalogues.
A message without a translation is named here, with the file in which it stands.
"""

import re
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from safeconduct.errors import InvalidSetting
from safeconduct.record.sentence import Sentence
from safeconduct.report.catalogue import FOLDER, catalogue, languages
from tests.report.extraction import messages

MESSAGES = sorted({(each.context, each.one, each.several) for each in messages()})
# Letters that are no word: codes, units and the program's own name.
SAME_IN_BOTH = re.compile(r"[^A-Za-z]*|[A-Z]+|SVG|CSV")


def read(language):
    with (FOLDER / language / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def places(message):
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_the_extraction_finds_messages_of_every_package():
    found = {each.where.split("/")[0] for each in messages()}

    assert {"record", "figures", "verify", "pictures", "report"} <= found
    assert len(MESSAGES) > 700


def test_every_message_has_words_in_russian():
    known = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for message in read("ru")
        if message.string and all(message.string)
    }

    assert [each for each in MESSAGES if each[:2] not in known] == []


def test_the_russian_catalogue_holds_nothing_that_nobody_says():
    said = {each[:2] for each in MESSAGES}
    held = {
        (message.context or "", message.id if isinstance(message.id, str) else message.id[0])
        for message in read("ru")
        if message.id
    }

    assert held - said == set()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_translation_keeps_the_places_of_its_message(language):
    wrong = []
    for message in read(language):
        if not message.id:
            continue
        ids = (message.id,) if isinstance(message.id, str) else message.id
        wanted = set().union(*map(places, ids))
        strings = (message.string,) if isinstance(message.string, str) else message.string
        wrong += [each for each in strings if places(each) - wanted or wanted - places(each)]

    # A plural form may leave the number out where the word says it.
    assert wrong == []


def test_no_translation_is_fuzzy_and_plurals_have_all_their_forms():
    russian = read("ru")

    assert [message.id for message in russian if message.fuzzy and message.id] == []
    assert {len(each.string) for each in russian if isinstance(each.id, tuple)} == {3}


def test_russian_words_are_written_in_russian():
    suspicious = [
        message.string
        for message in read("ru")
        if isinstance(message.string, str)
        and message.id
        and not re.search("[а-яё]", message.string.lower())
        and not SAME_IN_BOTH.fullmatch(re.sub(r"\{\w+\}|d MMMM y", "", message.string))
    ]

    assert suspicious == []


def test_the_languages_are_those_with_a_catalogue():
    assert languages() == ("en", "ru")


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(InvalidSetting, match="en, ru"):
        catalogue("tlh")


def test_no_sentence_of_the_built_in_corpus_is_left_in_english(paper_edition):
    # The extraction sees marks; this sees what is said.
    said = catalogue("ru")
    reading = paper_edition.reading
    sentences = [
        *(reason for each in reading.assessments.values() for reason in each.reasons),
        *(caveat for figure in reading.totals.values() for caveat in figure.caveats),
        *(verdict.why for each in reading.verdicts.values() for verdict in each.values()),
        *(part for each in reading.findings for part in (each.message, each.hint)),
    ]
    untranslated = {
        each.message for each in sentences if said.gettext(each.message) == each.message
    }

    assert all(isinstance(each, Sentence) for each in sentences)
    assert untranslated == set()
