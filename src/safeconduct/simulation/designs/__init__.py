"""Designs of simulations, one module each: a population, its lists, and what makes it hard.

A module depends on the chances of `safeconduct.simulation` and declares ID, LABEL, PLAIN,
N_PERSONS, LISTS and CHANCES.
A new design is one more module; its label says what it tests and not what it proves.
"""
