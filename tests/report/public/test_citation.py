"""A release is cited so that its bytes can be told from any other's, in forms that machines read.

It depends on the releases of this folder.
A further form is one more test here.
"""

from dataclasses import replace

import pytest

from safeconduct.report.markup import Passage
from safeconduct.report.public.citation import as_bibtex, as_cff, as_sentence, licence_address
from tests.report.public.shelves import told

RELEASE = told(0)
TITLE = Passage('Persons "targeted" & 100 %')


def test_a_sentence_names_publisher_year_and_digest():
    text = as_sentence(RELEASE, title=TITLE)

    assert text.startswith("Lantern (2024). Persons")
    assert RELEASE.digest in text


def test_a_citation_file_quotes_what_could_break_it():
    lines = as_cff(RELEASE, title=TITLE).splitlines()

    assert lines[0] == "cff-version: 1.2.0"
    assert r'title: "Persons \"targeted\" & 100 %"' in lines
    assert "license: CC-BY-4.0" in lines
    assert f"    value: sha256:{RELEASE.digest}" in lines


def test_a_licence_by_address_or_in_words_is_not_taken_for_an_identifier():
    by_address = as_cff(replace(RELEASE, licence="https://example.org/l"), title=TITLE)
    in_words = as_cff(replace(RELEASE, licence="Ask us first"), title=TITLE)

    assert 'license-url: "https://example.org/l"' in by_address
    assert "license" not in in_words


def test_bibtex_escapes_what_tex_would_read():
    text = as_bibtex(replace(RELEASE, publisher="A_b\\c~{d}"), title=TITLE)

    assert text.startswith("@misc{quarter-0,\n")
    assert r"A\_b\textbackslash{}c\textasciitilde{}\{d\}" in text
    assert r"\& 100 \%" in text
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize(
    ("licence", "address"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("http://example.org/", "http://example.org/"),
        ("ODbL-1.0", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_a_licence_has_an_address_only_where_it_is_certain(licence, address):
    assert licence_address(licence) == address
