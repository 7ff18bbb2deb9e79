"""Exposures side by side: what each instrument means for each host, and nothing added up.

It depends on planted records and on the comparison.
A new kind of cell is one more test.
"""

from dataclasses import fields
from datetime import date

import pytest

from safeconduct.errors import InvalidQuery
from safeconduct.exposure import Comparison, ComparisonCell, Exposure, HostColumn, compare, expose
from tests.exposure.planted import host_line, party, provision, records, rules

DAY = date(2024, 6, 30)
RECORDS = records(
    rules(
        parties=[party("RU"), party("KZ"), party("UZ")],
        complete=True,
        displaced_by=("chisinau-2002",),
        provisions=(provision(), provision("refuse", "refuses", article="57")),
    ),
    rules("chisinau-2002", parties=[party("RU"), party("KZ")], complete=True),
    rules("cped", parties=[party("RU")], complete=True),
    hosts={"KZ": [host_line("happened")], "UZ": [host_line("open", "open")]},
)


def asked(*hosts, **question):
    settings = {"on": DAY, "records": RECORDS, **question}
    return [expose("RU", host, **settings) for host in hosts]


def test_each_cell_says_what_the_instrument_means_for_its_host():
    minsk, chisinau = compare(asked("KZ", "UZ", "DE")).rows

    assert [cell.standing for cell in minsk.cells] == ["displaced", "bound", "not-bound"]
    assert [cell.standing for cell in chisinau.cells] == ["bound", "not-bound", "not-bound"]
    assert [cell.host_standing for cell in minsk.cells] == ["bound", "bound", "not-bound"]
    assert [line.article for line in minsk.cells[1].open] == ["1"]
    assert [line.article for line in minsk.cells[1].protects] == ["57"]
    assert not minsk.cells[0].open


def test_an_instrument_that_binds_none_of_the_hosts_is_left_out():
    assert "cped" not in {row.instrument for row in compare(asked("KZ", "UZ")).rows}


def test_under_a_technique_only_instruments_that_carry_it_are_told():
    carries = records(
        rules(
            parties=[party("RU"), party("KZ")],
            provisions=(provision(techniques=("abduction",)),),
        ),
        rules(
            "cped",
            parties=[party("RU"), party("KZ")],
            provisions=(provision(techniques=("deportation",)),),
        ),
    )

    compared = compare(asked("KZ", records=carries, technique="abduction"))

    assert [row.instrument for row in compared.rows] == ["minsk-1993"]


def test_each_host_keeps_what_stands_beside_the_instruments():
    kazakhstan, uzbekistan = compare(asked("KZ", "UZ")).columns

    assert [line.id for line in kazakhstan.own_lines] == ["KZ/happened"]
    assert [line.id for line in uzbekistan.own_lines] == ["UZ/open"]
    assert {line.state for line in kazakhstan.memberships} == {"KZ"}
    assert "KZ/no-corpus" in {line.id for line in kazakhstan.unknown}


def test_hosts_stand_in_the_order_asked():
    assert compare(asked("UZ", "DE", "KZ")).hosts == ("UZ", "DE", "KZ")


@pytest.mark.parametrize(
    ("exposures", "problem"),
    [
        ([], "are none"),
        (asked("KZ", "KZ"), "name a state twice"),
        ([*asked("KZ"), *asked("UZ", on=date(2022, 1, 1))], "differ in origin, day or technique"),
    ],
)
def test_what_cannot_be_compared_is_refused(exposures, problem):
    with pytest.raises(InvalidQuery, match=problem):
        compare(exposures)


@pytest.mark.parametrize("shape", [Comparison, ComparisonCell, Exposure, HostColumn])
def test_nothing_that_is_told_is_a_number(shape):
    assert not [each.name for each in fields(shape) if each.type in ("int", "float")]
