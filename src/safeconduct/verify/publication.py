"""Publication: the last day on which a source can have been published.

It depends on the corpus only.
A short form of a work carries no date of its own; it takes that of the work it repeats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.statement import Statement


def published_by(corpus: Corpus, source: str) -> date | None:
    """The last day on which the source can have come out, or None where nobody can tell."""
    row = corpus.sources[source]
    if row.published is not None:
        return row.published.latest
    return _last(corpus, row.derived_from)


def said_by(corpus: Corpus, statement: Statement) -> date | None:
    """The last day on which the statement can have been made, by its source and theirs."""
    days = (
        published_by(corpus, statement.source),
        _last(corpus, statement.derived_from),
    )
    return min((day for day in days if day is not None), default=None)


def _last(corpus: Corpus, sources: tuple[str, ...]) -> date | None:
    """The latest of several sources; None while one has no date, since it may be later."""
    days = [published_by(corpus, source) for source in sources]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
