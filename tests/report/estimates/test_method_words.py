"""Methods in words: each known one has a name and a condition, and a new one is shown by its own.

It depends on the estimators, found by their folder.
A new estimator without words of its own is named here.
"""

import importlib

import pytest

from safeconduct.estimate.inquiry import methods
from safeconduct.report.estimates.method_words import condition, method_name
from safeconduct.report.wording import Wording


def spoken_names():
    modules = [importlib.import_module(each.__module__) for each in methods().values()]
    return [getattr(module, "NAME", module.METHOD) for module in modules]


@pytest.mark.parametrize("method", spoken_names())
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_method_has_a_name_and_a_condition_in_every_language(method, language):
    wording = Wording(language)

    assert method_name(method, wording) != method
    assert condition(method, wording) != condition("a new one", wording)
    assert condition(method, wording).startswith("if " if language == "en" else "если ")


def test_a_new_method_goes_by_its_own_name():
    assert method_name("a new one", Wording("en")) == "a new one"
    assert condition("a new one", Wording("en")) == "if all that is assumed below holds"
