"""The published tables with the numbers that other programs give for them.

It depends on the golden files `tests/golden/estimate/loglinear-*.json`, which name their source.
A further table is one more file there.
"""

import json

from safeconduct.estimate.capture_history import CaptureHistory
from tests.house.checkout import ROOT

PUBLISHED = ("kosovo", "madigan-york-5", "uk-5")


def golden(name):
    """Return what other programs say of a table."""
    path = ROOT / "tests" / "golden" / "estimate" / f"loglinear-{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def published(name):
    """Return the table itself."""
    return CaptureHistory.from_patterns(golden(name)["table"])
