"""The capaian of a table of PyArrow: by `sakip`, and written by hand with its compute functions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from _tabel_data import ALASAN, AMBANG, KEBIJAKAN, PITA
from sakip.tabel import add_capaian

PAKET = "pyarrow"


def read(path: Path) -> pa.Table:
    """The rows."""
    return pq.read_table(path)


def run_sakip(tabel: pa.Table) -> pa.Table:
    """By `sakip`."""
    return add_capaian(tabel, KEBIJAKAN)


def run_asli(tabel: pa.Table) -> pa.Table:
    """By hand; the texts are taken by a number, as `case_when` on texts copies them branch by branch."""
    f: Any = pc  # its stubs don't know half of the kinds that its functions take
    t, r = tabel["target"], tabel["realisasi"]
    atas = f.if_else(f.equal(tabel["polaritas"], "turun"), f.subtract(f.multiply(t, 2.0), r), r)
    usable = f.if_else(f.greater(t, 0.0), t, None)
    nilai = f.divide(f.multiply(atas, 100.0), usable)
    reasons = _number([f.is_null(t), f.is_null(r), f.equal(t, 0.0), f.less(t, 0.0)])
    bands = _number([*(f.greater_equal(nilai, ambang) for ambang in AMBANG), f.is_valid(nilai)])
    columns = {
        "capaian": nilai,
        "capaian_mentah": nilai,
        "alasan": _take(reasons, ALASAN),
        "predikat": _take(bands, tuple(pita[0] for pita in PITA)),
        "warna": _take(bands, tuple(pita[1] for pita in PITA)),
    }
    for nama, isi in columns.items():
        tabel = tabel.append_column(nama, isi)
    return tabel


def _number(syarat: list[Any]) -> Any:
    f: Any = pc
    nomor = [pa.scalar(i, pa.int8()) for i in range(1, len(syarat) + 1)]
    # A condition that is null counts as false here.
    return f.case_when(f.make_struct(*syarat), *nomor, pa.scalar(0, pa.int8()))


def _take(kode: Any, isi: tuple[str, ...]) -> Any:
    texts: Any = pa.array([None, *isi], pa.large_string())
    return texts.take(kode.combine_chunks()) if isinstance(kode, pa.ChunkedArray) else texts.take(kode)


def to_arrow(hasil: pa.Table) -> Any:
    """The result for the comparison."""
    return hasil
