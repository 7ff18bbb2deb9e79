"""Sources that nothing in the corpus refers to.

It depends on the corpus only.
It is one note for the whole corpus: a bibliography may hold more than what is coded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "source-unused"
SEVERITY: Final = Severity.NOTE
EXPLANATION: Final = Sentence(
    "A source without a statement or a figure may be background reading, as many footnotes of the "
    "paper are, or one whose coding was forgotten. Only the coder can tell."
)
HINT: Final = Sentence("Go through the list once; code what was forgotten and leave the rest.")


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Count, in one finding, the sources that no statement, figure or other source refers to."""
    used = {figure.source for figure in corpus.figures.values()}
    for statement in corpus.statements.values():
        used |= {statement.source, *statement.derived_from}
    for source in corpus.sources.values():
        used |= set(source.derived_from)
    unused = [identifier for identifier in corpus.sources if identifier not in used]
    if unused:
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "{number} of {all} sources make no statement and give no figure.",
                number=len(unused),
                all=len(corpus.sources),
            ),
            hint=HINT,
            records=tuple(("sources", identifier) for identifier in unused),
        )
