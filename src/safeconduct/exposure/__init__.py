"""Exposure: what is open to an origin state against a person in a host state, and what protects.

It depends on the vocabulary and the record.
What is known stands as data in `instruments/` and `hosts/`; another state or treaty is one more
file there.
"""

from safeconduct.exposure.bond import Bond, Bound
from safeconduct.exposure.comparison import (
    Comparison,
    ComparisonCell,
    ComparisonRow,
    HostColumn,
    compare,
)
from safeconduct.exposure.expose import Exposure, Records, Tie, expose
from safeconduct.exposure.exposure_line import ExposureLine, OtherLine
from safeconduct.exposure.host_lines import HostLine, HostLines, hosts, read_host
from safeconduct.exposure.instrument_rules import (
    Gap,
    InstrumentRules,
    Party,
    Presumption,
    Provision,
    instruments,
    read_instrument,
)
from safeconduct.exposure.membership_line import MembershipLine
from safeconduct.exposure.precedent import CitedSource, Precedent

__all__ = [
    "Bond",
    "Bound",
    "CitedSource",
    "Comparison",
    "ComparisonCell",
    "ComparisonRow",
    "Exposure",
    "ExposureLine",
    "Gap",
    "HostColumn",
    "HostLine",
    "HostLines",
    "InstrumentRules",
    "MembershipLine",
    "OtherLine",
    "Party",
    "Precedent",
    "Presumption",
    "Provision",
    "Records",
    "Tie",
    "compare",
    "expose",
    "hosts",
    "instruments",
    "read_host",
    "read_instrument",
]
