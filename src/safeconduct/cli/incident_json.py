"""One incident as JSON: every statement with how it counts, every value with its candidates.

It depends on the reading of the incident.
A new key is added at its end of an object; no key changes its meaning, and none goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.cli.plain_value import fields_json, plain

if TYPE_CHECKING:
    from safeconduct.cli.incident_reading import IncidentReading, Ruling
    from safeconduct.cli.json_text import Json
    from safeconduct.cli.words import Words
    from safeconduct.record.account import Account
    from safeconduct.record.values import FieldValue


def incident_json(reading: IncidentReading, words: Words) -> Json:
    """The incident with everything that is derived from its statements."""
    assessment = reading.assessment
    return {
        **fields_json("incidents", reading.incident),
        "chain_id": reading.incident.chain_id,
        "chain_incidents": list(reading.chain),
        "standing": assessment.standing.word,
        "reasons": [words.sentence(reason) for reason in assessment.reasons],
        "voices": list(assessment.voices),
        "disputed_by": list(assessment.disputed_by),
        "denied_by": list(assessment.denied_by),
        "accused": plain(assessment.accused),
        "statements": [_account(account) for account in assessment.accounts],
        "values": [_value(value) for value in assessment.values.values() if value.value],
        "decisions": [fields_json("decisions", decision) for decision in reading.decisions],
        "schemes": [_ruling(ruling, words) for ruling in reading.rulings],
    }


def _account(account: Account) -> Json:
    return {
        **fields_json("statements", account.statement),
        "voice": account.voice,
        "grade": account.provenance.grade,
        "role": account.role,
        "is_strong": account.is_strong,
        "withdrawn": account.withdrawn,
        "fallen": account.fallen,
        "repeats_another": account.repeats_another,
    }


def _value(value: FieldValue) -> Json:
    return {
        "field": value.field,
        "value": plain(value.value),
        "strength": value.strength,
        "weak_additions": list(value.weak_additions),
        "candidates": [
            {
                "value": plain(candidate.value),
                "strong_voices": plain(candidate.strong_voices),
                "voices": plain(candidate.voices),
                "grade": candidate.grade,
            }
            for candidate in value.candidates
        ],
        "decision": value.decision,
    }


def _ruling(ruling: Ruling, words: Words) -> Json:
    return {
        "scheme": ruling.scheme,
        "says": ruling.verdict.says,
        "clause": ruling.verdict.clause,
        "why": words.sentence(ruling.verdict.why),
        "bounds": list(ruling.bounds),
    }
