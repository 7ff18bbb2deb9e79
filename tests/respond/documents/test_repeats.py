"""What is withheld is found where a text that is passed on says it again.

It depends on the referral that ships and on a form filled in for an invented person.
A further way of repeating an answer is one more line of a table.
"""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.link import equivalents
from safeconduct.respond.documents.repeats import repeats
from safeconduct.respond.documents.template import template
from tests.respond.documents.filled import answers

GIVEN = sorted(
    {
        word.title()
        for words in equivalents.spellings().values()
        for word in words
        if len(word) > 2 and word.isalpha()
    }
    | {"Georgia", "Jordan", "Chad", "Israel", "June", "April", "May", "Martin", "Vincent"}
)
AGREED = ["what-happened", "needs"]


def found_in(**changes):
    given = answers("referral", agreed_groups=AGREED, **changes)
    return pairs(given, AGREED)


def pairs(given, agreed):
    permitted = given.within(frozenset(agreed)).values
    kept = set(given.values) - set(permitted)
    return {(one.id, other.id) for one, other in repeats(given, kept=kept, passed=permitted)}


def test_an_ordinary_form_repeats_nothing():
    assert found_in() == set()


@pytest.mark.parametrize(
    ("field", "kept", "text"),
    [
        ("full_name", "Ilya Petrov", "They shouted PETROV at me."),
        ("full_name", "Ilya Petrov", "Позвали Илью."),
        ("full_name", "Li Wo", "A letter to li wo came."),
        ("born_on", "1931-07-19", "Born 19.7.1931 at home."),
        ("born_on", "1931-07", "Born in July 1931."),
        ("born_on", "1931-07-19", "I was born in 1931."),
        ("channel", "+7 701 123-45-67", "My number is 8(701)1234567."),
        ("channel", "Write to ilya.p@mail.invented", "ILYA.P @ mail.invented answers."),
        ("channel", "Threema AB12CD34", "In Threema I am ab12cd34."),
        ("channel", "t.me/ilya_p", "It stands on T.me / ilya-p now."),
        ("not_this_way", "12 Long Street, flat 4", "They stood at 12, Long-Street (flat 4)."),
        ("activity", "Teaches the theremin.", "One who teaches: the THEREMIN!"),
        ("activity", "Juggler", "They knew that I am a juggler."),
        ("papers", ["Passport 71 1234567"], "They read out 711234567."),
        ("papers_kept", "A box lies at the house of a friend", "It lies at the house of one."),
        ("travels_with", "Two adults and a parrot", "With me: two adults and a parrot."),
    ],
)
def test_a_withheld_answer_is_found_in_a_passed_text(field, kept, text):
    assert (field, "account") in found_in(**{field: kept}, account=text)
    assert (field, "needs_in_words") in found_in(**{field: kept}, needs_in_words=text)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("limits", ["No contact with the police", "Do not tell ILYA."]),
        ("own_reference", "ilya-17"),
        ("reply_to", "ilya@desk.invented"),
    ],
)
def test_what_holds_nothing_of_the_person_and_lists_are_searched_too(field, text):
    assert ("full_name", field) in found_in(**{field: text})


@pytest.mark.parametrize(
    ("field", "kept", "text"),
    [
        ("nationalities", ["RU"], "Russia asked for me, RU."),
        ("lives_in", "KZ", "I live in Kazakhstan."),
        ("languages", ["Russian"], "A Russian officer called."),
        ("full_name", "Li Wo", "He is at li."),
        ("born_on", "1931-07-19", "On 20 July somebody called."),
        ("channel", "+7 701 123-45-67", "At 12.34 and again at 45-67."),
        ("activity", "It", "It was dark."),
    ],
)
def test_picked_answers_common_words_and_chance_are_no_repeats(field, kept, text):
    assert (field, "account") not in found_in(**{field: kept}, account=text)


@pytest.mark.parametrize(
    "text", ["." * 20_000, "a" * 20_000, "1 of may " * 4_000, "9 8 7-" * 4_000, "x.y/" * 5_000]
)
def test_a_long_text_of_any_kind_is_read_in_no_time(text):
    """Safety: whoever waits too long for a check leaves it out."""
    begun = process_time()

    found_in(channel=text, account=f"{text} end")

    assert process_time() - begun < 10


def test_the_year_of_an_act_is_not_told_by_itself():
    year = answers("referral", happened_on="1947-03-02", needs_in_words="As in 1947.")
    day = answers("referral", happened_on="1947-03-02", needs_in_words="As on 2 March.")

    assert pairs(year, ["needs"]) == set()
    assert pairs(day, ["needs"]) == {("happened_on", "needs_in_words")}


def test_a_field_without_an_answer_repeats_nothing():
    given = answers("referral", full_name=None, account=None)

    assert repeats(given, kept=["full_name", "channel"], passed=["account", "limits"]) == ()


def test_every_written_field_of_a_person_that_tells_by_parts_is_marked_so():
    fields = template("referral").form.fields.values()

    assert [each.id for each in fields if each.tells_by_parts] == ["full_name", "born_on"]
    assert [each.id for each in fields if each.is_common] == ["languages"]


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(GIVEN), kin=st.sampled_from(["My aunt {}, 61", "Брат: {}", "{}"]))
def test_a_relative_planted_in_withheld_free_text_is_found_in_what_is_passed_on(name, kin):
    for field in ("relatives_at_risk", "travels_with", "papers_kept"):
        changed = found_in(**{field: kin.format(name)}, account=f"They took {name} away.")

        assert (field, "account") in changed


@pytest.mark.parametrize(("is_read", "is_found"), [(False, True), (True, False)])
def test_an_ordinary_word_of_a_name_may_stand_only_where_the_texts_were_read(is_read, is_found):
    asked = answers("referral", agreed_groups=AGREED, full_name="Ilya Long", account="A long way.")
    kept, passed = ["full_name"], ["account"]
    found = repeats(asked, kept=kept, passed=passed, may_be_said=["long"], is_read=is_read)

    assert bool(found) == is_found


@pytest.mark.parametrize("text", ["Long Ilya came.", "Ilya came.", "Ilya Long came."])
def test_the_other_words_of_a_name_are_looked_for_all_the_same(text):
    asked = answers("referral", agreed_groups=AGREED, full_name="Ilya Long", account=text)

    assert repeats(
        asked, kept=["full_name"], passed=["account"], may_be_said=["long"], is_read=True
    )


def test_the_only_word_of_a_name_may_never_stand():
    asked = answers("referral", agreed_groups=AGREED, full_name="Long", account="A long way.")

    assert repeats(
        asked, kept=["full_name"], passed=["account"], may_be_said=["long"], is_read=True
    )
