"""What a report may hold beside its corpus: a guide for a state of origin, and an estimate.

It depends on the guide's outlook and on the study.
A further part that not every report has is one more field here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from safeconduct.report.estimates.study import Study
    from safeconduct.report.guide.outlook import Outlook


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Supplement:
    """The guide's outlook and the study of a table of capture histories, where there are any."""

    guide: Outlook | None = None
    study: Study | None = None


NOTHING: Final = Supplement()
