"""Doubts of a result said aloud: what travels inside the result goes through `warnings` too.

It depends on the classes of `doubtful` and on what an estimate says.
A code that should be heard is a subclass of `DoubtfulResult` with the same code.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from safeconduct.estimate.doubtful import DoubtfulResult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safeconduct.estimate.result import EstimateWarning


def voice(found: Iterable[EstimateWarning]) -> None:
    """Warn once for each doubt that has a class of its own.

    Warns:
        DoubtfulResult: its subclass with the code of the doubt.
    """
    classes = {one.code: one for one in DoubtfulResult.__subclasses__()}
    for doubt in found:
        if doubt.code in classes:
            warnings.warn(doubt.text, classes[doubt.code], stacklevel=3)
