"""The verbs: one file each, found by name.

A verb may import anything below the command line, and does so when it is called.
A new verb is a file here that declares `run` and `STAGE`, a transcript, and nothing else.
"""
