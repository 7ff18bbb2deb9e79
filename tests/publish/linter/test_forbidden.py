"""A line of a never-file is what it looks like, and one that cannot be searched for is refused.

It depends on lines with invented values.
A further look is one more line of the parameters.
"""

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.publish.linter import forbidden as kinds
from safeconduct.publish.linter.forbidden import of_never_file
from safeconduct.publish.linter.matching import Index
from safeconduct.publish.linter.search import lint


def read(*lines: str):
    return of_never_file("\n".join(lines).encode(), file="never.txt")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ahmet", kinds.NAME),
        ("王小明", kinds.NAME),
        ("1984-05-12", kinds.DAY),
        ("12 мая 1984 г", kinds.DAY),
        ("May 1984", kinds.MONTH),
        ("05.1984", kinds.MONTH),
        ("one@two.invalid", kinds.CLOSED),
        ("https://two.invalid/one", kinds.CLOSED),
        ("+7 (916) 123-45-67", kinds.DIGITS),
        ('"Anna May"', kinds.TOGETHER),
        ("«Анна»", kinds.TOGETHER),
        ("flat 12", kinds.TOGETHER),
        ("one of the seven people of the house", kinds.TOGETHER),
    ],
)
def test_a_line_is_what_it_looks_like(text, kind):
    assert {each.kind for each in read(text)} == {kind}


@pytest.mark.parametrize("text", ["Li", "12", "1984", "a@b", '"ab"', "??", "x 1"])
def test_a_line_that_is_too_short_is_refused_at_its_row(text):
    with pytest.raises(RejectedRows) as caught:
        read("# first", "Ahmet", text)

    (problem,) = caught.value.problems
    assert problem.row == 3
    assert text not in str(problem.found)


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(RejectedRows):
        of_never_file(b"\xff\xfe\xfa", file="never.txt")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in May 1984", True),
        ("1984-05", True),
        ("05/1984", True),
        ("1984-05-12", False),
        ("12.05.1984", False),
        ("12 May 1984", False),
        ("13/1984", False),
        ("1984", False),
    ],
)
def test_a_month_is_found_where_it_stands_alone(text, found):
    assert bool(lint({"a.md": text.encode()}, read("May 1984"))) == found


def test_a_day_of_two_number_words_is_found():
    assert lint({"a.md": b"on the twenty first of May 1984"}, read("21.05.1984"))


def test_words_between_marks_count_together_only():
    never = read('"Anna May"')

    assert lint({"a.md": "Анна Май".encode()}, never)
    assert not lint({"a.md": b"Anna, in May"}, never)


def test_a_longer_text_is_known_again_by_a_part_of_it():
    text = "They were told at the border that nobody of that name had ever crossed it"
    never = tuple(kinds.together(text, origin="statements.says"))

    assert lint({"a.md": b"She said they were told at the border that nobody knew."}, never)
    assert not lint({"a.md": b"They were told at the river."}, never)


def test_a_name_of_hardly_any_sound_is_found_as_it_stands():
    never = read("ььь ъъъ", "მარი", "Lee")

    assert {hit.origin for hit in lint({"a.md": "მარი, ььь, Ли, LEE".encode()}, never)} == {
        "never.txt, line 1",
        "never.txt, line 2",
        "never.txt, line 3",
    }


def test_an_id_is_found_as_it_is_and_not_within_another():
    never = tuple(kinds.exact("Inc-0012", origin="incidents.id"))

    assert lint({"a.md": b"see INC-0012."}, never)
    assert not lint({"a.md": b"see inc-0012-b or xinc-0012"}, never)
    assert not tuple(kinds.exact("I09", origin="incidents.id"))


def test_nothing_forbidden_shows_itself():
    never = read("Ahmet Yılmaz", "12.05.1984")

    assert "hmet" not in repr(never)
    assert "1984" not in repr(never)
    assert "ahmet" not in repr(Index.of(never))
