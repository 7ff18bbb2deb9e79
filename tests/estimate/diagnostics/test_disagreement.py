"""Methods that agree, and methods that do not.

It depends on invented estimates and on the module under test.
Another measure of disagreement is tried here.
"""

from safeconduct.estimate.diagnostics import disagreement
from tests.estimate.diagnostics.invented_estimates import declined, given


# What a test reads of an answer is not typed: it may be there or not.
def warned(*given_here, **named):
    return disagreement.warnings(*given_here, **named)


BOUND = "chao-lower-bound"


def test_intervals_that_overlap_and_medians_within_a_factor_of_two_agree():
    assert warned([given(50, (40, 60)), given(80, (55, 99), method="lcmcr")]) == ()


def test_medians_that_differ_by_more_than_a_factor_of_two_are_told():
    (found,) = warned([given(50, (40, 90)), given(110, (80, 150), method="lcmcr")])

    assert found.code == "disagreement-between-methods"
    assert found.text.endswith("their medians go from 50 to 110.")
    assert (found.evidence["dga"], found.evidence["lcmcr"]) == (50.0, 110.0)


def test_intervals_without_a_number_in_common_are_told_in_any_order():
    methods = [given(80, (70, 99), method="lcmcr"), given(50, (40, 60))]

    for order in (methods, methods[::-1]):
        (found,) = warned(order)
        assert found.evidence["apart"] == "dga below lcmcr"


def test_a_bound_below_an_interval_agrees_with_it_and_one_above_does_not():
    assert warned([given(80, (70, 99)), given(30, (20, 40), method=BOUND)]) == ()

    (found,) = warned([given(50, (40, 60)), given(90, (70, 99), method=BOUND)])
    assert found.evidence["apart"] == f"dga below {BOUND}"
    assert found.text.endswith("their medians go from 50 to 90.")


def test_a_bound_below_disagreeing_methods_is_no_end_of_what_is_told():
    low, high = given(50, (40, 60)), given(150, (140, 160), method="lcmcr")

    (found,) = warned([low, high, given(10, (5, 15), method=BOUND)])
    assert found.text.endswith("their medians go from 50 to 150.")


def test_methods_without_a_number_do_not_disagree():
    assert warned([declined(), declined(method="lcmcr")]) == ()
