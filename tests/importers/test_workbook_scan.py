"""Workbooks made to exhaust or to deceive are refused before the library reads a cell.

It depends on the scan, on the reader behind it and on the workbooks beside it.
A further trick is one more test here, in both forms where both can play it.
"""

import re
import struct
import zipfile
from contextlib import suppress

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.exporters.example_corpus import example_corpus
from safeconduct.importers.workbook import read
from safeconduct.importers.workbook_scan import refused_cells
from tests.importers.books import Formula, archive_of, book, open_book, with_part
from tests.importers.samples import places, problems_of

TEXTS = "xl/sharedStrings.xml"
END = "</sheetData>"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
INCIDENTS = "xl/worksheets/sheet4.xml"
# How an archive marks each part in its list.
LISTED = b"PK\x01\x02"
CELL = "<table:table-cell"
FIRST_CELL = f'{CELL} office:value-type="string"><text:p>abduction-1'


def found_in(path):
    """What the whole workbook is refused for."""
    (problem,) = problems_of(read, path)
    assert (problem.file, problem.row) == (path.name, 0)
    return problem.found


def in_sheet(tmp_path, old, new):
    return with_part(
        book(tmp_path / "book.xlsx"), INCIDENTS, lambda text: text.replace(old, new, 1)
    )


def in_content(tmp_path, old, new):
    def change(text):
        assert old in text
        return text.replace(old, new, 1)

    return open_book(tmp_path / "book.ods", change)


# ── What is no workbook ──


@pytest.mark.parametrize(
    "octets", [b"", b"id,kind\n", b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0"]
)
def test_what_is_no_archive_is_refused(tmp_path, octets):
    path = tmp_path / "book.xlsx"
    path.write_bytes(octets)

    assert found_in(path) == "what cannot be opened as a workbook"


def test_an_archive_without_sheets_is_refused(tmp_path):
    path = archive_of(tmp_path / "book.xlsx", {"note.txt": b"hello"})

    assert found_in(path) == "an archive that holds no sheets"


def test_an_archive_with_two_parts_of_one_name_is_refused(tmp_path):
    path = archive_of(tmp_path / "book.ods", {"content.xml": b"<a/>", "Content.xml": b"<b/>"})

    assert found_in(path) == "an archive in which two parts have one name"


def test_an_encrypted_archive_is_refused(tmp_path):
    octets = bytearray(open_book(tmp_path / "book.ods").read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (LISTED, 8)):
        place = octets.find(mark)
        while place >= 0:
            octets[place + offset] |= 1
            place = octets.find(mark, place + 4)
    (tmp_path / "book.ods").write_bytes(octets)

    assert found_in(tmp_path / "book.ods") == "what cannot be opened as a workbook"


def test_a_part_that_is_not_xml_is_refused(tmp_path):
    path = with_part(book(tmp_path / "book.xlsx"), INCIDENTS, lambda text: text[:200])

    assert found_in(path) == "a part that is not XML"


def test_a_sheet_whose_part_is_missing_is_refused(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"),
        "xl/_rels/workbook.xml.rels",
        lambda text: text.replace("sheet4.xml", "sheet99.xml"),
    )

    assert found_in(path) == "what cannot be opened as a workbook"


def test_a_sheet_without_a_link_to_its_part_is_refused(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"), "xl/workbook.xml", lambda text: text.replace("r:id=", "id=")
    )

    assert found_in(path) == "what cannot be opened as a workbook"


def test_links_may_be_written_from_the_root(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"),
        "xl/_rels/workbook.xml.rels",
        lambda text: text.replace('"worksheets/', '"/xl/worksheets/'),
    )

    assert read(path) == example_corpus()


# ── What would exhaust the machine ──


def test_a_document_type_is_refused(tmp_path):
    """Safety: entities could read files of the machine, or multiply a text without end."""
    doctype = '?>\n<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    path = open_book(tmp_path / "book.ods", lambda text: text.replace("?>\n", doctype, 1))

    assert found_in(path) == "a document type definition"


def test_an_archive_that_unpacks_beyond_all_measure_is_refused(tmp_path):
    octets = bytearray(open_book(tmp_path / "book.ods").read_bytes())
    place = octets.find(LISTED)
    for _ in range(2):
        struct.pack_into("<I", octets, place + 24, 2**32 - 2)
        place = octets.find(LISTED, place + 4)
    (tmp_path / "book.ods").write_bytes(octets)

    assert "when unpacked" in found_in(tmp_path / "book.ods")


def test_two_cells_far_apart_are_refused(tmp_path):
    path = in_sheet(
        tmp_path,
        "</sheetData>",
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>',
    )

    assert "spans more than" in found_in(path)


def test_a_cell_repeated_without_end_is_refused(tmp_path):
    repeated = FIRST_CELL.replace(CELL, f'{CELL} table:number-columns-repeated="99999999"')

    assert "spans more than" in found_in(in_content(tmp_path, FIRST_CELL, repeated))


def test_one_long_text_shared_by_many_cells_is_refused(tmp_path):
    short, long = "<t>abduction-1</t>", f"<t>{'a' * 3_000_000}</t>"
    path = book(tmp_path / "book.xlsx")
    with zipfile.ZipFile(path) as archive:
        before = archive.read(TEXTS).decode().partition(short)[0]
    cells = f'<c t="s"><v>{before.count("<si>") - 1}</v></c>' * 100
    with_part(path, TEXTS, lambda text: text.replace(short, long))
    with_part(path, INCIDENTS, lambda text: text.replace(END, f'<row r="9">{cells}</row>{END}'))

    assert "characters" in found_in(path)


def test_a_run_of_blanks_without_end_is_refused(tmp_path):
    blanks = FIRST_CELL.replace("<text:p>", '<text:p><text:s text:c="999999999"/>')

    assert "characters" in found_in(in_content(tmp_path, FIRST_CELL, blanks))


def test_blank_rows_to_the_end_of_the_sheet_are_no_matter(tmp_path):
    path = open_book(tmp_path / "book.ods")

    with zipfile.ZipFile(path) as archive:
        assert 'rows-repeated="1048573"' in archive.read("content.xml").decode()
    assert read(path) == example_corpus()


# ── What is not the text that somebody typed ──


def test_an_error_value_is_refused_by_place(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"),
        INCIDENTS,
        lambda text: re.sub('<c r="C2".*?</c>', '<c r="C2" t="e"><v>#REF!</v></c>', text),
    )

    (problem,) = problems_of(read, path)

    assert (problem.row, problem.column) == (2, "kind")
    assert problem.found == "an error value of the spreadsheet"


def test_a_formula_is_found_whatever_its_prefix(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx", {("incidents", 2, "note"): Formula("=1+6")}),
        INCIDENTS,
        lambda text: (
            text.replace("<f>", '<z:f xmlns:z="NS">')
            .replace("</f>", "</z:f>")
            .replace("NS", "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
        ),
    )

    assert "a formula" in {problem.found for problem in problems_of(read, path)}


@pytest.mark.parametrize(
    ("attributes", "found"),
    [
        ('table:formula="of:=1+1"', "a formula"),
        ('table:number-columns-spanned="2"', "merged cells"),
        ('table:number-rows-spanned="3"', "merged cells"),
        (f'xmlns:c="{CALC}" c:value-type="error"', "an error value of the spreadsheet"),
    ],
)
def test_the_same_is_found_in_an_open_document(tmp_path, attributes, found):
    marked = FIRST_CELL.replace(CELL, f"{CELL} {attributes}")

    problems = problems_of(read, in_content(tmp_path, FIRST_CELL, marked))

    refused = [problem for problem in problems if problem.found == found]
    assert [(problem.file, problem.row) for problem in refused] == [("book.ods/incidents", 2)]


@pytest.mark.parametrize("element", ["<text:tab/>", "<text:line-break/>"])
def test_a_tab_that_the_library_would_drop_is_refused(tmp_path, element):
    marked = FIRST_CELL.replace("<text:p>", f"<text:p>{element}")

    problems = problems_of(read, in_content(tmp_path, FIRST_CELL, marked))

    assert problems[0].found == "a tab or a soft line break"


def test_a_tab_in_a_remark_is_nobody_s_text(tmp_path):
    remark = "<office:annotation><text:p>a<text:tab/>b</text:p></office:annotation><text:p>"
    marked = FIRST_CELL.replace("<text:p>", remark)

    assert read(in_content(tmp_path, FIRST_CELL, marked)) == example_corpus()


def test_cells_and_rows_without_a_name_follow_each_other(tmp_path):
    def unnamed(text):
        for name in ("A", "B", "C"):
            text = text.replace(f'<c r="{name}2"', "<c").replace(f'<c r="{name}3"', "<c")
        return (
            text.replace('<row r="2"', "<row")
            .replace('<row r="3"', "<row")
            .replace("</c></row></sheetData>", "</c><c><f>1</f><v>1</v></c></row></sheetData>")
        )

    path = with_part(book(tmp_path / "book.xlsx"), INCIDENTS, unnamed)

    found = refused_cells(path.read_bytes(), path.name)

    assert list(found["incidents"]) == [(3, 5)]


@pytest.mark.parametrize("name", ["2C", "AAAA1", "c2", "R1C1"])
def test_a_cell_that_stands_nowhere_is_refused(tmp_path, name):
    path = in_sheet(tmp_path, '<c r="C2"', f'<c r="{name}"')

    assert found_in(path) == "a cell whose name is no place of a sheet"


def test_a_number_that_is_none_is_refused(tmp_path):
    path = in_sheet(tmp_path, '<row r="2"', '<row r="two"')

    assert found_in(path) == "what cannot be opened as a workbook"


def test_a_workbook_without_shared_texts_is_looked_through(tmp_path):
    path = book(tmp_path / "book.xlsx")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    del parts[TEXTS]
    blank = b"<worksheet><sheetData/></worksheet>"
    sheets = {name: blank for name in parts if name.startswith("xl/worksheets/")}
    archive_of(path, parts | sheets)

    assert [*refused_cells(path.read_bytes(), path.name).values()] == [{}] * 6


@pytest.mark.parametrize("form", [book, open_book])
def test_no_broken_byte_makes_more_than_a_refusal(tmp_path, form):
    """A workbook cut or changed anywhere is read or refused, and never ends the program."""
    path = form(tmp_path / f"book.{'xlsx' if form is book else 'ods'}")
    sound = path.read_bytes()
    for place in range(0, len(sound), len(sound) // 60):
        broken = bytearray(sound)
        broken[place] ^= 0xFF
        path.write_bytes(broken)
        with suppress(RejectedRows):
            read(path)

        path.write_bytes(sound[:place])
        with pytest.raises(RejectedRows):
            read(path)


def test_line_ends_between_shared_texts_are_nobody_s_text(tmp_path):
    path = with_part(
        book(tmp_path / "book.xlsx"), TEXTS, lambda text: text.replace("<si>", "\n  <si>")
    )

    assert read(path) == example_corpus()


def test_places_name_the_sheet(tmp_path):
    path = book(tmp_path / "book.xlsx", {("decisions", 2, "reason"): Formula("=1")})

    assert places(problems_of(read, path)) == [("book.xlsx/decisions", 2, "reason")]
