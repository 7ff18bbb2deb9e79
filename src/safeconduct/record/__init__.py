"""The record model: sources make statements about incidents; all else is derived.

The package depends on the standard library and on `safeconduct.vocabulary`; it reads no file and
prints nothing.
A new column is a new row in `columns.py` and a field of the same name in its record.
"""
