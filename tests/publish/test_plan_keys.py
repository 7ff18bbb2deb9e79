"""Every key of a plan is explained in both languages, and what the page shows is what is read.

It depends on the reading of plans and on the written page.
A further key is held to this by itself.
"""

import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.publish.plan import Plan, PlannedTable
from safeconduct.publish.plan_keys import PLAN_KEYS, TABLE_KEYS
from safeconduct.publish.plan_toml import as_toml, begun, read_plan
from safeconduct.vocabulary import LANGUAGES
from tools.pages.plan import page

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "plan.md"


def test_the_page_is_what_the_program_reads():
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_field_of_a_plan_is_a_key_and_every_key_is_one():
    assert {key.name for key in PLAN_KEYS} == {each.name for each in fields(Plan)} - {"tables"}
    asked = {"scheme", "by", "since", "until", "where"}
    named = {each.name for each in fields(PlannedTable)} - {"question"}
    assert {key.name for key in TABLE_KEYS} == named | asked


@pytest.mark.parametrize("key", [*PLAN_KEYS, *TABLE_KEYS], ids=lambda key: key.name)
def test_a_key_is_explained_with_an_example_that_reads(key):
    assert set(key.meaning) == set(LANGUAGES)
    assert list(tomllib.loads(key.example)) == [key.name]
    assert key.needed != bool(key.default)


def test_the_examples_of_the_page_make_a_plan(tmp_path):
    left_out = {"first_release", "concerns", "reason"}
    lines = [key.example for key in PLAN_KEYS if key.name not in left_out]
    path = tmp_path / "plan.toml"
    path.write_text("\n".join([*lines, "[[tables]]", *(key.example for key in TABLE_KEYS)]))

    assert read_plan(path).tables[0].id == "by-year"


def test_a_plan_without_what_it_needs_is_refused_with_all_of_it(tmp_path):
    (tmp_path / "plan.toml").write_text("")

    with pytest.raises(RejectedRows) as refused:
        read_plan(tmp_path / "plan.toml")

    named = {problem.column for problem in refused.value.problems}
    assert named == {key.name for key in PLAN_KEYS if key.needed}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_begun_plan_is_commented_in_the_language_of_its_reader(tmp_path, language):
    plan = begun(publisher="Lantern", licence="", made_on="2024-09-30")
    text = as_toml(plan, language)
    (tmp_path / "plan.toml").write_text(text)

    assert all(f"# {key.told(language)}\n" in text for key in TABLE_KEYS)
    assert read_plan(tmp_path / "plan.toml") == plan
