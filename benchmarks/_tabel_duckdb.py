"""The capaian of a table of DuckDB: by `sakip`, and written by hand in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from _tabel_data import ALASAN, AMBANG, KEBIJAKAN, PITA
from sakip.tabel import add_capaian

PAKET = "duckdb"
_SUMBER, _TUJUAN = "pengukuran", "hasil"


def read(path: Path) -> duckdb.DuckDBPyConnection:
    """The rows as a table in memory."""
    con = duckdb.connect()
    con.execute("SET enable_progress_bar = false")
    con.read_parquet(str(path)).create(_SUMBER)
    return con


def run_sakip(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """By `sakip`."""
    return _store(con, add_capaian(con.table(_SUMBER), KEBIJAKAN))


def run_asli(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """By hand."""
    empty = ("target IS NULL", "realisasi IS NULL", "target = 0", "target < 0")
    reasons = " ".join(f"WHEN {syarat} THEN '{tag}'" for syarat, tag in zip(empty, ALASAN, strict=True))
    counted = f"""SELECT *,
        CASE WHEN target > 0 THEN
            CASE WHEN polaritas = 'turun' THEN 2 * target - realisasi ELSE realisasi END * 100 / target
        END AS capaian,
        CASE {reasons} END AS alasan
        FROM {_SUMBER}"""  # noqa: S608  # constants of this file
    bands = f"capaian AS capaian_mentah, {_band(0)} AS predikat, {_band(1)} AS warna"
    query = f"SELECT *, {bands} FROM ({counted})"  # noqa: S608  # likewise
    return _store(con, con.sql(query))


def _band(apa: int) -> str:
    steps = zip(AMBANG, PITA[:-1], strict=True)
    bands = " ".join(f"WHEN capaian >= {ambang!r} THEN '{pita[apa]}'" for ambang, pita in steps)
    return f"CASE {bands} WHEN capaian IS NOT NULL THEN '{PITA[-1][apa]}' END"


def _store(con: duckdb.DuckDBPyConnection, relasi: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyConnection:
    con.execute(f"DROP TABLE IF EXISTS {_TUJUAN}")
    relasi.create(_TUJUAN)
    return con


def to_arrow(con: duckdb.DuckDBPyConnection) -> Any:
    """The result for the comparison."""
    return con.table(_TUJUAN).to_arrow_table()
