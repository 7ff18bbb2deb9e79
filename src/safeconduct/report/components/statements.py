"""Statements side by side: one column a source, one row a field, differences said in words.

It depends on the accounts of the record, on the adopted values and on the edition. The adopted
value stands in a column of its own (`adopted`); a source that says nothing of a field leaves its
cell silent. A new value column of the record becomes a row by itself.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from safeconduct.record.partial_date import PartialDate
from safeconduct.record.person_range import OPEN, PersonRange
from safeconduct.record.place import Place
from safeconduct.record.tables import PERSONS
from safeconduct.record.unknown import Unknown
from safeconduct.record.values import FIELDS, UNION_FIELDS
from safeconduct.report.address import anchor
from safeconduct.report.components.adopted import AdoptedView, adopted_view
from safeconduct.report.markup import filled
from safeconduct.report.wording import capital
from safeconduct.verify.independence import independence
from safeconduct.verify.sides import agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from safeconduct.record.account import Account
    from safeconduct.record.standing import Assessment
    from safeconduct.record.values import FieldValue, Value
    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link, Passage

# As many columns as a page is wide enough for, beside the field and the adopted value.
MOST_BESIDE: Final = 4
# The reading of an interval is said with the date, and who claims a motive with the motive.
_SAID_ELSEWHERE: Final = frozenset({"date_extent", "motive_by"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementColumn:
    """One statement as the head of a column: who says it, how, and with what weight."""

    id: str
    anchor: str
    source: Link
    publisher: Passage | None
    mode: str
    wording: Passage | None
    locator: Passage | None
    says: Passage | None
    basis: str
    voice: Markup
    is_live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one statement says about one field; `note` tells in words how it differs."""

    text: Markup | str
    note: str
    is_silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field: what is adopted, and what each statement says."""

    field: str
    adopted: AdoptedView
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTable:
    """Some statements side by side; a long list comes in several tables."""

    number: int
    first: int
    last: int
    total: int
    columns: tuple[StatementColumn, ...]
    rows: tuple[FieldRow, ...]


def statement_tables(assessment: Assessment, edition: Edition) -> tuple[StatementTable, ...]:
    """Show the statements about one incident, side by side."""
    reasons = {each.statement: each.reason for each in independence(assessment)}
    accounts = assessment.accounts
    columns = [
        _column(account, edition, voice=edition.told(reasons[account.statement.id]))
        for account in accounts
    ]
    groups = even_groups(len(accounts), MOST_BESIDE)
    return tuple(
        StatementTable(
            number=number,
            first=group.start + 1,
            last=group.stop,
            total=len(accounts),
            columns=tuple(columns[group.start : group.stop]),
            rows=_rows(assessment, accounts[group.start : group.stop], edition=edition),
        )
        for number, group in enumerate(groups, start=1)
    )


def even_groups(number: int, most: int) -> list[range]:
    """Part a number of things into as few groups as may be, of about one size."""
    n_groups = -(-number // most)
    bounds = [round(number * part / n_groups) for part in range(n_groups + 1)] if n_groups else [0]
    return [range(first, last) for first, last in itertools.pairwise(bounds)]


def _column(account: Account, edition: Edition, *, voice: Markup) -> StatementColumn:
    statement = account.statement
    source = edition.corpus.sources[statement.source]
    wording = edition.wording
    return StatementColumn(
        id=statement.id,
        anchor=anchor(statement.id),
        source=edition.source(source.id),
        publisher=edition.passage(source.publisher) if source.publisher else None,
        mode=wording.term("modes", statement.mode),
        wording=edition.passage(statement.original_wording, source.language)
        if statement.original_wording
        else None,
        locator=edition.passage(statement.locator) if statement.locator else None,
        says=edition.passage(statement.says) if statement.says else None,
        basis=capital(wording.term("bases", statement.basis)) if statement.basis else "",
        voice=voice,
        is_live=account.is_live,
    )


def _rows(
    assessment: Assessment, accounts: Sequence[Account], *, edition: Edition
) -> tuple[FieldRow, ...]:
    """The fields of which any statement about the incident says something, withdrawn ones too."""
    rows = []
    for field in FIELDS:
        value = assessment.values[field]
        if field in _SAID_ELSEWHERE or not is_said(value, assessment):
            continue
        rows.append(
            FieldRow(
                field=edition.field(field),
                adopted=adopted_view(value, assessment, edition=edition),
                cells=tuple(_cell(account, value, edition=edition) for account in accounts),
            )
        )
    return tuple(rows)


def is_said(value: FieldValue, assessment: Assessment) -> bool:
    """Whether a field has a value, or had one before a statement was withdrawn."""
    return value.value is not None or any(
        stated_value(account, value.field) is not None for account in assessment.accounts
    )


def _cell(account: Account, adopted: FieldValue, *, edition: Edition) -> Cell:
    stated = stated_value(account, adopted.field)
    if stated is None:
        return Cell(text="", note="", is_silent=True)
    extent = account.values["date_extent"]
    text = edition.value(adopted.field, stated, extent=extent if isinstance(extent, str) else "")
    by = account.values["motive_by"]
    if adopted.field == "motive" and isinstance(by, str):
        message = edition.wording.say("{motive}, according to {who}")
        text = filled(message, motive=text, who=edition.passage(by))
    return Cell(text=text, note=_difference(stated, adopted, edition=edition), is_silent=False)


def stated_value(account: Account, field: str) -> Value | Unknown | None:
    """What a statement says about a field once corrected; None where it says nothing."""
    if field != PERSONS:
        value = account.values[field]
        return None if value == () else cast("Value | Unknown | None", value)
    lowest, highest = account.values["persons_min"], account.values["persons_max"]
    if lowest is None or isinstance(lowest, Unknown):
        return lowest
    return PersonRange(cast("int", lowest), None if highest == OPEN else cast("int", highest))


def _difference(stated: Value | Unknown, adopted: FieldValue, *, edition: Edition) -> str:
    """Say how what a statement gives stands to what is adopted; nothing where they are the same."""
    say = edition.wording.say
    if isinstance(stated, Unknown) or not adopted.possible:
        return ""
    if stated in adopted.possible:
        return say("one side of the conflict") if adopted.is_conflicting else ""
    if adopted.field in UNION_FIELDS:
        weak = set(cast("tuple[str, ...]", stated)) & set(adopted.weak_additions)
        return say("not adopted: only weak statements name it") if weak else ""
    agreeing = [value for value in adopted.possible if agree(stated, value)]
    if not agreeing:
        return say("differs")
    coarser = any(is_coarser(stated, value) for value in agreeing)
    return say("agrees, less exact") if coarser else say("agrees, more exact")


def is_coarser(stated: Value, adopted: Value) -> bool:
    """Tell, of two values that agree, whether the first leaves more open."""
    if isinstance(stated, PartialDate) and isinstance(adopted, PartialDate):
        return stated.contains(adopted)
    if isinstance(stated, Place) and isinstance(adopted, Place):
        return stated.contains(adopted)
    if isinstance(stated, PersonRange) and isinstance(adopted, PersonRange):
        return stated.contains(adopted)
    return False
