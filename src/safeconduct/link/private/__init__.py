"""Private overlap: how many people lists of several organisations share, and no name is shown.

The package depends on the keys of names, and on two libraries, each behind its own file: the group
ristretto255 of libsodium, and OpenMined's private set intersection for two lists.
It reads and returns octets and opens no file; a further key is one file in `keys/`.
"""
