"""Figures: numbers that explain themselves, computed from a corpus under somebody's definition.

The package depends on the record and the vocabulary; DuckDB stands behind one file,
`columnar/door.py`.
A new definition is one new file in `schemes/`.
"""
