"""Verdicts: per scheme in, out or undecided, with the clause that decided on the spot.

It depends on the reading's verdicts and on the edition.
A new clause of the figures is one more message in `CLAUSES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.figures.clause import IN, UNDECIDED
from safeconduct.figures.figure import CENTRAL, HIGH, LOW
from safeconduct.report.messages import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from safeconduct.report.edition import Edition
    from safeconduct.report.markup import Link


CLAUSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "kind": marked("kind"),
        "standing": marked("standing"),
        "origins": marked("origin state"),
        "years": marked("years"),
        "techniques": marked("technique"),
        "attribution": marked("tie to a state"),
        "targets": marked("target"),
        "place": marked("place"),
        "all": marked("all clauses"),
    }
)
_LEVELS: Final[Mapping[int, str]] = MappingProxyType(
    {
        LOW: marked("low, central, high"),
        CENTRAL: marked("central, high"),
        HIGH: marked("high only"),
        0: marked("no count"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictView:
    """What one scheme says of one incident; `counts_in` names the bounds."""

    scheme: Link
    says: str
    word: str
    clause: str
    why: Markup
    counts_in: str


def verdict_view(scheme: str, incident: str, *, edition: Edition) -> VerdictView:
    """Show what a scheme says of an incident."""
    verdict = edition.reading.verdicts[scheme][incident]
    say = edition.wording.say
    words = {IN: say("in"), UNDECIDED: say("undecided")}
    return VerdictView(
        scheme=edition.scheme(scheme),
        says=verdict.says,
        word=words.get(verdict.says, say("out")),
        clause=say(CLAUSES[verdict.clause]),
        why=edition.told(verdict.why),
        counts_in=say(_LEVELS[edition.reading.level(scheme, incident)]),
    )


def verdicts_on(incident: str, edition: Edition) -> tuple[VerdictView, ...]:
    """Show what every scheme says of an incident."""
    return tuple(
        verdict_view(scheme, incident, edition=edition) for scheme in edition.reading.schemes
    )
