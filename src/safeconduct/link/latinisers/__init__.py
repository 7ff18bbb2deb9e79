"""One file a language: how its letters are written in Latin ones, for reading and not for print."""
