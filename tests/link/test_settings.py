"""Settings are plain values, leave out what no list has, and number levels as the engine does.

It depends on `settings` and `json`.
A comparison that is added is found here by itself.
"""

import json

from safeconduct.link.blocking import BLOCKS
from safeconduct.link.columns import table_of
from safeconduct.link.level import MISSING
from safeconduct.link.settings import all_comparisons, engine_settings, settings_for
from tests.link.invented_linkage import person


def test_only_what_two_persons_have_is_compared():
    table = table_of(
        [person("a", "1", "Ветров Тихон", "1970"), person("b", "1", "Vetrov Tikhon", None)]
    )

    assert settings_for(table).comparisons == ("given", "surname")


def test_settings_are_plain_values_with_every_level_and_block():
    table = table_of([person("a", "1", "Ветров Тихон", "1970")] * 2)
    plain = engine_settings(settings_for(table), within_lists=True)
    written = json.loads(json.dumps(plain))

    assert written == plain
    assert written["link_type"] == "link_and_dedupe"
    assert len(written["blocking_rules_to_generate_predictions"]) == len(BLOCKS)
    assert [one["output_column_name"] for one in written["comparisons"]] == [
        "born",
        "given",
        "surname",
    ]


def test_every_comparison_has_one_level_for_what_is_missing():
    for comparison in all_comparisons().values():
        assert [level.name for level in comparison.LEVELS].count(MISSING) == 1
