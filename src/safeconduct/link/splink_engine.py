"""Trains a model without labels and weighs pairs, on Splink with DuckDB in memory.

It is the one door for `splink` and, beside the figures, for `duckdb`; all it gives back is plain.
Another engine is another module with `train` and `weigh`; settings and model stay as they are.

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
from splink.internals.exceptions import EMTrainingException

from safeconduct.errors import Refusal
from safeconduct.link.model import TrainedModel, TrainingCheck, model_settings, trained_model
from safeconduct.link.pairs import Pairs
from safeconduct.link.prior import first_prior
from safeconduct.link.settings import (
    LIST,
    PERSON,
    TRAINED_BY,
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
# Fewer pairs than this teach nothing: training by such a rule is left out and said so.
_FEWEST_TRAINING_PAIRS: Final = 10


def train(table: Mapping[str, npt.NDArray[np.object_]], settings: LinkSettings) -> TrainedModel:
    """Learn, without labels, how often each level is met among matches and among others.

    Raises:
        Refusal: there are no two lists, or nothing that can be compared.
    """
    _refuse_the_impossible(table, settings)
    lists = table[LIST]
    known = replace(settings, prior=first_prior(table, lists, settings.duplicate_free))
    with _silence():
        written = engine_settings(known, within_lists=_within(table, known))
        linker = _linker(table, written)
        linker.training.estimate_u_using_random_sampling(
            max_pairs=float(known.most_training_pairs), seed=known.seed
        )
        checks = _maximised(linker, table, known)
        found = _shares(cast("dict[str, Json]", linker.misc.save_model_to_json()))
    return trained_model(known, found, checks=checks)


def weigh(table: Mapping[str, npt.NDArray[np.object_]], model: TrainedModel) -> Pairs:
    """Weigh every candidate pair by a trained model; pairs below the least weight are left out."""
    with _silence():
        linker = _linker(table, model_settings(model, within_lists=_within(table, model.settings)))
        found = linker.inference.predict(
            threshold_match_weight=model.settings.least_weight, warning_mode="never"
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
    pairs = Pairs(
        left=left,
        right=right,
        weights=columns["match_weight"].astype(np.float64),
        comparisons=names,
        parts=_matrix(columns, [f"mw_{name}" for name in names]),
        rarities=_matrix(columns, [f"mw_tf_adj_{name}" for name in names]),
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


def _linker(
    table: Mapping[str, npt.NDArray[np.object_]], settings: Mapping[str, Json]
) -> Linker:
    connection = duckdb.connect()
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


def _maximised(
    linker: Linker, table: Mapping[str, npt.NDArray[np.object_]], settings: LinkSettings
) -> list[TrainingCheck]:
    """Train m by each rule that the lists can carry, and doubt what did not come to rest."""
    checks = []
    for columns in TRAINED_BY:
        if not all(_is_shared(table[column]) for column in columns):
            continue
        rule = " and ".join(f"l.{column} = r.{column}" for column in columns)
        try:
            session = linker.training.estimate_parameters_using_expectation_maximisation(
                rule,
                estimate_without_term_frequencies=True,
                max_pairs=float(settings.most_training_pairs),
            )
        except EMTrainingException:
            checks.append(TrainingCheck(code="rule_without_pairs", concerns=" and ".join(columns)))
            continue
        # The history begins with the values that training starts from.
        if len(session._core_model_settings_history) > settings.most_iterations:  # noqa: SLF001
            checks.append(TrainingCheck(code="not_converged", concerns=" and ".join(columns)))
    return checks


def _is_shared(column: npt.NDArray[np.object_]) -> bool:
    """Tell whether enough persons share a value for training to begin from it."""
    values = [value for value in column.tolist() if value is not None]
    return len(values) - len(set(values)) >= _FEWEST_TRAINING_PAIRS


def _shares(
    model: Mapping[str, Json],
) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    found: dict[tuple[str, str], tuple[float | None, float | None]] = {}
    comparisons = model["comparisons"]
    for comparison in comparisons if isinstance(comparisons, list) else ():
        if not isinstance(comparison, dict):
            continue
        levels = comparison["comparison_levels"]
        for level in levels if isinstance(levels, list) else ():
            if isinstance(level, dict):
                key = str(comparison["output_column_name"]), str(level["label_for_charts"])
                found[key] = (_share(level, "m_probability"), _share(level, "u_probability"))
    return found


def _share(level: Mapping[str, Json], name: str) -> float | None:
    share = level.get(name)
    return float(share) if isinstance(share, int | float) else None


def _matrix(
    columns: Mapping[str, npt.NDArray[np.float64]], names: list[str]
) -> npt.NDArray[np.float64]:
    empty = np.zeros(len(columns["match_weight"]))
    found = [np.asarray(columns.get(name, empty), dtype=np.float64) for name in names]
    return np.column_stack(found) if found else np.empty((len(empty), 0))


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
