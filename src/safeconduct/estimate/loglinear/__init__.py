"""Log-linear models of capture histories: the models, their fit, their choice, their bootstrap.

The package depends on numpy, scipy and `safeconduct.estimate`; arrays come in, arrays go out.
A new way of choosing a model is one module here, used by `estimators/loglinear.py`.
"""
