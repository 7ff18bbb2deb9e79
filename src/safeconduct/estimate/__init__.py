"""How many nobody recorded: multiple systems estimation from the overlaps of several lists.

The package depends on numpy, scipy and the standard library, and can see no person: arrays come
in, numbers go out.
A new estimator is one module in `estimators/`, a new diagnostic one module in `diagnostics/`.
"""
