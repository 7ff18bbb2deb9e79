"""The five tables of a corpus folder, column by column: the one place that says what a corpus holds.

It depends on `columns` only.
To add a column, add its line here and a field of the same name to the record; every reader, writer, the workbook,
the reference page and the columnar count follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.record.columns import Column

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOfRecords:
    """One table: its name (the file is `name.csv`), what a row is, and its columns in their order."""

    name: str
    row_is: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """The name of its CSV file."""
        return f"{self.name}.csv"

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError is a programming error here, not an input's."""
        return {column.name: column for column in self.columns}[name]


def _id(what: str, example: str) -> Column:
    return Column(
        name="id",
        kind="identifier",
        required=True,
        example=example,
        description=f"The stable id of the {what}; a re-import finds the {what} by it.",
    )


SOURCES: Final = TableOfRecords(
    name="sources",
    row_is="something published, filed or said that makes statements",
    columns=(
        _id("source", "s1"),
        Column(
            name="kind",
            kind="term",
            terms="source-kinds",
            required=True,
            example="press",
            description="What kind of source it is.",
        ),
        Column(name="title", kind="text", example="Report on border returns", description="Its title as printed."),
        Column(name="language", kind="language", example="en", description="The language it is written in."),
        Column(
            name="publisher",
            kind="text",
            example="Example Monitor",
            description="Who published it; the publisher of the root of a chain of reports is its voice.",
        ),
        Column(name="published", kind="date", example="2023-11-03", description="When it was published."),
        Column(name="accessed", kind="date", example="2024-02-14", description="When it was read."),
        Column(name="as_of", kind="date", example="2023-12", description="The day its content speaks of."),
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
            description="Whether it can be found again: located, cited without a locator, or not recoverable.",
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
            description="The state whose organ or medium it is, for official sources and state media.",
        ),
        Column(
            name="reliability",
            kind="grade",
            required=True,
            example="B",
            description="The source's grade on the Admiralty scale, A to F; F is 'cannot be judged'.",
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
            description="A voice of its own where two roots of one publisher are independent of each other.",
        ),
        Column(
            name="voice_reason",
            kind="text",
            example="separate newsroom",
            description="Why it is a voice of its own; required with `voice`.",
        ),
        Column(name="note", kind="text", example="", description="Anything a later coder should know."),
    ),
)

INCIDENTS: Final = TableOfRecords(
    name="incidents",
    row_is="one act, or a pattern, measure, response or piece of context that must not be counted as one",
    columns=(
        _id("incident", "i1"),
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
            description="Incidents that concern the same persons, so that persons are counted once.",
        ),
        Column(
            name="instruments",
            kind="term",
            terms="instruments",
            many=True,
            example="minsk-1993",
            description="The laws and treaties it rests on.",
        ),
        Column(name="note", kind="text", example="", description="Anything a later coder should know."),
    ),
)

_REVISIONS: Final = (
    Column(
        name="mode",
        kind="term",
        terms="modes",
        required=True,
        example="reports",
        description="How the source says it: asserts, reports, alleges, confirms, denies, corrects, retracts.",
    ),
    Column(
        name="revises",
        kind="identifier",
        example="st1",
        description="For corrects and retracts: the statement that is revised.",
    ),
    Column(
        name="basis",
        kind="term",
        terms="bases",
        example="court-finding",
        description="What it rests on where that is more than reporting.",
    ),
    Column(
        name="basis_by",
        kind="state",
        example="PL",
        description="The state whose court, official, admission or register it is.",
    ),
    Column(
        name="basis_against",
        kind="state",
        example="PL",
        description="The state against whose interest the finding runs.",
    ),
)

_VALUES: Final = (
    Column(
        name="date",
        kind="date",
        unknown=True,
        example="2023-10-17",
        description="When the act happened, as exactly as the source says.",
    ),
    Column(
        name="date_extent",
        kind="term",
        terms="date-extents",
        example="within",
        description="Whether an interval means somewhere within it (the reading of a blank cell) or lasting all of it.",
    ),
    Column(
        name="place_of_act",
        kind="place",
        unknown=True,
        example="KG/Bishkek",
        description="Where the act was done.",
    ),
    Column(
        name="place_of_target",
        kind="place",
        unknown=True,
        example="KG",
        description="Where the person or organisation acted against was; not always the place of the act.",
    ),
    Column(
        name="origin",
        kind="state",
        unknown=True,
        example="RU",
        description="The state whose repression it is said to be; never filled in by default.",
    ),
    Column(
        name="hosts",
        kind="state",
        many=True,
        unknown=True,
        example="KG",
        description="The states in which the target lives.",
    ),
    Column(
        name="transit",
        kind="state",
        many=True,
        unknown=True,
        example="TR",
        description="The states passed through.",
    ),
    Column(
        name="setting",
        kind="term",
        terms="settings",
        unknown=True,
        example="shelter",
        description="In what kind of place it happened.",
    ),
    Column(
        name="techniques",
        kind="term",
        terms="techniques",
        many=True,
        unknown=True,
        example="abduction",
        description="What was done.",
    ),
    Column(
        name="actor",
        kind="text",
        unknown=True,
        example="Ministry of Internal Affairs",
        description="The organ or group that did it; never a private person.",
    ),
    Column(
        name="actor_organ_of",
        kind="state",
        unknown=True,
        example="KG",
        description="The state whose organ the actor is.",
    ),
    Column(
        name="attribution",
        kind="term",
        terms="attributions",
        unknown=True,
        example="state-organ",
        description="How the act is tied to a state, according to this statement.",
    ),
    Column(
        name="targets",
        kind="term",
        terms="targets",
        many=True,
        unknown=True,
        example="activist",
        description="The categories of the persons or organisations acted against.",
    ),
    Column(
        name="persons_min",
        kind="count",
        unknown=True,
        example="1",
        description="The least number of persons the statement gives.",
    ),
    Column(
        name="persons_max",
        kind="open-count",
        example="1",
        description="The greatest number, or `open` where no upper bound is given; required with persons_min.",
    ),
    Column(
        name="outcome",
        kind="term",
        terms="outcomes",
        many=True,
        unknown=True,
        example="released",
        description="What came of it.",
    ),
    Column(
        name="motive",
        kind="term",
        terms="motives",
        unknown=True,
        example="claimed",
        description="Where the act has an ordinary ground: whether a political motive is claimed, accepted, disputed.",
    ),
    Column(
        name="motive_by",
        kind="text",
        example="an appeal court",
        description="Who claims, accepts or disputes the motive.",
    ),
)

STATEMENTS: Final = TableOfRecords(
    name="statements",
    row_is="one source saying one thing about one incident",
    columns=(
        _id("statement", "st1"),
        Column(name="source", kind="identifier", required=True, example="s1", description="The source that says it."),
        Column(name="locator", kind="text", example="p. 8", description="Where in the source: page, paragraph, footnote."),
        Column(
            name="incident",
            kind="identifier",
            required=True,
            example="i1",
            description="The incident it speaks of.",
        ),
        *_REVISIONS,
        Column(
            name="derived_from",
            kind="identifier",
            many=True,
            example="s2",
            description="The sources that this passage itself repeats.",
        ),
        Column(
            name="credibility",
            kind="credibility",
            example="2",
            description="The statement's own grade, 1 to 6; blank is not graded and does not weaken it.",
        ),
        Column(
            name="says",
            kind="text",
            example="Reports the activist's abduction.",
            description="A short paraphrase; it names nobody.",
        ),
        Column(
            name="original_wording",
            kind="text",
            example="reportedly",
            description="The source's own words of hedging.",
        ),
        *_VALUES,
    ),
)

REPORTED_FIGURES: Final = TableOfRecords(
    name="reported_figures",
    row_is="a number that somebody published",
    columns=(
        _id("reported figure", "f1"),
        Column(name="label", kind="text", required=True, example="Persons charged", description="What it counts."),
        Column(name="minimum", kind="number", required=True, example="159", description="The number, or its lower end."),
        Column(name="maximum", kind="number", example="159", description="The upper end of a range; blank repeats the minimum."),
        Column(
            name="qualifier",
            kind="term",
            terms="qualifiers",
            required=True,
            example="exactly",
            description="How the source hedges the number.",
        ),
        Column(name="unit", kind="term", terms="units", required=True, example="person", description="What one is."),
        Column(name="scope", kind="text", example="worldwide", description="Whom and where it covers."),
        Column(name="period", kind="date", example="2022/2023", description="The time it covers."),
        Column(name="as_of", kind="date", example="2025-02", description="The day it was true."),
        Column(name="source", kind="identifier", required=True, example="s1", description="The source that gives it."),
        Column(name="locator", kind="text", example="p. 5", description="Where in the source."),
        Column(name="caveats", kind="text", example="an estimate", description="The source's own caveats."),
        Column(name="part_of", kind="identifier", example="f2", description="The figure that this one is a part of."),
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
        Column(name="note", kind="text", example="", description="Anything a later coder should know."),
    ),
)

OCCURRENCE: Final = "occurrence"
PERSONS: Final = "persons"

DECISIONS: Final = TableOfRecords(
    name="decisions",
    row_is="a coder's reasoned choice where statements conflict",
    columns=(
        _id("decision", "d1"),
        Column(name="incident", kind="identifier", required=True, example="i1", description="The incident decided on."),
        Column(
            name="field",
            kind="identifier",
            required=True,
            example="date",
            description="The column decided, `persons`, or `occurrence` (occurred or did-not-occur).",
        ),
        Column(
            name="value",
            kind="text",
            required=True,
            example="2023-10-17",
            description="The value adopted, written as its column writes it; persons as `1` or `1-3`.",
        ),
        Column(name="reason", kind="text", required=True, example="court record seen", description="Why."),
        Column(name="decided_by", kind="text", required=True, example="coder 2", description="The role that decided."),
        Column(name="decided_on", kind="date", required=True, example="2024-05-01", description="When."),
    ),
)

TABLES: Final[Mapping[str, TableOfRecords]] = MappingProxyType(
    {table.name: table for table in (SOURCES, STATEMENTS, INCIDENTS, REPORTED_FIGURES, DECISIONS)}
)
# The columns of a statement that carry a value about the act; the rest say who says it and how.
VALUE_COLUMNS: Final = tuple(column.name for column in _VALUES)
