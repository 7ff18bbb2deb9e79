"""What may be said of an estimate: the warnings and refusals of the estimators, for translators.

It depends on the marks of messages only; the estimators know no language and write plain English.
A new warning or refusal is one more message under its code, and a test names the one that is
missing here. A place in braces stands where the estimator puts a value.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from safeconduct.report.messages import marked

if TYPE_CHECKING:
    from collections.abc import Mapping

# What an average over linkages or a sum of strata says before what one of them says, whatever its
# code.
OF_MANY: Final = (
    marked("{refused} of {drawn} linkages carry no estimate. {reason}"),
    marked("In {strata}: {text}"),
)
# Warnings and refusals by their code.
OF_CODES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "boundary-estimate": (
            marked(
                "{first} and {second} share nobody, where chance would put {expected} persons "
                "on both."
            ),
            marked(
                "Find out whether {first} and {second} can meet the same person at all; check "
                "the linkage between them; compare the estimate with the two merged."
            ),
        ),
        "chosen-grid": (
            marked(
                "The sum stops at {last} missing persons because it was told to; its last "
                "tenth holds {held} of the probability."
            ),
            marked("Use this to compare with R's dga only; leave the grid out for an answer."),
        ),
        "disagreement-between-methods": (
            marked("The methods disagree: their medians go from {least} to {most}."),
            marked(
                "Give every number with its assumption, say which assumption is defended and "
                "why, or give no number."
            ),
        ),
        "disconnected-lists": (
            marked("The total of lists that fall into groups is not identifiable"),
            marked("The groups of lists {groups} have no person in common."),
            marked(
                "Estimate each group of three lists or more by itself, leave out lists "
                "without persons, or find out why the groups never meet: other places or "
                "times, missed links."
            ),
        ),
        "heavy-tail": (
            marked("Beyond the interval the posterior falls as N to the power {slope} only."),
            marked("Read the upper limit as a wish for more overlap, not as a number."),
        ),
        "heterogeneity": (
            marked(
                "Persons seem to differ in how easily they are seen: the best model of such "
                "differences gives {total}, above the interval. The interval is likely too "
                "low."
            ),
            marked(
                "Stratify by place, time or kind of person; compare with lcmcr; say that the "
                "number is at least what the lists support, not the total."
            ),
        ),
        "known-population": (
            marked(
                "The other lists do not find the known size of a list. Persons on it, and in "
                "brackets as the others give them: {sizes}."
            ),
            marked(
                "Find out how that list was made: whom it means, and whether links to it are "
                "missed; give the number without it beside the number."
            ),
        ),
        "leave-one-list-out": (
            marked("Without {lists} the estimate would more than double or halve."),
            marked("Find out what is special about that list; give the range beside the number."),
        ),
        "low-overlap": (
            marked("Few persons stand on two lists or more: {overlapping}."),
            marked(
                "Review the pairs near the threshold of the linkage: each link moves the "
                "estimate by a tenth or more."
            ),
        ),
        "nearly-nested-lists": (
            marked("Persons on {inner}: {total}; of these on {outer} too: {both}."),
            marked(
                "Find out whether {inner} was compiled from {outer} or referred to it; "
                "compare the estimate with the two merged."
            ),
        ),
        "needs-two-lists": (
            marked("Where more lists could test independence, it is not assumed"),
            marked("The table has {lists} lists."),
            marked("Use dga, lcmcr, loglinear or chao, or merge the lists into two and say why."),
        ),
        "nested-lists": (
            marked("A copy of a list is not a second list"),
            marked("{inner} and {outer} hold the same persons."),
            marked("Keep one of the two, or merge them."),
            marked("A list drawn from another list is not a second list"),
            marked("Everybody on {inner} is on {outer} too."),
            marked(
                "Find out whether {inner} was compiled from {outer}; merge the two or leave "
                "{inner} out."
            ),
        ),
        "no-end": (
            marked("A posterior that reaches 10^15 persons is no answer"),
            marked("{share} of the draws reach the bound of 10^15 missing persons."),
            marked("Find lists that overlap more."),
        ),
        "no-overlap": (
            marked("Lists that share nobody say nothing about who is missing"),
            marked("No person stands on two lists."),
            marked("Check the linkage for missed links; else publish the observed number alone."),
        ),
        "no-sum": (
            marked("A posterior whose tail does not empty has no quantiles"),
            marked("The posterior is not used up even at 10^15 persons."),
            marked(
                "Use the prior 1/N, leave the complete graph out, or find lists that overlap more."
            ),
        ),
        "not-converged": (
            marked("A number is given only where independent chains agree on it"),
            marked(
                "After {draws} draws a chain, R-hat of the log of the missing is {rhat}; it "
                "has to be below {target}."
            ),
            marked(
                "Raise most_draws. If R-hat stays, the table tells two stories about the "
                "missing: look at it by stratum, or report that it carries no estimate of "
                "this kind."
            ),
        ),
        "no-maximum": (
            marked("A bound is given where the model has a maximum"),
            marked(
                "The fit runs away: too few persons are on two lists for the table to bound "
                "those on none."
            ),
            marked(
                "Look for lists that overlap more, merge lists of one kind, or publish the "
                "observed number alone."
            ),
        ),
        "not-identifiable": (
            marked("A total is given where the table identifies it"),
            marked(
                "The parameters of the model with all interactions of two lists are not "
                "identifiable from this table."
            ),
            marked("Even the model of independent lists has no maximum for this table."),
            marked("Merge or leave out lists, or publish the observed number alone."),
            marked(
                "The table does not identify all interactions of two lists: some are assumed "
                "away, not estimated."
            ),
            marked(
                "Say which pairs of lists are taken to be independent, and why; merge lists "
                "that share nobody."
            ),
        ),
        "not-robust": (
            marked("The number falls apart when it is touched: {signs}."),
            marked("Give the range of these numbers, not one of them, or give no number."),
        ),
        "one-overlapping-record": (
            marked("A single person on two lists carries no estimate"),
            marked("One person stands on two lists; without that link there would be no estimate."),
            marked("Check the linkage for missed links, or add a list that overlaps the others."),
        ),
        "poor-convergence": (
            marked("The chains agree, on {size} independent draws only."),
            marked("Raise most_draws before a limit of the interval is published."),
        ),
        "posterior-predictive": (
            marked("The method would not produce a table like this one: it differs in {measures}."),
            marked(
                "The method would not produce a table like this one. Persons on exactly these "
                "lists, counted and in brackets predicted: {patterns}."
            ),
            marked("Do not give the number of this method; stratify, or use one that fits."),
        ),
        "prior-sensitivity": (
            marked("Another prior moves the median out of the interval."),
            marked("Give the estimates under each prior beside the number, or none."),
        ),
        "saturated-weight": (
            marked("An average that rests on the model without an assumption is not given"),
            marked(
                "The complete graph takes {weight} of the weight: the lists depend on each "
                "other in a way that no simpler graph describes."
            ),
            marked(
                "Stratify by time, place or perpetrator, merge lists that refer to each "
                "other, or use a method that allows persons to differ."
            ),
            marked("The complete graph would take {weight} of the weight."),
            marked("Compare with the latent-class and log-linear estimates, and stratify."),
        ),
        "small-lists-apart": (
            marked(
                "The groups of lists {groups} have no person in common; the smaller are so "
                "small that chance may be the reason."
            ),
            marked("Compare the estimate without the lists that stand apart."),
        ),
        "sparse-table": (
            marked("Few persons for a table of {cells} cells: {observed}."),
            marked("Merge lists that work in the same way, and compare the estimates."),
        ),
        "no-distribution": (
            marked("A total is the sum of draws"),
            marked("The method gives an interval for each stratum and no distribution."),
            marked("Use dga or lcmcr, or the log-linear model with its bootstrap."),
        ),
        "no-stratum-answered": (
            marked("A total is the sum of strata that have a number"),
            marked("Each of the {strata} strata is refused."),
            marked("Read the refusals of the strata; coarser strata overlap more."),
        ),
        "strata-left-out": (
            marked(
                "The total leaves out {refused} of {all} strata: {strata}. Persons observed in "
                "them: {observed}."
            ),
            marked("Say so beside the number: it is a total of the other strata only."),
        ),
        "too-few-strata-to-pool": (
            marked("Strata were not pooled: {answered} have a number, and {needed} are needed."),
            marked("Read the strata by themselves."),
        ),
        "thin-bridge": (
            marked(
                "{lists} and the other lists share fewer than {fewest} persons between any "
                "two of them."
            ),
            marked("Check these few links by hand, and compare the estimate without these lists."),
        ),
        "too-few-lists": (
            marked("Dependence between lists is averaged over from three lists on"),
            marked("There are {lists} lists."),
            marked(
                "Find a third list, or use lincoln_petersen, which assumes that two lists are "
                "independent."
            ),
            marked("Kinds of persons are told apart from three lists on"),
            marked(
                "Find a third list, or use lincoln_petersen, which assumes that all persons "
                "are of one kind and that two lists are independent."
            ),
        ),
        "too-few-persons": (
            marked("An estimate needs three observed persons or more"),
            marked("Persons on all lists together: {observed}."),
            marked("Publish the number that was observed, as a number of documented persons."),
        ),
        "unbounded-interval": (
            marked("An interval without an upper limit is not given"),
            marked("In {share} of the resampled tables no model has a maximum."),
            marked("Check the linkage for missed links, merge lists, or give Chao's lower bound."),
        ),
    }
)
# What may stand in a list within a warning.
OF_SIGNS: Final = (
    marked("with delta 1/2 the complete graph takes {weight}"),
    marked("models that BIC hardly tells apart: {least} to {most}"),
    marked("choice by BIC and by steps: {least} to {most}"),
    marked("leaving one list out: {least} to {most}"),
)
OF_MEASURES: Final = (
    marked("cells"),
    marked("seen by {k}"),
)
