"""Shared filters: all tables of a release, and of the releases before it, select the same persons.

It depends on what a release and a plan say of their tables.
What else selects persons, and so could differ, is one more part of `filters_of`.

Safety: two tables that differ only in whom they leave out give away those few by subtraction,
however each is rounded; so such a pair is refused whole, and no attack is needed to find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.publish.plan import PlannedTable
    from safeconduct.publish.release import Release, ReleasedTable

RULE: Final = (
    "tables of a release, and of every release before it, share one set of filters and one scheme"
)
REMEDY: Final = (
    "Make the filter a dimension of one table, ask by one scheme, or leave one of the tables out."
)


def filters_of(table: ReleasedTable) -> tuple[object, ...]:
    """Whom a table selects: by scheme, unit, window and filters, with the listed or without."""
    return (table.scheme, table.measure, table.filters, table.counts_listed)


def differing(
    tables: Sequence[ReleasedTable], earlier: Sequence[Release] = ()
) -> tuple[str, str] | None:
    """The first two tables that select other persons, as they are called; None where none do."""
    before = [
        (f"{table.id} of {each.id}", filters_of(table)) for each in earlier for table in each.tables
    ]
    found = [(table.id, filters_of(table)) for table in tables]
    return next(
        (
            (name, other)
            for place, (name, one) in enumerate(found)
            for other, two in (*found[:place], *before)
            if one != two
        ),
        None,
    )


def require_shared_filters(tables: Sequence[PlannedTable]) -> None:
    """Decline tables of one plan that differ by scheme, `where`, window or `counts_listed`.

    Raises:
        Refusal: two of them do, or two ask the same question.
    """
    asked: dict[tuple[str, ...], str] = {}
    first: tuple[object, ...] | None = None
    for table in tables:
        question = table.question
        chosen = (
            question.since,
            question.until,
            question.schemes,
            tuple(sorted(question.where)),
            question.own_scope,
            table.counts_listed,
        )
        first = chosen if first is None else first
        if chosen != first:
            raise Refusal(
                f"the tables {tables[0].id} and {table.id}, which differ by their filters",
                rule=RULE,
                remedy=REMEDY,
            )
        same = tuple(sorted(question.by))
        if same in asked:
            raise Refusal(
                f"the tables {asked[same]} and {table.id}, which ask the same question",
                rule="a release answers a question once",
                remedy="Leave one of the tables out.",
            )
        asked[same] = table.id
