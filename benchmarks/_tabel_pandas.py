"""The capaian of a table of pandas: by `sakip`, and written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from _tabel_data import ALASAN, AMBANG, KEBIJAKAN, PITA
from sakip.tabel import add_capaian

PAKET = "pandas"


def read(path: Path) -> pd.DataFrame:
    """The rows."""
    return pd.read_parquet(path)


def run_sakip(tabel: pd.DataFrame) -> pd.DataFrame:
    """By `sakip`."""
    return add_capaian(tabel, KEBIJAKAN)


def run_asli(tabel: pd.DataFrame) -> pd.DataFrame:
    """By hand, as pandas people would: Series, `where` and `mask`, and texts taken by a number."""
    t, r = tabel["target"], tabel["realisasi"]
    turun = tabel["polaritas"] == "turun"
    nilai = (r.mask(turun, 2 * t - r) * 100 / t.where(t > 0)).rename("capaian")
    reasons = np.select([t.isna(), r.isna(), t == 0, t < 0], [1, 2, 3, 4], 0).astype(np.int8)
    bands = np.select([nilai >= ambang for ambang in AMBANG] + [nilai.notna()], [1, 2, 3, 4, 5], 0).astype(
        np.int8
    )
    return tabel.assign(
        capaian=nilai,
        capaian_mentah=nilai,
        alasan=_take(reasons, ALASAN),
        predikat=_take(bands, tuple(pita[0] for pita in PITA)),
        warna=_take(bands, tuple(pita[1] for pita in PITA)),
    )


def _take(kode: Any, isi: tuple[str, ...]) -> Any:
    return pd.array([None, *isi], dtype="str").take(kode)


def to_arrow(hasil: pd.DataFrame) -> Any:
    """The result for the comparison."""
    return pa.Table.from_pandas(hasil, preserve_index=False)
