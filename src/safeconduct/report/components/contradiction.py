"""The contradiction note: what does not add up, both sides, and no winner.

It depends on the findings and on the edition. It shows a finding as the check says it, with the
records it is about; nothing here judges or repairs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.wording import capital
from safeconduct.verify import Severity

if TYPE_CHECKING:
    from markupsafe import Markup

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link
    from safeconduct.verify import Finding

_MOST_RECORDS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """One finding; `records` leads to what it is about, `more` counts those left out."""

    check: str
    severity: str
    severity_word: str
    message: Markup
    hint: Markup
    records: tuple[Link, ...]
    more: int

    @property
    def is_contradiction(self) -> bool:
        """Whether it has sides."""
        return self.severity == Severity.CONTRADICTION


def finding_view(finding: Finding, edition: Edition) -> FindingView:
    """Show a finding."""
    shown = [record for record in dict.fromkeys(finding.records) if record[0] != "statements"]
    links = [edition.record(*record) for record in shown]
    known = [link for link in links if link is not None]
    return FindingView(
        check=check_name(finding.check, edition),
        severity=finding.severity,
        severity_word=severity_word(finding.severity, edition),
        message=edition.told(finding.message),
        hint=edition.told(finding.hint),
        records=tuple(known[:_MOST_RECORDS]),
        more=max(0, len(known) - _MOST_RECORDS),
    )


def check_name(check: str, edition: Edition) -> str:
    """The name of a check as a heading; its words are a message of the catalogue."""
    return capital(edition.wording.say(check.replace("-", " ")))


def severity_word(severity: str, edition: Edition) -> str:
    """The word for a severity."""
    words = {
        Severity.ERROR: edition.wording.say("error"),
        Severity.CONTRADICTION: edition.wording.say("contradiction"),
        Severity.CAUTION: edition.wording.say("caution"),
        Severity.NOTE: edition.wording.say("note"),
    }
    return words[Severity(severity)]
