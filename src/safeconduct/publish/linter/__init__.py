"""The release linter: searches every file of a release for what must not leave, in any spelling.

It depends on the readings of names in `link`, on the record, and on pypdf behind one reader.
A kind of file is one module in `readers/`; what nobody here can read is refused, not passed over.

Safety: it says where something was found and which field or line it belongs to, never what it is.
"""
