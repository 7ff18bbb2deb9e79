"""A history is read from releases that hold, in order, with what became of each.

It depends on the releases of this folder; every number is invented.
What further must not go on a site is one more test here.
"""

from dataclasses import replace

import pytest

from safeconduct.errors import BrokenIntegrity, InvalidRecord, Refusal
from safeconduct.publish.folder import write
from safeconduct.publish.manifest import MANIFEST, manifest_of
from safeconduct.report.public.history import History, read_history
from tests.report.public.shelves import by_technique, laid_out, told, whole_series


def history_of(*releases):
    return History([(each, {}) for each in releases])


def test_releases_are_put_into_order_whatever_order_they_are_named_in(tmp_path):
    folders = laid_out(tmp_path)

    found = read_history([*reversed(folders)])

    assert [each.release.id for each in found.published] == [f"quarter-{n}" for n in range(5)]
    assert found.current
    assert found.current.release.id == "quarter-3"
    assert found.last.release.kind == "withdrawal"


def test_each_release_knows_what_became_of_it(history):
    became = [
        (each.is_readable, each.is_withdrawn, each.is_corrected) for each in history.published
    ]

    assert became == [
        (False, True, False),
        (True, False, True),
        (True, False, False),
        (True, False, False),
        (False, False, False),
    ]


def test_what_was_taken_back_is_compared_with_nothing(history):
    second, last = history.published[1], history.published[3]

    assert history.before(second) is None
    assert history.before(last) is history.published[2]


def test_a_withdrawal_outlives_a_correction_that_came_after_it():
    first, second, mended, last, _ = whole_series()
    gone = replace(
        mended, id="gone", kind="withdrawal", tables=(), previous=(first.digest, second.digest)
    )
    found = history_of(first, second, gone, replace(mended, id="later"))

    assert found.of(second.digest).is_withdrawn
    assert found.of(last.digest) is None


def test_where_everything_was_taken_back_nothing_is_current():
    first = told(0, by_technique())
    gone = told(1, kind="withdrawal", concerns=first.digest, previous=(first.digest,))

    assert history_of(first, gone).current is None


def test_a_release_that_was_taken_back_may_be_destroyed():
    first = told(0, by_technique())
    gone = told(1, kind="withdrawal", concerns=first.digest, previous=(first.digest,))

    assert [each.release.id for each in history_of(gone).published] == ["quarter-1"]


def test_an_earlier_release_cannot_be_left_out():
    first, second, *_ = whole_series()

    with pytest.raises(Refusal, match="stays listed") as refused:
        history_of(second)

    assert first.digest[:12] in refused.value.hint


def test_a_site_of_nothing_is_refused():
    with pytest.raises(Refusal, match="at least one release"):
        read_history([])


def test_a_release_for_a_few_goes_on_no_public_site():
    with pytest.raises(Refusal, match="before everybody"):
        history_of(replace(told(0, by_technique()), audience="amber"))


def test_two_releases_of_one_id_are_refused():
    one = told(0, by_technique())

    with pytest.raises(InvalidRecord, match="same id"):
        history_of(one, replace(one, version="2"))


@pytest.mark.parametrize("broken", [{"cells": ()}, {"dimensions": ()}])
def test_a_table_whose_cells_do_not_fit_is_refused(broken):
    with pytest.raises(InvalidRecord, match="do not fit"):
        history_of(told(0, replace(by_technique(), **broken)))


def test_one_changed_byte_stops_the_site(tmp_path):
    (folder,) = laid_out(tmp_path, [told(0, by_technique())])
    (folder / "codebook.csv").write_bytes(b"changed")

    with pytest.raises(BrokenIntegrity):
        read_history([folder])


def test_a_folder_that_is_not_there_is_no_release(tmp_path):
    with pytest.raises(BrokenIntegrity, match="MANIFEST"):
        read_history([tmp_path / "nowhere"])


def test_a_file_that_no_release_has_stays_off_the_site_though_a_manifest_names_it(tmp_path):
    folder = write(told(0, by_technique()), tmp_path)
    (folder / "names.csv").write_text("a name")
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }
    (folder / MANIFEST).write_bytes(manifest_of(found))

    with pytest.raises(BrokenIntegrity, match=r"names\.csv"):
        read_history([folder])


def test_bytes_of_a_release_are_in_no_repr(history):
    assert "files" not in repr(history.published[0])
