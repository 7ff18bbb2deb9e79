"""Attacks: what somebody who means harm would try with a release, one file each, R1 to R7.

A module declares `NAME`, `PLAIN` (what it tries, in en and ru) and `attack`, which takes a release
and a context and returns breaches; it is found by itself, and nothing leaves that one of them
breaks.
"""
