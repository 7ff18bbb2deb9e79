"""Samples strangers and weighs pairs, on Splink with DuckDB in memory.

It is the one door for `splink` and, beside the figures, for `duckdb`; all it gives back is plain.
Another engine is another module with `begin` and `weigh`; settings and model stay as they are.

Safety: the tables of persons stand in memory only, and Splink's log, which quotes, is kept silent.
"""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

import duckdb
import numpy as np
from splink import DuckDBAPI, Linker

from safeconduct.errors import Refusal
from safeconduct.link.model import TrainedModel, first_model, model_settings
from safeconduct.link.pairs import Pairs
from safeconduct.link.prior import first_prior
from safeconduct.link.settings import (
    LIST,
    PERSON,
    LinkSettings,
    engine_settings,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt
    from splink.internals.splink_dataframe import SplinkDataFrame

    from safeconduct.link.settings import Json

# Splink begins its names of tables with a word of its own; a list may be called anything.
_TABLE: Final = "persons"


def begin(table: Mapping[str, npt.NDArray[np.object_]], settings: LinkSettings) -> TrainedModel:
    """Sample how often each level is met among strangers, and take for matches what is usual.

    Raises:
        Refusal: there are no two lists, or nothing that can be compared.
    """
    _refuse_the_impossible(table, settings)
    known = replace(
        settings,
        prior=first_prior(table, lists=table[LIST], duplicate_free=settings.duplicate_free),
    )
    with _silence():
        linker = _linker(table, engine_settings(known, within_lists=_within(table, known)))
        linker.training.estimate_u_using_random_sampling(
            max_pairs=float(known.most_sampled_pairs), seed=known.seed
        )
        found = _shares(cast("dict[str, Json]", linker.misc.save_model_to_json()))
    return first_model(known, found)


def weigh(
    table: Mapping[str, npt.NDArray[np.object_]], model: TrainedModel, *, everyone: bool = False
) -> Pairs:
    """Weigh candidate pairs by a trained model; those below the least weight are left out.

    With `everyone`, every pair of the table is a candidate, and none is left out.
    """
    written = model_settings(model, within_lists=_within(table, model.settings))
    if everyone:
        written["blocking_rules_to_generate_predictions"] = [{"blocking_rule": "1 = 1"}]
    with _silence():
        found = _linker(table, written).inference.predict(
            threshold_match_weight=None if everyone else model.settings.least_weight,
            warning_mode="never",
        )
        connection = cast("DuckDBAPI", found.db_api).duckdb_con
        columns = connection.table(found.physical_name).fetchnumpy()
    return pairs_of(columns, model, lists=table[LIST])


def pairs_of(
    columns: Mapping[str, npt.NDArray[np.float64]],
    model: TrainedModel,
    *,
    lists: npt.NDArray[np.object_],
) -> Pairs:
    """Read the pairs that an engine weighed, sort them, and drop those no list can have."""
    one, other = (columns[f"{PERSON}_{side}"].astype(np.int64) for side in "lr")
    left, right = np.minimum(one, other), np.maximum(one, other)
    names = model.settings.comparisons
    parts = _matrix(columns, [f"mw_{name}" for name in names])
    pairs = Pairs(
        left=left,
        right=right,
        weights=columns["match_weight"].astype(np.float64),
        comparisons=names,
        parts=parts,
        rarities=_matrix(columns, [f"mw_tf_adj_{name}" for name in names]),
        levels=_levels(parts, model),
    )
    free = np.isin(lists.astype(str), sorted(model.settings.duplicate_free))
    pairs = pairs.only(~(free[left] & (lists[left] == lists[right])))
    order = np.lexsort((pairs.right, pairs.left))
    return pairs.only(order)


def _refuse_the_impossible(
    table: Mapping[str, npt.NDArray[np.object_]], settings: LinkSettings
) -> None:
    names = set(table[LIST].tolist())
    if not names or (len(names) == 1 and names <= settings.duplicate_free):
        raise Refusal(
            "linking",
            rule="persons are linked between two lists or within one that may hold them twice",
            remedy="Give a second list, or say that the list is not free of duplicates.",
        )
    if not settings.comparisons:
        raise Refusal(
            "linking",
            rule="persons are compared by what at least two of them have",
            remedy="Give columns such as names, dates of birth, places or numbers of papers.",
        )


def _within(table: Mapping[str, npt.NDArray[np.object_]], settings: LinkSettings) -> bool:
    return not set(table[LIST].tolist()) <= settings.duplicate_free


def opened() -> duckdb.DuckDBPyConnection:
    """Open a database that stays in memory, and fails where memory does not suffice."""
    # Safety: by default a database in memory spills into a folder .tmp where the user stands; no
    # name is left on a disk by a program that says that none is.
    return duckdb.connect(config={"temp_directory": ""})


def _linker(table: Mapping[str, npt.NDArray[np.object_]], settings: Mapping[str, Json]) -> Linker:
    connection = opened()
    everyone: dict[str, npt.NDArray[np.object_] | npt.NDArray[np.int64]] = {
        **table,
        PERSON: np.arange(len(table[LIST]), dtype=np.int64),
    }
    connection.register("everyone", everyone)
    connection.execute(f"create table {_TABLE} as select * from everyone")  # noqa: S608
    connection.unregister("everyone")
    backend = DuckDBAPI(connection)
    return Linker(
        _registered(backend, sorted(set(table[LIST].tolist()))),
        dict(settings),
        log_level=None,
    )


def _registered(backend: DuckDBAPI, names: list[str]) -> list[SplinkDataFrame]:
    found = []
    for at, name in enumerate(names):
        backend.duckdb_con.execute(
            f"create table {_TABLE}_{at} as select * from {_TABLE} where {LIST} = ?",  # noqa: S608
            [name],
        )
        found.append(backend.register(f"{_TABLE}_{at}", dataset_display_name=f"{at:03d}"))
    return found


def _shares(model: Mapping[str, Json]) -> dict[tuple[str, str], float]:
    """Read the u of every level that the sample met."""
    found: dict[tuple[str, str], float] = {}
    for comparison in _each(model["comparisons"]):
        for level in _each(comparison["comparison_levels"]):
            share = level.get("u_probability")
            if isinstance(share, int | float):
                found[str(comparison["output_column_name"]), str(level["label_for_charts"])] = share
    return found


def _each(several: Json) -> Iterator[dict[str, Json]]:
    yield from cast("list[dict[str, Json]]", several)


def _matrix(
    columns: Mapping[str, npt.NDArray[np.float64]], names: list[str]
) -> npt.NDArray[np.float64]:
    empty = np.zeros(len(columns["match_weight"]))
    found = [np.asarray(columns.get(name, empty), dtype=np.float64) for name in names]
    return np.column_stack(found) if found else np.empty((len(empty), 0))


def _levels(parts: npt.NDArray[np.float64], model: TrainedModel) -> npt.NDArray[np.int8]:
    """Tell the level by what it adds, since Splink gives the number with the names only."""
    found = np.full(parts.shape, -1, dtype=np.int8)
    for at, name in enumerate(model.settings.comparisons):
        weights = np.array([0.0, *(one.weight for one in model.of(name))])
        distance = np.abs(parts[:, at, np.newaxis] - weights[np.newaxis, :])
        found[:, at] = distance.argmin(axis=1) - 1
    return found


@contextmanager
def _silence() -> Iterator[None]:
    """Keep Splink and its parser from talking: what they would quote are settings and values."""
    logger = logging.getLogger("splink")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
