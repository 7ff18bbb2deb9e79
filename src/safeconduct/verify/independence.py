"""Independence: which statements count as voices of their own, and why others do not.

It depends on the record's assessments, where the rules stand; here they are told statement by
statement.
A new reason why a statement adds no voice is a new line in `_reason`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safeconduct.record.account import OPPOSES, REVISES
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.record.account import Account
    from safeconduct.record.standing import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """What one statement adds to the number of independent voices.

    voice: whose word it is in the end, None for a compilation of several.
    counts: whether it is the one statement through which its voice counts.
    """

    statement: str
    source: str
    voice: str | None
    counts: bool
    reason: Sentence


def independence(assessment: Assessment) -> tuple[Independence, ...]:
    """Tell for every statement about an incident whether it counts as a voice, and why."""
    speaking = _speaking(assessment)
    return tuple(
        Independence(
            statement=account.statement.id,
            source=account.statement.source,
            voice=account.voice,
            counts=speaking.get(account.voice or "") is account,
            reason=_reason(account, speaking),
        )
        for account in assessment.accounts
    )


def _speaking(assessment: Assessment) -> Mapping[str, Account]:
    """For each strong voice the statement through which it counts: the one nearest its root."""
    found: dict[str, Account] = {}
    for account in assessment.accounts:
        if account.is_strong and account.voice is not None:
            spoken = found.setdefault(account.voice, account)
            if account.provenance.depth < spoken.provenance.depth:
                found[account.voice] = account
    return found


def _reason(account: Account, speaking: Mapping[str, Account]) -> Sentence:
    if not account.is_live:
        return (
            Sentence("Its own voice withdrew it.")
            if account.withdrawn
            else Sentence("It only repeats what was withdrawn.")
        )
    if account.role == OPPOSES:
        return Sentence("It opposes, and adds to no support.")
    if account.role == REVISES:
        return Sentence(
            "It revises {statement} of its own voice.", statement=account.statement.revises or ""
        )
    if account.voice is None:
        return Sentence(
            "Several voices stand behind it, and it adds none: it repeats {sources}.",
            sources=listed(sorted(account.provenance.repeated)),
        )
    if not account.is_strong:
        return Sentence("It supports weakly, and only strong support counts as a voice.")
    return _strong_reason(account, speaking[account.voice])


def _strong_reason(account: Account, speaking: Account) -> Sentence:
    voice = account.voice or ""
    if speaking is account:
        return Sentence("It counts as the voice {voice}.", voice=voice)
    if account.provenance.repeated:
        return Sentence(
            "It repeats {sources}; the voice {voice} counts once, through {statement}.",
            sources=listed(sorted(account.provenance.repeated)),
            voice=voice,
            statement=speaking.statement.id,
        )
    return Sentence(
        "It has the voice {voice}, which counts once, through {statement}.",
        voice=voice,
        statement=speaking.statement.id,
    )
