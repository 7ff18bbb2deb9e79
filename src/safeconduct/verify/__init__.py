"""What a reader of a corpus must know before trusting its counts: checks, independence, grading.

It depends on `safeconduct.record`, the vocabulary and the registry; it changes nothing and opens no
file.
A new check is one new file in `checks/`; how findings are gathered stands in `run`.
"""

from __future__ import annotations

from safeconduct.verify.finding import Finding, Severity
from safeconduct.verify.run import Check, all_checks, check

__all__ = ["Check", "Finding", "Severity", "all_checks", "check"]
