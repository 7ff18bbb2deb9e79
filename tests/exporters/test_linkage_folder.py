"""The folder of a linkage: tables that agree with each other, readable by their owner alone.

It depends on an invented set of lists and links it once.
A further table of the folder is one more comparison with what it was made of.
"""

import csv
import json
import stat

import numpy as np
import pytest

from safeconduct.errors import Unavailable
from safeconduct.exporters.linkage_folder import CAPTURES, DRAWN, write_linkage
from safeconduct.importers import captures, drawn_captures
from safeconduct.link.clustering import cluster
from safeconduct.link.draws import draw_linkages
from safeconduct.link.exile_names import ListDesign, exile_set
from safeconduct.link.linking import link

SET = exile_set(n_persons=120, seed=5)
LISTS = tuple(dict.fromkeys(person.list_name for person in SET.persons))


@pytest.fixture(scope="module")
def linkage():
    return link(SET.persons, duplicate_free=frozenset(LISTS), seed=1)


@pytest.fixture
def written(linkage, tmp_path):
    draws = draw_linkages(linkage, lists=LISTS, n_draws=100, seed=1)
    folder = tmp_path / "linked"
    rows = write_linkage(linkage, cluster(linkage), draws=draws, folder=folder)
    return folder, rows, draws


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_captures_count_the_clusters_by_the_lists_they_are_on(written):
    folder, rows, _ = written
    clusters: dict[str, set[str]] = {}
    for row in rows_of(folder / "clusters.csv"):
        clusters.setdefault(row["cluster"], set()).add(row["list"])

    table = captures.read(folder / CAPTURES).strata[""]

    assert rows["clusters.csv"] == len(SET.persons)
    assert table.n_observed == len(clusters)
    for code in range(1, 8):
        names = {name for k, name in enumerate(table.lists) if code >> k & 1}
        assert table.counts[code] == sum(found == names for found in clusters.values())


def test_the_drawn_linkages_are_read_back_as_they_were(written):
    folder, _, draws = written

    table = captures.read(folder / CAPTURES).strata[""]
    found = drawn_captures.read(folder / DRAWN, lists=table.lists)

    assert table.lists == draws.lists
    assert np.array_equal([history.counts for history in found], draws.counts)


def test_nothing_that_a_person_is_called_stands_in_the_folder_and_only_the_owner_reads_it(written):
    folder, _, _ = written
    names = {part for p in SET.persons for part in (p.name.surname, p.name.given) if len(part) > 3}

    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if name in text]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_summary_says_what_was_linked_and_what_is_doubtful(written, linkage):
    folder, rows, _ = written

    summary = json.loads((folder / "linkage.json").read_text(encoding="utf-8"))

    assert sum(summary["lists"].values()) == len(SET.persons)
    assert summary["clusters"] == len(cluster(linkage).ledger.clusters())
    assert summary["draws"] == {"n": 100, "seed": 1}
    assert len(summary["doubts_of_training"]) == len(linkage.model.checks)
    assert rows["merges.csv"] == len(SET.persons) - summary["clusters"]


def test_without_draws_there_is_no_table_of_them_and_judgements_are_left_alone(linkage, tmp_path):
    folder = tmp_path / "linked"
    folder.mkdir()
    (folder / "judgements.csv").write_text("kept")
    (folder / DRAWN).write_text("of other lists")

    write_linkage(linkage, cluster(linkage), draws=None, folder=folder)

    assert not (folder / DRAWN).exists()
    assert (folder / "judgements.csv").read_text() == "kept"
    assert json.loads((folder / "linkage.json").read_text())["draws"] is None


def test_more_lists_than_an_estimate_takes_have_no_table_of_patterns(tmp_path):
    designs = tuple(ListDesign(name=f"list-{n}", reaches=0.3) for n in range(9))
    many = link(exile_set(n_persons=40, seed=5, designs=designs).persons)

    rows = write_linkage(many, cluster(many), draws=None, folder=tmp_path / "linked")

    assert CAPTURES not in rows
    assert rows["clusters.csv"] == len(many.persons)


def test_a_folder_that_cannot_be_made_is_told(linkage, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(Unavailable):
        write_linkage(linkage, cluster(linkage), draws=None, folder=tmp_path / "file" / "linked")
