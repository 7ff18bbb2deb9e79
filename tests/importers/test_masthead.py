"""The masthead is read from TOML and from a sheet, and every setting that is wrong is named.

It depends on the reading of mastheads only.
A further setting is read without a change; what it admits is tested with its column.
"""

import pytest

from safeconduct.errors import Problem
from safeconduct.importers.masthead import from_rows, from_toml
from safeconduct.record.corpus import Masthead

GOOD = 'title = "Returns"\nlanguage = "en"\nvocabulary = "1"\n'
HEADER = (1, ["setting", "value", "other_name"])
FULL = Masthead(
    title="Returns",
    publisher="Gull",
    as_of="2024-05",
    aliases={"Daily Gull": "Gull", "DG": "Gull"},
    ignored_columns=("my_colour",),
)


def toml(text):
    return from_toml(text.encode(), "corpus.toml")


def sheet(*lines):
    numbered = [(number, list(line)) for number, line in enumerate(lines, start=2)]
    return from_rows([HEADER, *numbered], "book.xlsx/corpus")


def spots(problems):
    return [(problem.row, problem.column) for problem in problems]


def test_toml_holds_settings_aliases_and_ignored_columns():
    masthead, problems = toml(
        GOOD + 'publisher = "Gull"\nas_of = "2024-05"\nignored_columns = ["my_colour"]\n'
        '[aliases]\n"Gull" = ["Daily Gull", "DG"]\n'
    )

    assert (masthead, problems) == (FULL, [])


def test_a_sheet_holds_the_same():
    masthead, problems = sheet(
        ("title", "Returns", ""),
        ("publisher", "Gull", ""),
        ("language", "en", ""),
        ("as_of", "2024-05", ""),
        ("vocabulary", "1", ""),
        ("alias", "Gull", "Daily Gull"),
        ("alias", "Gull", "DG"),
        ("ignored_column", "my_colour", ""),
    )

    assert (masthead, problems) == (FULL, [])


def test_a_day_and_a_whole_number_mean_what_they_look_like():
    masthead, problems = toml('title = "R"\nlanguage = "en"\nvocabulary = 1\nas_of = 2024-05-03\n')

    assert (masthead.vocabulary, masthead.as_of, problems) == ("1", "2024-05-03", [])


def test_a_byte_order_mark_at_the_beginning_is_none_of_the_text():
    assert from_toml(b"\xef\xbb\xbf" + GOOD.encode(), "corpus.toml")[1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('title = "R"\nlanguage = "en"\n', [(0, "vocabulary")]),
        ("", [(0, "title"), (0, "language"), (0, "vocabulary")]),
        (GOOD + 'as_of = "May"\n', [(4, "as_of")]),
        (GOOD + "as_of = 2024-05-03T10:00:00\n", [(4, "as_of")]),
        (GOOD + "publisher = true\n", [(4, "publisher")]),
        (GOOD + "publisher = 1.5\n", [(4, "publisher")]),
        (GOOD + 'publisher = "=SUM(A1)"\n', [(4, "publisher")]),
        (GOOD + "publisher = ['Gull']\n", [(4, "publisher")]),
        (GOOD + 'colour = "red"\n', [(4, "")]),
        (GOOD.replace('"1"', '"2"'), [(0, "vocabulary")]),
        (GOOD + "ignored_columns = ['a', 7]\n", []),
        (GOOD + "ignored_columns = 'a'\n", []),
        (GOOD + "ignored_columns = ['']\n", [(4, "ignored_columns")]),
        (GOOD + "ignored_columns = ['kind']\n", [(0, "ignored_columns")]),
        (GOOD + "aliases = 'Gull'\n", [(4, "aliases")]),
        (GOOD + "[aliases]\nGull = 'DG'\n", [(4, "aliases")]),
        (GOOD + "[aliases]\nGull = ['']\n", [(4, "aliases")]),
        (GOOD + "[aliases]\nGull = ['DG']\nTern = ['DG']\n", [(4, "aliases")]),
        (GOOD + "[aliases]\nGull = ['DG', 'DG']\n", []),
        (GOOD + "[aliases]\nGull = ['DG']\nDG = ['G']\n", [(0, "aliases")]),
        ("title = \n", [(1, "")]),
        ('title = "R"\ntitle = "S"\n', [(2, "")]),
        ('"title\\u0020x" = 1\n' + GOOD, [(0, "")]),
    ],
)
def test_what_is_wrong_is_named_by_line_and_key(text, expected):
    _, problems = toml(text)

    assert spots(problems) == expected


def test_toml_that_ends_too_early_is_named():
    _, problems = toml('title = "Returns')

    assert [problem.found for problem in problems] == ["what is not TOML"]


def test_another_encoding_is_named_by_row_and_byte():
    _, problems = from_toml(b'language = "ru"\ntitle = "\xc3\xf0"\n', "corpus.toml")

    assert (problems[0].row, problems[0].found) == (2, "the byte 0xC3, which is not UTF-8")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (("title", "S", ""), [(5, "title")]),
        (("colour", "red", ""), [(5, "setting")]),
        (("", "red", ""), [(5, "setting")]),
        (("alias", "Gull", ""), [(5, "aliases")]),
        (("publisher", "=1", ""), [(5, "value")]),
        (("as_of", "May", ""), [(5, "as_of")]),
        (("alias", "Gull", "=DG"), [(5, "other_name")]),
    ],
)
def test_a_line_of_a_sheet_that_is_wrong_is_named_by_row(line, expected):
    _, problems = sheet(("title", "R", ""), ("language", "en", ""), ("vocabulary", "1", ""), line)

    assert spots(problems) == expected


def test_a_setting_that_was_refused_is_not_missing_as_well():
    _, problems = sheet(("title", "=1", ""), ("language", "en", ""), ("vocabulary", "1", ""))

    assert spots(problems) == [(2, "value")]


def test_a_sheet_without_a_header_says_only_that():
    _, problems = from_rows([(1, ["title", "Returns"])], "book.xlsx/corpus")

    assert spots(problems) == [(1, "")]


def test_no_message_repeats_a_value():
    _, problems = toml(GOOD + 'publisher = "=Anna"\n[aliases]\nGull = ["-Anna"]\n')

    assert "Anna" not in " ".join(map(str, problems))
    assert all(isinstance(problem, Problem) for problem in problems)
