"""An edition of the guide: its outlook in one language, with the addresses of its pages.

It depends on the outlook, the wording and the addresses.
Whatever several pages say in the same way is a function here; what one page says stands there.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from safeconduct import vocabulary
from safeconduct.report.address import file_names
from safeconduct.report.guide.naming import LISTED, TITLES
from safeconduct.report.markup import Link, Passage
from safeconduct.report.wording import capital
from safeconduct.respond.general_title import title_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safeconduct.report.guide.outlook import Outlook
    from safeconduct.report.wording import Wording
    from safeconduct.respond.provider import Provider

# A title carries no language; its letters tell the two languages of these pages apart.
_ARTICLE: Final = re.compile(r"Articles? (?P<number>\d[\d(), –-]*)")
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё]")


class GuideEdition:
    """One outlook in one language."""

    def __init__(self, outlook: Outlook, wording: Wording) -> None:
        """Keep the outlook and the wording."""
        self.outlook = outlook
        self.wording = wording

    @cached_property
    def files(self) -> Mapping[str, Mapping[str, str]]:
        """The file of each page, by kind and id."""
        return {
            "host": file_names("host", self.outlook.exposures),
            "host-in-full": file_names("host-in-full", self.outlook.exposures),
            "instrument": file_names("instrument", self.outlook.instruments),
            "situation": file_names("situation", self.outlook.pathways),
        }

    def pick(self, words: Mapping[str, str] | None) -> str:
        """Words that come in several languages, in that of the page; "" for none."""
        return vocabulary.in_language(words, self.wording.language) if words else ""

    def host(self, code: str) -> Link:
        """A link to the page of a host state."""
        return Link(self.files["host"][code], self.wording.state(code))

    def treaty(self, identifier: str) -> Link:
        """A link to the page of an instrument, or of an organisation that acts as one."""
        name = capital(self.instrument(identifier))
        return Link(self.files["instrument"][identifier], name)

    def situation(self, identifier: str) -> Link:
        """A link to the page of a situation."""
        label = self.pick(self.outlook.pathways[identifier].label)
        return Link(self.files["situation"][identifier], capital(label))

    def sorted_links(self, links: Iterable[Link]) -> tuple[Link, ...]:
        """Links in the order of their names, as the language sorts them."""
        return tuple(sorted(links, key=lambda link: str(link).casefold()))

    def technique(self, identifier: str) -> str:
        """The label of a technique."""
        return self.wording.term("techniques", identifier)

    def instrument(self, identifier: str) -> str:
        """The label of an instrument, or of an organisation that acts as one; "" for none."""
        for set_id in ("instruments", "organisations"):
            if identifier in vocabulary.ids(set_id):
                return self.wording.term(set_id, identifier)
        return ""

    def provider(self, provider: Provider) -> Passage:
        """The name of a helper, in the language of the page where it has one there."""
        return self._written(provider.name_in(self.wording.language))

    def title(self, title: str) -> Passage:
        """The title of a source, in the language of the page where it has an official one."""
        said = self.wording.say(title) if title in TITLES else title
        return self._written(title_in(said, self.wording.language))

    def address(self, url: str) -> str:
        """The address of a source to follow; "" where Russia lists whoever publishes it.

        Safety: a link that is opened from there can be an offence; the title says what was read.
        """
        host = urlsplit(url).hostname or ""
        is_listed = any(host == one or host.endswith(f".{one}") for one in LISTED)
        return "" if is_listed else url

    def section(self, section: str) -> Passage:
        """The place in a source; an article is named in the language of the page."""
        article = _ARTICLE.fullmatch(section)
        if article:
            return Passage(self.wording.say("Art. {article}", article=article["number"]))
        return self._written(section)

    def _written(self, said: str) -> Passage:
        written = "ru" if _CYRILLIC.search(said) else "en"
        return Passage(said, "" if written == self.wording.language else written)
