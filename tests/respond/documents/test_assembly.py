"""A document holds what was answered, where it belongs, and what consent names and nothing else.

It depends on the templates that ship and on forms filled in for invented people.
A new document is read in both languages without being listed.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import Refusal
from safeconduct.exporters import docx, pdf
from safeconduct.respond.documents.assembly import assemble, cautions, packet, within_consent
from safeconduct.respond.documents.document import Heading, Lines, Paragraph, Table, plain_lines
from safeconduct.respond.documents.shown import shown
from safeconduct.respond.documents.template import template
from tests.exporters.opened import parts_of
from tests.respond.documents.filled import ANSWERS, ON, answers

GROUPS = ("identity", "contact", "what-happened", "needs", "documents", "family")


def aloud(document: str, *, on: date = ON, language: str = "en", **changes) -> str:
    made = assemble(answers(document, **changes), on=on, language=language)
    return "\n".join(plain_lines(made))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("document", sorted(ANSWERS))
def test_every_answer_of_a_filled_form_stands_in_the_document(document, language):
    given = answers(document)
    text = aloud(document, language=language)
    # These decide what is said; the evidence bundle is about states, which its own blocks name.
    silent = {"purpose", "filed_by", "risk_understood", "power_of_attorney", "urgency"}
    silent |= {"agrees_to_letter", "agrees_to_name_for_state", "agrees_to_name_in_public"}
    silent |= {"texts_read"}
    silent |= set(ANSWERS["evidence-bundle"])

    for field in set(given.values) - silent:
        assert all(said in text for said in shown(given, field, language=language)), field


def test_the_blocks_about_states_stand_where_the_template_puts_them():
    made = assemble(
        answers("evidence-bundle"),
        on=ON,
        exposure_blocks=lambda given: (Paragraph(text=f"From {given.one('origin')}"),),
    )
    lines = [*plain_lines(made)]

    assert lines.index("From RU") == lines.index("## How this was put together") - 1


def test_what_stays_with_the_person_ends_before_what_is_sent_begins():
    kept, sent = aloud("ccf-request").split("\n-----\n")

    assert "EXAMPLE" not in kept
    assert "keep these pages" in kept
    assert sent.startswith("## Request to the Commission")
    assert "EXAMPLE" in sent


def test_the_sheet_that_stays_says_in_its_title_what_it_belongs_to():
    given = answers("ccf-request")
    made = packet(assemble(given, on=ON, language="ru"), given)

    assert made.worksheet is not None
    assert made.worksheet.title.startswith("Только для вас, не отправлять: Обращение в Комиссию")
    assert made.sent.title.startswith("Обращение в Комиссию")
    assert packet(assemble(answers("referral"), on=ON), answers("referral")).worksheet is None


def test_a_request_for_access_asks_for_access_and_argues_nothing():
    text = aloud("ccf-request", purpose="access")

    assert "within four months" in text
    assert "within nine months" not in text
    assert str(ANSWERS["ccf-request"]["argument_rights"]) not in text
    assert "give access to it" in text


def test_a_request_for_deletion_asks_for_deletion():
    text = aloud("ccf-request")

    assert "within nine months" in text
    assert "have it deleted" in text


def test_a_block_without_an_answer_is_left_out():
    text = aloud("ccf-request", keep_confidential=None, annexes=None, argument_other=None)

    assert "Confidentiality" not in text
    assert "Annexes" not in text
    assert "Other grounds" not in text


def test_a_table_leaves_out_what_was_not_answered():
    made = assemble(answers("ccf-request", born_in=None, other_names=None), on=ON)
    table = next(block for block in made.blocks if isinstance(block, Table))

    assert [row[0] for row in table.rows] == [
        "Family name",
        "Given names",
        "Date of birth",
        "Nationality",
    ]


def test_a_list_keeps_the_order_of_the_answers_and_is_numbered_where_it_is_referred_to():
    made = assemble(answers("ccf-request"), on=ON)
    lists = [block for block in made.blocks if isinstance(block, Lines)]

    assert lists[-1].lines == tuple(ANSWERS["ccf-request"]["annexes"])
    assert lists[-1].is_numbered


def test_a_language_that_the_receiver_does_not_take_makes_a_copy_for_reading():
    parts = aloud("ccf-request", language="ru").split("\n-----\n")

    assert all("! Это копия для чтения" in part for part in parts)
    assert "copy for reading" not in aloud("ccf-request")
    assert "копия для чтения" not in aloud("referral", language="ru")


def test_a_document_whose_rules_went_unchecked_says_so():
    later = template("ccf-request").as_of + timedelta(days=200)

    assert "last checked on 1 November 2026" in aloud("ccf-request", on=later)
    assert "! The rules behind" not in aloud("ccf-request")


@pytest.mark.parametrize(
    ("document", "changes", "rule"),
    [
        ("ccf-request", {"risk_understood": "no"}, "nobody's name goes to an international"),
        ("ccf-request", {"power_of_attorney": "no"}, "without a power of attorney"),
        ("special-procedures-letter", {"agrees_to_letter": "no"}, "without that person's consent"),
        ("referral", {"agreed_groups": None}, "without that person's consent"),
        ("referral", {"agreed_groups": []}, "without that person's consent"),
        ("referral", {"agreed_on": None}, "without that person's consent"),
        ("referral", {"agreed_on": "2026-11-25"}, "dated after the day of the document"),
        ("referral", {"withdrawn_on": "2026-11-24"}, "the consent was withdrawn"),
        (
            "referral",
            {"agreed_groups": ["needs"], "needs_in_words": "Call me Ilya."},
            "once more in what is passed on: identity.full_name in needs.needs_in_words",
        ),
    ],
)
def test_what_a_rule_forbids_is_refused_with_the_rule(document, changes, rule):
    with pytest.raises(Refusal, match=rule):
        assemble(answers(document, **changes), on=ON)


def test_a_refusal_speaks_the_language_that_was_asked_for():
    with pytest.raises(Refusal, match="без его согласия") as refused:
        assemble(answers("referral", agreed_groups=[]), on=ON, language="ru")

    assert refused.value.asked == "Направление в другую организацию"


def test_a_consent_to_be_withdrawn_later_is_asked_about():
    with pytest.raises(Refusal, match="either the day is a slip"):
        assemble(answers("referral", withdrawn_on="2026-11-25"), on=ON)


def test_cyrillic_where_the_receiver_takes_latin_letters_is_a_caution():
    told = cautions(answers("ccf-request", family_name="ПРИМЕР"))

    assert any("family_name holds Cyrillic letters" in each for each in told)


def test_a_template_that_is_not_valid_on_the_day_refuses():
    with pytest.raises(Refusal, match="it is used from 2026-03-26 on"):
        assemble(answers("ccf-request"), on=date(2026, 3, 25))


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(GROUPS), min_size=1))
def test_consent_limits_what_stands_in_a_referral(agreed):
    """Safety: what consent does not name is taken out before the first block is built."""
    given = answers("referral", agreed_groups=sorted(agreed))
    fields = given.template.form.fields
    made = assemble(given, on=ON)
    text = "\n".join(plain_lines(made))
    labels = {group.id: group.label["en"] for group in given.template.form.groups}
    octets = b"".join(parts_of(docx.octets_of(made)).values())

    for field in given.values:
        group = fields[field].group
        is_passed_on = group in agreed or group in {"consent", "referral"}
        said = shown(given, field, language="en")
        if field not in {"agreed_groups", "withdrawn_on", "texts_read"}:
            assert any(one in text for one in said) is is_passed_on, field
            if fields[field].kind in {"line", "text", "lines"}:
                assert any(one.encode() in octets for one in said) is is_passed_on, field
    headed = {block.text for block in made.blocks if isinstance(block, Heading)}
    assert "Family" not in headed or "family" in agreed
    assert labels["identity"] not in headed or "identity" in agreed


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(GROUPS), min_size=1), st.data())
def test_what_consent_leaves_out_changes_no_byte_of_the_package(agreed, drawn):
    """Safety: the bytes are the same whatever the groups hold that consent does not name."""
    form = template("referral").form
    withheld = [
        field.id for field in form.fields.values() if field.group in set(GROUPS) - set(agreed)
    ]
    free = [name for name in withheld if form.fields[name].kind in {"line", "text"}]
    secrets = {name: drawn.draw(st.text("qxz ", min_size=8).filter(str.strip)) for name in free}
    groups = sorted(agreed)
    with_all = assemble(answers("referral", agreed_groups=groups, **secrets), on=ON)
    blank = {**dict.fromkeys(withheld), "no_name_to_search": "yes"}
    without = assemble(answers("referral", agreed_groups=groups, **blank), on=ON)

    assert docx.octets_of(with_all) == docx.octets_of(without)
    assert pdf.octets_of(with_all) == pdf.octets_of(without)


# What a person withholds, and the ways in which people write it down again.
SAID_AGAIN = {
    "full_name": (
        "Vasilisa",
        ("VASILISA", "vasilisa's", "Василисой", "Va\u00adsilisa"),
    ),
    "born_on": ("1933-04-09", ("9.4.1933", "09/04/33", "9 April", "April 9, 1933", "9 апреля")),
    "channel": ("+7 701 765 43 21", ("87017654321", "8 (701) 765-43-21", "7017654321")),
    "activity": ("Sings in 12 Round Lane", ("sings, in 12 round lane", "SingsIn12-RoundLane")),
}
HOME = {"full_name": "identity", "born_on": "identity", "channel": "contact"}
PASSED = {
    "account": "what-happened",
    "needs_in_words": "needs",
    "papers_kept": "documents",
    "papers": "documents",
    "limits": "consent",
    "own_reference": "referral",
}
LISTS = {"papers", "limits"}


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(sorted(SAID_AGAIN)),
    st.sampled_from(sorted(PASSED)),
    st.sets(st.sampled_from(("what-happened", "needs", "documents", "family"))),
    st.data(),
)
def test_what_is_withheld_is_in_no_document_in_whatever_spelling(kept, passed, agreed, drawn):
    """Safety: a text that is passed on and says what is withheld makes no document."""
    value, spellings = SAID_AGAIN[kept]
    said = drawn.draw(st.sampled_from((value, *spellings)))
    before, after = drawn.draw(st.tuples(*[st.text("qxz .,", max_size=12)] * 2))
    text = f"It began at dusk. {before} {said} {after} Then it was quiet."
    groups = sorted({*agreed, PASSED[passed], "needs"} & set(GROUPS))
    written = {passed: ["Something else", text] if passed in LISTS else text}
    given = answers("referral", agreed_groups=groups, **{kept: value}, **written)

    with pytest.raises(Refusal) as refused:
        assemble(given, on=ON)

    group = HOME.get(kept, "identity")
    assert f"{group}.{kept} in {PASSED[passed]}.{passed}" in refused.value.rule
    assert value not in str(refused.value)
    assert said not in str(refused.value)


@pytest.mark.parametrize(
    "field", ["account", "request", "proofs", "about_to_happen", "happened_in", "activity"]
)
@pytest.mark.parametrize("withheld", ["agrees_to_name_for_state", "agrees_to_name_in_public"])
def test_a_letter_whose_account_goes_further_than_the_name_may_does_not_say_it(field, withheld):
    """Safety: the experts tell the state what the account says, and publish it."""
    agreed = {"agrees_to_name_for_state": "yes", "agrees_to_name_in_public": "yes"}
    said = ["A copy", "A letter to Ильи"] if field == "proofs" else "They took ILYA, born in 1980."

    assert assemble(answers("special-procedures-letter", **agreed, **{field: said}), on=ON).blocks
    with pytest.raises(Refusal, match=rf"person\.person_name in .*\.{field}"):
        assemble(
            answers("special-procedures-letter", **(agreed | {withheld: "no"}), **{field: said}),
            on=ON,
        )


def test_what_the_person_agreed_to_pass_on_may_be_repeated():
    every = answers("referral", account="Ilya Example was called, born 19.7.1931.")

    assert "Ilya Example was called" in "\n".join(plain_lines(assemble(every, on=ON)))


def test_consent_is_looked_at_without_a_day_for_what_holds_on_any():
    with pytest.raises(Refusal, match="without that person's consent"):
        within_consent(answers("referral", agreed_groups=[]), on=None)

    assert within_consent(answers("referral", withdrawn_on="2026-11-24"), on=None).values
    assert within_consent(answers("ccf-request"), on=None).values


def withheld(**changes):
    return answers("referral", agreed_groups=["what-happened", "needs"], **changes)


def test_a_withheld_name_has_to_be_given_for_the_search():
    with pytest.raises(Refusal, match="cannot be searched") as refused:
        assemble(withheld(full_name=None), on=ON)

    assert "identity.full_name" in refused.value.remedy
    unsearched = withheld(full_name=None, no_name_to_search="yes")
    assert assemble(unsearched, on=ON).blocks
    assert any("none was searched for" in told for told in cautions(unsearched))


def test_somebody_has_to_read_the_texts_where_the_name_is_withheld():
    with pytest.raises(Refusal, match="somebody has to read the texts") as refused:
        assemble(withheld(texts_read=None), on=ON)

    assert "consent.texts_read" in refused.value.remedy
    assert assemble(answers("referral", texts_read=None), on=ON).blocks


def test_names_and_streets_in_withheld_free_text_are_searched_for():
    family = "Brother Dmitry Sokolov, mother Anna Petrovna, in Tver, Lenina 5"
    for text in ("Дмитрий пропал.", "They went to Sokolova.", "В Твери", "On Lenina street"):
        with pytest.raises(Refusal, match=r"family\.relatives_at_risk in what-happened\.account"):
            assemble(withheld(relatives_at_risk=family, account=text), on=ON)
    allowed = withheld(relatives_at_risk=family, account="In Tver", may_be_said=["Tver"])
    assert assemble(allowed, on=ON).blocks


def test_an_age_on_the_day_of_the_document_tells_the_birth_date():
    with pytest.raises(Refusal, match=r"identity\.born_on"):
        assemble(withheld(born_on="1987-03-14", account="A woman of 39 years."), on=ON)
    assert within_consent(withheld(born_on="1987-03-14", account="Of 39 years."), on=None).values


def test_initials_of_a_withheld_name_are_a_caution():
    told = cautions(withheld(full_name="Ольга Кузнецова", account="Это О. К. сказала."))

    assert any("initials" in each for each in told)
    assert not any("initials" in each for each in cautions(withheld()))
    letter = {"agrees_to_name_for_state": "no", "person_name": "Ilya Example"}
    given = answers("special-procedures-letter", **letter, request="Free I. E. now.")
    assert any("initials" in each for each in cautions(given))


def test_no_search_is_said_to_be_complete():
    assert any("Read it before you send it" in each for each in cautions(withheld()))
    assert cautions(answers("referral")) == ()
    assert any("Прочтите" in each for each in cautions(withheld(), language="ru"))


def test_a_confidential_sender_is_not_named_in_what_goes_further():
    for sent_by in ("lawyer", "person"):
        given = answers(
            "special-procedures-letter",
            sent_by=sent_by,
            sender_name="Maria Beispiel",
            account="Мария Байспил и Maria were there.",
        )
        with pytest.raises(Refusal, match=r"sender\.sender_name in what-happened\.account"):
            assemble(given, on=ON)


def test_what_the_commission_is_to_keep_is_a_caution_where_an_argument_repeats_it():
    given = answers("ccf-request", keep_confidential="Sister Vasilisa", argument_rights="Василиса.")

    assert any("ccf" not in each and "keep_confidential" in each for each in cautions(given))
    assert cautions(answers("ccf-request")) == ()


@pytest.mark.parametrize("blank", ["unknown", "-", "?", "N/A", "не указано", "X", "xxx", "Нет"])
def test_what_names_nobody_is_no_name_to_search_for(blank):
    """Safety: a form that says unknown was searched for that word and for no name."""
    given = answers("referral", agreed_groups=["what-happened"], full_name=blank)

    with pytest.raises(Refusal, match="cannot be searched") as refused:
        within_consent(given, on=ON)
    assert "no_name_to_search" in refused.value.remedy


def test_what_was_left_blank_is_named_and_what_may_be_passed_on_is_not():
    asked = {"born_on": None, "channel": None, "relatives_at_risk": None}
    given = answers("referral", agreed_groups=["what-happened", "contact"], **asked)
    (told,) = [each for each in cautions(given) if "Left blank" in each]

    assert "Date of birth" in told
    assert "elatives" in told
    assert template("referral").form.fields["channel"].label["en"] not in told


def test_a_refusal_says_how_a_town_may_stand_and_prints_no_answer():
    given = answers(
        "referral", agreed_groups=["what-happened"], papers_kept="In Zugdidi.", account="To Zugdidi"
    )

    with pytest.raises(Refusal) as refused:
        within_consent(given, on=ON)
    assert "may_be_said" in refused.value.remedy
    assert "ugdidi" not in f"{refused.value} {refused.value.remedy}"


@pytest.mark.parametrize(
    ("contact", "text"),
    [("+995 555 12 34 56", "Call 995555123456."), ("o@mail.invented", "Write to o@mail.invented.")],
)
def test_a_person_who_writes_without_a_name_in_public_keeps_the_address_too(contact, text):
    changed = {"agrees_to_name_for_state": "yes", "agrees_to_name_in_public": "no"}
    given = answers(
        "special-procedures-letter",
        sent_by="person",
        sender_contact=contact,
        account=text,
        **changed,
    )

    with pytest.raises(Refusal, match=r"sender\.sender_contact"):
        within_consent(given, on=ON)


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [("A helpdesk that Invented rules.", False), ("The INVENTED helpdesk asked.", True)],
)
def test_of_an_organisation_only_the_whole_name_is_looked_for(text, is_refused):
    given = answers("special-procedures-letter", account=text)

    if is_refused:
        with pytest.raises(Refusal, match="sender_name"):
            within_consent(given, on=ON)
    else:
        within_consent(given, on=ON)
