"""The table of sources: what was published, filed or said, by whom, and how far to trust it.

It depends on `columns` only.
To add a column, add it here and a field of the same name to `Source`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.record.columns import Column
from safeconduct.record.tables.table import TableOfRecords, identifies

SOURCES: Final = TableOfRecords(
    name="sources",
    row_is="something published, filed or said that makes statements",
    columns=(
        identifies("source", "s1"),
        Column(
            name="kind",
            kind="term",
            terms="source-kinds",
            required=True,
            example="press",
            description="What kind of source it is.",
        ),
        Column(
            name="title",
            kind="text",
            example="Report on border returns",
            description="Its title as printed.",
        ),
        Column(
            name="language",
            kind="language",
            example="en",
            description="The language it is written in.",
        ),
        Column(
            name="publisher",
            kind="text",
            example="Example Monitor",
            description=(
                "Who published it; the publisher of the root of a chain of reports is its voice."
            ),
        ),
        Column(
            name="published",
            kind="date",
            example="2023-11-03",
            description="When it was published.",
        ),
        Column(name="accessed", kind="date", example="2024-02-14", description="When it was read."),
        Column(
            name="as_of",
            kind="date",
            example="2023-12",
            description="The day its content speaks of.",
        ),
        Column(
            name="url",
            kind="url",
            example="https://example.org/report",
            description="Its address; never a place to take a date from.",
        ),
        Column(
            name="locator_state",
            kind="term",
            terms="locator-states",
            required=True,
            example="located",
            description=(
                "Whether it can be found again: located, cited without a locator, or not "
                "recoverable."
            ),
        ),
        Column(
            name="derived_from",
            kind="identifier",
            many=True,
            example="s2",
            description="The sources it repeats; a report of a report is not a second voice.",
        ),
        Column(
            name="organ_of",
            kind="state",
            example="KG",
            description=(
                "The state whose organ or medium it is, for official sources and state media."
            ),
        ),
        Column(
            name="reliability",
            kind="grade",
            required=True,
            example="B",
            description=(
                "The source's grade on the Admiralty scale, A to F; F is 'cannot be judged'."
            ),
        ),
        Column(
            name="reliability_reason",
            kind="text",
            example="named method, long record",
            description="Why this grade.",
        ),
        Column(
            name="voice",
            kind="text",
            example="Example Monitor, Almaty bureau",
            description=(
                "A voice of its own where two roots of one publisher are independent of each other."
            ),
        ),
        Column(
            name="voice_reason",
            kind="text",
            example="separate newsroom",
            description="Why it is a voice of its own; required with `voice`.",
        ),
        Column(
            name="note", kind="text", example="", description="Anything a later coder should know."
        ),
    ),
)
