"""Words: what invented acts are made of, in ids of the vocabulary, and how often each is seen.

It depends on `dice` only; that the ids are those of the vocabulary is what its test holds.
A kind of act that real corpora hold and invented ones lack is one more line in `ACTS`.
The words are fixed here rather than read from the vocabulary, so that a new term there leaves every
invented corpus as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.synthetic.dice import Weighted

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A kind of act: its technique, what often goes with it, where it happens, what comes of it."""

    technique: str
    often_with: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    outcomes: tuple[str, ...]
    instruments: tuple[str, ...] = ()
    has_motive: bool = False


def _outline(technique: str, settings: str, outcomes: str, often_with: str = "") -> Outline:
    return Outline(
        technique=technique,
        often_with=tuple(often_with.split()),
        settings=tuple(settings.split()),
        outcomes=tuple(outcomes.split()),
    )


_EXTRADITION: Final = Outline(
    technique="extradition-request",
    often_with=("regional-wanted-list", "charges-in-absentia"),
    settings=("court", "prison"),
    outcomes=("not-extradited", "extradited", "released", "asylum-seeker-status"),
    instruments=("eu-extradition-1957", "refugee-convention-1951", "cat"),
    has_motive=True,
)
_DETENTION: Final = Outline(
    technique="detention-pending-extradition",
    often_with=("extradition-request", "interpol-notice"),
    settings=("airport", "border", "prison", "home"),
    outcomes=("released", "detained", "extradited", "not-extradited"),
    instruments=("interpol-constitution", "iccpr"),
    has_motive=True,
)
_ABDUCTION: Final = _outline(
    "abduction", "street home hostel shelter", "transferred-to-origin detained survived", "assault"
)
_DEPORTATION: Final = _outline(
    "deportation", "airport border prison", "transferred-to-origin expelled detained"
)
ACTS: Final = Weighted(
    (_DETENTION, 14.0),
    (_EXTRADITION, 10.0),
    (_DEPORTATION, 9.0),
    (_ABDUCTION, 4.0),
    (_outline("charges-in-absentia", "court", "charged convicted-in-absentia listed"), 12.0),
    (_outline("threat", "online street home", "activity-reduced none-reported fled"), 9.0),
    (_outline("coercion-by-proxy", "home workplace", "activity-reduced none-reported"), 8.0),
    (_outline("online-harassment", "online", "activity-reduced none-reported", "threat"), 6.0),
    (_outline("spyware", "online", "none-reported activity-reduced"), 4.0),
    (_outline("digital-phishing", "online", "none-reported"), 3.0),
    (_outline("interpol-notice", "border airport", "detained listed released"), 4.0),
    (_outline("passport-refusal", "diplomatic-mission", "asylum-seeker-status none-reported"), 4.0),
    (_outline("assault", "street home", "survived none-reported", "physical-intimidation"), 3.0),
    (_outline("killing", "street home hostel", "killed"), 1.0),
    (_outline("attempted-killing", "street home", "survived"), 1.0),
    (_outline("denaturalisation", "court", "denaturalised"), 1.5),
    (_outline("physical-tracking", "street home", "fled none-reported"), 2.0),
    (_outline("border-search-and-seizure", "border airport", "entry-denied readmitted"), 1.5),
    (_outline("host-entry-ban", "border airport", "entry-denied expelled"), 2.0),
)
# How one act leads to the next in a chain.
NEXT_ACTS: Final = (_DETENTION, _EXTRADITION, _ABDUCTION, _DEPORTATION)
MEASURES: Final = Weighted(
    (_outline("foreign-agent-listing", "", "listed", "hostile-label"), 4.0),
    (_outline("undesirable-listing", "", "listed activity-reduced"), 3.0),
    (_outline("website-blocking", "online", "blocked"), 3.0),
)
RESPONSES: Final = Weighted(
    (_outline("extradition-request", "court", "not-extradited released"), 3.0),
    (_outline("deportation", "court border", "not-extradited readmitted swapped"), 1.0),
)
OUTLINES_OF: Final[Mapping[str, Weighted[Outline]]] = MappingProxyType(
    {
        "incident": ACTS,
        "pattern": ACTS,
        "measure": MEASURES,
        "response": RESPONSES,
        "context": MEASURES,
    }
)
TARGETS: Final = Weighted(
    ("activist", 8.0),
    ("journalist", 7.0),
    ("opposition-politician", 5.0),
    ("ordinary-citizen", 4.0),
    ("draft-evader", 4.0),
    ("cso-member", 3.0),
    ("relative", 3.0),
    ("ethnic-or-diaspora-group", 2.0),
    ("media-worker", 2.0),
    ("former-insider", 1.0),
    ("human-rights-lawyer", 1.0),
    ("artist", 1.0),
)
# Who acts, as what, and whose organ that is: of the origin state, of the host state, of none.
ACTORS: Final = Weighted(
    (("Ministry of the Interior", "state-organ", "origin"), 5.0),
    (("Security service", "state-organ", "origin"), 5.0),
    (("Prosecutor", "state-organ", "origin"), 3.0),
    (("Group close to the security service", "state-directed", ""), 2.0),
    (("Supporters of the government", "state-aligned", ""), 2.0),
    (("Group known to the police", "state-tolerated", ""), 1.0),
    (("Migration police", "host-state-organ", "host"), 3.0),
    (("Private security company", "private", ""), 0.5),
)
ACCUSED_ORGAN: Final = "Security service"
PERSONS: Final = Weighted((1, 80.0), (2, 9.0), (3, 4.0), (4, 2.0), (6, 2.0), (10, 2.0), (25, 1.0))
MOTIVES: Final = Weighted(
    (("claimed", "the target's counsel"), 3.0),
    (("accepted", "an appeal court"), 1.0),
    (("disputed", "the prosecutor"), 1.0),
)
UNKNOWN_REASONS: Final = Weighted(("not-reported", 7.0), ("withheld", 2.0), ("not-checked", 1.0))
# Of a place many a source says only that it was abroad.
UNKNOWN_PLACES: Final = Weighted(
    ("not-reported", 4.0), ("abroad", 4.0), ("withheld", 1.5), ("not-checked", 0.5)
)
STRONG_MODES: Final = Weighted(("reports", 70.0), ("asserts", 22.0), ("confirms", 8.0))
STRONG_WORDS: Final = ("reportedly", "according to two sources", "confirmed to us")
WEAK_WORDS: Final = ("allegedly", "unconfirmed", "rumoured", "is said to have")
HEDGE_WORDS: Final = ("potentially", "possibly", "may have")
SOURCE_KINDS: Final = Weighted(
    ("press", 50.0),
    ("ngo-report", 20.0),
    ("social-post", 9.0),
    ("court-document", 5.0),
    ("official-document", 4.0),
    ("testimony", 4.0),
    ("dataset", 3.0),
    ("academic", 3.0),
)
STRONG_GRADES: Final = Weighted(("A", 2.0), ("B", 5.0), ("C", 3.0))
WEAK_GRADES: Final = Weighted(("D", 5.0), ("E", 2.0), ("F", 3.0))
REASON_OF_GRADE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "A": "court or register seen",
        "B": "named method, long record",
        "C": "usually right, method not shown",
        "D": "often wrong before",
        "E": "known for invention",
        "F": "new, cannot be judged",
    }
)
REPORT_IN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "Report",
        "ru": "Сообщение",
        "tr": "Haber",
        "de": "Bericht",
        "fr": "Compte rendu",
        "fa": "گزارش",
    }
)
PUBLISHERS: Final = ("Monitor", "Herald", "Observer", "Archive", "Bulletin")
DECISION_REASONS: Final = ("court record seen", "second interview held", "the earlier source erred")


def words_of(term: str) -> str:
    """Say the id of a term as words."""
    return term.replace("-", " ")
