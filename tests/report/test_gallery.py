"""The gallery: each picture in four forms, with its finding in words, its table and its drawing.

It depends on the pictures of the built-in corpus, drawn once.
The numbers of the pictures are those of the figures.
"""

import pytest

from safeconduct.figures.figure import Bounds
from safeconduct.pictures.periods import Period
from safeconduct.report.edition import Edition
from safeconduct.report.gallery import (
    amount_of,
    period_of,
    standing_counts,
    tactic_label,
    unknown_host,
)
from safeconduct.report.reading import Reading
from safeconduct.report.wording import Wording
from tests.verify.invented import corpus, says


def test_every_picture_has_four_forms_a_drawing_and_a_table(gallery):
    assert set(gallery.plates) == {"schemes", "years", "host-map", "standing"}
    for plate in gallery.plates.values():
        assert set(plate.forms) == {"light", "dark", "light-phone", "dark-phone"}
        assert {size.file for size in plate.forms.values()} | {plate.svg} <= set(gallery.files)
        assert plate.forms["light"].width > plate.forms["light-phone"].width
        assert plate.alt.startswith(plate.title)
        assert plate.table.rows


def test_the_files_are_pictures(gallery):
    for name, octets in gallery.files.items():
        assert octets.startswith(b"\x89PNG" if name.endswith(".png") else b"<svg")


def test_the_picture_of_definitions_shows_their_counts(gallery, paper_edition):
    totals = paper_edition.reading.totals
    shown = {row[0]: row[2:] for row in gallery.plates["schemes"].table.rows}

    for figure in totals.values():
        low, central, high = shown[figure.scheme.label["en"]]
        assert (low, high) == (str(figure.total.low), str(figure.total.high))
        assert central.startswith(str(figure.total.central))


def test_only_incidents_stand_in_the_picture_of_standing(paper_edition):
    assert sum(standing_counts(paper_edition).values()) == 27


@pytest.mark.parametrize(
    ("bucket", "first", "last"),
    [
        (("value", "2023"), 2023, 2023),
        (("span", "2022/2023"), 2022, 2023),
        (("span", "../2021"), None, 2021),
        (("span", "2021/.."), 2021, None),
        (("unknown", ""), None, None),
    ],
)
def test_a_row_of_years_is_a_period(bucket, first, last):
    assert period_of(bucket) == Period(first=first, last=last)


def test_a_row_of_tactics_has_a_name(edition):
    assert tactic_label(("value", "coercion"), edition) == "Coercion"
    assert tactic_label(("none", ""), edition) == "None of the six tactics"
    assert tactic_label(("unknown", ""), edition) == "Tactic not known"


def test_the_row_of_unknown_hosts_says_whether_some_are_only_known_to_be_abroad(edition):
    named = Edition(Reading(corpus(says("a", hosts="KZ"))), Wording("en"))

    assert unknown_host(edition) == "not known, or abroad and not named"
    assert unknown_host(named) == "not known"


def test_bounds_become_an_amount():
    amount = amount_of(Bounds(low=1, central=2, central_max=3, high=None))

    assert (amount.low, amount.central, amount.central_most, amount.high) == (1, 2, 3, None)
