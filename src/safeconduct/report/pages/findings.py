"""The page of findings: what does not add up, what may mislead, and what is worth knowing.

It depends on the checks and on the edition.
Findings stand by check, the gravest first, each check with why it matters and what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from safeconduct.report.components.contradiction import (
    FindingView,
    check_name,
    finding_view,
    severity_word,
)
from safeconduct.report.messages import marked
from safeconduct.report.page import Leaf, Page, Section
from safeconduct.report.paging import leaves, numbered
from safeconduct.report.wording import capital
from safeconduct.verify import Severity, all_checks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from safeconduct.report.edition import Edition
    from safeconduct.verify import Finding


SECTION: Final = Section(name="findings", label=marked("Findings"), order=70)
_PER_PAGE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """The findings of one check."""

    id: str
    heading: str
    severity: str
    severity_word: str
    explanation: Markup
    hint: Markup
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityRow:
    """How many findings there are of one severity, and what it means."""

    severity: str
    word: str
    meaning: Markup
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsView:
    """One page of findings."""

    groups: tuple[CheckGroup, ...]
    severities: tuple[SeverityRow, ...]
    n_checks: int
    total: int
    leaf: Leaf


def pages(edition: Edition) -> Iterator[Page]:
    """Write the findings."""
    findings = edition.reading.findings
    title = edition.wording.say("Findings")
    for file, leaf, shown in leaves(SECTION.name, findings, per_page=_PER_PAGE):
        yield Page(
            file=file,
            section=SECTION.name,
            template="findings",
            title=numbered(title, leaf, wording=edition.wording),
            view=FindingsView(
                groups=_groups(shown, edition),
                severities=severity_rows(edition),
                n_checks=len(all_checks()),
                total=len(findings),
                leaf=leaf,
            ),
        )


def severity_rows(edition: Edition) -> tuple[SeverityRow, ...]:
    """How many findings there are of each severity, those without any left out."""
    severities = [finding.severity for finding in edition.reading.findings]
    return tuple(
        SeverityRow(
            severity=severity.value,
            word=capital(severity_word(severity, edition)),
            meaning=edition.told(severity.meaning),
            number=severities.count(severity),
        )
        for severity in Severity
        if severity in severities
    )


def _groups(findings: Sequence[Finding], edition: Edition) -> tuple[CheckGroup, ...]:
    checks = {check.name: check for check in all_checks()}
    groups = []
    for name, found in groupby(findings, key=lambda finding: finding.check):
        check = checks[name]
        groups.append(
            CheckGroup(
                id=name,
                heading=check_name(name, edition),
                severity=check.severity,
                severity_word=capital(severity_word(check.severity, edition)),
                explanation=edition.told(check.explanation),
                hint=edition.told(check.hint),
                findings=tuple(finding_view(finding, edition) for finding in found),
            )
        )
    return tuple(groups)
