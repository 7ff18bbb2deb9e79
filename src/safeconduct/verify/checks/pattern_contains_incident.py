"""A pattern that is declared to contain incidents which are counted already.

It depends on the corpus only.
Overlaps that nobody declared are the matter of `pattern_may_contain_incident`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "pattern-contains-incident"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "Several detentions through cameras, most requests complied with: the paper sums up what it "
    "also tells one by one. Adding a pattern to the incidents it contains counts the same act "
    "twice."
)
HINT: Final = Sentence("Cite the pattern or its incidents, never their sum.")


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each record that declares an overlap with counted incidents."""
    for pattern in corpus.incidents.values():
        counted = [each for each in pattern.overlaps if corpus.incidents[each].kind == "incident"]
        if counted:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{pattern} contains {incidents}, counted on their own: never add it to them.",
                    pattern=pattern.id,
                    incidents=listed(counted),
                ),
                hint=HINT,
                records=tuple(("incidents", each) for each in (pattern.id, *counted)),
            )
