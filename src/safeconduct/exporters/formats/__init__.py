"""Formats of other tools: each module writes one, the same bytes for the same thing handed over.

A module declares `NAME` (the word of the command line), `PLAIN` (what it is, in a line), `ENDING`
(of its one file, or nothing where it writes a folder), `HOLDS` (corpus, release, vocabulary),
`ROWS` (whether it takes a corpus as records, as incidents, or takes words alone), `CARRIES` and
`LEAVES` (every column of the record: where it goes, or why it does not), and `files(handed)`.
It depends on the handover and on nothing that reads.
A new format is one new module here with a golden sample; the conformance test finds it.
"""
