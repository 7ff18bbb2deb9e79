"""Foreign forms in: each module reads one form into a corpus, or refuses it with every problem.

An importer may depend on the record and on the one library that its form needs; it writes nothing.
A new form is one new module with `read(path) -> Corpus`, and a line in `any_form`.
"""
