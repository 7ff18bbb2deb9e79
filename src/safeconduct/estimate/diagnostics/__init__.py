"""The diagnostics: one module each, which warns about a table or an estimate, or refuses it.

They depend on `safeconduct.estimate` and on nothing that knows a person.
A new one is a file here; its warnings say what was found and what to do.
"""
