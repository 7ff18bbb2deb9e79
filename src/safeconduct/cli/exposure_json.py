"""An exposure and a comparison as JSON, in one language, with the source of every line.

It depends on the exposure.
A new field of a line is one more key in `line_json`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.exposure import instruments
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.cli.json_text import Json
    from safeconduct.exposure import (
        Bond,
        Comparison,
        ComparisonCell,
        Exposure,
        ExposureLine,
        MembershipLine,
        Precedent,
    )
    from safeconduct.vocabulary import Citation


def exposure_json(exposure: Exposure, language: str) -> Json:
    """Write an exposure: the four parts, then what stands behind them."""
    return {
        "origin": exposure.origin,
        "host": exposure.host,
        "on": exposure.on.isoformat(),
        "technique": exposure.technique,
        "as_of": exposure.as_of,
        "caution": _said(exposure.caution, language),
        "open": _lines(exposure.open, language),
        "protects": _lines(exposure.protects, language),
        "happened": {
            "lines": _lines(exposure.happened, language),
            "precedents": {
                tendency: [precedent_json(each) for each in precedents]
                for tendency, precedents in exposure.by_tendency.items()
            },
        },
        "unknown": _lines(exposure.unknown, language),
        "memberships": [membership_json(line, language) for line in exposure.memberships],
        "instruments": [
            {
                "instrument": tie.instrument,
                "summary": _said(instruments()[tie.instrument].summary, language),
                "displaced_by": tie.displaced_by,
                "origin": _bond(tie.origin, language),
                "host": _bond(tie.host, language),
            }
            for tie in exposure.ties
        ],
    }


def comparison_json(comparison: Comparison, language: str) -> Json:
    """Write a comparison: instruments across hosts, then what each host has besides."""
    return {
        "origin": comparison.origin,
        "on": comparison.on.isoformat(),
        "technique": comparison.technique,
        "hosts": list(comparison.hosts),
        "instruments": [
            {
                "instrument": row.instrument,
                "summary": _said(instruments()[row.instrument].summary, language),
                "hosts": {cell.host: _cell(cell, language) for cell in row.cells},
            }
            for row in comparison.rows
        ],
        "besides": {
            column.host: {
                "caution": _said(column.caution, language),
                "memberships": [membership_json(line, language) for line in column.memberships],
                "lines": _lines(column.own_lines, language),
                "precedents": [precedent_json(each) for each in column.precedents],
                "unknown": _lines(column.unknown, language),
            }
            for column in comparison.columns
        },
    }


def line_json(line: ExposureLine, language: str) -> Json:
    """Write one line; what it does not say is left out, its source never."""
    whole: dict[str, Json] = {
        "id": line.id,
        "part": line.part,
        "instrument": line.instrument,
        "article": line.article,
        "text": _said(line.text, language),
        "condition": _said(line.condition, language),
        "enforced_by": _said(line.enforced_by, language),
        "how": _said(line.how, language),
        "techniques": list(line.techniques),
        "doubts": [_said(doubt, language) for doubt in line.doubts],
        "since": line.since,
        "until": line.until,
        "contradicts": list(line.contradicts),
        "contradicted_by": [
            {"id": other.id, "text": _said(other.text, language)} for other in line.contradicted_by
        ],
    }
    kept = {key: value for key, value in whole.items() if value}
    return {
        **kept,
        "weak": line.is_weak,
        "source": citation_json(line.source),
        "source_state": line.source_state,
    }


def precedent_json(precedent: Precedent) -> Json:
    """Write one precedent with its sources."""
    return {
        "incident": precedent.incident,
        "label": precedent.label,
        "kind": precedent.kind,
        "chain": precedent.chain,
        "date": precedent.date,
        "techniques": list(precedent.techniques),
        "outcomes": list(precedent.outcomes),
        "tendency": precedent.tendency,
        "standing": precedent.standing,
        "names_origin": precedent.names_origin,
        "sources": [
            {**citation_json(source.citation), "source_state": source.source_state}
            for source in precedent.sources
        ],
    }


def membership_json(line: MembershipLine, language: str) -> Json:
    """Write one standing of one state in one organisation."""
    return {
        "organisation": line.organisation,
        "state": line.state,
        "status": line.status,
        "since": line.since,
        "until": line.until,
        "certain": line.is_certain,
        "doubt": _said(line.doubt, language),
        "source": line.source,
    }


def citation_json(citation: Citation) -> dict[str, str]:
    """Write a source; what it does not say is left out."""
    whole = {
        "title": citation.title,
        "page": citation.page,
        "section": citation.section,
        "footnote": citation.footnote,
        "url": citation.url,
        "date": citation.date,
    }
    return {key: value for key, value in whole.items() if value}


def _lines(lines: Iterable[ExposureLine], language: str) -> list[Json]:
    return [line_json(line, language) for line in lines]


def _bond(bond: Bond, language: str) -> Json:
    return {
        "state": bond.state,
        "bound": bond.bound.value,
        "standings": [{"status": status, "since": since} for status, since in bond.standings],
        "weak": bond.is_weak,
        "notes": [_said(note, language) for note in bond.notes],
        "source": citation_json(bond.source),
    }


def _cell(cell: ComparisonCell, language: str) -> Json:
    return {
        "standing": cell.standing,
        "host_standing": cell.host_standing,
        "open": _lines(cell.open, language),
        "protects": _lines(cell.protects, language),
    }


def _said(words: Mapping[str, str], language: str) -> str:
    return in_language(words, language) if words else ""
