"""Releases for the tests of the public site: a series, a correction and one that was taken back.

It depends on the releases of the tests of `publish`; every number and incident is invented.
A test writes them to folders, because the site is written from nothing else.
"""

import struct
import zlib
from dataclasses import replace

from safeconduct.publish.folder import write
from safeconduct.publish.manifest import SIGNATURES
from safeconduct.publish.release import ReleasedDimension, ReleasedPicture, ReleasedText
from tests.publish.releases import bare, grid, line, listed, protected, release, single

REASON = "A source was a copy of another."
PICTURE_WORDS = "Bars: more persons in 2023 than in 2022."
TITLE = (("en", "Persons targeted"), ("ru", "Люди, против которых действовали"))


def png(width=4, height=3):
    """A picture of one colour."""

    def chunk(kind, octets):
        check = struct.pack(">I", zlib.crc32(kind + octets))
        return struct.pack(">I", len(octets)) + kind + octets + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def relabelled(table, **labels):
    """A released table with real labels in the place of invented ones."""
    sides = tuple(
        ReleasedDimension(name=side.name, labels=labels.get(side.name, side.labels))
        for side in table.dimensions
    )
    new = {
        (side.name, old): name
        for side in table.dimensions
        for old, name in zip(side.labels, labels.get(side.name, side.labels), strict=True)
    }
    names = [side.name for side in table.dimensions]
    cells = tuple(
        replace(
            cell,
            labels=tuple(new.get(pair, pair[1]) for pair in zip(names, cell.labels, strict=True)),
        )
        for cell in table.cells
    )
    return replace(table, dimensions=sides, cells=cells, scheme="aaad")


def by_technique(counts=(12, 31, 0)):
    """Persons by technique, one label merged from two."""
    table = protected(line(counts, identifier="by-technique", name="technique"))
    labels = ("abduction", "deportation+extradition-request", "other")
    title = (("en", "Persons by technique"), ("ru", "Люди по приёмам"))
    return replace(relabelled(table, technique=labels), title=title)


def by_host_and_year(rows=((7, 12, 40, 3), (0, 5, 22, 9))):
    """Persons by host state and year."""
    table = protected(grid(rows, identifier="by-host", names=("host", "year")))
    title = (("en", "Persons by host state and year"),)
    years = ("2021", "2022", "2023", "unknown")
    return replace(relabelled(table, host=("AQ", "BV"), year=years), title=title)


def told(quarter, *tables, **changed):
    """A release with all that one can have."""
    return release(
        *tables,
        quarter=quarter,
        title=TITLE,
        languages=("en", "ru"),
        method=(("en", "Counted are persons. Rounded."), ("ru", "Считаются люди. Округлено.")),
        caveats=((("en", "Only what was reported."), ("ru", "Лишь то, о чём сообщили.")),),
        lineage=(("corpus, sealed", "0" * 64),),
        **changed,
    )


def whole_series():
    """Four releases of quarters: the second corrected, the first taken back at the end."""
    first = told(0, by_technique((5, 5, 5)))
    second = told(1, by_technique((9, 20, 0)), previous=(first.digest,))
    mended = told(
        2,
        by_technique((9, 26, 0)),
        kind="correction",
        concerns=second.digest,
        reason=(("en", REASON), ("ru", "Один источник повторял другой.")),
        previous=(first.digest, second.digest),
    )
    last = told(
        3,
        by_technique(),
        by_host_and_year(),
        bare(single(43, "all")),
        listed=(listed(2, host="AQ", technique="abduction", year="2023"),),
        listed_rule="two-public-voices",
        texts=(
            ReleasedText(name="summary", language="en", body="# In short\n\nMore.\n\n- a\n- b\n"),
            ReleasedText(name="summary", language="ru", body="# Кратко\n\nБольше.\n"),
            ReleasedText(name="note", language="ru", body="Заметка.\n"),
        ),
        pictures=(
            ReleasedPicture(
                name="years.png",
                media_type="image/png",
                octets=png(),
                alternative=(("en", PICTURE_WORDS),),
            ),
        ),
        previous=(first.digest, second.digest, mended.digest),
    )
    gone = told(
        4,
        kind="withdrawal",
        concerns=first.digest,
        reason=(("en", "It named a town."), ("ru", "В нём был назван город.")),
        previous=(first.digest, second.digest, mended.digest, last.digest),
    )
    return first, second, mended, last, gone


def laid_out(parent, releases=None):
    """The folders of releases, with a signature in each as somebody else might write one."""
    folders = [write(each, parent) for each in releases or whole_series()]
    for folder in folders:
        (folder / SIGNATURES).mkdir()
        (folder / SIGNATURES / "key.sig").write_text("signature")
    return folders
