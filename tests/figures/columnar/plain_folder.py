"""A small sound corpus folder, and ways to spoil one cell of it.

It depends on the tables of the record and on the builder of hostile corpora.
A test names what it changes; everything else stays as the careful reader takes it.
"""

import os
import time

from safeconduct.importers import corpus_folder
from safeconduct.record.tables import TABLES
from tests.figures.hostile_corpora import MASTHEAD, write_table

ABROAD = {
    "origin": "BV",
    "hosts": "AQ",
    "techniques": "abduction",
    "attribution": "state-organ",
    "date": "2023",
}
SOUND = {
    "sources": [
        {"id": "s1", "kind": "press", "locator_state": "no-locator", "reliability": "B"},
        {
            "id": "s2",
            "kind": "press",
            "publisher": "Lantern",
            "locator_state": "no-locator",
            "reliability": "B",
            "derived_from": "s1",
        },
    ],
    "statements": [
        {"id": "t1", "source": "s1", "incident": "i1", "mode": "reports", **ABROAD},
        {"id": "t2", "source": "s2", "incident": "i1", "mode": "reports", "date": "2023-05"},
        {"id": "t3", "source": "s1", "incident": "i1", "mode": "corrects", "revises": "t1"},
    ],
    "incidents": [
        {"id": "i1", "label": "An act", "kind": "incident"},
        {"id": "i2", "label": "Another", "kind": "incident", "same_person_as": "i1"},
    ],
    "reported_figures": [],
    "decisions": [
        {
            "id": "d1",
            "incident": "i1",
            "field": "setting",
            "value": "home",
            "reason": "seen",
            "decided_by": "coder",
            "decided_on": "2024",
        }
    ],
}


def write(folder, *changes):
    """Write the sound folder with changes: (table, row, cells); a row at its end is a new one."""
    rows = {name: [dict(row) for row in table] for name, table in SOUND.items()}
    for table, place, cells in changes:
        if place == len(rows[table]):
            rows[table].append({})
        rows[table][place] |= cells
    folder.mkdir(exist_ok=True)
    (folder / "corpus.toml").write_text(MASTHEAD, encoding="utf-8")
    for name, table in rows.items():
        write_table(folder, name, table)
    return folder


def settle(folder, seconds=60):
    """Let a folder look as if nobody had touched it for a while."""
    at = time.time() - seconds
    for path in folder.iterdir():
        if path.is_file():
            os.utime(path, (at, at))


def rewrite(folder, table, text, instead):
    """Replace a text in the file of a table."""
    path = folder / TABLES[table].file
    before = path.read_text(encoding="utf-8")
    assert text in before
    path.write_text(before.replace(text, instead), encoding="utf-8")


def masthead(folder):
    """The as-of date and the aliases of a folder, as counting asks for them."""
    read = corpus_folder.read(folder).masthead
    return read.as_of, read.aliases
