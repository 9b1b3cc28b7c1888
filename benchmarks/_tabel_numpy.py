"""The floor: one loop over blocks that stay in the cache, numbers in place of texts, nothing but NumPy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa

from _tabel_data import ALASAN, AMBANG, PITA

PAKET = "numpy"
_BLOK = 32_768


def read(path: Path) -> dict[str, Any]:
    """The rows: a gap is a NaN, a polaritas whether it is turun."""
    tabel = pl.read_parquet(path)
    return {
        "target": tabel["target"].to_numpy(),
        "realisasi": tabel["realisasi"].fill_null(float("nan")).to_numpy(),
        "turun": (tabel["polaritas"] == "turun").to_numpy(),
    }


def run_asli(tabel: dict[str, Any]) -> dict[str, Any]:
    """Value, number of the reason, number of the band."""
    target, realisasi, turun = tabel["target"], tabel["realisasi"], tabel["turun"]
    banyak = len(target)
    nilai = np.empty(banyak)
    alasan, pita = np.empty(banyak, np.int8), np.empty(banyak, np.int8)
    naik_ambang = np.array(AMBANG[::-1])
    with np.errstate(divide="ignore", invalid="ignore"):
        for mulai in range(0, banyak, _BLOK):
            blok = slice(mulai, mulai + _BLOK)
            t, r = target[blok], realisasi[blok]
            c = np.where(turun[blok], 2 * t - r, r) * 100 / t
            c[~(t > 0)] = np.nan
            kosong = np.isnan(c)
            nilai[blok] = c
            alasan[blok] = 0
            sebab = np.where(t == 0, 3, np.where(t < 0, 4, 0))
            sebab[np.isnan(r)] = 2
            sebab[np.isnan(t)] = 1
            alasan[blok] = sebab
            golongan = len(PITA) - np.searchsorted(naik_ambang, c, side="right")
            golongan[kosong] = 0
            pita[blok] = golongan
    return {"capaian": nilai, "alasan": alasan, "pita": pita}


def to_arrow(hasil: dict[str, Any]) -> Any:
    """The result for the comparison, its numbers as texts."""
    nilai = pa.array(hasil["capaian"], from_pandas=True)
    texts = {
        "alasan": (hasil["alasan"], [None, *ALASAN]),
        "predikat": (hasil["pita"], [None, *(pita[0] for pita in PITA)]),
        "warna": (hasil["pita"], [None, *(pita[1] for pita in PITA)]),
    }
    named = {nama: pa.array(isi).take(pa.array(kode)) for nama, (kode, isi) in texts.items()}
    return pa.table({"capaian": nilai, "capaian_mentah": nilai, **named})
