"""A row of a breakdown has a name that a reader knows, in every dimension and kind.

It depends on the labels and on the dimensions of the figures.
A new dimension is held here without being listed.
"""

import io

import pytest

from safeconduct import vocabulary
from safeconduct.cli.labels import central, highest, label_of
from safeconduct.cli.screen import Screen
from safeconduct.cli.session import Session
from safeconduct.cli.talk import Talk
from safeconduct.cli.words import words_in
from safeconduct.config import Settings
from safeconduct.figures.dimension import DIMENSIONS, TERMS_OF
from safeconduct.figures.figure import Bounds
from safeconduct.record.standing import Standing
from safeconduct.vocabulary import territory


def session(language="en"):
    nowhere = Screen(io.StringIO())
    return Session(
        settings=Settings(language=language),
        words=words_in(language),
        out=nowhere,
        talk=Talk(nowhere),
    )


def keys_of(dimension):
    """Return two values that the dimension takes."""
    terms = TERMS_OF[dimension]
    if terms == "years":
        return ["2021", "2022"]
    if terms == "standings":
        return [Standing.REPORTED.word, Standing.ALLEGED.word]
    known = territory.codes() if terms == "territories" else vocabulary.ids(terms)
    return sorted(known)[:2]


@pytest.mark.parametrize("dimension", DIMENSIONS)
@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_every_dimension_has_labels_in_every_language(dimension, language):
    first, second = keys_of(dimension)
    spoken = session(language)

    labels = [
        label_of(dimension, "value", key=first, session=spoken),
        label_of(dimension, "span", key=f"{first}/{second}", session=spoken),
        label_of(dimension, "none", key="", session=spoken),
        label_of(dimension, "unknown", key="", session=spoken),
    ]

    assert len(set(labels)) == 4
    assert all(labels)


@pytest.mark.parametrize(
    ("dimension", "kind", "key", "label"),
    [
        ("year", "value", "2023", "2023"),
        ("year", "span", "2022/2023", "2022 or 2023"),
        ("year", "span", "2019/2023", "2019–2023"),
        ("year", "span", "../2023", "2023 or before"),
        ("year", "span", "2019/..", "2019 or later"),
        ("place", "value", "KG", "Kyrgyzstan"),
        ("origin", "span", "BY/RU", "Belarus or Russia"),
        ("standing", "value", "alleged", "alleged"),
        ("tactic", "none", "", "none of the tactics"),
        ("host", "unknown", "", "not known"),
    ],
)
def test_a_row_is_called_what_it_is(dimension, kind, key, label):
    assert label_of(dimension, kind, key=key, session=session()) == label


@pytest.mark.parametrize(
    ("bounds", "middle", "top"),
    [
        (Bounds(low=1, central=2, central_max=2, high=3), "2", "3"),
        (Bounds(low=1, central=2, central_max=5, high=None), "2–5", "no bound"),
        (Bounds(low=1, central=2, central_max=None, high=None), "2 or more", "no bound"),
    ],
)
def test_bounds_say_a_range_and_an_open_end(bounds, middle, top):
    assert (central(bounds, session()), highest(bounds, session())) == (middle, top)
