"""Laws that hold for any two states on any day, on the records that are shipped.

It depends on the shipped records and on Hypothesis.
A new law is one more test.
"""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from safeconduct.exposure import Bound, expose, hosts, instruments
from safeconduct.exposure.bond import together
from safeconduct.exposure.stretch import Holding, holding
from safeconduct.vocabulary import LANGUAGES

STATES = sorted(
    {party.state for rules in instruments().values() for party in rules.parties} | set(hosts())
)
PAIRS = st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)
DAYS = st.dates(date(1994, 1, 1), date(2027, 12, 31))


@settings(deadline=None, max_examples=60)
@given(PAIRS, DAYS)
def test_a_displaced_instrument_never_shows_beside_the_displacing_one(pair, on):
    found = expose(*pair, on=on)

    shown = {line.instrument for line in (*found.open, *found.protects)}
    for tie in found.ties:
        if tie.instrument in shown:
            assert not shown & set(instruments()[tie.instrument].displaced_by)


@settings(deadline=None, max_examples=60)
@given(PAIRS, DAYS)
def test_a_line_that_is_shown_may_hold_on_the_day_by_its_dates(pair, on):
    found = expose(*pair, on=on)

    for line in (*found.open, *found.protects):
        held = holding(line.since, line.until, on=on)
        assert held is not Holding.NO
        assert held is Holding.YES or line.doubts
    assert all(holding(line.since, "", on=on) for line in found.happened)


@settings(deadline=None, max_examples=60)
@given(PAIRS, DAYS)
def test_nothing_that_is_shown_lacks_a_source(pair, on):
    found = expose(*pair, on=on)

    for line in found.lines:
        assert line.source.title
        assert line.source.section or line.source.page or line.source.footnote or line.source.url
    assert all(line.source for line in found.memberships)
    assert all(bond.source.title for tie in found.ties for bond in tie.bonds)


@settings(deadline=None, max_examples=60)
@given(PAIRS, DAYS)
def test_a_part_is_never_empty_without_a_word_about_it(pair, on):
    found = expose(*pair, on=on)

    said = {line.id for line in found.unknown}
    for part in ("open", "protects"):
        assert bool(getattr(found, part)) is not (f"{pair[1]}/nothing-{part}" in said)


@settings(deadline=None, max_examples=60)
@given(PAIRS, DAYS)
def test_ids_are_unique_and_contradictions_lead_to_lines_that_are_shown(pair, on):
    found = expose(*pair, on=on)

    ids = [line.id for line in found.lines]
    assert len(set(ids)) == len(ids)
    assert all(set(line.contradicts) <= set(ids) for line in found.lines)


@settings(deadline=None, max_examples=30)
@given(PAIRS, DAYS, st.sampled_from(["extradition-request", "abduction", "regional-wanted-list"]))
def test_a_technique_only_narrows_what_is_shown(pair, on, technique):
    whole = {line.id for line in expose(*pair, on=on).lines}
    narrowed = expose(*pair, on=on, technique=technique)

    shown = {line.id for line in (*narrowed.open, *narrowed.protects, *narrowed.happened)}
    assert shown - {f"{pair[1]}/untied-open", f"{pair[1]}/untied-protects"} <= whole
    assert narrowed.open
    assert narrowed.protects


@settings(deadline=None, max_examples=30)
@given(PAIRS, DAYS, st.sampled_from([None, "doxing", "deportation"]))
def test_what_the_list_lacks_stands_beside_it_in_every_language(pair, on, technique):
    found = expose(*pair, on=on, technique=technique)

    assert set(found.caution) == set(LANGUAGES)
    assert all("{" not in text for text in found.caution.values())


@settings(deadline=None, max_examples=60)
@given(PAIRS, DAYS)
def test_no_host_is_passed_over_by_an_instrument_of_the_whole_world(pair, on):
    found = expose(*pair, on=on)

    said = {line.instrument for line in (*found.open, *found.protects, *found.unknown)}
    assert {"refugee-convention-1951", "cat", "iccpr"} <= said
    (tie,) = [tie for tie in found.ties if tie.instrument == "interpol"]
    assert ("interpol" in said) is (together(tie.bonds) is not Bound.NO)
