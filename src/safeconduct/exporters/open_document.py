"""A corpus as an .ods workbook: the same sheets, notes, lists and frozen header as the .xlsx one.

It depends on the sheets beside it and on the standard library; decision 0010 says why no library
writes it. Every cell is written as text, so that no spreadsheet makes a formula, a number or a date
of it; a new sheet is written without a change here.

Source: OpenDocument 1.3, part 3, https://docs.oasis-open.org/office/OpenDocument/v1.3/.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from safeconduct.exporters.sheets import MOST_ROWS, sheets_of
from safeconduct.exporters.swap import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from safeconduct.exporters.sheets import Offer, Sheet, SheetColumn
    from safeconduct.record.corpus import Corpus

_MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
# The same bytes for the same corpus: an archive dates its parts, so they all have its first date.
_MADE_AT: Final = (1980, 1, 1, 0, 0, 0)
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "office": f"{_OASIS}:office:1.0",
        "table": f"{_OASIS}:table:1.0",
        "text": f"{_OASIS}:text:1.0",
        "style": f"{_OASIS}:style:1.0",
        "number": f"{_OASIS}:datastyle:1.0",
        "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
        "config": f"{_OASIS}:config:1.0",
        "manifest": f"{_OASIS}:manifest:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "of": f"{_OASIS}:of:1.2",
        "ooo": "http://openoffice.org/2004/office",
    }
)
_WIDTH_OF_A_CHARACTER: Final = 0.21  # centimetres
# On paper a sheet is as wide as a page, turned.
_PAGE: Final = (
    '<office:styles/><office:automatic-styles><style:page-layout style:name="turned">'
    '<style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm"'
    ' style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0"/>'
    "</style:page-layout></office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Default" style:page-layout-name="turned"/>'
    "</office:master-styles>"
)
# The first blank of a run is a plain one; the others, and those at an end, need an element.
_BLANKS: Final = re.compile(r"^ +| +$|(?<= ) +|\t")


def write(corpus: Corpus, path: Path) -> None:
    """Write a corpus into a workbook; a workbook of that name is replaced.

    Raises:
        InvalidRecord: the masthead holds what no corpus can.
        Refusal: a table has more rows than a sheet.
        Unavailable: the file cannot be written; what was there is still there.
    """
    replace_file(octets(sheets_of(corpus)), path)


def octets(sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook with these sheets."""
    parts = {
        "mimetype": _MEDIA_TYPE,
        "META-INF/manifest.xml": _manifest(),
        "styles.xml": _part("office:document-styles", (_PAGE,)),
        "settings.xml": _part("office:document-settings", _settings(sheets)),
        "content.xml": _part("office:document-content", _content(sheets)),
    }
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in parts.items():
            # The first part tells programs what the archive is, so it stands there uncompressed.
            compression = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _MADE_AT), text, compress_type=compression)
    return written.getvalue()


def _part(root: str, lines: Iterable[str]) -> str:
    namespaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    version = ' office:version="1.3"' if root.startswith("office:") else ' manifest:version="1.3"'
    inside = "".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root}{namespaces}{version}>{inside}</{root}>'


def _manifest() -> str:
    parts = {
        "/": _MEDIA_TYPE,
        **dict.fromkeys(("content.xml", "settings.xml", "styles.xml"), "text/xml"),
    }
    return _part(
        "manifest:manifest",
        (
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
            for name, kind in parts.items()
        ),
    )


# ── What a reader sees before moving anything: the header stays, and so does the id ──


def _settings(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield (
        '<office:settings><config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        '<config:config-item-map-named config:name="Tables">'
    )
    for sheet in sheets:
        yield f"<config:config-item-map-entry config:name={quoteattr(sheet.name)}>"
        yield from _frozen("Vertical", 1)
        yield from _frozen("Horizontal", 1 if sheet.takes_rows else 0)
        yield _setting("ActiveSplitRange", "short", 3 if sheet.takes_rows else 2)
        yield "</config:config-item-map-entry>"
    yield (
        "</config:config-item-map-named></config:config-item-map-entry>"
        "</config:config-item-map-indexed></config:config-item-set></office:settings>"
    )


def _frozen(direction: str, place: int) -> Iterator[str]:
    mode = 2 if place else 0
    behind = "PositionBottom" if direction == "Vertical" else "PositionRight"
    yield _setting(f"{direction}SplitMode", "short", mode)
    yield _setting(f"{direction}SplitPosition", "int", place)
    yield _setting(behind, "int", place)


def _setting(name: str, kind: str, value: int) -> str:
    attributes = f'config:name="{name}" config:type="{kind}"'
    return f"<config:config-item {attributes}>{value}</config:config-item>"


# ── The sheets ──


def _content(sheets: Sequence[Sheet]) -> Iterator[str]:
    yield "<office:automatic-styles>"
    yield from _styles(sheets)
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    yield "<table:content-validations>"
    for number, (_, offer) in enumerate(_offers(sheets)):
        yield _validation(number, offer)
    yield "</table:content-validations>"
    numbers = {place: number for number, (place, _) in enumerate(_offers(sheets))}
    for sheet in sheets:
        yield from _table(sheet, numbers)
    yield "</office:spreadsheet></office:body>"


def _styles(sheets: Iterable[Sheet]) -> Iterator[str]:
    yield '<number:text-style style:name="as-text"><number:text-content/></number:text-style>'
    for name, bold, paper, ink in (
        ("text", "normal", "transparent", "#000000"),
        ("light", "bold", "#e4e2dc", "#1c1b19"),
        ("dark", "bold", "#3b3a36", "#ffffff"),
    ):
        yield (
            f'<style:style style:name="{name}" style:family="table-cell"'
            ' style:data-style-name="as-text"><style:table-cell-properties fo:wrap-option="wrap"'
            f' style:vertical-align="top" fo:background-color="{paper}"/>'
            f'<style:text-properties fo:font-weight="{bold}" fo:color="{ink}"/></style:style>'
        )
    for width in sorted({column.width for sheet in sheets for column in sheet.columns}):
        centimetres = f"{width * _WIDTH_OF_A_CHARACTER:.2f}cm"
        yield (
            f'<style:style style:name="wide-{width}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{centimetres}"/></style:style>'
        )
    yield (
        '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>'
        '<style:style style:name="row" style:family="table-row">'
        '<style:table-row-properties style:use-optimal-row-height="true"/></style:style>'
    )


def _offers(sheets: Iterable[Sheet]) -> Iterator[tuple[tuple[str, int], Offer]]:
    """Every column that offers a list, by its sheet and place."""
    for sheet in sheets:
        for place, column in enumerate(sheet.columns):
            if column.offer:
                yield (sheet.name, place), column.offer


def _validation(number: int, offer: Offer) -> str:
    letter = chr(ord("A") + offer.column)
    cells = f"[${offer.sheet}.${letter}${offer.first_row}:.${letter}${offer.last_row}]"
    shown = "true" if offer.is_enforced else "false"
    return (
        f'<table:content-validation table:name="list-{number}"'
        f' table:condition="of:cell-content-is-in-list({cells})" table:allow-empty-cell="true"'
        f' table:display-list="unsorted"><table:error-message table:display="{shown}"'
        ' table:message-type="stop" table:title="Not in the list"><text:p>Choose a word of the'
        f" list; the sheet {offer.sheet} explains them.</text:p></table:error-message>"
        "</table:content-validation>"
    )


def _table(sheet: Sheet, numbers: Mapping[tuple[str, int], int]) -> Iterator[str]:
    lists = [
        f' table:content-validation-name="list-{numbers[sheet.name, place]}"'
        if (sheet.name, place) in numbers
        else ""
        for place in range(len(sheet.columns))
    ]
    yield f'<table:table table:name={quoteattr(sheet.name)} table:style-name="sheet">'
    for column in sheet.columns:
        yield (
            f'<table:table-column table:style-name="wide-{column.width}"'
            ' table:default-cell-style-name="text"/>'
        )
    yield '<table:table-header-rows><table:table-row table:style-name="row">'
    yield from map(_heading, sheet.columns)
    yield "</table:table-row></table:table-header-rows>"
    for place, row in enumerate(sheet.rows):
        # A cell without a style takes that of its column, which is text.
        style = ' table:style-name="light"' if place in sheet.emphasised else ""
        yield '<table:table-row table:style-name="row">'
        for text, attribute in zip(row, lists, strict=False):
            yield _cell(text, f"{style}{attribute}")
        yield "</table:table-row>"
    if sheet.takes_rows:
        left = MOST_ROWS - 1 - len(sheet.rows)
        yield f'<table:table-row table:style-name="row" table:number-rows-repeated="{left}">'
        yield from (f"<table:table-cell{attribute}/>" for attribute in lists)
        yield "</table:table-row>"
    yield "</table:table>"


def _heading(column: SheetColumn) -> str:
    note = ""
    if column.note:
        paragraphs = "".join(_paragraphs(column.note))
        note = f"<office:annotation>{paragraphs}</office:annotation>"
    style = "dark" if column.is_required else "light"
    return _cell(column.heading, f' table:style-name="{style}"', note=note)


def _cell(text: str, attributes: str, *, note: str = "") -> str:
    if not text and not note:
        return f"<table:table-cell{attributes}/>"
    attributes += ' office:value-type="string"'
    if "\t" in text:
        # Readers drop the element of a tab; the attribute tells them the text whole.
        attributes += f" office:string-value={quoteattr(text)}"
    return f"<table:table-cell{attributes}>{note}{''.join(_paragraphs(text))}</table:table-cell>"


def _paragraphs(text: str) -> Iterator[str]:
    """The lines of a text; runs of blanks, and tabs, become elements, or a reader merges them."""
    for line in text.split("\n"):
        yield f"<text:p>{_BLANKS.sub(_blanks, escape(line))}</text:p>"


def _blanks(found: re.Match[str]) -> str:
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'
