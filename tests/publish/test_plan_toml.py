"""A plan is written and read back the same, and whatever else is in the file is named.

It depends on `releases` and `corpora` beside it; every person, state and number is invented.
What else must hold is one more test here.
"""

import pytest

from safeconduct.errors import Refusal, RejectedRows
from safeconduct.publish.plan_toml import as_toml, begun, read_plan
from tests.publish.corpora import plan, planned

WHOLE = plan(
    planned("host", "year", since="2021", where=(("origin", "BV"),)),
    planned(identifier="whole", since="2021", where=(("origin", "BV"),)),
    kind="correction",
    concerns="0" * 64,
    reason=(("en", 'A "slip".'),),
    list_rule="two-public-voices",
    listed=("i1",),
    earlier=("../release-first",),
    never="names.txt",
    first_release=False,
)
NEEDED = 'id = "a"\ntitle = { en = "T" }\npublisher = "P"\nlicence = "L"\n'
NEEDED += f'made_on = "2024-09-30"\nseal = "{"0" * 64}"\n'


def read(tmp_path, text):
    path = tmp_path / "plan.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_plan(path)


def problems(tmp_path, text):
    with pytest.raises(RejectedRows) as refused:
        read(tmp_path, text)
    return [(problem.column, problem.found) for problem in refused.value.problems]


def test_a_plan_is_read_back_as_it_was_written(tmp_path):
    assert read(tmp_path, as_toml(WHOLE)) == WHOLE


def test_a_plan_that_the_tool_begins_is_one_and_lists_nobody(tmp_path):
    """Safety: that a case was in the press is no consent to be listed."""
    first = begun(publisher="Lantern", licence="", made_on="2024-09-30", approvable=("i1",))
    bare = begun(publisher="", licence="CC0-1.0", made_on="2024-09-30")

    assert read(tmp_path, as_toml(first)) == first
    assert (first.candidates, first.listed) == (("i1",), ())
    assert first.list_rule == "two-public-voices"
    assert (bare.list_rule, bare.licence) == ("none", "CC0-1.0")
    assert first.seal != bare.seal


def test_a_begun_plan_leaves_it_to_its_owner_to_name_the_earlier_releases():
    text = as_toml(begun(publisher="Lantern", licence="", made_on="2024-09-30"))

    assert "\nearlier" not in text
    assert "\nfirst_release" not in text
    assert "first_release = true\n" in as_toml(plan(first_release=True))


def test_what_is_left_out_has_its_default(tmp_path):
    assert read(tmp_path, NEEDED).protection == "round-5"


@pytest.mark.parametrize("text", [b"\xff", "id = ", "id = 1\nid = 2"])
def test_what_is_no_toml_is_refused(tmp_path, text):
    assert problems(tmp_path, text) == [("", "no TOML in UTF-8")]


def test_every_key_that_is_wrong_is_named_at_once(tmp_path):
    text = 'id = 1\nlanguages = ["en", 2]\ntitle = "T"\nextra = 1\nreason = { en = 1 }\n'
    text += '[[tables]]\nid = "t"\nlabels = 3\n[[tables]]\nscheme = "aaad"\nid = "u"\n'
    text += "[tables.labels]\nhost = [1]\n"
    found = [column for column, _ in problems(tmp_path, text)]

    assert sorted(found) == sorted(
        [
            *("id", "languages", "title", "extra", "reason"),
            *("publisher", "licence", "made_on", "seal"),
            *("tables[1].scheme", "tables[1].labels", "tables[2].labels"),
        ]
    )


@pytest.mark.parametrize("tables", ["tables = 3\n", "tables = [3]\n"])
def test_tables_that_are_none_are_named(tmp_path, tables):
    assert problems(tmp_path, NEEDED + tables) == [("tables", "no list of tables")]


def test_what_a_plan_itself_refuses_is_named_with_its_file(tmp_path):
    text = NEEDED + '[[tables]]\nid = "t"\nscheme = "nobody"\n'

    assert problems(tmp_path, NEEDED.replace("2024-09-30", "soon"))[0][0] == "made_on"
    assert problems(tmp_path, text)[0][0] == "scheme"


def test_a_plan_that_asks_for_what_may_not_leave_is_a_refusal(tmp_path):
    text = NEEDED + '[[tables]]\nid = "t"\nscheme = "aaad"\nby = ["setting"]\n'

    with pytest.raises(Refusal):
        read(tmp_path, text + '[tables.labels]\nsetting = ["prison"]\n')


def test_every_label_that_is_no_category_is_told_by_its_place(tmp_path):
    text = NEEDED + '[[tables]]\nid = "public-list"\nscheme = "aaad"\nby = ["host", "year"]\n'
    text += '[tables.labels]\nhost = ["KZ", "Germany"]\nyear = ["24"]\n'

    assert problems(tmp_path, text) == [
        ("tables[1].id", "the name of the public list"),
        ("tables[1].labels.host[2]", "a label that is no host"),
        ("tables[1].labels.year[1]", "a label that is no year"),
    ]
