"""Pages: one module a kind of page, which says what a page of that kind shows.

A page depends on the edition and on components; its template has its name.
A new kind of page is one module here that declares `SECTION` and `pages`, and one template.
"""
