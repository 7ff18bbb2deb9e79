"""The page of the corpus folder, column by column.

It depends on the exporter that writes it, so that a program without this checkout has it too.
The text is changed in `safeconduct.exporters.format_page`; the columns speak for themselves.
"""

from safeconduct.exporters.format_page import page

__all__ = ["page"]
