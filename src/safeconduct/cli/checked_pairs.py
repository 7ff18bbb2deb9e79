"""Pairs that people checked, as four numbers are typed, for every verb that carries a linkage.

It depends on the averaging over linkages.
Another thing that can be known of a linkage is one more function here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from safeconduct.errors import InvalidQuery

if TYPE_CHECKING:
    from safeconduct.linkage_averaging import CheckedLinks

_NUMBERS: Final = 4
_OPTION: Final = "--checked"


def checked_links(text: str) -> CheckedLinks | None:
    """Read the four numbers of checked pairs; None where nothing was typed.

    Raises:
        UsageError: they are not four whole numbers.
        InvalidQuery: a part is larger than its whole, or a whole is none; each is named.
    """
    from safeconduct.linkage_averaging import CheckedLinks

    if not text:
        return None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != _NUMBERS or not all(part.isdecimal() for part in parts):
        raise click.UsageError(
            "--checked takes four whole numbers: pairs that belong together, of these the linked "
            "ones, linked pairs, of these the right ones; such as 200,188,200,197."
        )
    true, found, linked, right = map(int, parts)
    problems = [
        (_OPTION, problem)
        for is_wrong, problem in (
            (true < 1, "its first number, pairs that belong together, is 1 or more"),
            (found > true > 0, "its second number, of these the linked ones, is at most the first"),
            (linked < 1, "its third number, linked pairs, is 1 or more"),
            (
                right > linked > 0,
                "its fourth number, of these the right ones, is at most the third",
            ),
        )
        if is_wrong
    ]
    if problems:
        raise InvalidQuery(problems)
    return CheckedLinks(
        true_pairs=true,
        true_pairs_found=found,
        linked_pairs=linked,
        linked_pairs_right=right,
    )
