"""The capaian of a lazy table of Polars: by `sakip`, and written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl

from _tabel_data import ALASAN, AMBANG, KEBIJAKAN, PITA
from sakip.tabel import add_capaian

PAKET = "polars"


def read(path: Path) -> pl.LazyFrame:
    """The rows in memory, as the start of a query."""
    return pl.read_parquet(path).lazy()


def run_sakip(tabel: pl.LazyFrame) -> pl.DataFrame:
    """By `sakip`."""
    return add_capaian(tabel, KEBIJAKAN).collect()


def run_asli(tabel: pl.LazyFrame) -> pl.DataFrame:
    """By hand."""
    t, r, c = pl.col("target"), pl.col("realisasi"), pl.col("capaian")
    atas = pl.when(pl.col("polaritas") == "turun").then(2 * t - r).otherwise(r)
    empty = (t.is_null(), r.is_null(), t == 0, t < 0)
    alasan = pl.lit(None, pl.String)
    for syarat, tag in zip(reversed(empty), reversed(ALASAN), strict=True):
        alasan = pl.when(syarat).then(pl.lit(tag)).otherwise(alasan)
    tabel = tabel.with_columns(capaian=pl.when(t > 0).then(atas * 100 / t), alasan=alasan)
    return tabel.with_columns(capaian_mentah=c, predikat=_band(c, 0), warna=_band(c, 1)).collect()


def _band(nilai: pl.Expr, apa: int) -> pl.Expr:
    text: pl.Expr = pl.when(nilai.is_not_null()).then(pl.lit(PITA[-1][apa]))
    for ambang, pita in zip(reversed(AMBANG), reversed(PITA[:-1]), strict=True):
        text = pl.when(nilai >= ambang).then(pl.lit(pita[apa])).otherwise(text)
    return text


def to_arrow(hasil: pl.DataFrame) -> Any:
    """The result for the comparison."""
    return hasil.to_arrow()
