"""The engines that a table may be of: how each gets a table, and how its rows come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

Mesin = tuple[Callable[[pl.DataFrame], Any], Callable[[Any], list[dict[str, Any]]]]
"""How an engine gets a table, and how the rows come back."""


def plain(cell: Any) -> Any:
    """A cell as Python has it; whatever an engine writes for nothing is None."""
    return None if cell is None or cell is pd.NA or cell != cell else cell  # noqa: PLR0124  # a NaN


def _in_order(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows by their number, where they have one: no engine promises an order."""
    found = list(rows)
    return sorted(found, key=lambda row: int(row["no"])) if found and "no" in found[0] else found


def _records(hasil: pa.Table) -> list[dict[str, Any]]:
    return _in_order({name: plain(cell) for name, cell in row.items()} for row in hasil.to_pylist())


def from_pandas(hasil: pd.DataFrame) -> list[dict[str, Any]]:
    assert isinstance(hasil, pd.DataFrame)
    rows = hasil.to_dict("records")
    return _in_order({str(name): plain(cell) for name, cell in row.items()} for row in rows)


def to_duckdb(frame: pl.DataFrame) -> duckdb.DuckDBPyRelation:
    return duckdb.from_arrow(frame.to_arrow())


def _to_pandas_arrow(frame: pl.DataFrame) -> pd.DataFrame:
    return frame.to_pandas(use_pyarrow_extension_array=True)


MESIN: dict[str, Mesin] = {
    "pandas": (pl.DataFrame.to_pandas, from_pandas),
    "pandas-arrow": (_to_pandas_arrow, from_pandas),
    "polars": (lambda frame: frame, lambda hasil: _records(hasil.to_arrow())),
    "polars-lazy": (pl.DataFrame.lazy, lambda hasil: _records(hasil.collect().to_arrow())),
    "pyarrow": (pl.DataFrame.to_arrow, _records),
    "duckdb": (to_duckdb, lambda hasil: _records(pa.table(hasil.to_arrow_table()))),
}


def from_spark(hasil: Any) -> list[dict[str, Any]]:
    """The rows of a table of Spark."""
    return _in_order(row.asDict() for row in hasil.collect())


def to_spark(session: Any, frame: pl.DataFrame) -> Any:
    """A table of Spark."""
    kinds = {pl.String: "string", pl.Boolean: "boolean", pl.Float64: "double", pl.Int64: "long"}
    schema = ", ".join(f"{name} {kinds[type(kind)]}" for name, kind in frame.schema.items())
    return session.createDataFrame(frame.rows(), schema)
