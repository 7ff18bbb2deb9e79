"""The forms of other tools: each module makes foreign tables of one form of file.

A form may depend on the foreign tables and on the one library that it needs; it knows no record.
A further form is one more module here with `NAME` and `tables`, as `foreign_table.Tables` says.
"""
