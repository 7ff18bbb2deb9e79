"""Would this method tell the truth? Invented populations, listed, estimated and compared.

It depends on the estimators, on the averaging over linkages and on numpy; nobody in it exists.
A design is one module in `designs`; a kind of fault in the recording is one more module beside it.
"""

from safeconduct.simulation.chances import at_independence, in_classes, on_a_path
from safeconduct.simulation.design import Design, design, designs
from safeconduct.simulation.lab import CoverageRow, Lab, Trial, tried
from safeconduct.simulation.likeness import like, with_differences, with_people
from safeconduct.simulation.link_faults import mislinked

__all__ = [
    "CoverageRow",
    "Design",
    "Lab",
    "Trial",
    "at_independence",
    "design",
    "designs",
    "in_classes",
    "like",
    "mislinked",
    "on_a_path",
    "tried",
    "with_differences",
    "with_people",
]
