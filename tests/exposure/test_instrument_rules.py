"""An instrument file is read as it stands, or refused with every problem by name.

It depends on the reader and on the planted files.
A new rule of the file is one more row of the table of violations.
"""

import pytest

from safeconduct.errors import InvalidVocabulary
from safeconduct.exposure import instruments, read_instrument
from tests.exposure.planted import INSTRUMENT

PRESUMPTION = """
[presumption]
text = { en = "Probably.", ru = "Вероятно." }
source = { title = "An invented gazette", section = "whole" }
"""


def written(folder, text, name="minsk-1993"):
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(path):
    with pytest.raises(InvalidVocabulary) as refused:
        read_instrument(path)
    return dict(refused.value.problems)


def test_a_whole_file_reads_as_it_stands(tmp_path):
    rules = read_instrument(written(tmp_path, INSTRUMENT))

    assert rules.displaced_by == ("chisinau-2002",)
    assert rules.summary["ru"] == "По нему выдают."
    assert [(each.state, each.since, each.until) for each in rules.parties] == [("KZ", "1994", "")]
    assert [each.effect for each in rules.provisions] == ["opens", "refuses"]
    assert rules.provisions[1].enforced_by["ru"] == "Суд."
    assert rules.gaps[0].source.title == "An invented gazette"
    assert not rules.complete


def test_the_parties_may_be_the_members_of_an_organisation(tmp_path):
    text = INSTRUMENT.replace('organisation = ""', 'organisation = "cis"')
    head, _, rest = text.partition("[[party]]")
    _, _, provisions = rest.partition("[[provision]]")

    rules = read_instrument(written(tmp_path, f"{head}[[provision]]{provisions}"))

    assert (rules.organisation, rules.parties) == ("cis", ())


def test_a_list_of_parties_may_say_that_it_is_complete(tmp_path):
    text = INSTRUMENT.replace('kind = "cooperation"', 'kind = "cooperation"\ncomplete = true')

    assert read_instrument(written(tmp_path, text)).complete


def test_an_instrument_may_be_for_the_states_of_an_organisation(tmp_path):
    text = INSTRUMENT.replace('kind = "cooperation"', 'kind = "cooperation"\namong = "cis"')

    assert read_instrument(written(tmp_path, text)).among == "cis"


def test_a_provision_says_whether_its_source_can_be_found_again(tmp_path):
    text = INSTRUMENT.replace('effect = "opens"', 'effect = "opens"\nsource_state = "no-locator"')

    first, second = read_instrument(written(tmp_path, text)).provisions

    assert (first.source_state, second.source_state) == ("no-locator", "located")


def test_an_instrument_may_be_open_to_the_whole_world(tmp_path):
    text = INSTRUMENT.replace('kind = "cooperation"', 'kind = "cooperation"\nworldwide = true')

    rules = read_instrument(written(tmp_path, text))

    assert rules.worldwide
    assert rules.presumption is None


def test_what_is_probably_open_has_a_text_and_a_source(tmp_path):
    text = INSTRUMENT + PRESUMPTION

    found = read_instrument(written(tmp_path, text)).presumption

    assert found is not None
    assert (found.text["en"], found.source.title) == ("Probably.", "An invented gazette")


@pytest.mark.parametrize(
    ("found", "planted", "key"),
    [
        ('en = "Probably."', 'en = ""', "presumption.text.en"),
        ("source = {", "sources = {", "presumption.source"),
    ],
)  # fmt: skip
def test_a_presumption_without_text_or_source_is_refused(tmp_path, found, planted, key):
    text = INSTRUMENT + PRESUMPTION.replace(found, planted)

    assert problems(written(tmp_path, text))[key] == "is missing"


@pytest.mark.parametrize(
    ("technique", "answers"), [(None, True), ("extradition-request", True), ("abduction", False)]
)
def test_a_provision_answers_the_techniques_that_it_names(tmp_path, technique, answers):
    first, second = read_instrument(written(tmp_path, INSTRUMENT)).provisions

    assert first.answers(technique) is answers
    assert second.answers(technique)


@pytest.mark.parametrize(
    ("found", "planted", "key", "problem"),
    [
        ('id = "minsk-1993"', 'id = "minsk"', "id", "is not the name of the file"),
        ('"2026-11-01"', '"2026-11"', "as_of", "is not a day of the form YYYY-MM-DD"),
        ('"2026-11-01"', '"2026-11-31"', "as_of", "is not a day of the form YYYY-MM-DD"),
        ('organisation = ""', 'organisation = "cia"', "organisation", "is no organisation"),
        ('organisation = ""', 'organisation = "cis"', "party", "where no organisation is named"),
        ('organisation = ""', 'among = "cia"', "among", "is no organisation"),
        ('["chisinau-2002"]', '["chisinau"]', "displaced_by", "is no instrument"),
        ('["chisinau-2002"]', '["minsk-1993"]', "displaced_by", "names the instrument itself"),
        ('kind = "cooperation"', 'kind = "treaty"', "kind", "is not one of cooperation"),
        ('{ en = "It hands over.", ru = "По нему выдают." }', '""', "summary", "is missing"),
        ('en = "It hands over."', 'en = ""', "summary.en", "is missing"),
        ('state = "KZ"', 'state = "KAZ"', "party[1].state", "is no territory code"),
        ('state = "KZ"', 'state = "KZ"\ntowards = ["QQ"]', "party[1].towards", "no territory"),
        ('status = "party"', 'status = "friend"', "party[1].status", "is not one of party"),
        ('since = "1994"', 'since = "in 1994"', "party[1].since", "is no EDTF date"),
        ('until = ""', 'until = "1993"', "party[1].until", "is before the beginning"),
        ('until = ""', "until = 1993", "party[1].until", "is a number, not a text"),
        ("weak = false", 'weak = "no"', "party[1].weak", "is a text, not true or false"),
        ('article = "56"', 'article = ""', "provision[1].article", "is missing"),
        ('article = "56"\n', "", "provision[1].article", "is missing"),
        ('effect = "opens"', 'effect = "opens"\nsource_state = "lost"',
         "provision[1].source_state", "is not one of"),
        ('effect = "opens"', 'effect = "opened"', "provision[1].effect", "is not one of opens"),
        ('needs = "both"', 'needs = "all"', "provision[1].needs", "is not one of both"),
        ('id = "hand-over"', 'id = "refuse"', "provision", "has the id 'refuse' twice"),
        ('id = "hand-over"', 'id = "Hand over"', "provision[1].id", "lower-case words"),
        ('["extradition-request"]', '["extradition"]', "provision[1].techniques", "no technique"),
        ('["extradition-request"]', '["zzzzzz"]', "provision[1].techniques", "none is near"),
        ('{ en = "A court.", ru = "Суд." }', '""', "provision[2].enforced_by", "is missing"),
        ('{ en = "Ask it.", ru = "Обратиться." }', '""', "provision[2].how", "is missing"),
        ('en = "They refuse."', 'en = ""', "provision[2].text.en", "is missing"),
        ('[[gap]]\ntext = { en = "It lacks a thing.", ru = "Чего-то нет." }\n', "[[gap]]\n",
         "gap[1].text", "is missing"),
        ('kind = "cooperation"', 'kind = "cooperation"\nscore = 3', "score", "not a key"),
    ],
)  # fmt: skip
def test_a_planted_violation_is_named(tmp_path, found, planted, key, problem):
    assert INSTRUMENT.count(found) >= 1

    named = problems(written(tmp_path, INSTRUMENT.replace(found, planted, 1)))

    assert problem in named[key]


SOURCE = 'source = { title = "An invented gazette", section = "whole" }'


@pytest.mark.parametrize(
    ("planted", "key", "problem"),
    [
        ("", "source", "is missing"),
        ('source = { section = "whole" }', "source.title", "is missing"),
        ('source = { title = "A" }', "source.section", "is missing, and so are a page"),
        ('source = { title = "A", url = "icds.ee" }', "source.url", "is no address"),
        ('source = { title = "A", page = "1", date = "May" }', "source.date", "is no EDTF date"),
        ('source = { title = "A", page = "1", author = "B" }', "source.author", "not a key"),
    ],
)
def test_no_article_stands_without_a_source(tmp_path, planted, key, problem):
    head, article, rest = INSTRUMENT.partition('article = "56"')

    text = head + article + rest.replace(SOURCE, planted, 1)

    assert problem in problems(written(tmp_path, text))[f"provision[1].{key}"]


def test_every_problem_of_a_file_is_told_at_once(tmp_path):
    text = INSTRUMENT.replace('state = "KZ"', 'state = "KAZ"').replace('"56"', '""')

    assert set(problems(written(tmp_path, text))) == {"party[1].state", "provision[1].article"}


def test_a_file_about_nothing_that_the_vocabulary_knows_is_refused(tmp_path):
    text = INSTRUMENT.replace('id = "minsk-1993"', 'id = "minsk-1894"')

    named = problems(written(tmp_path, text, name="minsk-1894"))

    assert named == {"id": "is no instrument and no organisation of the vocabulary"}


@pytest.mark.parametrize("content", [b"id = \xff", b"id = ", b"\xff\xfe"])
def test_what_is_not_toml_in_utf_8_is_refused(tmp_path, content):
    path = tmp_path / "minsk-1993.toml"
    path.write_bytes(content)

    assert "is not TOML in UTF-8" in problems(path)["file"]


def test_the_shipped_instruments_are_read_once_and_by_their_id():
    assert instruments() is instruments()
    assert instruments()["minsk-1993"].id == "minsk-1993"
