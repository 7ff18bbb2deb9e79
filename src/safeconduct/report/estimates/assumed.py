"""What each method assumes, for translators: the assumptions of the estimators by their method.

It depends on the marks of messages only.
A new assumption is one more message under its method, and a test names the one that is missing
here; its number is its place in the estimator.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

# What an average over linkages, or a sum of strata, adds to the assumptions of its method.
OF_MANY: Final = (
    marked(
        "The linkages that were averaged over are draws from what is believed about the "
        "linkage, with missed and with false links in them."
    ),
    marked(
        "The pairs that were checked are drawn at random from this linkage; each list and each "
        "pattern has the same rates of missed and false links, no list holds a person twice, and "
        "false links join records that stand alone."
    ),
    marked("Missed and false links are as assumption {number} says."),
    marked(
        "The population does not change; missed and false links are as assumption {number} says."
    ),
    marked("No person belongs to two strata, and the errors of strata are independent."),
    marked(
        "No person belongs to two strata. Before their tables are seen, strata are alike: the "
        "log odds of being on a list are normally distributed over strata."
    ),
)
OF_METHODS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "chao-lower-bound": (
            marked(
                "The number is a bound from below, not the total; where lists avoid each other's "
                "persons it can lie above the total."
            ),
            marked("Given the person, being on one list does not change another."),
            marked(
                "Persons may differ in how easily they are seen, in the same direction for "
                "all lists."
            ),
            marked("The population does not change, and no link is missed or false."),
            marked(
                "Two lists leave nothing to bound with: this is the number of Lincoln and "
                "Petersen, n1 n2 / m, under another name. It rests on the two lists being "
                "independent given the person, and supports no number of lincoln_petersen."
            ),
        ),
        "dga": (
            marked(
                "Nobody enters or leaves the population while the lists are made, and all "
                "lists mean the same population."
            ),
            marked("Every record is linked to its person: no link is missed or false."),
            marked(
                "There is no interaction of all lists together that a decomposable graph with "
                "a missing edge could not express. This identifies the number of the missing, "
                "and the table cannot test it."
            ),
            marked(
                "Persons differ in how easily they are seen only as far as dependence between "
                "lists can express it; other differences bias the number downwards."
            ),
            marked(
                "Before the table is seen, lists depend on each other as one of {graphs}; "
                "cells have the hyper-Dirichlet prior, of weight {delta} each in persons, and N "
                "has the prior {prior}."
            ),
        ),
        "lcmcr": (
            marked(
                "Nobody enters or leaves the population while the lists are made, and all "
                "lists mean the same population."
            ),
            marked("Every record is linked to its person: no link is missed or false."),
            marked(
                "Persons are of a few kinds. Within a kind, being on one list does not change "
                "the chance of being on another: lists that refer persons to each other break "
                "this."
            ),
            marked(
                "Those whom no list saw are of kinds that the lists saw in part. This "
                "identifies the number of the missing, and the table cannot test it: a kind "
                "that no list can see is not counted."
            ),
            marked(
                "Before the table is seen, there are up to {classes} kinds of persons, their "
                "concentration has the prior Gamma({shape}, {rate}), each chance of being "
                "seen has the prior Beta({on}, {off}), and N has the prior 1/N."
            ),
        ),
        "loglinear": (
            marked(
                "No interaction of all lists at once: what the observed cells say of the "
                "lists holds among the missing too. Nothing in the table can test this."
            ),
            marked("One of the models that were tried holds."),
            marked(
                "Persons with the same chances are counted; where they differ, the dependence "
                "that this makes between lists is described by the interactions."
            ),
            marked("The population does not change, and no link is missed or false."),
        ),
        "two-lists-independent": (
            marked(
                "The two lists are independent: being on one does not change the chance of "
                "the other. Two lists cannot show whether this holds, and the number rests on "
                "it."
            ),
            marked("On one list at least, everybody has the same chance to be."),
            marked("The population does not change, and no link is missed or false."),
        ),
    }
)
# Over which graphs is averaged, within an assumption.
OF_GRAPHS: Final = (
    marked("the graphs that were given, with their weights"),
    marked(
        "all decomposable graphs, the complete one too, which assumes nothing and adds what "
        "the prior says of the missing"
    ),
    marked("all decomposable graphs but the complete one, all equally likely"),
)
# The prior of the total, within an assumption; 1/N needs no words.
OF_PRIORS: Final = (marked("uniform"),)
