"""The pages of the public site, one kind a module.

A module depends on the public edition; it declares `SECTION` and `pages(edition)`.
A new kind of page is one module here and one template in `templates/public/`.
"""
