"""The form is written empty, and told everything that is wrong with it at once, without its words.

It depends on the templates that ship and on forms filled in for invented people.
A new kind of answer is one more line in `WRONG`.
"""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.errors import Refusal, RejectedRows
from safeconduct.respond.answers import empty_form, read_answers
from safeconduct.respond.documents.template import template, templates
from tests.respond.documents.filled import ANSWERS, answers, written


def problems(octets: bytes) -> dict[str, tuple[int, str, str]]:
    """Read a form that must be rejected; say each problem by its place."""
    with pytest.raises(RejectedRows) as rejected:
        read_answers(octets, file="answers.toml")
    return {
        problem.column: (problem.row, problem.found, problem.allowed)
        for problem in rejected.value.problems
    }


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("document", templates())
def test_an_empty_form_is_toml_with_every_field_and_no_answer(document, language):
    form = template(document).form
    table = tomllib.loads(empty_form(template(document), language=language))

    assert [key for key in table if key not in {"form", "version"}] == [g.id for g in form.groups]
    assert {key for group in form.groups for key in table[group.id]} == set(form.fields)
    assert all(not value for group in form.groups for value in table[group.id].values())


@pytest.mark.parametrize("document", templates())
def test_an_empty_form_has_a_comment_above_every_field_and_no_long_line(document):
    lines = empty_form(template(document)).splitlines()

    assert all(
        lines[number - 1].startswith("# ")
        for number, line in enumerate(lines)
        if " = " in line and not line.startswith(("#", "form", "version"))
    )
    assert max(map(len, lines)) <= 98


@pytest.mark.parametrize("document", templates())
def test_a_filled_form_is_read_as_it_was_filled(document):
    read = answers(document)

    assert {
        field: list(said) if isinstance(ANSWERS[document][field], list) else said[0]
        for field, said in read.values.items()
    } == ANSWERS[document]
    assert read.one("not_a_field") == ""


def test_a_carriage_return_and_a_byte_order_mark_are_nothing():
    octets = b"\xef\xbb\xbf" + written("referral").replace(b"\n", b"\r\n")

    assert read_answers(octets, file="answers.toml") == answers("referral")


def test_true_and_false_are_yes_and_no():
    octets = written("ccf-request").replace(b'understood = "yes"', b"understood = true")
    octets = octets.replace(b'attorney = "yes"', b"attorney = false")
    values = read_answers(octets, file="answers.toml").values

    assert (values["risk_understood"], values["power_of_attorney"]) == (("yes",), ("no",))


def test_every_problem_is_told_at_once_with_its_line():
    octets = written("ccf-request", purpose=None, born_on="yesterday", nationalities=["Utopia"])
    found = problems(octets)

    assert found["filing.purpose"] == (0, "nothing", "an answer")
    assert found["identity.born_on"][1:] == ("something else", "a day of the form YYYY-MM-DD")
    assert found["identity.nationalities"][1:] == ("something else", "the two letters of a state")
    assert octets.decode().splitlines()[found["identity.born_on"][0] - 1].startswith("born_on")


WRONG = [
    ("ccf-request", "family_name", "two\nlines", "one line"),
    ("ccf-request", "other_names", ["two\nlines"], "one line"),
    ("ccf-request", "born_on", "1980", "a day of the form YYYY-MM-DD"),
    ("ccf-request", "born_on", "19800229", "a day of the form YYYY-MM-DD"),
    ("ccf-request", "purpose", "both", "one of access, deletion"),
    ("ccf-request", "risk_understood", "perhaps", "yes or no"),
    ("special-procedures-letter", "lives_in", "Atlantis", "the two letters of a state"),
    ("special-procedures-letter", "happened_on", "spring", "YYYY-MM-DD, YYYY-MM or YYYY"),
    ("special-procedures-letter", "mandates", ["everybody"], "one of expression, assembly"),
    ("evidence-bundle", "technique", "witchcraft", "a technique of the vocabulary"),
    ("ccf-request", "how_known", "a bell\a", "text that can be printed"),
]


@pytest.mark.parametrize(("document", "field", "said", "allowed"), WRONG)
def test_an_answer_of_the_wrong_kind_is_named_with_what_is_allowed(document, field, said, allowed):
    place = f"{template(document).form.fields[field].group}.{field}"

    assert allowed in problems(written(document, **{field: said}))[place][2]


@pytest.mark.parametrize(
    ("old", "new", "found", "allowed"),
    [
        ("1980-02-29", None, "a date without quotes", "a text in quotes"),
        ("EXAMPLE", "7", "a number", "a text in quotes"),
        ("EXAMPLE", '["EXAMPLE"]', "a list", "a text in quotes"),
        ("Nowhere-on-Sea", "true", "true or false", "a text in quotes"),
    ],
)
def test_a_value_without_quotes_is_named_by_its_kind(old, new, found, allowed):
    octets = written("ccf-request").replace(f'"{old}"'.encode(), (new or old).encode(), 1)

    assert (found, allowed) in [said[1:] for said in problems(octets).values()]


def test_a_list_takes_texts_only():
    octets = written("ccf-request").replace(b'["RU"]', b'["RU", 7]')

    assert problems(octets)["identity.nationalities"][2] == "a list of texts in quotes"


def test_one_text_will_do_for_a_list():
    octets = written("ccf-request").replace(b'["RU"]', b'"RU"')

    assert read_answers(octets, file="answers.toml").values["nationalities"] == ("RU",)


def test_what_depends_on_another_answer_is_asked_for_only_then():
    changes = dict.fromkeys(("representative_name", "power_of_attorney"))

    assert problems(written("ccf-request", **changes)).keys() == {
        "representative.representative_name",
        "representative.power_of_attorney",
    }
    assert answers("ccf-request", filed_by="self", **changes).one("representative_name") == ""


def test_a_request_for_deletion_needs_one_argument_and_says_why():
    arguments = [field for field in ANSWERS["ccf-request"] if field.startswith("argument_")]
    octets = written("ccf-request", **dict.fromkeys(arguments))

    with pytest.raises(RejectedRows) as rejected:
        read_answers(octets, file="answers.toml", language="ru")
    (problem,) = rejected.value.problems

    assert ", ".join(arguments) in problem.allowed
    assert problem.hint.startswith("Комиссия решает только")
    assert answers("ccf-request", purpose="access", **dict.fromkeys(arguments)).values


@pytest.mark.parametrize(
    ("octets", "column", "found"),
    [
        (b"", "form", "nothing"),
        (b'form = "Ilya Example"', "form", "something else"),
        (b'form = "referral"', "version", "nothing"),
        (b'form = "referral"\nversion = 7', "version", "something else"),
        (b"form = \xff", "", "other octets"),
        (b'form = "referral"\n\nversion = Ilya', "", "what is not TOML"),
    ],
)
def test_a_file_that_is_no_form_is_told_so(octets, column, found):
    assert problems(octets)[column][1] == found


def test_what_is_not_toml_is_pointed_at():
    assert problems(b'form = "referral"\n\nversion = Ilya')[""][0] == 3
    # So deep that the reader gives up without naming a line.
    assert problems(b"form = " + b"[" * 5000)[""][:2] == (0, "what is not TOML")


def test_a_form_of_a_retired_version_is_refused_with_the_reason():
    octets = written("ccf-request").replace(b'"2026-03"', b'"2019-11"')

    with pytest.raises(Refusal, match=r"until 26 March 2026.*--form ccf-request"):
        read_answers(octets, file="answers.toml")


def test_a_strange_key_is_named_by_its_line_and_not_by_what_it_is():
    octets = written("referral") + b'\n"Ilya Example" = "x"\nmother = "y"\n[neighbour]\nname = "z"'
    octets = octets.replace(b"[needs]", b"[needs]\nIlya = 1")

    with pytest.raises(RejectedRows) as rejected:
        read_answers(octets, file="answers.toml")
    strange = rejected.value.problems
    lines = octets.decode().splitlines()

    assert [lines[problem.row - 1] for problem in strange] == [
        "Ilya = 1",
        '"Ilya Example" = "x"',
        'mother = "y"',
        "[neighbour]",
    ]
    assert "Ilya" not in "".join(map(str, strange))


@pytest.mark.parametrize("document", templates())
def test_an_empty_form_lacks_what_it_asks_for_and_nothing_else(document):
    form = template(document).form
    required = {f"{one.group}.{one.id}" for one in form.fields.values() if one.is_required}

    if required:
        assert problems(empty_form(template(document)).encode()).keys() == required


def test_a_group_that_is_no_table_is_named():
    octets = b'form = "evidence-bundle"\nversion = "2026-11"\nstates = "RU and KZ"'

    assert problems(octets)["states"] == (3, "no table", "a table [states]")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_message_and_no_representation_repeats_an_answer(drawn):
    """Safety: an answer never stands in a message, a log or a representation."""
    document = drawn.draw(st.sampled_from(sorted(ANSWERS)))
    secret = "Zq" + drawn.draw(st.text("qwxz", min_size=6, max_size=12))
    field = drawn.draw(st.sampled_from(sorted(template(document).form.fields)))
    octets = written(document, **{field: secret})

    try:
        told = repr(read_answers(octets, file="answers.toml"))
    except RejectedRows as rejected:
        told = f"{rejected}{rejected.problems}{rejected.__cause__}{rejected.__context__}"

    assert secret not in told


def test_answers_within_some_groups_hold_no_others():
    kept = answers("referral").within(frozenset({"needs"}))
    groups = {kept.template.form.fields[field].group for field in kept.values}

    assert groups == {"consent", "referral", "needs"}
