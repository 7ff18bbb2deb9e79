"""A plan: how large an invented corpus is, and how much of what makes real ones hard it holds.

It depends on the errors, the columns of the record and the territories of the vocabulary.
A new property of invented corpora is a new field here, with its default and its line in the
description of `Plan`; what it does stands in `cases`, `telling` or `pool`.

The defaults resemble the field: about five statements an incident, most dates known to the month,
one incident in eight told by copies only, conflicts and denials in a few of a hundred.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, TypeAlias

from safeconduct.errors import InvalidSetting
from safeconduct.record.tables import SOURCES
from safeconduct.vocabulary import territory

Share: TypeAlias = float

# An invented corpus accuses states. Its default origins have no government and no people of their
# own, so that a page torn out of a demonstration accuses nobody.
UNINHABITED: Final = ("AQ", "BV", "HM", "TF")
REMOTE: Final = ("GS", "UM", "IO", "SJ", "CX", "CC", "NF", "PN", "TK", "SH", "PM", "WF")

LONGEST_SPAN: Final = 200  # years
# A whole number or a float, from and to which it is admitted.
_RANGES: Final[tuple[tuple[str, type, float, float], ...]] = (
    ("seed", int, 0, 2**63 - 1),
    ("n_incidents", int, 0, 10_000_000),
    ("n_publishers", int, 10, 100_000),
    ("first_year", int, 1000, 9990),
    ("last_year", int, 1000, 9990),
    ("statements_per_incident", float, 1, 100),
    ("sources_per_incident", float, 0, 10),
    ("growth", float, -0.9, 4),
)
# Shares of one whole: together they are at most 1, and the rest is the ordinary.
SHARES_OF_ONE_WHOLE: Final = (
    ("patterns", "measures", "responses", "context"),
    (
        "copies_only",
        "weak_only",
        "retractions",
        "denials_by_others",
        "refutations",
        "unsupported",
    ),
    ("copies", "weak_statements"),
    ("month_dates", "year_dates", "interval_dates"),
)
FATES: Final = SHARES_OF_ONE_WHOLE[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to invent; the same plan gives the same corpus, byte for byte, on any machine.

    Size. seed; n_incidents; statements_per_incident: a mean, as a few cases need more than one;
        sources_per_incident: what large corpora come to, small ones need more.
    Time. first_year to last_year: when the acts happened; growth: how many more each year has.
    Who. origins, hosts: states, the first the most frequent; n_publishers, of whom few publish
        most; languages of sources, the first the most frequent.
    Kinds, shares of all incidents. patterns, measures, responses, context; the rest are incidents.
    Fates, shares of all incidents. copies_only: told by copies of a source that itself is silent;
        weak_only: allegations and low grades; retractions: every voice withdraws;
        denials_by_others: a credible voice denies it; refutations: a decision says it did not
        happen; unsupported: only denied. The rest are told in the ordinary way.
    Within ordinary telling, shares of all incidents. established: by a court, an admission, a
        register or verified evidence; value_conflicts and date_conflicts: two equal voices differ;
        outvoted: one voice differs from two; corrections; withdrawals: one voice of several;
        denials_by_accused; hedges: a second, weaker statement of the same source; decisions.
    Links. chains: share of incidents in chains; multi_host; figures: reported numbers about an
        incident.
    Statements. copies and weak_statements: shares of what is told beyond the voices an incident
        has, the rest being further passages of the same voices; unknown_values: share of values.
    Dates of acts. month_dates, year_dates, interval_dates, the rest days; approximate: share of
        months and years that the source hedges.
    Sources. derived_sources: share that repeats others; weak_sources: share graded D to F.
    """

    seed: int = 1
    n_incidents: int = 100
    statements_per_incident: float = 5.0
    sources_per_incident: float = 0.75
    first_year: int = 2013
    last_year: int = 2024
    growth: float = 0.12
    origins: tuple[str, ...] = UNINHABITED
    hosts: tuple[str, ...] = REMOTE
    n_publishers: int = 400
    languages: tuple[str, ...] = ("en", "ru", "tr", "de", "fr", "fa")
    patterns: Share = 0.05
    measures: Share = 0.03
    responses: Share = 0.03
    context: Share = 0.01
    copies_only: Share = 0.12
    weak_only: Share = 0.06
    retractions: Share = 0.01
    denials_by_others: Share = 0.005
    refutations: Share = 0.002
    unsupported: Share = 0.003
    established: Share = 0.05
    value_conflicts: Share = 0.03
    date_conflicts: Share = 0.01
    outvoted: Share = 0.02
    corrections: Share = 0.02
    withdrawals: Share = 0.005
    denials_by_accused: Share = 0.015
    hedges: Share = 0.04
    decisions: Share = 0.01
    chains: Share = 0.15
    multi_host: Share = 0.06
    figures: Share = 0.02
    copies: Share = 0.45
    weak_statements: Share = 0.25
    unknown_values: Share = 0.04
    month_dates: Share = 0.40
    year_dates: Share = 0.20
    interval_dates: Share = 0.05
    approximate: Share = 0.05
    derived_sources: Share = 0.40
    weak_sources: Share = 0.20

    def __post_init__(self) -> None:
        """Refuse a plan that cannot be carried out.

        Raises:
            InvalidSetting: the first setting that is not usable.
        """
        for name, kind, lowest, highest in _RANGES:
            allowed = "a whole number" if kind is int else "a number"
            self._admit_number(name, kind=kind, between=(lowest, highest), allowed=allowed)
        for setting in fields(self):
            if setting.type == "Share":
                self._admit_number(setting.name, kind=float, between=(0, 1), allowed="a share")
        for group in SHARES_OF_ONE_WHOLE:
            # A thousand millionths of slack, because 0.1 ten times is not quite 1.
            if sum(getattr(self, name) for name in group) > 1 + 1e-9:
                raise InvalidSetting(", ".join(group), "shares that together are at most 1")
        if not 0 <= self.last_year - self.first_year < LONGEST_SPAN:
            raise InvalidSetting(
                "last_year", f"the first year or a later one, at most {LONGEST_SPAN - 1} years on"
            )
        self._admit_words()

    def ordinary(self, share: Share) -> float:
        """Say how often an ordinarily told incident is chosen, so that it is that share of all."""
        rest = 1 - sum(getattr(self, fate) for fate in FATES)
        return min(1.0, share / rest) if rest > 0 else 0.0

    def _admit_number(
        self, name: str, *, kind: type, between: tuple[float, float], allowed: str
    ) -> None:
        number = getattr(self, name)
        lowest, highest = between
        right = not isinstance(number, bool) and isinstance(number, (int, kind))
        # An infinite number or none at all fails the comparison too.
        if not right or not lowest <= number <= highest:
            raise InvalidSetting(name, f"{allowed} from {lowest} to {highest}")

    def _admit_words(self) -> None:
        for name, admitted in (("origins", territory.codes()), ("hosts", territory.codes())):
            if not _are_distinct(getattr(self, name)) or not admitted.issuperset(
                getattr(self, name)
            ):
                raise InvalidSetting(name, "a tuple of at least one territory code, each once")
        if set(self.origins) & set(self.hosts):
            raise InvalidSetting("hosts", "states that are not origins too")
        language = SOURCES.column("language")
        if not _are_distinct(self.languages) or not all(map(language.holds, self.languages)):
            raise InvalidSetting("languages", "a tuple of at least one language tag, each once")


def _are_distinct(words: object) -> bool:
    """Whether these are words, at least one, each once; a hostile plan may hold anything."""
    return (
        isinstance(words, tuple)
        and all(isinstance(word, str) and word for word in words)
        and len(words) == len(set(words)) > 0
    )
