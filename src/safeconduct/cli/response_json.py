"""An answer to a situation as JSON: steps in order, each with its danger, its end and its helpers.

It depends on the responses, whose values it spells out, and on nothing that prints.
A new field of a step is one more line in `_step`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeconduct.respond.calling import call_for_help
from safeconduct.respond.emergency import emergency_number
from safeconduct.respond.term import term_in_words
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from safeconduct.cli.json_text import Json
    from safeconduct.respond.pathway import Pathway
    from safeconduct.respond.responding import AdvisedStep, OfferedProvider, Response
    from safeconduct.vocabulary import Citation


def response_json(response: Response, language: str) -> Json:
    """Spell out an answer; texts are in one language."""
    return {
        "situation": situation_json(response.pathway, language),
        "host": response.host,
        "on": response.on.isoformat(),
        "life_in_danger": _call(response.host, language),
        "remarks": [in_language(each, language) for each in response.remarks],
        "steps": [_step(each, language) for each in response.steps],
        "dates": [
            {
                "number": number,
                "deadline": due.deadline.id,
                "due_on": due.due_on.isoformat() if due.due_on else None,
            }
            for number, due in enumerate(response.dues, start=1)
        ],
        "waiting_for": list(response.waiting),
    }


def situation_json(pathway: Pathway, language: str) -> Json:
    """Spell out a situation without its steps."""
    return {
        "id": pathway.id,
        "label": in_language(pathway.label, language),
        "plain": in_language(pathway.plain, language),
        "techniques": list(pathway.techniques),
        "as_of": pathway.as_of,
        "sources": [_source(each) for each in pathway.sources],
    }


def _step(advised: AdvisedStep, language: str) -> Json:
    step = advised.step
    return {
        "id": step.id,
        "when": step.when,
        "risk": in_language(step.risk, language),
        "lower": in_language(step.lower, language),
        "not_when": in_language(step.not_when, language),
        "who": in_language(step.who, language),
        "text": in_language(step.text, language),
        "evidence": [in_language(each, language) for each in step.evidence],
        "is_appeal": step.is_appeal,
        "deadline": _deadline(advised, language),
        "remarks": [in_language(each, language) for each in advised.remarks],
        "documents": list(step.documents),
        "providers": [_offered(each, language) for each in advised.providers],
        "weak": step.is_weak,
        "source": _source(step.source),
    }


def _call(host: str, language: str) -> Json:
    """The number to dial, and the sentences that say it."""
    found = emergency_number(host)
    return {
        "text": " ".join(call_for_help(host, language=language)),
        "number": None if found is None else found.number,
        "ambulance": None if found is None else found.ambulance or None,
        "weak": None if found is None else found.is_weak,
        "sources": [] if found is None else [_source(each) for each in found.sources],
    }


def _deadline(advised: AdvisedStep, language: str) -> Json:
    if advised.deadline is None:
        return None
    due, rule = advised.due, advised.rule
    return {
        "id": advised.deadline.id,
        "label": in_language(advised.deadline.label, language),
        "term": None if rule is None else term_in_words(rule, language=language),
        # Nobody said when it began: no date, and what to say so that there is one.
        "needs": f"--trigger {advised.deadline.id}=DATE" if advised.is_waiting else None,
        "due_on": due.due_on.isoformat() if due is not None and due.due_on else None,
        "is_over": advised.is_over,
        "due_at": due.due_at.isoformat() if due is not None and due.due_at else None,
        "counted_from": due.trigger_on.isoformat() if due is not None else None,
        "rule": None
        if rule is None
        else {
            "amount": rule.amount,
            "unit": rule.unit,
            "starts": in_language(rule.starts, language),
            "counts_from": rule.counts_from,
            "rolls": rule.rolls,
            "who_must": in_language(rule.who_must, language),
            "since": rule.since.isoformat(),
            "until": rule.until.isoformat() if rule.until else None,
            "legal_source": _source(rule.legal_source),
            "weak": rule.is_weak,
            "note": in_language(rule.note, language) if rule.note else None,
        },
    }


def _offered(offered: OfferedProvider, language: str) -> Json:
    provider = offered.provider
    return {
        "id": provider.id,
        "name": provider.name_in(language),
        "kind": provider.kind,
        "openness": offered.openness,
        "last_checked": provider.last_checked.isoformat(),
        "closed_on": provider.closed_on or None,
        "languages": list(provider.languages),
        "offers": in_language(provider.offers, language),
        "eligibility": in_language(provider.eligibility, language),
        # Safety: the address of a closed door is not handed on.
        "contact": None if offered.openness == "closed" else provider.contact or None,
        "note": in_language(provider.note, language) if provider.note else None,
        "weak": provider.is_weak,
        "source": _source(provider.source),
    }


def _source(source: Citation) -> Json:
    parts = {
        "title": source.title,
        "page": source.page,
        "section": source.section,
        "footnote": source.footnote,
        "url": source.url,
        "date": source.date,
    }
    return {name: text for name, text in parts.items() if text}
