"""The table of incidents: what each is called, what kind it is, and how it is linked to others.

It depends on `columns` only.
To add a column, add it here and a field of the same name to `Incident`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.record.columns import Column
from safeconduct.record.tables.table import TableOfRecords, identifies

INCIDENTS: Final = TableOfRecords(
    name="incidents",
    row_is=(
        "one act, or a pattern, measure, response or piece of context that must not be counted as "
        "one"
    ),
    columns=(
        identifies("incident", "i1"),
        Column(
            name="label",
            kind="text",
            required=True,
            example="Activist held for extradition",
            description="What it is called on a page; a label names nobody.",
        ),
        Column(
            name="kind",
            kind="term",
            terms="incident-kinds",
            required=True,
            example="incident",
            description="Only the kind `incident` is counted as an incident.",
        ),
        Column(
            name="chain",
            kind="identifier",
            example="c1",
            description="The chain of linked acts it belongs to; blank is a chain of one.",
        ),
        Column(
            name="responds_to",
            kind="identifier",
            many=True,
            example="i1",
            description="For a response: the incidents it answers.",
        ),
        Column(
            name="overlaps",
            kind="identifier",
            many=True,
            example="i3",
            description="For a pattern: the counted incidents that it also contains.",
        ),
        Column(
            name="same_person_as",
            kind="identifier",
            many=True,
            example="i2",
            description=(
                "Incidents that concern the same persons, so that persons are counted once."
            ),
        ),
        Column(
            name="instruments",
            kind="term",
            terms="instruments",
            many=True,
            example="minsk-1993",
            description="The laws and treaties it rests on.",
        ),
        Column(
            name="note", kind="text", example="", description="Anything a later coder should know."
        ),
    ),
)
