"""Who helps: providers by what they do, with the day on which each was last looked at.

It depends on respond through the outlook.
A closed programme stays on the page as closed, so that nobody walks to a door that is shut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked
from safeconduct.report.page import Page, Section
from safeconduct.respond.provider import KINDS, WORLDWIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safeconduct.report.guide.edition import GuideEdition
    from safeconduct.respond.provider import Provider

SECTION: Final = Section(name="help", label=marked("Who helps"), order=50)
KIND_MESSAGES: Final[Mapping[str, str]] = {
    "emergency-line": marked("Emergency lines"),
    "digital-help": marked("Digital help"),
    "spyware-check": marked("Checks for spyware"),
    "grant": marked("Emergency grants"),
    "relocation": marked("Relocation"),
    "legal-aid": marked("Legal aid"),
    "psychological-support": marked("Psychological support"),
    "documentation": marked("Documentation"),
    "authority": marked("Authorities"),
    "international-body": marked("International bodies"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderView:
    """One provider on the day of the guide."""

    provider: Provider
    regions: str
    languages: str
    is_stale: bool
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderGroup:
    """The providers of one kind of help."""

    heading: str
    providers: tuple[ProviderView, ...]


def pages(edition: GuideEdition) -> Iterator[Page]:
    """Write the page of providers."""
    yield Page(
        file=f"{SECTION.name}.html",
        section=SECTION.name,
        template="help",
        title=edition.wording.say("Who helps"),
        view=tuple(_groups(edition)),
    )


def _groups(edition: GuideEdition) -> Iterator[ProviderGroup]:
    for kind in KINDS:
        found = [each for each in edition.outlook.providers.values() if each.kind == kind]
        if found:
            yield ProviderGroup(
                heading=edition.wording.say(KIND_MESSAGES[kind]),
                providers=tuple(_provider(each, edition) for each in found),
            )


def _provider(provider: Provider, edition: GuideEdition) -> ProviderView:
    wording, on = edition.wording, edition.outlook.on
    regions = (
        wording.say("worldwide")
        if WORLDWIDE in provider.regions
        else wording.listed([wording.state(code) for code in provider.regions])
    )
    spoken = [wording.locale.languages.get(code, code) for code in provider.languages]
    return ProviderView(
        provider=provider,
        regions=regions,
        languages=wording.listed(spoken) if spoken else wording.say("not known"),
        is_stale=provider.is_stale(on),
        is_open=provider.is_shown_open(on),
    )
