"""A part that is printed as greater than the whole it belongs to.

It depends on the corpus and on `quantity`.
Sums of several parts are the matter of `figure_sum`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.quantity import admitted, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "figure-part-exceeds-whole"
SEVERITY: Final = Severity.CONTRADICTION
EXPLANATION: Final = Sentence(
    "A part cannot be greater than its whole. Where print says so, the two count different "
    "things: cases and persons, a list and its first page, one year and ten."
)
HINT: Final = Sentence(
    "Compare unit, period and scope of both figures in the source; if one is no part of the "
    "other, drop the relation."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each figure whose least number exceeds the greatest of the figure that it is part of."""
    for part in corpus.figures.values():
        whole = corpus.figures[part.part_of] if part.part_of else None
        if whole is None or whole.unit != part.unit or admitted(part)[0] <= admitted(whole)[1]:
            continue
        yield Finding(
            check=NAME,
            severity=SEVERITY,
            message=Sentence(
                "{part} is printed as {number}, but {whole}, of which it is a part, as {printed}.",
                part=part.id,
                number=shown(part),
                whole=whole.id,
                printed=shown(whole),
            ),
            hint=HINT,
            records=(("reported_figures", part.id), ("reported_figures", whole.id)),
        )
