"""The public site: what was released, for everybody, as files that need no server.

It depends on releases as they lie on a disk, never on records, and on the frame of the report.
A new kind of page is one module in `pages/` that declares `SECTION` and `pages`, and one template.
"""
