"""Components: what several pages show in the same way, each with template and stylesheet.

The package depends on the edition; a component turns records into what its template prints.
A new component is `components/<name>.py`, `templates/components/<name>.html` and
`css/components/<name>.css`; one that prints what it is given needs no Python.
"""
