"""The rivals: what a user would run instead, each a script of its own.

They depend on the library that they show and on nothing of Safeconduct.
A new rival is one new script that takes the corpus folder and prints what it counted.
"""
