"""What is written for Uwazi is read by the rules of Uwazi's own import, told here in its place.

It depends on the standard library; Uwazi itself needs a server with two databases, and is no judge.
A further rule of the import is one more function of `RULES`, with the file that it is in.

Sources, of `huridocs/uwazi` (MIT), `app/api/csv`, read on 2026-11-24; no line of it is repeated:
`csvDefinitions.ts` (72dfac3) for the separators, `validateColumns.ts` (01ec8ee) and `entityRow.ts`
(1466f56) for the headings, `typeParsers.ts` (03d263a) for days, ranges, numbers and links,
`typeParsers/shared.ts` (00528b1) for the words of a thesaurus, `sanitizationUtils.ts` (00528b1) for
what is taken for nothing; `safeName` of `app/api/templates` for how a heading finds its property.
"""

import csv
import io
import re
from datetime import date
from urllib.parse import urlsplit

import pytest

from safeconduct import corpora
from safeconduct.exporters.handover import Handover
from safeconduct.exporters.to_format import in_format
from safeconduct.importers import corpus_folder
from tests.exporters.whole_corpus import whole_corpus

WORDS = ("techniques", "attribution", "targets", "outcome", "hosts", "origin", "standing")
NUMBERS = ("persons at least", "persons at most", "statements")
NOTHING = {"null", "undefined", "n/a"}
BUILT_IN = corpora.folder("distance-is-not-a-shield")


def safe_name(heading: str) -> str:
    return re.sub(r"[^a-z0-9]", "_", heading.strip(), flags=re.IGNORECASE).lower()


def headings_are_of_one_property_each(headings, _):
    names = [safe_name(each) for each in headings]
    return len(set(names)) == len(names) and "title" in names


def no_heading_claims_a_language(headings, _):
    return not any(re.search(r"__[a-z]{2,3}$", safe_name(each)) for each in headings)


def every_row_has_a_title_and_its_cells(headings, row):
    return bool(row["title"].strip()) and len(row) == len(headings) and None not in row


def a_range_has_two_ends_that_are_days(_, row):
    if not row["date"]:
        return True
    ends = row["date"].split(":")
    return len(ends) == 2 and any(ends) and all(not end or date.fromisoformat(end) for end in ends)


def a_number_is_one(_, row):
    return all(re.fullmatch(r"\d*", row[name]) for name in NUMBERS)


def a_link_has_a_label_and_a_host(_, row):
    label, _, address = row["link"].partition("|")
    return not row["link"] or (
        bool(label) and "|" not in address and bool(urlsplit(address).netloc)
    )


def a_word_of_a_thesaurus_is_whole(_, row):
    words = [word for name in WORDS for word in row[name].split("|") if row[name]]
    return all(word and word == " ".join(word.split()) and "::" not in word for word in words)


def nothing_written_is_taken_for_nothing(_, row):
    return not any(cell.strip().lower() in NOTHING for cell in row.values())


RULES = (
    headings_are_of_one_property_each,
    no_heading_claims_a_language,
    every_row_has_a_title_and_its_cells,
    a_range_has_two_ends_that_are_days,
    a_number_is_one,
    a_link_has_a_label_and_a_host,
    a_word_of_a_thesaurus_is_whole,
    nothing_written_is_taken_for_nothing,
)


def broken(octets: bytes) -> set[str]:
    rows = list(csv.DictReader(io.StringIO(octets.decode(), newline="")))
    return {rule.__name__ for rule in RULES for row in rows if not rule(list(rows[0]), row)}


@pytest.fixture(scope="module", params=["built in", "invented"])
def written(request):
    corpus = corpus_folder.read(BUILT_IN) if request.param == "built in" else whole_corpus()
    return in_format("uwazi", Handover(from_corpus=corpus))["uwazi.csv"]


def test_what_is_written_keeps_every_rule(written):
    assert written.count(b"\n") > 1
    assert broken(written) == set()


GOOD = {
    "title": "An act",
    "date": "2024-01-02:",
    "techniques": "one|two",
    "link": "A paper|https://paper.invalid/1",
    "persons at least": "1",
    **dict.fromkeys(("attribution", "targets", "outcome", "hosts", "origin", "standing"), ""),
    **dict.fromkeys(("persons at most", "statements"), ""),
}


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({}, None),
        ({"Title": "x"}, headings_are_of_one_property_each),
        ({"summary__ru": "x"}, no_heading_claims_a_language),
        ({"title": " "}, every_row_has_a_title_and_its_cells),
        ({"date": "2024-01-02~"}, a_range_has_two_ends_that_are_days),
        ({"persons at least": "some"}, a_number_is_one),
        ({"link": "A paper|b|https://paper.invalid/1"}, a_link_has_a_label_and_a_host),
        ({"link": "A paper|paper"}, a_link_has_a_label_and_a_host),
        ({"techniques": "one||two"}, a_word_of_a_thesaurus_is_whole),
        ({"techniques": "one::two"}, a_word_of_a_thesaurus_is_whole),
        ({"actor": "N/A"}, nothing_written_is_taken_for_nothing),
    ],
)
def test_each_rule_bites(changed, rule):
    row = GOOD | changed
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(row))
    writer.writeheader()
    writer.writerow(row)

    try:
        found = broken(text.getvalue().encode())
    except ValueError:
        found = {a_range_has_two_ends_that_are_days.__name__}

    assert found == ({rule.__name__} if rule else set())
