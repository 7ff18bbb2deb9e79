"""Exposure: what is open to an origin state against a person in a host state, and what protects.

It depends on the vocabulary and the record.
What is known stands as data in `instruments/` and `hosts/`; another state or treaty is one more
file there.
"""

from safeconduct.exposure.host_lines import HostLine, HostLines, hosts, read_host
from safeconduct.exposure.instrument_rules import (
    Gap,
    InstrumentRules,
    Party,
    Provision,
    instruments,
    read_instrument,
)

__all__ = [
    "Gap",
    "HostLine",
    "HostLines",
    "InstrumentRules",
    "Party",
    "Provision",
    "hosts",
    "instruments",
    "read_host",
    "read_instrument",
]
