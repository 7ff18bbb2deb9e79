"""A template is read with every fault named, and is used only in its days and in its version.

It depends on the templates that ship, and plants faults into copies of them.
A new rule about templates is one more line in `FAULTS`.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from safeconduct.errors import InvalidVocabulary, NotFound, Refusal
from safeconduct.respond.deadline import deadline
from safeconduct.respond.documents.template import FOLDER, read_template, template, templates
from safeconduct.respond.pathway import DOCUMENTS
from tests.respond.planting import planted, problems_of

CCF = FOLDER / "ccf-request.toml"
REFERRAL = FOLDER / "referral.toml"
LETTER = FOLDER / "special-procedures-letter.toml"


def test_every_document_that_a_step_may_name_has_a_template_and_no_other_is_there():
    assert set(templates()) == set(DOCUMENTS)


@pytest.mark.parametrize("chosen", templates().values(), ids=list(templates()))
def test_every_template_says_what_it_rests_on_and_since_when(chosen):
    assert chosen.sources
    assert all(one.section or one.url for one in chosen.sources)
    assert chosen.since <= chosen.as_of


def test_an_unknown_document_is_not_found():
    with pytest.raises(NotFound, match="ccf-request"):
        template("letter-to-nobody")


FAULTS = [
    (CCF, ('id = "ccf-request"', 'id = "request"'), "id"),
    (CCF, ('since = "2026-03-26"', 'since = "2026-03"'), "since"),
    (CCF, ('until = ""', 'until = "2026-01-01"'), "until"),
    (CCF, ('as_of = "2026-11-01"', 'as_of = "lately"'), "as_of"),
    (CCF, ('version = "2026-03"\n', ""), "version"),
    (CCF, ('plain.ru = "', 'plain.de = "'), "plain.ru"),
    (CCF, ("[[source]]", "[[origin]]"), "origin"),
    (CCF, ('\nsection = "section 1"\nurl = "https', '\nnote = "https'), "source[1].note"),
    (CCF, ('id = "filing"\n', 'id = "Filing"\n'), "group[1].id"),
    (CCF, ('id = "purpose"', 'id = "the-purpose"'), "field[1].id"),
    (CCF, ('id = "given_names"', 'id = "family_name"'), "field"),
    (CCF, ('kind = "choice"', 'kind = "guess"'), "field[1].kind"),
    (CCF, ('kind = "choice"', 'kind = "line"'), "field[1].choice"),
    (CCF, ('group = "identity"', 'group = "nobody"'), "field"),
    (CCF, ('needed_when = { filed_by = ["representative"]', 'needed_when = { filed_by = ["x"]'),
     "field representative_name"),
    (CCF, ("needed_when = { filed_by", "needed_when = { family_name"), "field representative_name"),
    (CCF, ("when = { risk_understood", "when = { risk"), "ban[1].when"),
    (CCF, ('when = { risk_understood = ["no"] }\n', ""), "ban[1].when"),
    (CCF, ('fields = ["argument_political", "', 'fields = ["x", "'), "one_of[1].fields"),
    (REFERRAL, ("[consent]", "[[one_of]]\nfields = []\n[consent]"), "one_of[1].fields"),
    (CCF, ('when = { purpose = ["deletion"] }\nwhy', 'when = { goal = ["deletion"] }\nwhy'),
     "one_of[1].when"),
    (CCF, ('kind = "caution"', 'kind = "alarm"'), "block[2].kind"),
    (CCF, ('text.en = "{on}"', 'text.en = "{off}"'), "block[15].text.en"),
    (CCF, ('text.en = "{on}"', 'text.en = "{on"'), "block[15].text.en"),
    (CCF, ("({representative_capacity}). The", "(x). The"), "block[18].text"),
    (CCF, ('fields = ["family_name",', 'fields = ["name",'), "block[17].fields"),
    (CCF, ('kind = "sources"', 'kind = "sources"\nfields = ["purpose"]'), "block[11].fields"),
    (CCF, ('kind = "sources"', 'kind = "sources"\ntext.en = "a"'), "block[11].text"),
    (CCF, ('kind = "checklist"', 'kind = "sources"'), "block[7].line"),
    (CCF, ('kind = "new-page"', 'kind = "new-page"\nlevel = 0'), "block[12].level"),
    (CCF, ('answered = ["representative_name"', 'answered = ["name"'), "block[18].answered"),
    (REFERRAL, ('groups = "agreed_groups"', 'groups = "limits"'), "consent.groups"),
    (REFERRAL, ('groups = "agreed_groups"', 'groups = "nobody"'), "consent.groups"),
    (REFERRAL, ('given_on = "agreed_on"', 'given_on = "agreed_how"'), "consent.given_on"),
    (REFERRAL, ('id = "family"\nlabel.en = "Family"', 'id = "kin"\nlabel.en = "Family"'),
     "consent.groups"),
    (CCF, ('kind = "choice"', 'kind = "choice"\ntells_by_parts = true'), "field[1].tells_by_parts"),
    (REFERRAL, ('kind = "date"\n', 'kind = "date"\nis_common = true\n'), "field[14].is_common"),
    (LETTER, ('fields = ["person_name", "born_on"]\npassed', 'fields = ["name"]\npassed'),
     "unnamed[1].fields"),
    (LETTER, ('fields = ["person_name", "born_on"]\npassed', "fields = []\npassed"),
     "unnamed[1].fields"),
    (LETTER, ('when = { agrees_to_name_for_state = ["no"] }\nfields', "when = {}\nfields"),
     "unnamed[1].when"),
]  # fmt: skip


@pytest.mark.parametrize(("shipped", "instead", "key"), FAULTS)
def test_a_planted_fault_is_named(tmp_path, shipped, instead, key):
    found = problems_of(read_template, planted(tmp_path, shipped, instead=instead))

    assert key in found


def test_a_template_that_is_not_toml_is_refused(tmp_path):
    path = tmp_path / "note.toml"
    path.write_bytes(b"id = \xff")

    with pytest.raises(InvalidVocabulary):
        read_template(path)


def test_a_template_is_used_from_its_first_day_on():
    chosen = template("ccf-request")
    chosen.check_day(chosen.since)

    with pytest.raises(Refusal, match=r"from 2026-03-26 on.*through its portal only"):
        chosen.check_day(chosen.since - timedelta(days=1))


def test_a_template_without_an_earlier_version_says_only_since_when():
    chosen = template("referral")

    with pytest.raises(Refusal, match="it is used from 2026-11-01 on"):
        chosen.check_day(date(2020, 1, 1))


def test_a_template_that_is_out_of_date_refuses_with_the_reason():
    chosen = replace(template("ccf-request"), until=date(2027, 1, 1))
    chosen.check_day(date(2026, 12, 31))

    with pytest.raises(Refusal, match="out of date since 2027-01-01"):
        chosen.check_day(date(2027, 1, 1))


def test_only_the_version_in_use_is_let_through():
    chosen = template("ccf-request")
    chosen.check_version(chosen.version)

    with pytest.raises(Refusal, match="older forms are obsolete"):
        chosen.check_version("2019-11")
    with pytest.raises(Refusal, match="старые бланки"):
        chosen.check_version("2019-11", language="ru")
    with pytest.raises(Refusal, match="only version 2026-03 is known here"):
        chosen.check_version("2030-01")


def test_a_template_is_stale_after_half_a_year_without_a_check():
    chosen = template("ccf-request")

    assert not chosen.is_stale(chosen.as_of + timedelta(days=180))
    assert chosen.is_stale(chosen.as_of + timedelta(days=181))


@pytest.mark.parametrize(
    ("name", "amount", "unit", "document", "says"),
    [
        ("ccf-access", 4, "calendar-months", "ccf-request", "within four months"),
        ("ccf-deletion", 9, "calendar-months", "ccf-request", "within nine months"),
        ("ccf-revision", 6, "calendar-months", "ccf-request", "within six months"),
        ("special-procedures-reply", 60, "days", "special-procedures-letter", "within 60 days"),
    ],
)
def test_a_template_says_the_limit_that_the_deadlines_hold(name, amount, unit, document, says):
    rule = deadline(name).rule_for("KZ", on=template(document).as_of)
    words = [said.words["en"] for block in template(document).blocks for said in block.says]

    assert rule is not None
    assert (rule.amount, rule.unit) == (amount, unit)
    assert any(says in text for text in words)
