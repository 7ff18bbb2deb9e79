"""The columnar path: the same count for large corpora, computed on columns instead of records.

The package depends on the readable path, whose parsers, clauses and buckets it asks once for each
distinct value; DuckDB stands behind `door`. A property test on invented corpora holds both paths
together.
"""
