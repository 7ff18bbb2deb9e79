"""The checks, one a file: each declares its name, severity, explanation and hint, and finds.

It depends on the modules of `verify` above it and on the record.
A new check is one new file here that declares NAME, SEVERITY, EXPLANATION, HINT and `check`;
nothing lists it.
"""
