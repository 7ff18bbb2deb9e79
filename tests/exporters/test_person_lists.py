"""Invented lists, written and read back as they were, with the pairs that mean one person.

It depends on an invented set of lists and on the reader of such lists.
A further column is covered by the round trip.
"""

import csv

import pytest

from safeconduct.errors import InvalidSetting, Unavailable
from safeconduct.exporters.person_lists import LABELS, write_invented
from safeconduct.importers.person_lists import read_lists
from safeconduct.link.exile_names import exile_set

INVENTED = exile_set(n_persons=60, seed=2)


def test_what_is_written_is_read_as_it_was(tmp_path):
    rows = write_invented(INVENTED, tmp_path / "lists")

    names = dict.fromkeys(person.list_name for person in INVENTED.persons)
    read = read_lists([tmp_path / "lists" / f"{name}.csv" for name in names])

    assert [person for each in read for person in each.persons] == list(INVENTED.persons)
    assert sum(rows.values()) == len(INVENTED.persons) + len(INVENTED.same_pairs())


def test_the_pairs_are_those_that_mean_one_person(tmp_path):
    write_invented(INVENTED, tmp_path / "lists")
    at = {(person.list_name, person.id): n for n, person in enumerate(INVENTED.persons)}

    with (tmp_path / "lists" / LABELS).open(encoding="utf-8", newline="") as file:
        pairs = [
            (at[row["left_list"], row["left_id"]], at[row["right_list"], row["right_id"]])
            for row in csv.DictReader(file)
        ]

    assert pairs
    assert all(INVENTED.who[left] == INVENTED.who[right] for left, right in pairs)


def test_a_folder_that_holds_something_or_cannot_be_made_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("kept")

    with pytest.raises(InvalidSetting):
        write_invented(INVENTED, tmp_path)
    with pytest.raises(Unavailable):
        write_invented(INVENTED, tmp_path / "file" / "lists")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
