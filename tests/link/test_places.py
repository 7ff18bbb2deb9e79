"""A place is a state and the reading of a locality, by whatever name the city goes.

It depends on `places` and on the record's places.
A city of several names is one more row.
"""

import pytest

from safeconduct.link.places import locality, place_columns
from safeconduct.record.place import Place


@pytest.mark.parametrize(
    ("one", "other"),
    [("Київ", "Kiev"), ("Алма-Ата", "Almaty"), ("Москва", "Moscow"), ("Казань", "Kazan")],
)
def test_names_of_one_city_have_one_reading(one, other):
    assert locality(one) == locality(other) != ""


def test_a_place_is_written_as_far_as_it_is_known():
    assert place_columns(Place("UA", "Львів")) == {"state": "UA", "locality": locality("Lviv")}
    assert place_columns(Place("UA")) == {"state": "UA", "locality": None}
    assert place_columns(None) == {"state": None, "locality": None}
