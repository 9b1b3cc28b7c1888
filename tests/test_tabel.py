"""Capaian on tables: on every engine, row by row what the scalar engine gives."""

from __future__ import annotations

import importlib
import subprocess
import sys
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings

import sakip
from mesin import MESIN, Mesin, from_pandas, from_spark, plain, to_duckdb, to_spark
from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, JenisKosong, Kosong, Rentang, round_half_up, settle
from sakip.errors import EkstraError, ModelError, SakipError, TabelError, TipeError
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
from sakip.tabel._ekspresi import divide, either, every, negate, round_column, settle_column
from strategies_tabel import PENUH, Baris, Sel, beberapa_baris, kebijakan_tabel

TEKS = {"polaritas", "halangan"}
HASIL = ("capaian", "capaian_mentah", "alasan", "predikat", "warna")


# --- what the scalar engine says of a row ---------------------------------------------------------


_TAG = {item.value: item for item in Alasan}


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
    if row.get("halangan") is not None:
        return _TAG[str(row["halangan"])]
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
        return found is None and wanted is None
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
            empty
            | parts
            | {"target_bawah": Decimal(30), "target_atas": Decimal("33.3"), "polaritas": "turun"}
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
    "binary-stable": _own(
        target_nol="biner", target_negatif="jarak", stabil="simpangan", terbaik_tercapai=110
    ),
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


@settings(max_examples=60, deadline=None)
@given(kebijakan_tabel(), beberapa_baris())
def test_any_policy_and_any_row(kebijakan: Kebijakan, rows: list[Baris]) -> None:
    """Columns and the scalar engine agree under every combination of settings."""
    read = MESIN["polars-lazy"][1]
    _agree(kebijakan, rows, read(add_capaian(_frame(rows).lazy(), kebijakan)))


# --- Spark ----------------------------------------------------------------------------------------


@pytest.mark.spark
@pytest.mark.parametrize("nama", ["LKJIP", "SIPD", "capped", "binary", "ratio", "line"])
def test_spark_gives_what_the_scalar_engine_gives(spark: Any, nama: str) -> None:
    hasil = add_capaian(to_spark(spark, _frame(BATCH)), POLICIES[nama])
    assert type(hasil).__module__.startswith("pyspark.sql")
    _agree(POLICIES[nama], BATCH, from_spark(hasil))


@pytest.mark.spark
def test_spark_takes_what_no_document_holds(spark: Any) -> None:
    frame = spark.createDataFrame([(0, *row) for row in STRANGE], "no long, target double, realisasi double")
    hasil = [row["alasan"] for row in add_capaian(frame).collect()]
    assert sorted(map(str, hasil)) == sorted(STRANGE_REASONS)


# --- what is asked of the table itself ------------------------------------------------------------

INF, NAN = float("inf"), float("nan")
STRANGE = [(100.0, INF), (-INF, 1.0), (NAN, 1.0), (1.0, NAN), (1e-300, 1e100), (100.0, 1e300), (100.0, 90.0)]
STRANGE_REASONS = [
    *(
        "bukan_angka",
        "bukan_angka",
        "tanpa_target",
        "belum_ada_realisasi",
        "bukan_angka",
        "bukan_angka",
        "None",
    )
]


def _small(**kolom: Any) -> pl.DataFrame:
    data: dict[str, Any] = {"target": [100.0, 0.0, 4.0], "realisasi": [90.0, 1.0, None], **kolom}
    return pl.DataFrame(data).with_row_index("no")


def _names(frame: Any) -> list[str]:
    names: list[str] = nw.from_native(frame).collect_schema().names()
    return names


def test_a_number_that_is_none(mesin: Mesin) -> None:
    """A NaN is an empty cell; what is infinite, or too large for any document, has a reason."""
    make, read = mesin
    data = {"target": [row[0] for row in STRANGE], "realisasi": [row[1] for row in STRANGE]}
    hasil = read(add_capaian(make(pl.DataFrame(data).with_row_index("no"))))
    assert [str(row["alasan"]) for row in hasil] == STRANGE_REASONS
    assert [row["capaian"] for row in hasil] == [None] * 6 + [90.0]


def test_parts_that_no_document_holds(mesin: Mesin) -> None:
    make, read = mesin
    data = {"target": [50.0] * 4, "pembilang": [INF, 1e149, 1.0, -INF], "penyebut": [2.0, 1e-149, INF, INF]}
    hasil = read(add_capaian(make(pl.DataFrame(data).with_row_index("no"))))
    assert [row["alasan"] for row in hasil] == ["bukan_angka"] * 4


def test_other_columns_stay_and_the_input_is_not_changed(mesin: Mesin) -> None:
    make, read = mesin
    given_frame = make(_small(nama=["a", "b", "c"]))
    before = read(add_capaian(given_frame))
    hasil = add_capaian(given_frame, POLICIES["bands"])
    assert _names(hasil) == ["no", "target", "realisasi", "nama", *HASIL]
    assert [row["nama"] for row in read(hasil)] == ["a", "b", "c"]
    assert _names(given_frame) == ["no", "target", "realisasi", "nama"]
    assert read(add_capaian(given_frame)) == before


def test_the_order_of_the_rows_is_kept_and_does_not_matter() -> None:
    """Whatever the index of a pandas table says, each row keeps its own."""
    frame = _frame(BATCH).to_pandas()
    shuffled = frame.sample(frac=1, random_state=1)
    shuffled.index = pd.Index([7] * len(shuffled))
    hasil = add_capaian(shuffled, POLICIES["bands"])
    assert hasil.index.equals(shuffled.index)
    assert hasil["no"].tolist() == shuffled["no"].tolist()
    _agree(POLICIES["bands"], BATCH, from_pandas(hasil))


def test_columns_that_have_no_text_for_a_name() -> None:
    """pandas takes anything as a name; what is not read is kept as it is."""
    frame = pd.DataFrame({"target": [1], "realisasi": [1], 7: [3]})
    assert list(add_capaian(frame).columns) == ["target", "realisasi", 7, *HASIL[:3]]


def test_a_table_without_rows(mesin: Mesin) -> None:
    make, read = mesin
    assert read(add_capaian(make(_frame(BATCH).clear()), POLICIES["capped"])) == []


def test_lazy_stays_lazy() -> None:
    hasil = add_capaian(_small().lazy(), POLICIES["bands"])
    assert isinstance(hasil, pl.LazyFrame)
    types = hasil.collect_schema()
    assert [types[name] for name in HASIL] == [pl.Float64, pl.Float64, pl.String, pl.String, pl.String]
    assert isinstance(add_capaian(to_duckdb(_small())), duckdb.DuckDBPyRelation)


def test_columns_are_of_one_type_on_every_engine(mesin: Mesin) -> None:
    make, _ = mesin
    found = nw.from_native(add_capaian(make(_small()), POLICIES["bands"])).collect_schema()
    assert [found[name] for name in HASIL] == [nw.Float64, nw.Float64, nw.String, nw.String, nw.String]


def test_without_a_scale_there_is_no_band() -> None:
    assert add_capaian(_small()).columns == ["no", "target", "realisasi", *HASIL[:3]]


@pytest.mark.parametrize("kind", [pl.Int32, pl.UInt8, pl.Float32, pl.Decimal(12, 4), pl.Int64])
def test_numbers_of_any_type(kind: Any) -> None:
    frame = _small().cast({"target": kind, "realisasi": kind})
    for make, read in (MESIN["polars"], MESIN["polars-lazy"], MESIN["pyarrow"], MESIN["duckdb"]):
        assert [row["capaian"] for row in read(add_capaian(make(frame)))] == [90.0, None, None]


def test_pandas_objects_are_read_as_what_they_are() -> None:
    """pandas has no other type for Decimal values, nor for truth values of which some are missing."""
    frame = pd.DataFrame(
        {
            "target": pd.Series([Decimal(100), Decimal(4), None], dtype=object),
            "realisasi": pd.Series([Decimal(90), None, Decimal(1)], dtype=object),
            "direncanakan": pd.Series([True, False, None], dtype=object),
            "polaritas": pd.Series([None, "turun", "naik"], dtype=object),
            "terburuk": pd.Series([None, None, None], dtype=object),
            "terbaik": pd.Series([NAN, NAN, NAN]),
            "halangan": pd.Series([NAN, NAN, NAN]),
        }
    )
    hasil = add_capaian(frame, KEMENKEU)
    assert hasil["capaian"].tolist()[0] == 90
    assert [plain(item) for item in hasil["alasan"]] == [None, "tidak_direncanakan", "tanpa_target"]


def test_a_column_without_a_value_is_as_none() -> None:
    frame = pl.DataFrame({**{name: [None, None] for name in PENUH}, "realisasi": [1, 2]})
    for table in (frame, frame.to_pandas(), frame.to_arrow()):
        alasan = nw.from_native(add_capaian(table), eager_only=True)["alasan"]
        assert alasan.to_list() == ["tanpa_target", "tanpa_target"]
    lazy = add_capaian(frame.lazy()).collect()
    assert lazy["alasan"].to_list() == ["tanpa_target", "tanpa_target"]


def test_polaritas_as_a_category() -> None:
    frame = _small(polaritas=["turun", "naik", None])
    for kind in (pl.Categorical, pl.Enum(["naik", "turun"])):
        assert add_capaian(frame.cast({"polaritas": kind}))["capaian"][0] == 110
    pandas = frame.to_pandas().astype({"polaritas": "category"})
    assert add_capaian(pandas)["capaian"][0] == 110


def test_a_word_that_is_no_polaritas(mesin: Mesin) -> None:
    """An eager table is refused; a lazy one, whose rows nobody has seen, says it of the row."""
    make, read = mesin
    frame = make(_small(polaritas=["naik", "turun", "maju"], realisasi=[90.0, 1.0, 1.0]))
    if isinstance(frame, pl.LazyFrame | duckdb.DuckDBPyRelation):
        assert read(add_capaian(frame))[2]["alasan"] == "metode_tidak_ada"
        return
    with pytest.raises(ModelError, match="'maju': one of 'naik', 'turun', 'stabil', 'rentang'"):
        add_capaian(frame)


def test_a_policy_that_wants_an_error() -> None:
    with pytest.raises(ModelError, match="another target_nol"):
        add_capaian(_small(), _own(target_nol="galat"))


@pytest.mark.parametrize(
    ("kolom", "words"),
    [
        (["target"], "looked for the columns realisasi or pembilang and penyebut; found 'target'"),
        (["realisasi"], "looked for the columns target or target_bawah and target_atas; found 'realisasi'"),
        (["target_bawah", "realisasi"], "found 'target_bawah', 'realisasi'"),
        (["target", "pembilang"], "found 'target', 'pembilang'"),
        ([], "found nothing"),
    ],
)
def test_a_column_that_is_missing(kolom: list[str], words: str) -> None:
    frame = pl.DataFrame({name: [1.0] for name in kolom})
    with pytest.raises(TabelError, match=words):
        add_capaian(frame)
    with pytest.raises(SakipError):
        add_capaian(frame.lazy())


@pytest.mark.parametrize("table", [[1, 2], {"target": [1]}, None, 3, "tabel", pd.Series([1]), pl.Series([1])])
def test_what_is_no_table(table: object) -> None:
    with pytest.raises(TipeError, match="pass a table"):
        add_capaian(table)


def test_what_is_no_policy() -> None:
    with pytest.raises(TipeError, match="pass a Kebijakan"):
        add_capaian(_small(), "LKJIP")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kolom", "cells"),
    [
        ("realisasi", ["1", "2", "3"]),
        ("terburuk", [True, False, None]),
        ("polaritas", [1, 2, 3]),
        ("direncanakan", ["ya", "tidak", "ya"]),
        ("halangan", [1.0, 2.0, 3.0]),
    ],
)
def test_a_column_of_another_type(kolom: str, cells: list[Any]) -> None:
    frame = _small().with_columns(pl.Series(kolom, cells))
    for table in (frame, frame.lazy(), frame.to_pandas(), frame.to_arrow()):
        with pytest.raises(TipeError, match=f"expects the column '{kolom}' to hold"):
            add_capaian(table)


@pytest.mark.parametrize(
    ("kolom", "cells"), [("target", [1, "dua", None]), ("direncanakan", [True, "ya", None])]
)
def test_objects_of_another_type(kolom: str, cells: list[Any]) -> None:
    frame = _small().to_pandas().assign(**{kolom: pd.Series(cells, dtype=object)})
    with pytest.raises(TipeError, match=f"expects the column '{kolom}' to hold"):
        add_capaian(frame)
    polars = _small().with_columns(pl.Series(kolom, cells, dtype=pl.Object))
    with pytest.raises(TipeError, match="Object is refused"):
        add_capaian(polars)


@pytest.mark.parametrize("nama", HASIL)
def test_no_column_is_overwritten(nama: str) -> None:
    """A column of that name may be what a document printed."""
    with pytest.raises(ModelError, match=f"column '{nama}'"):
        add_capaian(_small(**{nama: [1, 2, 3]}), POLICIES["bands"])
    with pytest.raises(ModelError, match="does not begin with '_sakip_'"):
        add_capaian(_small(_sakip_x=[1, 2, 3]))


def test_two_columns_of_one_name() -> None:
    frame = pd.DataFrame([[1, 2, 3]], columns=["target", "target", "realisasi"])
    with pytest.raises(ModelError, match="each name once"):
        add_capaian(frame)


def test_on_target_is_exactly_a_hundred() -> None:
    """Float64 makes 99,99999999999999 of 0,07 × 100 ÷ 0,07 and the like; a filter for 100 must not lose them."""
    target = pl.Series("target", [number / 1000 for number in range(1, 5000)])
    frame = pl.DataFrame({"target": target, "realisasi": target, "polaritas": "naik"})
    for way in ("naik", "turun"):
        for kebijakan in (LKJIP, SIPD):
            hasil = add_capaian(frame.with_columns(polaritas=pl.lit(way)), kebijakan)
            assert (hasil["capaian"] == 100).all()


def test_a_cap_is_exact() -> None:
    frame = pl.DataFrame({"target": [0.1, 3.0], "realisasi": [0.9, -5.0]})
    assert add_capaian(frame, KEMENKEU)["capaian"].to_list() == [120.0, 0.0]


def test_a_figure_too_large_to_be_rounded_is_left(mesin: Mesin) -> None:
    make, read = mesin
    data = {"no": [0, 1], "target": [1.0, 1.0], "realisasi": [12345.678, -1e20]}
    hasil = read(add_capaian(make(pl.DataFrame(data)), _own(pembulatan="hasil", digit=0)))
    assert [row["capaian"] for row in hasil] == [1234567.8, -1e22]


def test_settling_and_rounding_on_columns(mesin: Mesin) -> None:
    """What aggregation and roll-up round by: as the scalar engine does, ties and signs included."""
    make, read = mesin
    texts = "1.005 -2.675 2.5 -2.5 0 74.99999999999 -74.99999999999 99.995 0.00000000004 123456.785 8.5"
    values = [Decimal(text) for text in texts.split()]
    frame = nw.from_native(
        make(pl.DataFrame({"no": range(len(values)), "x": [float(item) for item in values]}))
    )
    x = nw.col("x")
    rounded = {f"d{digit}": round_column(x, digit) for digit in (0, 1, 2, 9, 10, 12)}
    hasil = read(
        nw.to_native(frame.with_columns(mapan=settle_column(x), seperdua=divide(x, x - x), **rounded))
    )
    for value, row in zip(values, hasil, strict=True):
        assert row["mapan"] == float(settle(value))
        assert row["seperdua"] is None
        for digit in (0, 1, 2, 9, 10):
            assert row[f"d{digit}"] == float(round_half_up(settle(value), digit))
        assert row["d12"] == row["mapan"]


def test_conditions_that_are_known_are_not_emitted() -> None:
    """What nothing is asked of a row for is decided before."""
    a = nw.col("a") > 0
    assert either() is False
    assert every() is True
    assert either(False, a) is a  # noqa: FBT003  # a condition that is known
    assert every(True, a) is a  # noqa: FBT003
    assert negate(False) is True  # noqa: FBT003


# --- without narwhals -----------------------------------------------------------------------------


def test_without_narwhals_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['narwhals'] = None\n"
        "import sakip, sakip.cli\n"
        "try:\n    import sakip.tabel\n"
        "except sakip.SakipError as error:\n    print(type(error).__name__, error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == (
        "EkstraError narwhals is not installed: install it with  pip install 'sakip[tabel]'"
    )


def test_without_narwhals_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals.stable.v2", None)
    monkeypatch.delitem(sys.modules, "sakip.tabel._nw")
    with pytest.raises(EkstraError) as caught:
        importlib.import_module("sakip.tabel._nw")
    assert (caught.value.paket, caught.value.ekstra) == ("narwhals", "tabel")


def test_one_module_imports_narwhals() -> None:
    """So that one place says what to install."""
    source = Path(sakip.__file__).parent
    found = [path for path in source.rglob("*.py") if "import narwhals" in path.read_text(encoding="utf-8")]
    assert [path.relative_to(source).as_posix() for path in found] == ["tabel/_nw.py"]


def test_nothing_else_needs_narwhals() -> None:
    code = (
        "import sys, sakip, sakip.cli, sakip.capaian, sakip.serialization; print('narwhals' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
