"""The figures as tables: every count under every definition, for spreadsheets and for programs.

It depends on the reading's figures; it knows no language, since ids are what programs join on.
Every cell passes the neutralising of the exporters, so that no spreadsheet runs one.
"""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Final

from safeconduct.exporters.safe_cells import safe_row
from safeconduct.report.reading import BREAKDOWNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.figures.figure import Bounds, Figure
    from safeconduct.report.reading import Reading

CSV_FILE: Final = "figures.csv"
JSON_FILE: Final = "figures.json"
_HEADINGS: Final = (
    "scheme",
    "scheme_version",
    "measure",
    "by",
    "row_kind",
    "row",
    "low",
    "central",
    "central_max",
    "high",
)
_OPEN: Final = "open"


def figure_files(reading: Reading) -> Mapping[str, bytes]:
    """Write every figure, by the name of its file."""
    figures = [
        reading.broken_down(*by, scheme=scheme) for scheme in reading.schemes for by in BREAKDOWNS
    ]
    return {CSV_FILE: _csv(figures), JSON_FILE: _json(figures)}


def _csv(figures: list[Figure]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEADINGS)
    for figure in figures:
        writer.writerows(safe_row(row) for row in _rows(figure))
    return text.getvalue().encode()


def _rows(figure: Figure) -> Iterator[tuple[str, ...]]:
    scheme, by = figure.scheme, "×".join(figure.question.by)
    head = (scheme.id, scheme.version, figure.measure, by)
    if not by:
        yield (*head, "total", "", *_numbers(figure.total))
    for row in figure.rows:
        kinds = "×".join(kind for kind, _ in row.buckets)
        yield (*head, kinds, "×".join(key for _, key in row.buckets), *_numbers(row.bounds))


def _numbers(bounds: Bounds) -> tuple[str, ...]:
    return tuple(
        _OPEN if number is None else str(number)
        for number in (bounds.low, bounds.central, bounds.central_max, bounds.high)
    )


def _json(figures: list[Figure]) -> bytes:
    told = [_told(figure) for figure in figures]
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _told(figure: Figure) -> Mapping[str, object]:
    lineage = figure.lineage
    return {
        "scheme": figure.scheme.id,
        "scheme_version": figure.scheme.version,
        "definition": figure.scheme.definition["en"],
        "measure": figure.measure,
        "by": list(figure.question.by),
        "total": _bounds(figure.total),
        "rows": [
            {"buckets": [list(bucket) for bucket in row.buckets], **_bounds(row.bounds)}
            for row in figure.rows
        ],
        "unknown": _bounds(figure.unknown),
        "rows_add_up": figure.rows_add_up,
        "caveats": [str(caveat) for caveat in figure.caveats],
        "lineage": {
            "digest": lineage.digest,
            "corpus": lineage.corpus,
            "definition": lineage.definition,
            "counted": lineage.counted,
            "n_counted": lineage.n_counted,
            "ids": None
            if lineage.ids is None
            else {name: list(ids) for name, ids in lineage.ids.items()},
        },
    }


def _bounds(bounds: Bounds) -> Mapping[str, int | None]:
    return {
        "low": bounds.low,
        "central": bounds.central,
        "central_max": bounds.central_max,
        "high": bounds.high,
    }
