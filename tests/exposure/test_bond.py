"""A state is bound, may be bound, is not bound, or nobody recorded whether it is.

It depends on bonds and on planted rules; the organisations are those of the vocabulary.
A new status of parties is one more row of the table.
"""

from datetime import date

import pytest

from safeconduct.exposure.bond import Bond, Bound, bond, together
from tests.exposure.planted import SOURCE, party, rules

DAY = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([], Bound.NOT_KNOWN),
        ([party("KZ")], Bound.NOT_KNOWN),
        ([party("UA")], Bound.YES),
        ([party("UA", "reserved")], Bound.YES),
        ([party("UA", since="2024")], Bound.MAY),
        ([party("UA", since="2025")], Bound.NO),
        ([party("UA", until="2024-01-01")], Bound.NO),
        ([party("UA", "signatory")], Bound.NOT_KNOWN),
        ([party("UA", "outside", since="")], Bound.NO),
        ([party("UA", "signatory", until="2025-01-01"), party("UA", since="2025")], Bound.NO),
        ([party("UA"), party("UA", "suspended", since="2023-01-01")], Bound.NO),
        ([party("UA"), party("UA", "suspended", since="2024")], Bound.MAY),
        ([party("UA"), party("UA", "suspended", since="2025")], Bound.YES),
        ([party("UA"), party("UA", "suspended", towards=("RU",))], Bound.NO),
        ([party("UA"), party("UA", "suspended", towards=("BY",))], Bound.YES),
        ([party("UA", until="2023-12-29"), party("UA", "withdrawn", since="2023")], Bound.NO),
    ],
)
def test_a_list_of_parties_is_read_for_the_day(parties, expected):
    assert bond(rules(parties=parties), "UA", towards="RU", on=DAY).bound is expected


def test_a_complete_list_leaves_nobody_in_doubt():
    found = bond(rules(parties=[party("KZ")], complete=True), "UA", towards="RU", on=DAY)

    assert (found.bound, found.standings) == (Bound.NO, ())
    assert found.source.title == "Safeconduct, list of parties"


@pytest.mark.parametrize(("state", "expected"), [("DE", Bound.NO), ("AM", Bound.NOT_KNOWN)])
def test_an_instrument_among_members_cannot_bind_a_state_that_never_was_one(state, expected):
    found = bond(rules(parties=[party("KZ")], among="cis"), state, towards="RU", on=DAY)

    assert found.bound is expected


def test_a_bond_carries_what_the_list_records():
    note = {"en": "Doubted.", "ru": "Под вопросом."}
    listed = [party("UA", since="2001", is_weak=True, note=note), party("UA", "reserved")]

    found = bond(rules(parties=listed), "UA", towards="RU", on=DAY)

    assert found.standings == (("party", "2001"), ("reserved", "2000-01-01"))
    assert found.statuses == {"party", "reserved"}
    assert (found.is_weak, found.notes, found.source) == (True, (note,), SOURCE)


@pytest.mark.parametrize(
    ("organisation", "state", "day", "expected"),
    [
        ("cis", "KZ", "2024-06-30", Bound.YES),
        ("cis", "DE", "2024-06-30", Bound.NO),
        ("cis", "MD", "2021-12-31", Bound.YES),
        ("cis", "MD", "2024-06-30", Bound.MAY),
        ("cis", "UA", "2024-06-30", Bound.NO),
        ("csto", "AM", "2024-02-21", Bound.YES),
        ("csto", "AM", "2024-02-22", Bound.MAY),
        ("csto", "UZ", "2024-06-30", Bound.NO),
        ("sco", "BY", "2024-06-30", Bound.NO),
        ("sco", "BY", "2024-07-04", Bound.YES),
        ("council-of-europe", "RU", "2022-03-15", Bound.YES),
        ("council-of-europe", "RU", "2022-03-16", Bound.NO),
        ("interpol", "KZ", "2024-06-30", Bound.YES),
        ("interpol", "PW", "2023-11-27", Bound.NO),
        ("interpol", "PW", "2023-11-28", Bound.YES),
        ("interpol", "KP", "2024-06-30", Bound.NO),
        ("interpol", "GL", "2024-06-30", Bound.NOT_KNOWN),
    ],
)
def test_members_of_an_organisation_are_bound_by_their_membership(
    organisation, state, day, expected
):
    charter = rules("csto-charter", organisation=organisation)

    found = bond(charter, state, towards="RU", on=date.fromisoformat(day))

    assert found.bound is expected


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("YES YES", Bound.YES),
        ("YES MAY", Bound.MAY),
        ("MAY NOT_KNOWN", Bound.NOT_KNOWN),
        ("NOT_KNOWN NO", Bound.NO),
        ("", Bound.YES),
    ],
)
def test_one_that_is_not_bound_settles_it_for_all(bounds, expected):
    bonds = [
        Bond(
            instrument="minsk-1993",
            state="KZ",
            bound=Bound[name],
            standings=(),
            source=SOURCE,
            is_weak=False,
            notes=(),
        )
        for name in bounds.split()
    ]

    assert together(bonds) is expected
