"""What every error carries: the message, the hint behind it, and what it concerns as attributes.

It depends on `safeconduct.errors` only; `tests/house/test_errors_tree.py` walks the whole tree.
A new error is tried here with what it alone carries.
"""

import pytest

from safeconduct.errors import (
    BrokenIntegrity,
    InvalidCaptures,
    InvalidInput,
    InvalidQuery,
    InvalidRecord,
    InvalidSetting,
    InvalidVocabulary,
    NotFound,
    Problem,
    Refusal,
    RejectedRows,
    SafeconductError,
    Unavailable,
)

PROBLEM = Problem(file="sources.csv", row=3, column="kind", found="nothing", allowed="a term")


def test_an_error_says_its_message_and_then_its_hint():
    error = SafeconductError("It stopped.", hint="Start it again.")

    assert (str(error), error.message, error.hint) == (
        "It stopped. Start it again.",
        "It stopped.",
        "Start it again.",
    )


def test_an_error_without_a_hint_ends_with_its_message():
    assert str(SafeconductError("It stopped.")) == "It stopped."


def test_an_invalid_record_names_every_field_with_its_problem():
    error = InvalidRecord("source", [("id", "is empty"), ("kind", "is not a term")], hint="Look.")

    assert error.problems == (("id", "is empty"), ("kind", "is not a term"))
    assert error.record == "source"
    assert str(error) == "This source cannot be built: id: is empty; kind: is not a term. Look."


def test_an_invalid_vocabulary_names_the_file_and_every_key():
    error = InvalidVocabulary("modes/hums.toml", [("label", "is missing")])

    assert (error.file, error.problems) == ("modes/hums.toml", (("label", "is missing"),))
    assert str(error) == "modes/hums.toml is not a usable vocabulary file: label: is missing."


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ({}, "sources.csv, row 3, column kind"),
        ({"column": ""}, "sources.csv, row 3"),
        ({"row": 0}, "sources.csv, column kind"),
        ({"row": 0, "column": ""}, "sources.csv"),
    ],
)
def test_a_problem_says_where_it_is_as_far_as_that_applies(place, where):
    cells = {"file": "sources.csv", "row": 3, "column": "kind", "found": "", "allowed": ""}

    assert Problem(**{**cells, **place}).where == where


def test_a_problem_says_what_was_found_and_what_is_allowed():
    assert str(PROBLEM) == "sources.csv, row 3, column kind: found nothing; allowed: a term."


@pytest.mark.parametrize(("problems", "number"), [([PROBLEM], "1 problem"), ([], "0 problems")])
def test_rejected_rows_count_their_problems(problems, number):
    error = RejectedRows("my-corpus", problems)

    assert error.message == f"my-corpus was not taken in: {number}."
    assert error.problems == tuple(problems)
    assert error.source == "my-corpus"
    assert error.hint.endswith("nothing was written.")


def test_rejected_rows_may_carry_a_hint_of_their_own():
    assert RejectedRows("my-corpus", [PROBLEM], hint="Save it again.").hint == "Save it again."


def test_an_invalid_setting_names_the_setting_and_what_it_admits():
    error = InvalidSetting("language", "en or ru")

    assert error.setting == "language"
    assert str(error) == "The setting language is not usable; allowed: en or ru."


def test_an_invalid_query_names_every_part_of_the_question():
    error = InvalidQuery([("by", "is no field"), ("scheme", "does not exist")])

    assert error.problems == (("by", "is no field"), ("scheme", "does not exist"))
    assert "by: is no field; scheme: does not exist" in str(error)


def test_what_is_not_found_is_named_by_kind_and_id():
    error = NotFound("term", "hums", hint="Did you mean hints?")

    assert (error.kind, error.identifier) == ("term", "hums")
    assert str(error) == "No term has the id 'hums'. Did you mean hints?"


def test_a_refusal_names_its_rule_and_its_remedy():
    refusal = Refusal("publishing a name", rule="consent", remedy="Ask the person.")

    assert (refusal.asked, refusal.rule, refusal.remedy) == (
        "publishing a name",
        "consent",
        "Ask the person.",
    )
    assert str(refusal) == "Declined: publishing a name. Rule: consent. Ask the person."


def test_broken_integrity_and_what_is_unavailable_name_the_thing():
    assert str(BrokenIntegrity("The digest")) == "The digest is not what was stored."
    assert BrokenIntegrity("The digest").what == "The digest"
    assert str(Unavailable("The folder")) == "The folder is not available."
    assert Unavailable("The folder").what == "The folder"


@pytest.mark.parametrize(
    ("error", "builtin"), [(InvalidInput("No."), ValueError), (NotFound("term", "x"), LookupError)]
)
def test_errors_are_caught_as_what_python_calls_them_too(error, builtin):
    with pytest.raises(builtin):
        raise error


def test_an_unusable_table_of_captures_names_everything_and_says_what_to_give():
    error = InvalidCaptures([("A", "holds a 2"), ("count", "is negative")])

    assert error.problems == (("A", "holds a 2"), ("count", "is negative"))
    assert str(error).startswith("This table of capture histories cannot be used: A: holds a 2; ")
    assert error.hint.startswith("Give one column of 0 and 1 for each list")
    assert InvalidCaptures([], hint="Count again.").hint == "Count again."
