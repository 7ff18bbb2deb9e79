"""The colours can be read: contrast on paper, one order of lightness, the same tokens twice.

It depends on the palette only; contrast is WCAG 2.2, success criteria 1.4.3 and 1.4.11.
A new token is checked as ink, as a surface or as a step of the scale.
"""

import re
from itertools import pairwise

import pytest

from safeconduct.pictures.palette import STANDINGS, TOKENS

THEMES = sorted(TOKENS)
INKS = {"ink": 7, "ink-soft": 4.5, "accent": 4.5, "danger": 4.5, "bar": 3, "line": 3}


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lightness(colour):
    """Give the lightness L* of CIELAB: what is left of a colour in a grey print."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_both_themes_have_the_same_tokens():
    assert set(TOKENS["light"]) == set(TOKENS["dark"])
    assert {f"standing-{name}" for name in STANDINGS} <= set(TOKENS["light"])


@pytest.mark.parametrize("theme", THEMES)
def test_every_value_is_a_plain_colour(theme):
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in TOKENS[theme].values())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", INKS)
def test_inks_stand_out_from_the_paper(theme, token):
    assert contrast(TOKENS[theme][token], TOKENS[theme]["paper"]) >= INKS[token]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("below", ["bar", "bar-light", "surface", "land"])
def test_the_thin_line_stands_out_from_what_it_crosses(theme, below):
    assert contrast(TOKENS[theme]["ink"], TOKENS[theme][below]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_scale_of_standing_reads_in_grey_step_by_step(theme):
    steps = [lightness(TOKENS[theme][f"standing-{name}"]) for name in STANDINGS]
    apart = [abs(one - other) for one, other in pairwise(steps)]

    assert steps == sorted(steps, reverse=theme == "dark")
    assert min(apart) >= 5


@pytest.mark.parametrize("theme", THEMES)
def test_the_firmest_standing_stands_out_most(theme):
    paper = TOKENS[theme]["paper"]

    assert contrast(TOKENS[theme]["standing-established"], paper) >= 7
    assert TOKENS[theme]["standing-refuted"] == paper


@pytest.mark.parametrize("theme", THEMES)
def test_no_colour_of_the_scale_or_the_charts_is_red(theme):
    drawn = {name: value for name, value in TOKENS[theme].items() if name != "danger"}

    for name, colour in drawn.items():
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert red - max(green, blue) < 24, name
