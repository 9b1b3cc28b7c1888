"""The rows that bench_tabel.py counts with, and what has to come out of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from sakip import LKJIP
from sakip.skala import SKALA_PERMENDAGRI_86

KEBIJAKAN = attrs.evolve(LKJIP, nama="LKJIP berpita", skala=SKALA_PERMENDAGRI_86)
HASIL = ("capaian", "capaian_mentah", "alasan", "predikat", "warna")
PITA = tuple((pita.label, pita.warna) for pita in SKALA_PERMENDAGRI_86.pita)
AMBANG = (90.00000000005, 75.00000000005, 65.00000000005, 50.00000000005)
"""Above 90, 75, 65 and 50 as figures settled to ten decimals are, so that the bands are the same."""
TANPA_TARGET, TANPA_REALISASI, NOL, NEGATIF = ALASAN = (
    "tanpa_target",
    "belum_ada_realisasi",
    "target_nol",
    "target_negatif",
)
_SEKALI = 1_000_000


def write_data(path: Path, baris: int, seed: int = 7) -> None:
    """Rows of which 5 % have no realisasi, 0,1 % a target of zero and 0,1 % one below it; 30 % are turun."""
    kinds: list[Any] = [
        pa.field("target", pa.float64()),
        pa.field("realisasi", pa.float64()),
        pa.field("polaritas", pa.string()),
    ]
    skema = pa.schema(kinds)
    acak = np.random.default_rng(seed)
    kata: Any = pa.array(["naik", "turun"])
    with pq.ParquetWriter(path, skema) as writer:
        for mulai in range(0, baris, _SEKALI):
            banyak = min(_SEKALI, baris - mulai)
            target = np.round(acak.uniform(1, 1000, banyak), 2)
            realisasi = np.round(target * acak.normal(0.9, 0.25, banyak), 2)
            rusak = acak.random(banyak)
            target[rusak < 0.001] = 0.0
            target[(rusak >= 0.001) & (rusak < 0.002)] *= -1
            arah = kata.take(pa.array((acak.random(banyak) < 0.3).astype(np.int8)))
            kolom: list[Any] = [target, pa.array(realisasi, mask=acak.random(banyak) < 0.05), arah]
            writer.write_table(pa.table(kolom, schema=skema))


def check_same(satu: Any, lain: Any) -> None:
    """Stop where two results, as Arrow tables, differ in a value, a reason or a band."""
    one, other = pl.from_arrow(satu), pl.from_arrow(lain)
    if not isinstance(one, pl.DataFrame) or not isinstance(other, pl.DataFrame) or len(one) != len(other):
        raise SystemExit("the two results have not the same rows")
    for nama in HASIL:
        a, b = one[nama], other[nama]
        if nama.startswith("capaian"):  # pandas says NaN where the others say null
            a, b = a.fill_nan(None), b.fill_nan(None)
            same = (a.is_null() == b.is_null()) & ((a - b).abs() <= 1e-9 * b.abs().clip(1)).fill_null(
                value=True
            )
        else:
            same = a.cast(pl.String).eq_missing(b.cast(pl.String))
        if not same.all():
            raise SystemExit(f"{nama}: {(~same).sum()} rows differ")
