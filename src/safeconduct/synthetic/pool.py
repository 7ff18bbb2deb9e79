"""A pool: the sources that speak of one stretch of an invented corpus, roots and their copies.

It depends on `dice`, `plan`, `words` and the table of sources.
A further kind of source is a method of `Pool` here that plants it; `cases` decides who speaks when.

Only what is cited becomes a row, so that no source of an invented corpus is silent, unless a case
asks for a silent root on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from safeconduct.record.tables import SOURCES
from safeconduct.synthetic.words import (
    PUBLISHERS,
    REASON_OF_GRADE,
    REPORT_IN,
    SOURCE_KINDS,
    STRONG_GRADES,
    WEAK_GRADES,
)

if TYPE_CHECKING:
    from safeconduct.synthetic.dice import Dice, Weighted
    from safeconduct.synthetic.numbering import Numbering
    from safeconduct.synthetic.plan import Plan

Row = dict[str, str]

# Enough independent strong voices for the most demanding case: four that report it, one that
# withdraws, one that denies it, and two to choose from. Three grades among eight leave two alike.
ANCHORS: Final = 8
FEWEST_ROOTS: Final = 10
FEWEST_COPIES: Final = 4
# Days: a root appears up to this long after the acts, a copy up to that long after what it repeats.
ROOT_LAG: Final = 200
COPY_LAG: Final = 30
DEEPEST: Final = 3
ALIASED: Final = (10, 20, 30, 40, 50)
_BLANK: Final = dict.fromkeys(SOURCES.headings, "")


def publisher(number: int) -> str:
    """Name a publisher, so that nobody takes it for a real one."""
    return f"Example {PUBLISHERS[number % len(PUBLISHERS)]} {number}"


def alias(number: int) -> str:
    """Say the other name under which one publisher in ten appears."""
    return f"Ex. {PUBLISHERS[number % len(PUBLISHERS)]} {number}"


@dataclass(slots=True, kw_only=True, eq=False)
class PooledSource:
    """A source that may be cited: its cells, its voice, and the weakest grade down to its root.

    parents: what it repeats. lineal: whether its chain of reports is a single one. descendants: the
    sources that repeat it by a single chain. day: when it appeared.
    """

    cells: Row
    voice: str
    grade: str
    day: int
    parents: tuple[PooledSource, ...] = ()
    is_lineal: bool = True
    depth: int = 0
    descendants: list[PooledSource] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its id, blank until it is cited."""
        return self.cells["id"]

    @property
    def ancestry(self) -> tuple[PooledSource, ...]:
        """The source itself and what it repeats, down to the root of its first chain."""
        return (self, *self.parents[0].ancestry) if self.parents else (self,)

    @property
    def is_strong(self) -> bool:
        """Whether the chain of reports holds no weak grade."""
        return self.grade <= "C"


@dataclass(slots=True, kw_only=True)
class Press:
    """What the pools of one corpus share: the publishers, the languages, a yearbook a year."""

    publishers: Weighted[int]
    languages: Weighted[str]
    yearbooks: dict[int, PooledSource] = field(default_factory=dict)


class Pool:
    """The sources of one stretch, planted around the day when its acts are over."""

    def __init__(
        self, dice: Dice, plan: Plan, *, press: Press, numbering: Numbering, day: int, size: int
    ) -> None:
        """Plant roots and copies: about as many as the plan asks of this number of incidents."""
        self._dice, self._plan, self._press, self._numbering = dice, plan, press, numbering
        self._day = day
        self._officials: dict[str, PooledSource] = {}
        self.cited: list[tuple[str, ...]] = []
        wanted = int(plan.sources_per_incident * size + 0.5)
        n_copies = int(wanted * plan.derived_sources)
        self.roots: list[PooledSource] = [self._yearbook(date.fromordinal(day).year)]
        taken = {self.roots[0].voice}
        for number in range(max(FEWEST_ROOTS, wanted - n_copies)):
            self.roots.append(self._anchor(taken) if number < ANCHORS else self._root())
        self.every = list(self.roots)
        for number in range(max(FEWEST_COPIES, n_copies)):
            self.every.append(self._copy(is_first=not number))
        self.strong = [root for root in self.roots if root.is_strong]
        self.weak = [source for source in self.every if not source.is_strong]
        self.echoes = [
            source
            for source in self.every
            if source.parents and source.is_lineal and source.is_strong
        ]

    def cite(self, source: PooledSource) -> str:
        """Give the id of a source; cited for the first time, it and what it repeats are rows."""
        cells = source.cells
        if not cells["id"]:
            cells["derived_from"] = ";".join([self.cite(parent) for parent in source.parents])
            cells["id"] = self._numbering.next("s")
            self.cited.append(tuple(cells.values()))
        return cells["id"]

    def voices(self, number: int, *, taken: set[str], grade: str = "") -> list[PooledSource]:
        """Find strong roots of so many different voices, none of them taken, all of one grade."""
        found: list[PooledSource] = []
        heard = set(taken)
        start = self._dice.skewed(len(self.strong))
        for source in self.strong[start:] + self.strong[:start]:
            if source.voice not in heard and grade in ("", source.grade):
                heard.add(source.voice)
                found.append(source)
                if len(found) == number:
                    break
        return found

    def equals(self) -> list[PooledSource]:
        """Find two strong roots of different voices and the same grade."""
        # Among so many anchors, some grade always has two.
        pairs = (
            self.voices(2, taken=set(), grade=grade)
            for grade in self._dice.pick(("ABC", "BCA", "CBA"))
        )
        return next(pair for pair in pairs if len(pair) == 2)

    def official(self, state: str) -> PooledSource:
        """The source through which a state speaks."""
        if state not in self._officials:
            cells = self._cells(
                WEAK_GRADES, kind="official-statement", name=f"Example Ministry, {state}"
            )
            cells["organ_of"] = state
            self._officials[state] = self._planted(cells)
        return self._officials[state]

    def repeating(self, source: PooledSource) -> PooledSource:
        """A new source that repeats another one."""
        cells = self._cells(STRONG_GRADES)
        return self._derived(cells, (source,))

    def follow_up(self, source: PooledSource) -> PooledSource:
        """A later source of the same voice, or the source itself where it has no publisher."""
        if not source.cells["publisher"]:
            return source
        cells = dict(source.cells)
        day = source.day + 1 + self._dice.below(COPY_LAG)
        cells |= {
            "id": "",
            "title": f"Correction to: {cells['title']}",
            "published": date.fromordinal(day).isoformat(),
            "accessed": date.fromordinal(day + 5).isoformat(),
        }
        return PooledSource(cells=cells, voice=source.voice, grade=source.grade, day=day)

    def _yearbook(self, year: int) -> PooledSource:
        """The yearbook of the largest publisher, of which many incidents of a year are told."""
        if year not in self._press.yearbooks:
            cells = self._cells(STRONG_GRADES, kind="ngo-report", name=publisher(1))
            cells |= {
                "title": f"Yearbook {year}",
                "as_of": f"{year}-12-31",
                "language": self._plan.languages[0],
            }
            day = date(year + 1, 2, 1).toordinal()
            self._press.yearbooks[year] = self._planted(cells, day=day)
        return self._press.yearbooks[year]

    def _anchor(self, taken: set[str]) -> PooledSource:
        number = self._dice.weighted(self._press.publishers)
        while publisher(number) in taken:
            number = number % self._plan.n_publishers + 1
        taken.add(publisher(number))
        return self._planted(self._cells(STRONG_GRADES, name=publisher(number)))

    def _root(self) -> PooledSource:
        grades = WEAK_GRADES if self._dice.chance(self._plan.weak_sources) else STRONG_GRADES
        number = self._dice.weighted(self._press.publishers)
        cells = self._cells(grades, name=publisher(number))
        if cells["kind"] == "testimony":
            cells |= {"publisher": "", "title": "Testimony"}
        elif number in ALIASED and self._dice.chance(0.4):
            cells["publisher"] = alias(number)
        elif self._dice.chance(0.03):
            cells |= {
                "voice": f"{cells['publisher']}, bureau {1 + self._dice.below(3)}",
                "voice_reason": "separate newsroom",
            }
        return self._planted(cells, voice=publisher(number))

    def _copy(self, *, is_first: bool) -> PooledSource:
        """A source that repeats one or, more rarely, two others; the first has a strong chain."""
        grades = STRONG_GRADES
        if not is_first and self._dice.chance(self._plan.weak_sources):
            grades = WEAK_GRADES
        cells = self._cells(grades)
        if is_first:
            return self._derived(cells, (self.roots[1],))
        able = [source for source in self.every if source.depth < DEEPEST]
        parents = [able[self._dice.skewed(len(able))]]
        if self._dice.chance(0.3):
            # Late ones are copies themselves; what everybody repeats is at the head.
            parents = [able[-1 - self._dice.skewed(len(able))]]
        if self._dice.chance(0.15):
            parents.append(able[self._dice.skewed(len(able))])
        return self._derived(cells, tuple(dict.fromkeys(parents)))

    def _derived(self, cells: Row, parents: tuple[PooledSource, ...]) -> PooledSource:
        day = max(parent.day for parent in parents) + 1 + self._dice.below(COPY_LAG)
        source = self._planted(cells, day=day)
        source.parents = parents
        source.voice = parents[0].voice
        source.grade = max(source.grade, *(parent.grade for parent in parents))
        source.depth = 1 + max(parent.depth for parent in parents)
        source.is_lineal = len(parents) == 1 and parents[0].is_lineal
        above = parents[:1] if source.is_lineal else ()
        while above:
            above[0].descendants.append(source)
            above = above[0].parents
        return source

    def _cells(self, grades: Weighted[str], *, kind: str = "", name: str = "") -> Row:
        """The cells of a source, all but its dates and relations."""
        dice = self._dice
        cells = dict(_BLANK)
        cells["kind"] = kind or dice.weighted(SOURCE_KINDS)
        cells["language"] = language = dice.weighted(self._press.languages)
        cells["publisher"] = name or publisher(dice.weighted(self._press.publishers))
        cells["title"] = f"{REPORT_IN.get(language, 'Report')} {1 + dice.below(9000)}"
        cells["reliability"] = grade = dice.weighted(grades)
        cells["reliability_reason"] = REASON_OF_GRADE[grade]
        found = dice.toss()
        cells["locator_state"] = (
            "located" if found < 0.85 else "no-locator" if found < 0.95 else "not-recoverable"
        )
        if found < 0.85:
            cells["url"] = f"https://example.org/{cells['kind']}/{dice.below(10**9)}"
        return cells

    def _planted(self, cells: Row, *, voice: str = "", day: int = 0) -> PooledSource:
        dice = self._dice
        day = day or self._day + 1 + dice.skewed(ROOT_LAG)
        iso = date.fromordinal(day).isoformat()
        known = dice.toss()
        cells["published"] = iso if known < 0.85 else iso[:7] if known < 0.95 else ""
        if cells["url"]:
            cells["accessed"] = date.fromordinal(day + dice.below(30)).isoformat()
        # A testimony has no publisher, and is a voice that no other source shares.
        own = cells["voice"] or ("" if cells["publisher"] else self._numbering.next("testimony "))
        return PooledSource(
            cells=cells,
            voice=own or voice or cells["publisher"],
            grade=cells["reliability"],
            day=day,
        )
