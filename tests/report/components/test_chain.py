"""The chain: acts in the order of time, their precision drawn, responses named.

It depends on the plain cast and on the built-in corpus.
An act without a date stands last.
"""

from safeconduct.report.components.chain import chain_view, when_in_words


def test_acts_stand_in_the_order_of_time(paper_edition):
    acts = paper_edition.corpus.chains["kg-abduction-2023"]
    chain = chain_view("kg-abduction-2023", acts, edition=paper_edition, here="I26c")

    assert [station.id for station in chain.stations] == [
        "I26a-absentia",
        "I26a",
        "I26b",
        "I26c",
        "I26d",
    ]
    assert [station.is_here for station in chain.stations] == [False, False, False, True, False]


def test_each_station_draws_how_exactly_its_date_is_known(edition):
    acts = ("abduction", "transfer", "threats", "hoax")
    chain = chain_view("c", acts, edition=edition)

    assert {station.id: station.precision for station in chain.stations} == {
        "threats": "year",
        "abduction": "month",
        "transfer": "longer",
        "hoax": "unknown",
    }
    assert chain.stations[-1].id == "hoax"


def test_a_response_names_what_it_answers(edition):
    chain = chain_view("c1", ("abduction", "refusal"), edition=edition)
    refusal = next(station for station in chain.stations if station.is_response)

    assert [str(link) for link in refusal.answers] == ["An abduction"]


def test_a_tied_date_shows_both_and_counts_as_a_longer_time(paper_edition):
    chain = chain_view("x", ("I26d",), edition=paper_edition)

    assert when_in_words("I26d", paper_edition) == "17 October 2023 or 18 October 2023"
    assert chain.stations[0].precision == "longer"


def test_a_date_that_nobody_gives_and_one_that_is_withheld_differ(edition):
    assert when_in_words("hoax", edition) == "date not known"
    assert when_in_words("rumour", edition) == "not known: withheld"
