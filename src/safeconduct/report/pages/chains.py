"""The page of chains: linked acts in the order of time, with the answers to them.

It depends on the chain and on the edition.
An act without linked acts is a chain of one and stands among the incidents.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from safeconduct.report.components.chain import ChainView, chain_view
from safeconduct.report.messages import marked
from safeconduct.report.page import Leaf, Page, Section
from safeconduct.report.paging import leaves, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.report.edition import Edition


SECTION: Final = Section(name="chains", label=marked("Chains"), order=30)
_PER_PAGE: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainsView:
    """One page of chains."""

    chains: tuple[ChainView, ...]
    total: int
    leaf: Leaf


def pages(edition: Edition) -> Iterator[Page]:
    """Write the chains."""
    chains = tuple(edition.reading.chains.items())
    title = edition.wording.say("Chains of linked acts")
    for file, leaf, shown in leaves(SECTION.name, chains, per_page=_PER_PAGE):
        yield Page(
            file=file,
            section=SECTION.name,
            template="chains",
            title=numbered(title, leaf, wording=edition.wording),
            view=ChainsView(
                chains=tuple(chain_view(name, acts, edition=edition) for name, acts in shown),
                total=len(chains),
                leaf=leaf,
            ),
        )
