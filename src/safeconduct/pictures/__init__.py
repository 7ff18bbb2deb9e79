"""Pictures: the charts of a report, from plain rows to the bytes of a PNG and an SVG.

A picture module declares `QUESTION`, a row type and `draw`; it depends on the modules of this
folder and on `errors`.
One public idea stands in one file; a new picture is one new file, and
`tests/pictures/test_conformance.py` finds it.
"""
