"""Foreign forms out: each module writes a corpus in one form, the same bytes for the same corpus.

An exporter may depend on the record and on the one library that its form needs; it reads nothing.
A new form is one new module with `write(corpus, path)`, and a line in `any_form`.
"""
