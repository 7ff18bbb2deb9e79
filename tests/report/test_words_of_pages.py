"""What pages say at their edges: open dates, long ids, languages nobody named, chains and ranges.

It depends on the report alone, and on tiny corpora of invented sources.
A further edge is a further test here.
"""

import pytest

from safeconduct.errors import InvalidSetting
from safeconduct.figures.figure import Bounds
from safeconduct.pictures.periods import Period
from safeconduct.record.corpus import Corpus
from safeconduct.record.incident import Incident
from safeconduct.record.partial_date import parse
from safeconduct.record.source import Source
from safeconduct.record.statement import Statement
from safeconduct.report.address import file_names
from safeconduct.report.catalogue import catalogue
from safeconduct.report.components.bounds import bounds_view
from safeconduct.report.components.contradiction import finding_view
from safeconduct.report.components.figure import unit_words
from safeconduct.report.edition import Edition
from safeconduct.report.gallery import period_of
from safeconduct.report.pages.source import language_name, title_of
from safeconduct.report.reading import Reading
from safeconduct.report.sayings import said
from safeconduct.report.wording import Wording

ENGLISH = Wording("en")
RUSSIAN = Wording("ru")


def edition() -> Edition:
    untitled = Source(
        id="untitled",
        kind="press",
        publisher="The Gull",
        locator_state="no-locator",
        reliability="B",
    )
    nameless = Source(id="nameless", kind="testimony", locator_state="no-locator", reliability="C")
    corpus = Corpus.of(
        sources=[untitled, nameless],
        incidents=[Incident(id="i", label="Taken at the harbour", kind="incident")],
        statements=[
            Statement(id="a", source="untitled", incident="i", mode="reports", date=parse("2022")),
            Statement(id="b", source="nameless", incident="i", mode="reports", date=parse("2024")),
        ],
    )
    return Edition(Reading(corpus), ENGLISH)


@pytest.mark.parametrize(
    ("text", "extent", "english", "russian"),
    [
        ("../2021", "", "not after 2021", "не позднее 2021 года"),
        ("2021/..", "", "not before 2021", "не ранее 2021 года"),
        ("../2021", "lasting", "until 2021", "до 2021 года"),
        ("2021/..", "lasting", "since 2021", "с 2021 года"),
        ("20XX", "", "2000–2099", "2000–2099"),
        ("2023-10-16/2023-10-17", "", "16 or 17 October 2023", "16 или 17 октября 2023 года"),
        ("2022-21", "", "spring 2022", "весна 2022 года"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(
    text: str, extent: str, english: str, russian: str
) -> None:
    assert ENGLISH.date(parse(text), extent) == english
    assert RUSSIAN.date(parse(text), extent) == russian


def test_what_is_no_date_is_said_as_it_stands() -> None:
    assert said("date", "soon", wording=ENGLISH) == "soon"


def test_ids_that_differ_in_case_only_or_are_long_get_files_of_their_own() -> None:
    ids = ["Ж" * 79, "Ж" * 80, "a", "A"]

    names = file_names("incident", ids)

    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert all(len(name) < 120 for name in names.values())


def test_a_language_that_nobody_translated_has_no_catalogue() -> None:
    with pytest.raises(InvalidSetting, match="en, ru"):
        catalogue("tlh")


def test_a_central_range_of_persons_is_shown_as_one() -> None:
    view = bounds_view(Bounds(low=1, central=2, central_max=5, high=None), ENGLISH, scale=5)

    assert (view.low, view.central, view.high) == ("1", "2–5", "no upper bound")


def test_chains_have_words_of_their_own() -> None:
    assert unit_words("chains", 2, wording=ENGLISH) == "chains"


def test_an_unknown_year_has_no_ends() -> None:
    assert period_of(("unknown", "")) == Period(first=None, last=None)


def test_a_source_without_a_title_is_called_by_its_publisher_or_its_id() -> None:
    shown = edition()

    assert str(title_of("untitled", shown)) == "The Gull"
    assert str(title_of("nameless", shown)) == "nameless"


def test_a_language_without_a_name_is_shown_by_its_tag() -> None:
    assert language_name("qqx", edition()) == "qqx"
    assert language_name("", edition()) == ""
    assert language_name("ru", edition()) == "Russian"


def test_a_finding_says_whether_it_has_sides() -> None:
    shown = edition()
    sides = {
        finding.check: finding_view(finding, shown).is_contradiction
        for finding in shown.reading.findings
    }

    assert sides["conflicting-values"]
    assert not sides["source-cited-without-locator"]
