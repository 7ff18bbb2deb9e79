"""What an invented incident comes to by design: the oracle that derivations are tested against.

It depends on the standard library only.
Nothing here is derived by the rules of standing; a case knows what it made, because it made it so.
A further thing that cases know is a field here and what each case says of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What one incident comes to.

    fate: how it is told, as `Plan` names it, or ordinary. standing: the word for its standing.
    n_voices: its independent strong voices. conflicts: the fields on which equal voices differ and
    no decision settles it. copies: the statements that repeat another source. withdrawn: the
    statements that their own voice retracts. decided: the fields of its decisions.
    """

    incident: str
    fate: str
    standing: str
    n_voices: int
    conflicts: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    decided: frozenset[str] = frozenset()
