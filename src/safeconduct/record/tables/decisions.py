"""The table of decisions: what a coder adopts where statements conflict, and why.

It depends on `columns` only.
To add a column, add it here and a field of the same name to `Decision`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.record.columns import Column
from safeconduct.record.tables.table import TableOfRecords, identifies

OCCURRENCE: Final = "occurrence"
PERSONS: Final = "persons"

DECISIONS: Final = TableOfRecords(
    name="decisions",
    row_is="a coder's reasoned choice where statements conflict",
    columns=(
        identifies("decision", "d1"),
        Column(
            name="incident",
            kind="identifier",
            required=True,
            example="i1",
            description="The incident decided on.",
        ),
        Column(
            name="field",
            kind="identifier",
            required=True,
            example="date",
            description=(
                "The column decided, `persons`, or `occurrence` (occurred or did-not-occur)."
            ),
        ),
        Column(
            name="value",
            kind="text",
            required=True,
            example="2023-10-17",
            description=(
                "The value adopted, written as its column writes it; persons as `1` or `1-3`."
            ),
        ),
        Column(
            name="reason",
            kind="text",
            required=True,
            example="court record seen",
            description="Why.",
        ),
        Column(
            name="decided_by",
            kind="text",
            required=True,
            example="coder 2",
            description="The role that decided.",
        ),
        Column(
            name="decided_on", kind="date", required=True, example="2024-05-01", description="When."
        ),
    ),
)
