"""A preview names ids and columns, and an import updates by id and deletes nothing.

It depends on the preview and on the invented example.
What holds for any two corpora is tested in `test_round_trips`; here are the single cases.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import InvalidRecord
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers.preview import Change, merged, preview
from safeconduct.record.corpus import Corpus, Masthead

NOW = example_corpus()


def with_masthead(**settings):
    return replace(NOW, masthead=Masthead(**{"title": "Invented example", **settings}))


def table(told, name):
    return next(table for table in told.tables if table.table == name)


def changed():
    """The example with one label changed, one incident added, and everything else absent."""
    first, _ = NOW.incidents.values()
    return Corpus.of(
        masthead=NOW.masthead,
        incidents=[
            replace(first, label="Two activists taken aboard", note="second report"),
            replace(first, id="abduction-2"),
        ],
    )


def test_a_table_is_told_by_ids_and_columns():
    told = table(preview(NOW, changed()), "incidents")

    assert told.added == ("abduction-2",)
    assert told.changed == (Change(id="abduction-1", columns=("label", "note")),)
    assert (told.unchanged, told.only_in_current) == ((), ("refusal-1",))


def test_what_does_not_come_in_stays():
    after = merged(NOW, changed())

    assert list(after.incidents) == ["abduction-1", "refusal-1", "abduction-2"]
    assert after.incidents["abduction-1"].label == "Two activists taken aboard"
    assert after.sources == NOW.sources


def test_a_preview_holds_no_text_of_a_cell():
    """Safety: a preview may be logged or sent, and a label may name a person."""
    assert "aboard" not in repr(preview(NOW, changed()))


def test_the_same_changes_nothing():
    told = preview(NOW, NOW)

    assert not told.changes_anything
    assert table(told, "sources").unchanged == tuple(NOW.sources)


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        ({"title": "Another"}, ("title",)),
        ({"publisher": "Gull", "as_of": "2024"}, ("publisher", "as_of")),
        ({"aliases": {"DG": "Gull"}}, ("aliases",)),
        ({"ignored_columns": ("colour",)}, ("ignored_columns",)),
    ],
)
def test_settings_that_would_change_are_named(settings, names):
    told = preview(NOW, with_masthead(**settings))

    assert (told.settings, told.changes_anything) == (names, True)


def test_a_blank_setting_takes_nothing_away():
    full = with_masthead(publisher="Gull", aliases={"DG": "Gull"}, ignored_columns=("colour",))

    assert merged(full, NOW).masthead == full.masthead


@pytest.mark.parametrize(
    ("now", "then", "after"),
    [
        ({"DG": "Gull"}, {"D. Gull": "Gull"}, {"DG": "Gull", "D. Gull": "Gull"}),
        ({"DG": "Gull"}, {"DG": "Tern"}, {"DG": "Tern"}),
        ({"DG": "Gull"}, {"Gull": "Tern"}, {"DG": "Tern", "Gull": "Tern"}),
        ({"Gull": "Tern"}, {"DG": "Gull"}, {"DG": "Gull"}),
        ({"Gull": "Tern"}, {"Tern": "Gull"}, {"Tern": "Gull"}),
    ],
)
def test_other_names_of_publishers_are_joined_and_never_form_a_chain(now, then, after):
    joined = merged(with_masthead(aliases=now), with_masthead(aliases=then))

    assert joined.masthead.aliases == after


def test_two_corpora_that_cannot_stand_together_are_refused():
    (decision,) = NOW.decisions.values()
    other = replace(NOW, decisions={"decision-2": replace(decision, id="decision-2")})

    with pytest.raises(InvalidRecord, match="second decision"):
        merged(NOW, other)
