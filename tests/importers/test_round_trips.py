"""What goes out comes back: from folder to .xlsx to .ods to folder, nothing is lost.

It depends on every importer and exporter and on the corpora that Hypothesis draws.
A new form joins the journey in `test_a_corpus_survives_every_form`.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct import corpora
from safeconduct.exporters import any_form as out
from safeconduct.exporters.corpus_folder import files
from safeconduct.importers.any_form import read
from safeconduct.importers.preview import merged, preview
from tests.importers.strategies import wild_corpora
from tests.record.strategies import PATIENT

# A journey waits for the disk at each of its stations, as a writer must.
FEW = settings(PATIENT, max_examples=15)
FORMS = ("first", "book.xlsx", "book.ods", "second")


def journey(corpus):
    """Read back what each form holds, each written from what the one before it held."""
    with TemporaryDirectory() as folder:
        for name in FORMS:
            out.write(corpus, Path(folder) / name)
            corpus = read(Path(folder) / name)
            yield corpus


@FEW
@given(wild_corpora())
def test_a_corpus_survives_every_form_with_its_digest_and_the_order_of_its_rows(corpus):
    *others, last = journey(corpus)

    assert [*others, last] == [corpus] * len(FORMS)
    assert last.digest == corpus.digest
    assert in_order(last) == in_order(corpus)
    assert files(last) == files(corpus)


def in_order(corpus):
    return [[record.id for record in records] for records in corpus.tables.values()]


@pytest.mark.parametrize("name", corpora.built_in())
def test_every_built_in_corpus_survives_every_form(name):
    corpus = read(corpora.folder(name))

    assert list(journey(corpus)) == [corpus] * len(FORMS)


@FEW
@given(wild_corpora(), wild_corpora())
def test_importing_twice_is_importing_once(current, incoming):
    once = merged_or_none(current, incoming)

    if once is not None:
        assert merged(once, incoming) == once
        assert not preview(once, incoming).changes_anything


@FEW
@given(wild_corpora(), wild_corpora())
def test_a_preview_says_what_an_import_does(current, incoming):
    after = merged_or_none(current, incoming)

    if after is not None:
        told = preview(current, incoming)
        assert told.changes_anything == (after != current)
        for table in told.tables:
            ids = [record.id for record in after.tables[table.table]]
            assert set(ids) == {
                *table.added,
                *(change.id for change in table.changed),
                *table.unchanged,
                *table.only_in_current,
            }


@FEW
@given(wild_corpora())
def test_importing_what_is_there_changes_nothing(corpus):
    assert merged(corpus, corpus) == corpus


@FEW
@given(wild_corpora(), st.data())
def test_nothing_is_deleted_by_absence(corpus, draws):
    kept = draws.draw(st.sets(st.sampled_from([*corpus.sources])))
    fewer = type(corpus).of(
        masthead=corpus.masthead,
        sources=[
            source
            for source in corpus.sources.values()
            if source.id in kept and not source.derived_from
        ],
    )

    assert merged(corpus, fewer) == corpus


def merged_or_none(current, incoming):
    """The import, or None where the two cannot stand together."""
    try:
        return merged(current, incoming)
    except ValueError:
        return None
