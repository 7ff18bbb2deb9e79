"""Protections: how true counts become a table that may be published, one file each.

A module declares `NAME`, `PLAIN` (what it does, in en and ru) and `protect`, which takes a count
table and the earlier releases of it, and returns a released one; it is found by itself.
"""
