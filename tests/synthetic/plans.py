"""Plans for tests: plans at large, and one plan for each thing that a test wants to see.

It depends on Hypothesis and on the plan.
A new share of `Plan` is drawn by itself; a further group of shares of one whole is read from it.
"""

from dataclasses import fields

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from safeconduct.synthetic.plan import SHARES_OF_ONE_WHOLE, Plan

# A drawn corpus is large for an example, and a machine may be busy: neither is the test's concern.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)

SHARES = tuple(setting.name for setting in fields(Plan) if setting.type == "Share")
TURNS = (
    "established",
    "value_conflicts",
    "date_conflicts",
    "outvoted",
    "corrections",
    "withdrawals",
    "denials_by_accused",
    "hedges",
    "decisions",
)


def nothing_but(**shares):
    """A small plan in which every share is 0 but these."""
    sizes = {"n_incidents": 40, **dict.fromkeys(SHARES, 0.0)}
    return Plan(**(sizes | shares))


@st.composite
def plans(draw, *, most_incidents=25):
    """Draw a plan that can be carried out, its shares often at their ends."""
    share = st.sampled_from([0.0, 1.0]) | st.floats(0, 1)
    drawn = {name: draw(share) for name in SHARES if draw(st.booleans())}
    for group in SHARES_OF_ONE_WHOLE:
        # What a group lacks it takes from its defaults, so all of it is scaled to one whole.
        whole = {name: drawn.get(name, getattr(Plan(), name)) for name in group}
        drawn |= {name: part / max(1.0, sum(whole.values())) for name, part in whole.items()}
    first = draw(st.sampled_from([1000, 1990, 2013, 9990]))
    return Plan(
        seed=draw(st.integers(0, 2**63 - 1)),
        n_incidents=draw(st.integers(0, most_incidents)),
        statements_per_incident=draw(st.sampled_from([1, 2.5, 5.0, 12])),
        sources_per_incident=draw(st.sampled_from([0, 0.75, 3])),
        n_publishers=draw(st.sampled_from([10, 11, 400])),
        first_year=first,
        last_year=min(9990, first + draw(st.integers(0, 30))),
        growth=draw(st.sampled_from([-0.9, 0, 0.12, 4])),
        origins=draw(st.sampled_from([("AQ",), ("AQ", "BV"), ("RU", "BY", "TJ")])),
        hosts=draw(st.sampled_from([("GS",), ("GS", "UM"), ("PL", "TR", "KZ", "GE", "DE")])),
        **drawn,
    )
