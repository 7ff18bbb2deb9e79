"""Releases: what leaves the house, frozen, protected and attacked before anybody else can.

The package depends on the counts and the record, and on numpy and scipy for the attacks.
A new protection is one file in `protection/`, a new attack one file in `attacks/`.
"""
