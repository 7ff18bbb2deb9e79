"""Years: a band for each tactic, bars in their years, light bars over several, hatched for none.

It depends on the years and on the samples; the drawing is read back from the SVG.
A new sign of a band has its test here.
"""

import pytest

from safeconduct.pictures import years
from safeconduct.pictures.amount import exactly
from safeconduct.pictures.periods import Period
from safeconduct.pictures.sheet import Sheet
from tests.pictures import drawing
from tests.pictures.samples import amount, usual_years


def row(label, first, last, counted):
    return years.YearRow(label=label, period=Period(first=first, last=last), amount=counted)


def place(picture, text):
    return next(one.x for one in drawing.texts(picture) if one.text == text)


@pytest.mark.parametrize("width", [720, 340])
def test_bars_stand_over_their_years_in_one_scale(width):
    rows = [row("a", year, year, exactly(year - 2018)) for year in range(2019, 2025)]
    picture = years.draw([*rows, row("b", 2020, 2020, exactly(3))], Sheet(width=width))

    drawn = drawing.boxes(picture, "bar")
    unit = drawn[0].height
    assert [box.height for box in drawn] == pytest.approx(
        [unit * n for n in (1, 2, 3, 4, 5, 6, 3)], abs=0.4
    )
    labelled = [one.text for one in drawing.texts(picture) if one.text.startswith("20")]
    for year in labelled:
        box = drawn[int(year) - 2019]
        assert box.x + box.width / 2 == pytest.approx(place(picture, year), abs=0.2)


def test_a_count_of_two_years_is_a_light_bar_as_long_as_both():
    picture = years.draw(
        [row("a", 2020, 2025, exactly(1)), row("a", 2022, 2023, exactly(2))], Sheet()
    )

    long, short = drawing.boxes(picture, "bar-light")
    assert (long.width + 4) / 6 == pytest.approx((short.width + 4) / 2, abs=0.2)
    assert short.x < place(picture, "2022") < place(picture, "2023") < short.x + short.width
    assert "in one of these years" in drawing.words(picture)


def test_an_open_end_runs_on_for_three_years_at_most_and_ends_in_an_arrow():
    picture = years.draw(
        [
            row("a", 2010, 2010, exactly(1)),
            row("a", 2020, 2020, exactly(1)),
            row("a", 2012, None, exactly(1)),
            row("a", None, 2018, exactly(1)),
            row("a", 2020, None, exactly(1)),
            row("b", 2010, 2012, exactly(1)),
        ],
        Sheet(),
    )

    earlier, later, last, three = drawing.boxes(picture, "bar-light")
    assert later.width == pytest.approx(three.width, abs=0.2)
    assert earlier.width == pytest.approx(three.width, abs=0.2)
    assert last.width < three.width / 2
    assert "Arrow: or earlier, or later." in drawing.words(picture)


def test_what_may_have_happened_is_not_drawn_as_something_that_did():
    picture = years.draw(
        [row("a", 2020, 2022, amount(0, 0, 1)), row("a", 2021, 2021, amount(0, 0, 2))], Sheet()
    )

    assert drawing.boxes(picture, "bar-light") == []
    assert [box.height for box in drawing.boxes(picture, "bar")] == [0]
    assert "where the central count is 0" in drawing.words(picture)
    assert {"0–1", "0–2"} <= {one.text for one in drawing.texts(picture)}


def test_light_bars_that_do_not_overlap_share_a_line():
    picture = years.draw(
        [
            row("a", 2020, 2021, exactly(1)),
            row("a", 2022, 2023, exactly(1)),
            row("a", 2021, 2022, exactly(1)),
        ],
        Sheet(),
    )

    heights = [box.y for box in drawing.boxes(picture, "bar-light")]
    assert len(set(heights)) == 2


def test_every_count_stands_in_the_table_in_the_order_of_time():
    picture = years.draw(usual_years(), Sheet(), heading="Tactic")

    assert picture.table.headings == ("Tactic", "Year", "Low", "Central", "High")
    assert [line[:2] for line in picture.table.rows] == [
        ("coerced return", "2021"),
        ("coerced return", "2022 or 2023"),
        ("coerced return", "2023"),
        ("coerced return", "not known"),
        ("coercion", "2020 or earlier"),
        ("coercion", "2019"),
        ("coercion", "2022 or later"),
        ("coercion", "2024"),
    ]


def test_the_alternative_says_each_band_by_year():
    picture = years.draw(usual_years(), Sheet())

    assert (
        "coerced return, by year: 2021: 2 (at least 1, at most 3); 2022 or 2023: 2; "
        "2023: 9 (at least 4, at most 11); not known: 2 (at least 0, at most 3)."
    ) in picture.alt


def test_a_count_without_a_year_stands_apart():
    picture = years.draw(usual_years(), Sheet())

    assert "not known" in [one.text for one in drawing.texts(picture)]
    assert place(picture, "not known") > place(picture, "2024")
    assert "Hatched: not known." in drawing.words(picture)


def test_counts_without_any_year_can_stand_alone():
    picture = years.draw([row("a", None, None, exactly(3))], Sheet())

    assert picture.table.rows == (("a", "not known", "3", "3", "3"),)
    assert "not known" in drawing.words(picture)


def test_rows_of_one_label_and_period_are_added():
    picture = years.draw([row("a", 2020, 2020, exactly(1))] * 3, Sheet())

    assert picture.table.rows == (("a", "2020", "3", "3", "3"),)


def test_earlier_years_are_gathered_where_they_are_too_many():
    rows = [row("a", year, year, exactly(1)) for year in range(1950, 2025)]

    picture = years.draw(rows, Sheet(width=340))

    gathered = [one.text for one in drawing.texts(picture) if one.text.startswith("≤")]
    assert len(gathered) == 1
    kept = 2024 - int(gathered[0][1:])
    assert len(drawing.boxes(picture, "bar")) == kept + 1
    assert str(75 - kept) in [one.text for one in drawing.texts(picture)]
    assert len(picture.table.rows) == 75


def test_more_bands_than_a_picture_holds_are_left_to_the_table():
    rows = [row(f"band {i}", 2020, 2020, exactly(50 - i)) for i in range(20)]

    picture = years.draw(rows, Sheet())

    assert len(drawing.boxes(picture, "bar")) == years.MOST_BANDS
    assert "Rows that only the table shows: 8, none of them above 38." in picture.alt


def test_an_open_upper_bound_and_a_certain_count_are_drawn():
    open_above = years.draw([row("a", 2020, 2020, amount(1, 2, None))], Sheet())
    certain = years.draw([row("a", 2020, 2020, exactly(2))], Sheet())

    assert len(drawing.lines(open_above)) == len(drawing.lines(certain)) + 4
    assert "Thin line" not in drawing.words(certain)


def test_bands_that_overlap_are_said_not_to_add_up():
    assert "do not add up" in years.draw(usual_years(), Sheet(), overlapping=True).alt
