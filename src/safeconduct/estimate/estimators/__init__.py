"""The estimators: one module each, with `METHOD` and `estimate`, found by `safeconduct.registry`.

They depend on `safeconduct.estimate` and on nothing that knows a person.
A new one is a file here and its golden numbers; the conformance test finds it by itself.
"""
