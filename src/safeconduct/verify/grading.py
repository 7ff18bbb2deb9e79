"""Grading: what letters and digits of the Admiralty scale mean, and whence a weight.

It depends on the record's accounts, where the rules stand; here they are told for one statement.
Source: the scale as the North Atlantic Treaty Organisation's doctrine on intelligence prints it
(AJP-2.1), where
a letter grades the source and a digit, independently of it, what it says.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.record.account import OPPOSES, REVISES, SUPPORTS
from safeconduct.record.sentence import Sentence
from safeconduct.record.voice import STRONG_CREDIBILITY, STRONG_GRADES
from safeconduct.verify.finding import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.record.account import Account
    from safeconduct.record.corpus import Corpus

RELIABILITY: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "A": Sentence("completely reliable"),
        "B": Sentence("usually reliable"),
        "C": Sentence("fairly reliable"),
        "D": Sentence("not usually reliable"),
        "E": Sentence("unreliable"),
        "F": Sentence("reliability cannot be judged"),
    }
)
CREDIBILITY: Final[Mapping[int, Sentence]] = MappingProxyType(
    {
        1: Sentence("confirmed by other sources"),
        2: Sentence("probably true"),
        3: Sentence("possibly true"),
        4: Sentence("doubtful"),
        5: Sentence("improbable"),
        6: Sentence("truth cannot be judged"),
    }
)


def weight(corpus: Corpus, account: Account) -> tuple[Sentence, ...]:
    """Tell step by step how a statement got its weight; the last sentence is the outcome."""
    return (
        *_grade_of_the_source(corpus, account),
        *_grade_of_the_statement(account),
        *_what_weakens(account),
        _outcome(account),
    )


def _grade_of_the_source(corpus: Corpus, account: Account) -> Iterator[Sentence]:
    own, weakest = corpus.sources[account.statement.source].reliability, account.provenance.grade
    yield Sentence(
        "The source {source} is graded {grade}.", source=account.statement.source, grade=own
    )
    if weakest != own:
        yield Sentence(
            "It repeats {sources}; the weakest of the chain is graded {grade}, and that counts.",
            sources=listed(sorted(account.provenance.repeated)),
            grade=weakest,
        )
    if weakest not in STRONG_GRADES:
        yield Sentence("The grades D, E and F make support weak.")


def _grade_of_the_statement(account: Account) -> Iterator[Sentence]:
    credibility = account.statement.credibility
    if credibility is None:
        yield Sentence("The statement itself is not graded, which does not weaken it.")
    else:
        yield Sentence("The statement itself is graded {credibility}.", credibility=credibility)
        if credibility > STRONG_CREDIBILITY:
            yield Sentence("The grades 4, 5 and 6 make support weak.")


def _what_weakens(account: Account) -> Iterator[Sentence]:
    if account.statement.mode == "alleges":
        yield Sentence("It alleges, and an allegation supports weakly.")
    if account.voice is None or account.provenance.voice is None:
        yield Sentence("Several voices stand behind it, and it adds none of its own.")
    if account.withdrawn:
        yield Sentence("Its own voice withdrew it.")
    if account.fallen:
        yield Sentence("It only repeats what was withdrawn.")
    if _is_sound(account) and not account.is_strong:
        yield Sentence("It copies a weak statement, and no copy is stronger than its original.")


def _is_sound(account: Account) -> bool:
    """Whether it would be strong if it repeated nobody."""
    return (
        account.role == SUPPORTS
        and account.is_live
        and account.statement.mode != "alleges"
        and account.provenance.is_credible
        and account.provenance.voice is not None
    )


def _outcome(account: Account) -> Sentence:
    if not account.is_live:
        return Sentence("It counts neither for nor against.")
    if account.role == OPPOSES:
        return Sentence("It opposes.")
    if account.role == REVISES:
        return Sentence("It revises its own voice and is no further support.")
    if account.is_strong and account.voice is not None:
        return Sentence("It supports with the weight of a voice.")
    return Sentence("It supports weakly.")
