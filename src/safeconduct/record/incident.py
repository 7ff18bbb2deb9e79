"""An incident: one act of transnational repression, or something that must not be counted as one.

It depends on the columns of its table.
What happened, when, where and to how many is said by statements and derived from them; an incident
itself holds only its name on a page, its kind, and how it is linked to other incidents.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeconduct.record.tables import INCIDENTS
from safeconduct.record.validity import hold_against


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One incident.

    id: stable, readable aloud, chosen by the coder.
    label: what a page calls it; it names nobody.
    kind: incident (one act), pattern, measure, response or context; only the first is counted.
    chain: linked acts, such as detention → refusal → abduction → transfer, share one; None is a
        chain of one.
    responds_to: for a response, the incidents it answers.
    overlaps: for a pattern, the counted incidents it also contains.
    same_person_as: incidents that concern the same persons, so that persons are counted once.
    instruments: the laws and treaties it rests on.
    """

    id: str
    label: str
    kind: str
    chain: str | None = None
    responds_to: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    same_person_as: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse an incident that contradicts itself."""
        problems = []
        if self.responds_to and self.kind != "response":
            problems.append(("responds_to", "is for responses only"))
        problems.extend(
            (field, "names the incident itself")
            for field in ("responds_to", "overlaps", "same_person_as")
            if self.id in getattr(self, field)
        )
        hold_against(INCIDENTS, self, more=problems)

    @property
    def chain_id(self) -> str:
        """The id of its chain; an incident without one is a chain of one, named after it."""
        return self.chain or self.id
