"""The report: a corpus told as a static site that needs no server, no script and no network.

The package depends on everything below it; nothing but the command line and the settings stands
above. A new page is one module in `pages/` and one template of the same name; a new component is a
template and a stylesheet of one name; a new language is one catalogue in `locale/`.
"""
