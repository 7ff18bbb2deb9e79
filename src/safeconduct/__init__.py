"""Safeconduct documents, counts and answers transnational repression, without exposing its targets.

This file depends on nothing, so that any part of the package can be imported without the rest.
A new release changes the one version here; `docs/glossary.md` explains the words in use.
"""

__version__ = "2026.11.0"
