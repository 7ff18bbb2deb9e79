"""The examples in docstrings are run, and print what they say.

It depends on every module of the package, found by its folder.
A new example is run by being written.
"""

import doctest
import importlib
import pkgutil

import pytest

from safeconduct import linkage_averaging

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(
        linkage_averaging.__path__, prefix=f"{linkage_averaging.__name__}."
    )
)


@pytest.mark.filterwarnings("ignore::safeconduct.estimate.doubtful.DoubtfulResult")
@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_print_what_they_say(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
