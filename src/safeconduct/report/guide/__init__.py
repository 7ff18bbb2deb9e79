"""The guide: a site for people at risk and those who stand by them, without a corpus of its own.

It depends on exposure and respond for what it says, and on the report for how pages are written.
A new kind of page is one module in `pages/` that declares `SECTION` and `pages`, and one template.
"""
