"""An incident whose every support ends at sources that cannot be found again.

It depends on the assessments and on the state of the corpus's sources.
One support that can be found is enough to be left alone here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from safeconduct.record.account import SUPPORTS
from safeconduct.record.sentence import Sentence
from safeconduct.verify.finding import Finding, Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.record.corpus import Corpus
    from safeconduct.verify.finding import Assessments

NAME: Final = "incident-source-not-recoverable"
SEVERITY: Final = Severity.CAUTION
EXPLANATION: Final = Sentence(
    "Where every statement about an incident goes back to a lost footnote, as the paper's report "
    "of fear among exiles in Serbia does, nobody can tell who said so first. It stays on the page "
    "and counts by its grade."
)
HINT: Final = Sentence("Look for a second report; enter it with its own source.")


def check(corpus: Corpus, assessments: Assessments) -> Iterator[Finding]:
    """Find each incident all of whose live supporting statements have lost roots only."""
    lost = {
        source.id for source in corpus.sources.values() if source.locator_state == "not-recoverable"
    }
    for incident, assessment in assessments.items():
        roots = {
            root
            for account in assessment.accounts
            if account.role == SUPPORTS and account.is_live
            for root in account.provenance.roots
        }
        if roots and roots <= lost:
            yield Finding(
                check=NAME,
                severity=SEVERITY,
                message=Sentence(
                    "Everything said for {incident} goes back to {sources}, which cannot be "
                    "recovered.",
                    incident=incident,
                    sources=listed(sorted(roots)),
                ),
                hint=HINT,
                records=(
                    ("incidents", incident),
                    *(("sources", identifier) for identifier in sorted(roots)),
                ),
            )
