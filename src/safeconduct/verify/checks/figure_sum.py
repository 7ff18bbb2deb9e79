"""A printed whole that its printed parts do not add up to.

It depends on the corpus and on `quantity`, where qualifiers and ranges are taken at their word.
Parts in another unit than the whole are the matter of `figure_unit_mix`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.quantity import added, admitted, meet, shown, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "figure-sum"
SEVERITY: Final = Severity.CONTRADICTION
EXPLANATION: Final = Sentence(
    "The paper prints 159 persons persecuted on one kind of charge, of whom 24 are confirmed "
    "abroad and the place of 136 is unknown: together 160. A person counted in two groups, or two "
    "units under one name, would explain it; a table that repairs it hides it."
)
HINT: Final = Sentence(
    "Keep the numbers as printed. Ask the source which unit each counts, and write the answer "
    "into the caveats."
)


def check(corpus: Corpus, _assessments: Assessments) -> Iterator[Finding]:
    """Find each figure that no sum of its parts can give."""
    for whole in corpus.figures.values():
        parts = [corpus.figures[part] for part in whole.sum_of]
        # A figure without parts has no units of parts either.
        if {part.unit for part in parts} != {whole.unit}:
            continue
        total = added([admitted(part) for part in parts])
        if not meet([total, admitted(whole)]):
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "{parts} add up to {total}, but {whole} is printed as {printed}.",
                    parts=" + ".join(f"{part.id} {shown(part)}" for part in parts),
                    total=written(total),
                    whole=whole.id,
                    printed=shown(whole),
                ),
                hint=HINT,
                records=(
                    ("reported_figures", whole.id),
                    *(("reported_figures", part.id) for part in parts),
                ),
            )
