"""A public edition: the history of releases in one language, with the words of their cells.

It depends on the history, the wording and the vocabulary.
A further dimension whose labels are terms is one more line in `TERMS`.
"""

from __future__ import annotations

import re
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct import vocabulary
from safeconduct.figures.scheme import schemes
from safeconduct.publish.labels import OTHER, UNKNOWN
from safeconduct.publish.release import TOTAL
from safeconduct.report.address import file_names
from safeconduct.report.markup import Link, Passage, straightened
from safeconduct.report.messages import marked
from safeconduct.report.sayings import DIMENSIONS, STANDINGS
from safeconduct.report.wording import capital
from safeconduct.vocabulary import territory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.publish.release import Release, ReleasedCell, ReleasedTable
    from safeconduct.publish.release import Wording as Words
    from safeconduct.report.public.description import Taken
    from safeconduct.report.public.history import History, Published
    from safeconduct.report.wording import Wording

TERMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "tactic": "tactics",
        "technique": "techniques",
        "target": "targets",
        "attribution": "attributions",
        "outcome": "outcomes",
    }
)
STATES: Final = frozenset({"host", "origin", "place"})
_PLAIN: Final[Mapping[str, str]] = MappingProxyType(
    {TOTAL: marked("total"), OTHER: marked("other"), UNKNOWN: marked("not known")}
)
_UNDER: Final = re.compile(r"under (\d+)")
_AT_LEAST: Final = re.compile(r"(\d+) or more")
_ENGLISH: Final = "en"


class PublicEdition:
    """The releases of a site in one language."""

    def __init__(self, history: History, wording: Wording, *, taken: Taken) -> None:
        """Keep the history, the wording and what can be taken, by id of the release."""
        self.history = history
        self.taken = taken
        self.wording = wording

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The file of each release's page, by the id of the release."""
        return file_names("release", [each.release.id for each in self.history.published])

    @cached_property
    def site_title(self) -> Passage:
        """What the site is called: as its current release, or as the last one."""
        shown = self.history.current or self.history.last
        return self.passage(shown.release.title)

    def passage(self, words: Words) -> Passage:
        """Words of a release in the language of the page, in English, or in what there is."""
        by_language = dict(words)
        for language in (self.wording.language, _ENGLISH, *by_language):
            if language in by_language:
                spoken = "" if language == self.wording.language else language
                return Passage(by_language[language], spoken)
        return Passage("")

    def title_of(self, table: ReleasedTable) -> Passage:
        """What a table is called: its title, or its id where it has none."""
        return self.passage(table.title) if table.title else Passage(table.id)

    def named(self, release: Release) -> Link:
        """A link to the page of a release, named by its id and version."""
        return Link(self.files[release.id], self.name(release))

    def name(self, release: Release) -> str:
        """A release in a few words."""
        # Safety: a version is free text, and must not turn the direction of what stands behind it.
        version = straightened(release.version)
        return self.wording.say("{release}, version {version}", release=release.id, version=version)

    def state_of(self, published: Published) -> str:
        """What became of a release, in a word or two."""
        say = self.wording.say
        if published.is_withdrawn:
            return say("taken back")
        if published.is_corrected:
            return say("replaced by a correction")
        if published.release.kind == "withdrawal":
            return say("a withdrawal")
        if published is self.history.current:
            return say("current")
        return say("earlier")

    def dimension(self, name: str) -> str:
        """The name of a dimension."""
        return self.wording.say(DIMENSIONS[name]) if name in DIMENSIONS else name

    def label(self, dimension: str, label: str) -> str:
        """A label of a dimension in words; merged categories are joined by a plus sign."""
        return capital(" + ".join(self._part(dimension, part) for part in label.split("+")))

    def _part(self, dimension: str, part: str) -> str:
        if part in _PLAIN:
            return self.wording.say(_PLAIN[part])
        if dimension in STATES and part in territory.codes():
            return self.wording.state(part)
        if dimension in TERMS and part in vocabulary.ids(TERMS[dimension]):
            return self.wording.term(TERMS[dimension], part)
        if dimension == "standing" and part in STANDINGS:
            return self.wording.say(STANDINGS[part])
        return part

    def shown(self, cell: ReleasedCell | None) -> str:
        """What a cell shows, in the language of the page."""
        say = self.wording.say
        if cell is None:
            return "–"
        if found := _UNDER.fullmatch(cell.shown):
            return say("under {number}", number=int(found[1]))
        if found := _AT_LEAST.fullmatch(cell.shown):
            return say("{least} or more", least=int(found[1]))
        return say("not shown") if cell.shown == "not shown" else cell.shown

    def scheme(self, identifier: str) -> str:
        """The name of a definition."""
        known = schemes()
        if identifier not in known:
            return identifier
        return vocabulary.in_language(known[identifier].label, self.wording.language)
