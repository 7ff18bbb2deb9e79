"""Addresses: no two records share a file, on any file system.

It depends on the addresses only.
Names stay readable for ids that file systems agree on.
"""

from hypothesis import given
from hypothesis import strategies as st

from safeconduct.report.address import anchor, file_names, index_file

IDS = st.from_regex(r"[^\W_][\w.\-]{0,79}", fullmatch=True)


def test_an_ordinary_id_is_its_own_name():
    assert file_names("incident", ["I26c", "s-1.2"]) == {
        "I26c": "incident-I26c.html",
        "s-1.2": "incident-s-1.2.html",
    }


def test_ids_that_differ_in_capitals_only_have_names_of_their_own():
    names = file_names("source", ["fn1", "FN1"])

    assert names["fn1"] == "source-fn1.html"
    assert names["FN1"].startswith("source-FN1-")


def test_another_script_becomes_plain_letters():
    assert file_names("source", ["дело"]) == {"дело": "source-_434__435__43b__43e_.html"}


@given(st.lists(IDS, unique=True, max_size=20))
def test_no_two_records_share_a_file(ids):
    names = list(file_names("figure", ids).values())

    assert len({name.casefold() for name in names}) == len(ids)
    assert all(len(name.encode()) <= 255 and name.isascii() for name in names)


def test_an_index_goes_on_over_numbered_pages():
    assert index_file("sources") == "sources.html"
    assert index_file("sources", 2) == "sources-2.html"


def test_a_place_within_a_page_begins_with_a_letter():
    assert anchor("1-а") == "at-1-_430_"
