"""The table of reported figures: numbers that somebody published, with their unit and relations.

It depends on `columns` only.
To add a column, add it here and a field of the same name to `ReportedFigure`.
"""

from __future__ import annotations

from typing import Final

from safeconduct.record.columns import Column
from safeconduct.record.tables.table import TableOfRecords, identifies

REPORTED_FIGURES: Final = TableOfRecords(
    name="reported_figures",
    row_is="a number that somebody published",
    columns=(
        identifies("reported figure", "f1"),
        Column(
            name="label",
            kind="text",
            required=True,
            example="Persons charged",
            description="What it counts.",
        ),
        Column(
            name="minimum",
            kind="number",
            required=True,
            example="159",
            description="The number, or its lower end.",
        ),
        Column(
            name="maximum",
            kind="number",
            example="159",
            description="The upper end of a range; blank repeats the minimum.",
        ),
        Column(
            name="qualifier",
            kind="term",
            terms="qualifiers",
            required=True,
            example="exactly",
            description="How the source hedges the number.",
        ),
        Column(
            name="unit",
            kind="term",
            terms="units",
            required=True,
            example="person",
            description="What one is.",
        ),
        Column(
            name="scope", kind="text", example="worldwide", description="Whom and where it covers."
        ),
        Column(name="period", kind="date", example="2022/2023", description="The time it covers."),
        Column(name="as_of", kind="date", example="2025-02", description="The day it was true."),
        Column(
            name="source",
            kind="identifier",
            required=True,
            example="s1",
            description="The source that gives it.",
        ),
        Column(name="locator", kind="text", example="p. 5", description="Where in the source."),
        Column(
            name="caveats",
            kind="text",
            example="an estimate",
            description="The source's own caveats.",
        ),
        Column(
            name="part_of",
            kind="identifier",
            example="f2",
            description="The figure that this one is a part of.",
        ),
        Column(
            name="sum_of",
            kind="identifier",
            many=True,
            example="f3;f4",
            description="The figures that should add up to this one.",
        ),
        Column(
            name="same_quantity_as",
            kind="identifier",
            many=True,
            example="f5",
            description="Figures that claim to measure the same thing.",
        ),
        Column(
            name="about",
            kind="identifier",
            many=True,
            example="i1",
            description="The incidents it speaks of.",
        ),
        Column(
            name="note", kind="text", example="", description="Anything a later coder should know."
        ),
    ),
)
