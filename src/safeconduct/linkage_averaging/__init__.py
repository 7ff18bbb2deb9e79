"""Linkage error carried into an estimate: draw linkages, estimate on each, put them together.

It depends on `estimate` and numpy; it sees counts of capture patterns and never a record.
A new account of how links go wrong is one more module beside `restoration`.
"""

from safeconduct.linkage_averaging.averaging import AveragedEstimate, average
from safeconduct.linkage_averaging.carrying import carry
from safeconduct.linkage_averaging.drawn_linkages import drawn_linkages
from safeconduct.linkage_averaging.link_errors import CheckedLinks, LinkErrors
from safeconduct.linkage_averaging.missed_link_band import BandPoint, missed_link_band
from safeconduct.linkage_averaging.restoration import RestoredHistories, restore

__all__ = [
    "AveragedEstimate",
    "BandPoint",
    "CheckedLinks",
    "LinkErrors",
    "RestoredHistories",
    "average",
    "carry",
    "drawn_linkages",
    "missed_link_band",
    "restore",
]
