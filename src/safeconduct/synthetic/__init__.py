"""Invented corpora of any size from a seed, with what makes real ones hard, for tests and demos.

It depends on the record and the vocabulary, and on no library.
Nothing in an invented corpus happened: its publishers are numbered, its incidents name nobody, and
its states are, unless a plan says otherwise, places without a government of their own.
"""

from safeconduct.synthetic.corpus import (
    Invention,
    invent,
    invent_with_expectations,
    masthead,
    rows,
    write_tables,
)
from safeconduct.synthetic.expectation import Expectation
from safeconduct.synthetic.plan import Plan

__all__ = [
    "Expectation",
    "Invention",
    "Plan",
    "invent",
    "invent_with_expectations",
    "masthead",
    "rows",
    "write_tables",
]
