"""Running the checks: every check of the folder over one corpus, findings in one fixed order.

It depends on the registry, the record and the checks' shared vocabulary of findings.
Nothing here knows a check by name; a file in `checks/` that lacks a declaration is refused by the
registry.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from safeconduct import registry
from safeconduct.record.standing import assess
from safeconduct.verify import checks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from safeconduct.record.corpus import Corpus
    from safeconduct.record.sentence import Sentence
    from safeconduct.verify.finding import Assessments, Finding, Severity

REQUIRED: Final = ("NAME", "SEVERITY", "EXPLANATION", "HINT", "check")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check as its file declares it.

    explanation: why it matters and where it was learnt. hint: what a coder can do about its
    findings.
    """

    name: str
    severity: Severity
    explanation: Sentence
    hint: Sentence
    find: Callable[[Corpus, Assessments], Iterable[Finding]]


@cache
def all_checks() -> tuple[Check, ...]:
    """Read the checks of the folder, sorted by file name."""
    return tuple(
        Check(
            name=module.NAME,
            severity=module.SEVERITY,
            explanation=module.EXPLANATION,
            hint=module.HINT,
            find=module.check,
        )
        for module in registry.members(checks, required=REQUIRED)
    )


def check(corpus: Corpus) -> tuple[Finding, ...]:
    """Run every check over a corpus; the gravest findings first, always in the same order."""
    assessments = assess(corpus)
    found = [finding for each in all_checks() for finding in each.find(corpus, assessments)]
    return tuple(sorted(found, key=lambda finding: finding.order))
