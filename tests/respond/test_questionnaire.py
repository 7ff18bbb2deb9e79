"""The form asks every question, reads back what a person answered, and repeats no content.

It depends on the questionnaire and on the indicators that ship.
A new way to fill a form in wrongly is a new line in `WRONG`.
"""

import tomllib

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.respond.indicator import indicators
from safeconduct.respond.questionnaire import ALLOWED, WIDTH, empty_form, read_form
from safeconduct.respond.recognise import FOR_WORKERS, Answer

# What stands in the file; the line, place and finding of its problem.
WRONG = [
    ("followed = true", (1, "followed", "an answer without quotes")),
    ('\nfollowed = "maybe Anna"', (2, "followed", "another word")),
    ('anna = "yes"', (1, "", "a question that the form does not have")),
    ("[wanted]\nby = 1", (1, "wanted", "an answer without quotes")),
    ('"followed"  = 5', (1, "followed", "an answer without quotes")),
    (
        'wan\\u0074ed = "yes"',
        (1, "", "a line that is not a question, =, and an answer in straight quotes"),
    ),
    ('"wan\\u0074ed" = "perhaps"', (0, "wanted", "another word")),
    (
        'attacked = "no"\nfollowed = “yes”',
        (2, "", "a line that is not a question, =, and an answer in straight quotes"),
    ),
]


def problems_of(content):
    with pytest.raises(RejectedRows) as refused:
        read_form(content, name="answers.toml")
    return refused.value.problems


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("for_worker", [False, True])
def test_an_empty_form_asks_every_question_once_and_answers_none(language, for_worker):
    form = empty_form(language, for_worker=for_worker)

    assert tomllib.loads(form) == dict.fromkeys(indicators(), "")
    assert list(tomllib.loads(form)) == list(indicators())
    assert read_form(form.encode(), name="form") == {}
    assert max(map(len, form.splitlines())) <= WIDTH


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_form_speaks_to_the_person_or_to_the_worker(language):
    flat = " ".join(empty_form(language).replace("#", "").split())
    for_worker = " ".join(empty_form(language, for_worker=True).replace("#", "").split())

    for each in indicators().values():
        assert each.ask[language] in flat
        assert each.ask_worker[language] in for_worker
    assert all(text[language] in for_worker for text in FOR_WORKERS)
    assert not any(text[language] in flat for text in FOR_WORKERS)


def test_another_language_gets_the_english_form():
    assert empty_form("de") == empty_form("en")
    assert empty_form("ru-RU") == empty_form("ru")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yes", Answer.YES),
        ("YES ", Answer.YES),
        ("да", Answer.YES),
        ("no", Answer.NO),
        ("Нет", Answer.NO),
        ("not  sure", Answer.NOT_SURE),
        ("не знаю", Answer.NOT_SURE),
        ("не уверена", Answer.NOT_SURE),
    ],
)
def test_an_answer_is_read_in_either_language(text, answer):
    form = empty_form("ru").replace('followed = ""', f'followed = "{text}"')

    assert read_form(form.encode(), name="form") == {"followed": answer}


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_the_habits_of_an_editor_are_no_problem(mark):
    content = mark + b'followed = "yes"\r\n\r\nwanted = ""\r\n'

    assert read_form(content, name="form") == {"followed": Answer.YES}


@pytest.mark.parametrize(("text", "problem"), WRONG)
def test_a_problem_is_told_with_its_line(text, problem):
    (found,) = problems_of(text.encode())

    assert (found.row, found.column, found.found) == problem
    assert found.file == "answers.toml"


def test_all_problems_are_told_at_once_and_what_is_allowed():
    found = problems_of(b'followed = 1\nwanted = "later"\nattacked = "yes"\nanna = "no"\n')

    assert [each.row for each in found] == [1, 2, 4]
    assert [each.allowed for each in found] == [ALLOWED, ALLOWED, "the questions of the form"]


def test_what_stands_in_a_form_is_never_repeated():
    for text, _ in WRONG:
        told = " ".join(map(str, problems_of(text.encode()))).casefold()

        assert "anna" not in told
        assert "maybe" not in told


def test_a_form_that_is_no_text_is_told():
    (found,) = problems_of(b'followed = "\xff"')

    assert found.found == "text that is not UTF-8"


def test_brackets_without_end_are_told_like_any_other_fault():
    (found,) = problems_of(b"a = " + b"[" * 100_000)

    assert found.row in {0, 1}
