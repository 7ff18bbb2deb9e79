"""What a person can do next: situations, steps with their risk, deadlines, and who helps.

It depends on the standard library, the exposure, the record and the vocabulary.
A new situation, deadline or provider is one TOML file in the folder of its kind.
"""

from safeconduct.respond.deadline import deadlines
from safeconduct.respond.pathway import pathways
from safeconduct.respond.provider import providers
from safeconduct.respond.responding import Response, respond

__all__ = ["Response", "deadlines", "pathways", "providers", "respond"]
