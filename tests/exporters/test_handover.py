"""What is handed to a format says what it is, for whom, and from which day, or is declined.

It depends on the handover and on the invented corpus.
A further thing that formats ask for is one more test here.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import NotFound, Refusal
from safeconduct.exporters.handover import Handover, stable_id
from safeconduct.publish.whereabouts import without_whereabouts
from tests.exporters.small_release import small_release
from tests.exporters.whole_corpus import MASTHEAD, whole_corpus


def test_a_handover_knows_what_it_holds():
    corpus, release = whole_corpus(), small_release()

    assert Handover(from_corpus=corpus).holds == "corpus"
    assert Handover(from_corpus=corpus).corpus == without_whereabouts(corpus)
    assert Handover(from_release=release).release is release
    assert Handover(from_release=release).holds == "release"
    assert Handover().holds == "vocabulary"


def test_what_is_not_there_is_declined():
    with pytest.raises(Refusal, match="made of a corpus"):
        _ = Handover(from_release=small_release()).corpus
    with pytest.raises(Refusal, match="made of a release"):
        _ = Handover(from_corpus=whole_corpus()).release


def test_ids_follow_from_publisher_title_and_record_and_from_nothing_else():
    here = Handover(from_corpus=whole_corpus())
    later = Handover(from_corpus=whole_corpus(replace(MASTHEAD, as_of="2025")), audience="green")
    other = Handover(from_corpus=whole_corpus(replace(MASTHEAD, publisher="Tern")))

    assert here.id_of("incidents", "taken") == later.id_of("incidents", "taken")
    assert here.id_of("incidents", "taken") != here.id_of("sources", "taken")
    assert here.id_of("incidents", "taken") != other.id_of("incidents", "taken")
    assert stable_id("a", "b") != stable_id("ab")


@pytest.mark.parametrize("as_of", ["", "../2024"])
@pytest.mark.parametrize("name", ["stix", "misp"])
def test_without_a_day_there_is_none_to_write(as_of, name):
    from safeconduct.exporters.to_format import in_format  # noqa: PLC0415 - beside its only use

    with pytest.raises(Refusal, match="without a day"):
        in_format(name, Handover(from_corpus=whole_corpus(replace(MASTHEAD, as_of=as_of))))


def test_the_audience_is_spelled_as_the_protocol_spells_it():
    corpus = whole_corpus()

    assert Handover(from_corpus=corpus, audience="amber-strict").tlp == "amber+strict"
    assert Handover(from_corpus=corpus).tlp == "clear"


def test_only_sources_that_are_heard_are_passed_on():
    assert Handover(from_corpus=whole_corpus()).sources == ("gull", "gull-south")
    assert Handover(from_corpus=whole_corpus()).left_behind == 3


def test_a_title_that_has_no_latin_letter_has_a_short_name_all_the_same():
    corpus = whole_corpus(replace(MASTHEAD, title="Чайки"))

    assert Handover(from_corpus=corpus).short_title == "corpus"
    assert Handover(from_corpus=whole_corpus()).short_title == "gulls_and_herons"


def test_an_audience_that_nobody_knows_is_not_found():
    with pytest.raises(NotFound):
        Handover(from_corpus=whole_corpus(), audience="friends")
