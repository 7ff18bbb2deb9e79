"""Readers: how each kind of file is searched, one module a kind, found by themselves.

A module declares `NAME`, `reads` (whether it knows these bytes under this name) and `parts`, which
yields everything in them that can be read; several may know the same file, and all are asked.
"""
