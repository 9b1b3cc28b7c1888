"""Capaian on tables: on every engine, row by row what the scalar engine gives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from strategies_tabel import PENUH, Baris, Sel, beberapa_baris, kebijakan_tabel

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, JenisKosong, Kosong, Rentang
from sakip.errors import ModelError, SakipError, TabelError, TipeError
from sakip.kebijakan import KEBIJAKAN, KEMENKEU, LKJIP, SIPD, Capaian, Kebijakan, Rujukan
from sakip.rumus import Masukan, Persen
from sakip.skala import (
    MUTU_IKM,
    PREDIKAT_AKIP,
    SKALA_LAKIP_100_85_70,
    SKALA_MAGETAN,
    SKALA_PERMENDAGRI_86,
    Konversi,
)
from sakip.tabel import add_capaian

TEKS = {"polaritas", "halangan"}
HASIL = ("capaian", "capaian_mentah", "alasan", "predikat", "warna")
Mesin = tuple[Callable[[pl.DataFrame], Any], Callable[[Any], list[dict[str, Any]]]]


# --- what the scalar engine says of a row ---------------------------------------------------------


def _angka(nilai: Sel) -> Decimal | None:
    return nilai if isinstance(nilai, Decimal) else None


def _target(row: Baris) -> Isian | Alasan:
    if row.get("direncanakan") is False:
        return Kosong(JenisKosong.STRIP)
    if (target := _angka(row.get("target"))) is not None:
        return Angka(target)
    low, high = _angka(row.get("target_bawah")), _angka(row.get("target_atas"))
    if low is None and high is None:
        return Kosong()
    if low is None or high is None or low > high:
        return Alasan.TARGET_TAK_TERBACA
    return Rentang(low, high)


def _realisasi(row: Baris) -> Isian | Alasan:
    atas, bawah = _angka(row.get("pembilang")), _angka(row.get("penyebut"))
    if atas is None and bawah is None:
        nilai = _angka(row.get("realisasi"))
        return Kosong() if nilai is None else Angka(nilai)
    share = Persen().compute(Masukan(pembilang=atas, penyebut=bawah))
    return Angka(share.nilai) if isinstance(share, Angka) else share


def _compare(kebijakan: Kebijakan, row: Baris) -> Capaian | Alasan:
    if halangan := row.get("halangan"):
        return Alasan(halangan)
    target, realisasi = _target(row), _realisasi(row)
    if isinstance(target, Alasan):
        return target
    if isinstance(target, Kosong) or not isinstance(realisasi, Alasan):
        measured = Kosong() if isinstance(realisasi, Alasan) else realisasi
        rujukan = Rujukan(terburuk=_angka(row.get("terburuk")), terbaik=_angka(row.get("terbaik")))
        polaritas = row.get("polaritas")
        return kebijakan.compare(target, measured, polaritas if isinstance(polaritas, str) else None, rujukan)
    return realisasi


def _expected(kebijakan: Kebijakan, row: Baris) -> tuple[Decimal | None, Decimal | None, str | None]:
    found = _compare(kebijakan, row)
    if isinstance(found, Alasan):
        return None, None, found.value
    return found.nilai, found.mentah, None if found.alasan is None else found.alasan.value


def _close(found: float | None, wanted: Decimal | None, slack: float = 0.0) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return abs(found - float(wanted)) <= 1e-9 * max(1.0, abs(float(wanted))) + slack


def _agree(kebijakan: Kebijakan, rows: list[Baris], found: list[dict[str, Any]]) -> None:
    """Each row has the figure, the reason and the band that the scalar engine gives."""
    assert len(found) == len(rows)
    for row, hasil in zip(rows, found, strict=True):
        nilai, mentah, alasan = _expected(kebijakan, row)
        assert hasil["alasan"] == alasan, (row, hasil, kebijakan)
        beyond = nilai is not None and abs(nilai) > 100_000  # a Float64 can't tell the tenth decimal there
        slack = 10.0**-kebijakan.digit if beyond else 0.0
        assert _close(hasil["capaian"], nilai, slack), (row, hasil, nilai)
        assert _close(hasil["capaian_mentah"], mentah), (row, hasil, mentah)
        if kebijakan.skala is not None:
            pita = kebijakan.pita_for(nilai)
            wanted = (None, None) if pita is None else (pita.label, pita.warna)
            assert (hasil["predikat"], hasil["warna"]) == wanted, (row, hasil, nilai, kebijakan)


# --- the engines ----------------------------------------------------------------------------------


def _frame(rows: list[Baris]) -> pl.DataFrame:
    schema: dict[str, Any] = {
        name: pl.String if name in TEKS else pl.Boolean if name == "direncanakan" else pl.Float64
        for name in rows[0]
    }
    data = [
        {name: float(cell) if isinstance(cell, Decimal) else cell for name, cell in row.items()}
        for row in rows
    ]
    return pl.DataFrame(data, schema=schema).with_row_index("no").cast({"no": pl.Int64})


def _plain(cell: Any) -> Any:
    return None if cell is None or cell is pd.NA or cell != cell else cell  # noqa: PLR0124  # a NaN


def _records(hasil: pa.Table) -> list[dict[str, Any]]:
    rows = [{name: _plain(cell) for name, cell in row.items()} for row in hasil.to_pylist()]
    return sorted(rows, key=lambda row: int(row["no"]))


def _from_pandas(hasil: pd.DataFrame) -> list[dict[str, Any]]:
    assert isinstance(hasil, pd.DataFrame)
    rows = [{str(name): _plain(cell) for name, cell in row.items()} for row in hasil.to_dict("records")]
    return sorted(rows, key=lambda row: int(row["no"]))


def _to_duckdb(frame: pl.DataFrame) -> duckdb.DuckDBPyRelation:
    return duckdb.from_arrow(frame.to_arrow())


def _to_pandas_arrow(frame: pl.DataFrame) -> pd.DataFrame:
    return frame.to_pandas(use_pyarrow_extension_array=True)


MESIN: dict[str, Mesin] = {
    "pandas": (pl.DataFrame.to_pandas, _from_pandas),
    "pandas-arrow": (_to_pandas_arrow, _from_pandas),
    "polars": (lambda frame: frame, lambda hasil: _records(hasil.to_arrow())),
    "polars-lazy": (pl.DataFrame.lazy, lambda hasil: _records(hasil.collect().to_arrow())),
    "pyarrow": (pl.DataFrame.to_arrow, _records),
    "duckdb": (_to_duckdb, lambda hasil: _records(pa.table(hasil.to_arrow_table()))),
}
LAZY = {"polars-lazy", "duckdb"}


@pytest.fixture(params=MESIN)
def mesin(request: pytest.FixtureRequest) -> Mesin:
    """One engine after the other: how it gets a table, and how the rows come back."""
    return MESIN[request.param]


# --- a batch that has every branch ----------------------------------------------------------------


def _decimals(texts: str) -> list[Decimal | None]:
    return [None if text == "-" else Decimal(text) for text in texts.split()]


def _batch() -> list[Baris]:
    """Every kind of target by every kind of realisasi by every polaritas, ties and edges among them."""
    empty: Baris = dict.fromkeys(PENUH)
    arah = ("naik", "turun", "stabil", "rentang", None)
    rows: list[Baris] = []
    reached = _decimals("0 -3 4 78.3 90 100 104.922 150 21 -")
    for target, realisasi, way in product(_decimals("0 4 10 104.4 -5 200 -"), reached, arah):
        rows.append({**empty, "target": target, "realisasi": realisasi, "polaritas": way})
    ends = ("0 0", "-5 0", "0 5", "80 90", "-9 -4", "90 -", "- 90", "90 80", "4 4")
    for pair, realisasi, way in product(ends, _decimals("0 -3 4 78.3 91.475 85 150 -20 -"), arah):
        low, high = _decimals(pair)
        cells: Baris = {"target_bawah": low, "target_atas": high, "realisasi": realisasi, "polaritas": way}
        rows.append(empty | cells)
    for worst, realisasi, way in product(_decimals("10 0 -1 -"), _decimals("0 4 12 -2"), arah):
        zero: Baris = {"target": Decimal(0), "terburuk": worst, "realisasi": realisasi, "polaritas": way}
        rows.append(empty | zero)
        rows.append(empty | zero | {"target": None, "target_bawah": Decimal(0), "target_atas": Decimal(3)})
    for best, realisasi, way in product(_decimals("4 100 -"), _decimals("3 4 5"), arah):
        rows.append(
            {**empty, "target": Decimal(4), "terbaik": best, "realisasi": realisasi, "polaritas": way}
        )
    for atas, bawah, realisasi in product(
        _decimals("0.333 880 0 -"), _decimals("1 1000 0 -"), _decimals("33.3 -")
    ):
        parts: Baris = {"pembilang": atas, "penyebut": bawah, "realisasi": realisasi}
        rows.append(empty | parts | {"target": Decimal("33.3"), "terbaik": Decimal("33.3")})
        rows.append(
            empty | parts | {"target_bawah": Decimal(30), "target_atas": Decimal("33.3"), "polaritas": "turun"}
        )
    hundred: Baris = {**empty, "target": Decimal(100)}
    ties = "1.005 94.025 94.0249999999 89.995 89.99499999 74.995 74.99999999999 -2.675 99.995 0.5 2.5 -2.5"
    rows += [{**hundred, "realisasi": tie} for tie in _decimals(ties)]
    for planned, hindrance in product((True, False, None), (None, "satuan_berbeda")):
        rows.append({**hundred, "realisasi": Decimal(90), "direncanakan": planned, "halangan": hindrance})
    return rows


BATCH = _batch()


def _own(**lain: Any) -> Kebijakan:
    return attrs.evolve(LKJIP, nama="uji", **lain)


POLICIES = {
    **KEBIJAKAN,
    "bands": _own(skala=SKALA_PERMENDAGRI_86, stabil="simpangan", target_nol="terburuk"),
    "capped": attrs.evolve(KEMENKEU, nama="uji", skala=SKALA_MAGETAN, pembulatan="predikat"),
    "binary": _own(target_nol="biner", target_negatif="jarak", stabil="batas", skala=MUTU_IKM, digit=1),
    "binary-stable": _own(target_nol="biner", target_negatif="jarak", stabil="simpangan", terbaik_tercapai=110),
    "ratio": attrs.evolve(
        SIPD, nama="uji", realisasi_nol=120, pembulatan="hasil", digit=0, skala=PREDIKAT_AKIP
    ),
    "ratio-distance": attrs.evolve(
        SIPD, nama="uji", target_negatif="jarak", pembulatan="hasil", digit=12, terbaik_tercapai=120
    ),
    "line": _own(konversi=Konversi({0: 10, 50: 20, 90: 100, 100: 120}), stabil="batas", batas_bawah=0),
    "gap": _own(
        target_negatif="selisih", stabil="batas", skala=SKALA_LAKIP_100_85_70, pembulatan="hasil", digit=2
    ),
}


@pytest.mark.parametrize("kebijakan", POLICIES.values(), ids=POLICIES)
def test_every_engine_gives_what_the_scalar_engine_gives(mesin: Mesin, kebijakan: Kebijakan) -> None:
    make, read = mesin
    _agree(kebijakan, BATCH, read(add_capaian(make(_frame(BATCH)), kebijakan)))


@pytest.mark.parametrize(
    "kolom",
    [
        ("target", "realisasi"),
        ("target", "realisasi", "polaritas"),
        ("target_bawah", "target_atas", "pembilang", "penyebut", "polaritas"),
        ("target_bawah", "target_atas", "realisasi"),
        ("target", "target_bawah", "target_atas", "realisasi"),
    ],
    ids="-".join,
)
def test_fewer_columns_on_every_engine(mesin: Mesin, kolom: tuple[str, ...]) -> None:
    """The branches that are left out are those that no row could have taken."""
    make, read = mesin
    rows = [{name: row[name] for name in kolom} for row in BATCH]
    for name in ("LKJIP", "capped", "binary"):
        _agree(POLICIES[name], rows, read(add_capaian(make(_frame(rows)), POLICIES[name])))


@settings(max_examples=200)
@given(kebijakan_tabel(), beberapa_baris())
def test_any_policy_and_any_row(kebijakan: Kebijakan, rows: list[Baris]) -> None:
    """Columns and the scalar engine agree under every combination of settings."""
    read = MESIN["polars-lazy"][1]
    _agree(kebijakan, rows, read(add_capaian(_frame(rows).lazy(), kebijakan)))
