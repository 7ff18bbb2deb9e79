"""Pages of the guide: one module a kind of page, which says what a page of that kind shows.

A page depends on the edition of the guide; its template in `templates/guide/` has its name.
A new kind of page is one module here that declares `SECTION` and `pages`, and one template.
"""
