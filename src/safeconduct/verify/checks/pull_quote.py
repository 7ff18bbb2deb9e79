"""Two statements of one source in the same words: a pull-quote, not a second statement.

It depends on the corpus and on the columns of its table.
Everything but id and locator must be the same, letter case and punctuation of the paraphrase apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.corpus import cells
from safeconduct.record.sentence import Sentence
from safeconduct.record.tables import STATEMENTS
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.statement import Statement
    from safeconduct.verify.finding import Assessments

NAME: Final = "pull-quote"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "The paper sets sentences of its text again in large letters on the same page. Whoever codes "
    "both has one statement twice; the voice counts once, but the page reads as if it were said "
    "twice."
)
HINT: Final = Sentence("Keep the statement from the running text and remove the other.")
_APART: Final = frozenset({"id", "locator"})


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each group of statements that differ in nothing but their place in the source."""
    same: dict[tuple[str, ...], list[str]] = {}
    for statement in corpus.statements.values():
        same.setdefault(_substance(statement), []).append(statement.id)
    for statements in same.values():
        if len(statements) > 1:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{statements} say the same in the same words of the same source: they count "
                    "once.",
                    statements=listed(statements),
                ),
                hint=HINT,
                records=tuple(("statements", identifier) for identifier in statements),
            )


def _substance(statement: Statement) -> tuple[str, ...]:
    texts = dict(zip(STATEMENTS.headings, cells(STATEMENTS, statement), strict=True))
    texts["says"] = "".join(filter(str.isalnum, texts["says"].casefold()))
    return tuple(text for heading, text in texts.items() if heading not in _APART)
