"""Partners: packages that say who may read them and for what, receipts for them, and recalls.

The package depends on the record, and on pyrage for the age format, behind one file.
It takes and returns octets and opens no file, so that no plaintext is left behind on the way.
"""
