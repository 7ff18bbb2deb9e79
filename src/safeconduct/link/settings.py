"""The settings of a linkage as plain values, the same for DuckDB and for Spark.

It depends on `level`, `blocking` and `registry`; it imports no engine.
A comparison is found in `comparisons/`; what a comparison needs and no list has is left out here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol, cast

from safeconduct import registry
from safeconduct.link import comparisons
from safeconduct.link.blocking import BLOCKS, Block, column_of
from safeconduct.link.level import MISSING, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

PERSON: Final = "person"
LIST: Final = "list_name"
# What the engine's own settings are made of: plain values as JSON has them.
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Comparison(Protocol):
    """A file of `comparisons/`: its name, the column it needs and its levels, best first."""

    NAME: str
    COLUMN: str
    LEVELS: tuple[Level, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkSettings:
    """What is compared, which pairs are looked at, and what training may take for granted.

    `duplicate_free` are the lists that hold nobody twice; a pair within one is no candidate.
    """

    comparisons: tuple[str, ...]
    blocks: tuple[Block, ...] = BLOCKS
    duplicate_free: frozenset[str] = frozenset()
    prior: float = 1e-4
    seed: int = 1
    least_weight: float = -10.0
    most_sampled_pairs: int = 500_000


@cache
def all_comparisons() -> dict[str, Comparison]:
    """Return every comparison by its name."""
    required = ("NAME", "COLUMN", "LEVELS")
    found = cast("tuple[Comparison, ...]", registry.members(comparisons, required=required))
    return {one.NAME: one for one in found}


def settings_for(
    table: Mapping[str, npt.NDArray[np.object_]],
    *,
    duplicate_free: frozenset[str] = frozenset(),
    seed: int = 1,
) -> LinkSettings:
    """Choose what can be compared: each comparison whose column at least two persons have."""
    least = 2
    named = tuple(
        name
        for name, one in all_comparisons().items()
        if sum(value is not None for value in table[one.COLUMN].tolist()) >= least
    )
    return LinkSettings(comparisons=named, duplicate_free=duplicate_free, seed=seed)


def engine_settings(settings: LinkSettings, *, within_lists: bool) -> dict[str, Json]:
    """Write the settings in the engine's words."""
    return {
        "link_type": "link_and_dedupe" if within_lists else "link_only",
        "unique_id_column_name": PERSON,
        "source_dataset_column_name": LIST,
        "probability_two_random_records_match": settings.prior,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "comparisons": [_comparison(name) for name in settings.comparisons],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": f"l.{column_of(block)} = r.{column_of(block)}"}
            for block in settings.blocks
        ],
    }


def _comparison(name: str) -> dict[str, Json]:
    return {
        "output_column_name": name,
        "comparison_levels": [_level(level) for level in all_comparisons()[name].LEVELS],
    }


def _level(level: Level) -> dict[str, Json]:
    written: dict[str, Json] = {
        "sql_condition": level.condition,
        "label_for_charts": level.name,
        "is_null_level": level.name == MISSING,
    }
    if level.rarity_of:
        written["tf_adjustment_column"] = level.rarity_of
    return written
