"""Latent classes: persons of a few unknown kinds, each kind seen by each list with its own chance.

The package depends on numpy and scipy; `estimators.lcmcr` asks it and says what came out.
A new move of the sampler is one function in `moves`, a new prior one function of `model`.
"""
