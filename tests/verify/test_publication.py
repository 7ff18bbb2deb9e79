"""The last day of publication is the source's own, or that of the work it repeats.

It depends on invented corpora.
A source without any date stays without.
"""

from datetime import date

from safeconduct.verify.publication import published_by, said_by
from tests.verify.invented import corpus, says, source

WORK = source("work", published="2023-11")


def test_a_source_without_a_date_takes_that_of_the_work_it_repeats():
    whole = corpus(
        source("short", derived_from="work"),
        source("digest", derived_from="work;undated"),
        WORK,
        source("undated"),
    )

    assert published_by(whole, "work") == date(2023, 11, 30)
    assert published_by(whole, "short") == date(2023, 11, 30)
    assert published_by(whole, "undated") is None
    assert published_by(whole, "digest") is None


def test_a_statement_is_no_later_than_its_source_and_what_the_passage_repeats():
    own = says("a", source="page", derived_from="work")
    whole = corpus(own, source("page", published="2023-10-02"), WORK, says("b"))

    assert said_by(whole, own) == date(2023, 10, 2)
    assert said_by(whole, whole.statements["b"]) is None
