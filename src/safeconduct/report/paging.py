"""Paging: a long list as several index pages, each with a link to its neighbours.

It depends on the addresses only. How many rows a page holds is a reader's matter, not a machine's:
what one scrolls through and prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from safeconduct.report.address import index_file
from safeconduct.report.page import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safeconduct.report.wording import Wording

ROWS: Final = 100

Row = TypeVar("Row")


def leaves(
    name: str, rows: Sequence[Row], *, per_page: int = ROWS
) -> Iterator[tuple[str, Leaf, Sequence[Row]]]:
    """Part the rows over pages: the file of each, its place among them, its rows; at least one."""
    last = max(1, -(-len(rows) // per_page))
    for number in range(1, last + 1):
        leaf = Leaf(
            number=number,
            last=last,
            previous=index_file(name, number - 1) if number > 1 else "",
            following=index_file(name, number + 1) if number < last else "",
        )
        yield index_file(name, number), leaf, rows[(number - 1) * per_page : number * per_page]


def numbered(title: str, leaf: Leaf, *, wording: Wording) -> str:
    """The title of an index page, with its number from the second on."""
    if leaf.number == 1:
        return title
    return wording.say("{title}, page {number}", title=title, number=leaf.number)
