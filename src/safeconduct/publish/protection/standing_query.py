"""A standing query service with differential privacy: refused, with the rule that says why.

It depends on the errors only.
A release is frozen and answers a few questions once; noise pays only where strangers may ask
anything, again and again, and such a service needs a server that holds the counts, which this half
does not have. Who builds one puts a ledger with a yearly budget of 1 for each person behind
`protect`, and a new decision record beside the old one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NoReturn

from safeconduct.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safeconduct.publish.count_table import CountTable
    from safeconduct.publish.release import ReleasedTable

NAME: Final = "standing-query"
PLAIN: Final = MappingProxyType(
    {
        "en": "Noise on each answer of a service that strangers may ask again and again.",
        "ru": "Шум в каждом ответе службы, которую посторонние могут спрашивать снова и снова.",
    }
)
YEARLY_BUDGET: Final = 1.0  # epsilon for each person in a calendar year


def protect(table: CountTable, *, earlier: Sequence[ReleasedTable] = ()) -> NoReturn:
    """Refuse: a frozen table is protected by rounding, not by noise.

    Raises:
        Refusal: always.
    """
    del earlier
    raise Refusal(
        f"differential privacy for the frozen table {table.id}",
        rule="noise is for a standing query service with a yearly budget of 1 for each person",
        remedy="Use round-5; at that budget a count is off by up to 3, which erases small cells.",
    )
