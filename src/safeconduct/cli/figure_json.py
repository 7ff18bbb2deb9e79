"""Figures as JSON: the form that other programs read, and that `count --since` reads again.

It depends on the figures and on the rows as they are printed.
A new key is added at its end of an object; no key changes its meaning, and none goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.cli.figure_rows import printed_rows
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.cli.figure_rows import PrintedRow
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.session import Session
    from safeconduct.figures.figure import Bounds, Figure
    from safeconduct.figures.lineage import Change, Lineage
    from safeconduct.record.corpus import Masthead


def answer_json(
    masthead: Masthead,
    figures: tuple[Figure, ...],
    *,
    changes: Mapping[str, Change | None] | None,
    session: Session,
) -> Json:
    """The whole answer of `count`."""
    listed: list[Json] = []
    for figure in figures:
        told = _figure(figure, session)
        if changes is not None:
            told["changes"] = _changes(changes.get(figure.scheme.id))
        listed.append(told)
    return {"corpus": {"title": masthead.title, "as_of": masthead.as_of}, "figures": listed}


def bounds_json(bounds: Bounds) -> dict[str, int | None]:
    """Low, central and high; None is no upper bound."""
    return {
        "low": bounds.low,
        "central": bounds.central,
        "central_max": bounds.central_max,
        "high": bounds.high,
    }


def _figure(figure: Figure, session: Session) -> dict[str, Json]:
    scheme = figure.scheme
    return {
        "scheme": scheme.id,
        "scheme_version": scheme.version,
        "label": in_language(scheme.label, session.language),
        "definition": in_language(scheme.definition, session.language),
        "measure": figure.measure,
        "unit": scheme.unit,
        "by": list(figure.question.by),
        "total": bounds_json(figure.total),
        "rows": [_row(row) for row in printed_rows(figure, session)],
        "unknown": bounds_json(figure.unknown),
        "rows_add_up": figure.rows_add_up,
        "caveats": [session.words.sentence(caveat) for caveat in figure.caveats],
        "lineage": _lineage(figure.lineage),
    }


def _row(row: PrintedRow) -> Json:
    return {
        "by": row.keys,
        "kind": row.kind,
        "kinds": {name: kind for name, (kind, _) in row.buckets.items()},
        "label": ", ".join(row.labels.values()),
        **bounds_json(row.bounds),
    }


def _lineage(lineage: Lineage) -> Json:
    ids = lineage.ids
    return {
        "digest": lineage.digest,
        "corpus": lineage.corpus,
        "scheme": lineage.scheme,
        "scheme_version": lineage.scheme_version,
        "definition": lineage.definition,
        "counted": lineage.counted,
        "n_counted": lineage.n_counted,
        "ids": None if ids is None else {level: list(found) for level, found in ids.items()},
    }


def _changes(change: Change | None) -> Json:
    if change is None:
        return None
    return {
        "same_definition": change.same_definition,
        "came": list(change.came),
        "went": list(change.went),
        "moved": [
            {"id": identifier, "before": before, "after": after}
            for identifier, before, after in change.moved
        ],
    }
