"""The periods of a year on tables: on every engine what the scalar engine puts together."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mesin import MESIN, Mesin, from_spark, to_duckdb, to_spark
from sakip.alasan import Kekosongan
from sakip.angka import Angka, JenisKosong, Kosong
from sakip.capaian import BarisCapaian, compute_capaian
from sakip.errors import ModelError, SakipError, TabelError, TipeError
from sakip.model import Indikator, Outcome, Realisasi, Target
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi, Persen
from sakip.tabel import add_capaian, aggregate_periode
from strategies_tabel import Setahun, Ukuran, setahun

SKEMA: dict[str, Any] = {
    "indikator": pl.String,
    "tahun": pl.Int64,
    "ke": pl.Int64,
    "agregasi": pl.String,
    "satuan": pl.String,
    "polaritas": pl.String,
    "target": pl.Float64,
    "realisasi": pl.Float64,
    "pembilang": pl.Float64,
    "penyebut": pl.Float64,
    "direncanakan": pl.Boolean,
}
JENIS = {2: JenisPeriode.SEMESTER, 4: JenisPeriode.TRIWULAN, 12: JenisPeriode.BULAN}

# --- the same years for both engines --------------------------------------------------------------


def _scalar(year: Setahun, sampai: int | None, kosong: Kekosongan, *, kumulatif: bool = True) -> BarisCapaian:
    """What the scalar engine makes of a year, or of the part of it up to a period."""
    jenis = JENIS[len(year.target)]
    periods = Periode(2025).parts(jenis)
    targets = [
        Target(when, Kosong(JenisKosong.STRIP) if cell == "-" else Angka(cell, year.satuan))
        for when, cell in zip(periods, year.target, strict=True)
        if cell is not None
    ]
    indikator = Indikator(
        id="IK1",
        nama="Persentase",
        satuan=year.satuan,
        rumus=Persen() if year.agregasi is None else None,
        agregasi=year.agregasi,
        polaritas=year.polaritas,
        target=targets,
    )
    pohon = PohonKinerja("Uji")
    pohon.add(Outcome("O1", indikator=[indikator]))
    measured = [
        Realisasi(
            "IK1",
            when,
            None if item.nilai is None else Angka(item.nilai, year.satuan),
            pembilang=item.pembilang,
            penyebut=item.penyebut,
        )
        for when, items in zip(periods, year.ukuran, strict=True)
        for item in items
    ]
    if kumulatif:
        when = periods[(sampai or len(periods)) - 1]
        return compute_capaian(pohon, measured, when, cakupan="kumulatif", kosong=kosong)["IK1"]
    return compute_capaian(pohon, measured, 2025, kosong=kosong)["IK1"]


def _float(nilai: Decimal | None) -> float | None:
    return None if nilai is None else float(nilai)


def _frame(years: list[Setahun]) -> pl.DataFrame:
    rows = [
        (
            f"IK{number}",
            2025,
            ke,
            year.agregasi,
            year.satuan,
            year.polaritas,
            None if target is None or target == "-" else float(target),
            _float(item.nilai),
            _float(item.pembilang),
            _float(item.penyebut),
            target != "-",
        )
        for number, year in enumerate(years)
        for ke, (target, items) in enumerate(zip(year.target, year.ukuran, strict=True), start=1)
        for item in items or [Ukuran()]
    ]
    return pl.DataFrame(rows, schema=SKEMA, orient="row")


def _agree(years: list[Setahun], sampai: int | None, kosong: Kekosongan, found: list[dict[str, Any]]) -> None:
    by_id = {row["indikator"]: row for row in found}
    assert len(found) == len(by_id) == len(years)
    for number, year in enumerate(years):
        row, wanted = by_id[f"IK{number}"], _scalar(year, sampai, kosong)
        _agree_one(row, wanted, year)
        assert (row["periode_terisi"], row["periode_banyak"]) == (
            wanted.rincian.terisi,
            wanted.rincian.banyak,
        ), (row, wanted.rincian, year)
        if sampai is None:
            _agree_one(row, _scalar(year, None, kosong, kumulatif=False), year)


def _agree_one(row: dict[str, Any], wanted: BarisCapaian, year: Setahun) -> None:
    alasan = None if wanted.alasan is None else wanted.alasan.value
    assert row["alasan"] == alasan, (row, wanted, year)
    nilai = wanted.nilai
    if nilai is None:
        assert row["capaian"] is None
    else:
        near = 1e-9 * max(1.0, abs(float(nilai)))
        assert row["capaian"] == pytest.approx(float(nilai), rel=0, abs=near), (row, wanted, year)
        reached = wanted.capaian.realisasi
        assert isinstance(reached, Angka)
        assert row["realisasi"] == pytest.approx(float(reached.nilai), abs=1e-9)


def _run(mesin: Mesin, years: list[Setahun], sampai: int | None, kosong: Kekosongan) -> list[dict[str, Any]]:
    make, read = mesin
    jenis = JENIS[len(years[0].target)]
    return read(
        add_capaian(aggregate_periode(make(_frame(years)), jenis=jenis, sampai=sampai, kosong=kosong))
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(setahun(), min_size=1, max_size=6), st.none() | st.integers(1, 4), st.sampled_from(Kekosongan)
)
def test_any_year_of_triwulan(years: list[Setahun], sampai: int | None, kosong: Kekosongan) -> None:
    """The year, and any part of it from its beginning, are what the scalar engine says."""
    _agree(years, sampai, kosong, _run(MESIN["polars"], years, sampai, kosong))


@pytest.mark.parametrize("banyak", [2, 12])
@settings(max_examples=15, deadline=None)
@given(st.data(), st.sampled_from(Kekosongan))
def test_any_year_of_other_periods(banyak: int, data: st.DataObject, kosong: Kekosongan) -> None:
    years = data.draw(st.lists(setahun(banyak), min_size=1, max_size=4))
    sampai = data.draw(st.none() | st.integers(1, banyak))
    _agree(years, sampai, kosong, _run(MESIN["polars"], years, sampai, kosong))


# --- a batch that has every branch ----------------------------------------------------------------


def _year(
    agregasi: str | None, target: str, ukuran: str, satuan: str = "", arah: str | None = None
) -> Setahun:
    """A year as words: ``-`` for a dash, ``.`` for nothing, ``a/b`` for parts, ``a+b`` for what stands twice."""
    planned = [None if item == "." else "-" if item == "-" else Decimal(item) for item in target.split()]
    measured = [[] if item == "." else [_ukuran(one) for one in item.split("+")] for item in ukuran.split()]
    return Setahun(agregasi, satuan, arah, planned, measured)  # type: ignore[arg-type]  # "-" is a literal


def _ukuran(teks: str) -> Ukuran:
    if "/" not in teks:
        return Ukuran(Decimal(teks))
    above, below = (Decimal(item) if item else None for item in teks.split("/"))
    return Ukuran(None, above, below)


def _batch() -> list[Setahun]:
    plans = ("4 5 4 5", "26 26 25 23", "10 . . 20", "- - 5 5", ". . . .", "- . - .", "0 0 0 100")
    reached = ("4 5 4 5", "25 60 75 .", ". . 3 .", "0 0 0 0", "1+2 1 1 1", ". . . .", ". 7 . 9")
    years = [
        _year(way.value, plan, figures, unit, arah)
        for number, (plan, figures, way) in enumerate(product(plans, reached, Agregasi))
        for unit, arah in [(("", None), ("%", "naik"), ("", "turun"))[number % 3]]
    ]
    parts = (
        "1/2 9/10 1/4 2/4",
        "1/2 1/0 1/2 1/2",
        "1/2 /3 4/ .",
        "1/2 50 . .",
        "1/2 . . .",
        "1/-5 3/5 1/2 .",
    )
    years += [
        _year(way.value, plan, figures, "%")
        for plan, figures, way in product(("80 80 80 80", "25 25 25 25", ". . . 90"), parts, Agregasi)
    ]
    years += [_year(None, plan, parts[0], "%") for plan in ("80 80 80 80", "50 60 70 80", ". . . .")]
    return years


BATCH = _batch()


@pytest.mark.parametrize("kosong", Kekosongan, ids=lambda item: item.value)
@pytest.mark.parametrize("sampai", [None, 1, 3])
def test_every_engine_gives_what_the_scalar_engine_gives(
    mesin: Mesin, sampai: int | None, kosong: Kekosongan
) -> None:
    _agree(BATCH, sampai, kosong, _run(mesin, BATCH, sampai, kosong))


@pytest.mark.spark
@pytest.mark.parametrize("kosong", Kekosongan, ids=lambda item: item.value)
def test_spark_gives_what_the_scalar_engine_gives(spark: Any, kosong: Kekosongan) -> None:
    hasil = aggregate_periode(to_spark(spark, _frame(BATCH)), kosong=kosong)
    assert type(hasil).__module__.startswith("pyspark.sql")
    _agree(BATCH, None, kosong, from_spark(add_capaian(hasil)))


def test_the_order_of_the_rows_never_matters() -> None:
    first = aggregate_periode(_frame(BATCH)).sort("indikator")
    shuffled = aggregate_periode(_frame(BATCH).sample(fraction=1, shuffle=True, seed=1)).sort("indikator")
    assert shuffled.equals(first)


# --- figures that are known -----------------------------------------------------------------------


def _one(mesin: Mesin, year: Setahun, **pilihan: Any) -> dict[str, Any]:
    make, read = mesin
    (row,) = read(aggregate_periode(make(_frame([year])), **pilihan))
    return row


def test_a_sum_of_triwulan(mesin: Mesin) -> None:
    year = _year("jumlah", "4 5 4 5", "4 5 4 5")
    assert [_one(mesin, year, sampai=k)["target"] for k in (1, 2, 4)] == [4, 9, 18]
    assert _one(mesin, year)["realisasi"] == 18


def test_the_last_value_that_is_known(mesin: Mesin) -> None:
    year = _year("nilai_akhir", "25 50 75 100", "25 60 75 100")
    row = _one(mesin, year, sampai=3)
    assert (row["target"], row["realisasi"], row["periode_terisi"]) == (75, 75, 3)
    gap = _year("nilai_akhir", "25 50 75 100", "25 . 75 .")
    assert _one(mesin, gap, sampai=3)["halangan"] is None  # a gap before it leaves nothing open
    assert _one(mesin, gap)["halangan"] == "periode_belum_lengkap"
    assert _one(mesin, gap, kosong="lewati")["realisasi"] == 75


def test_percentages_are_added_only_where_the_plan_spreads_a_hundred(mesin: Mesin) -> None:
    spread = _one(mesin, _year("jumlah", "26 26 25 23", "26 26 20 20", "%"))
    assert (spread["target"], spread["realisasi"], spread["halangan"]) == (100, 92, None)
    half = _one(mesin, _year("jumlah", "26 26 25 23", "26 20 . .", "%"), sampai=2)
    assert (half["target"], half["realisasi"], half["halangan"]) == (52, 46, None)
    kept = _one(mesin, _year("jumlah", "80 80 80 80", "80 80 80 80", "%"))
    assert (kept["target"], kept["realisasi"], kept["halangan"]) == (None, None, "persen_dijumlah")
    assert _one(mesin, _year("jumlah", "80 80 80 80", "80 80 80 80"))["target"] == 320


def test_parts_are_pooled_and_never_averaged(mesin: Mesin) -> None:
    row = _one(mesin, _year(None, "50 50", "1/2 9/10", "%"), jenis="semester")
    assert (row["pembilang"], row["penyebut"], row["agregasi"]) == (10, 12, "gabungan")
    assert row["realisasi"] == pytest.approx(1000 / 12)
    mixed = _one(mesin, _year("gabungan", "50 50", "1/2 90", "%"), jenis="semester")
    assert (mixed["halangan"], mixed["pembilang"], mixed["realisasi"]) == ("bagian_kurang", None, None)


@pytest.mark.parametrize(
    ("year", "kosong", "reason"),
    [
        (_year("jumlah", "1 1 1 1", "1 1+1 1 1"), "tolak", "realisasi_ganda"),
        (_year("gabungan", "50 50 50 50", "1/2 1/0 1/2 1/2", "%"), "tolak", "penyebut_nol"),
        (_year("jumlah", "1 1 1 1", "1 . 1 1"), "tolak", "periode_belum_lengkap"),
        (_year("jumlah", "1 1 1 1", "1 . 1 1"), "lewati", None),
        (_year("jumlah", "1 1 . .", ". . 1 1"), "lewati", "periode_belum_lengkap"),
    ],
    ids=["twice", "by zero", "gap", "gap that is passed over", "nothing that fits the plan"],
)
def test_reasons(mesin: Mesin, year: Setahun, kosong: str, reason: str | None) -> None:
    assert _one(mesin, year, kosong=kosong)["halangan"] == reason


def test_a_sum_that_passes_over_a_gap_has_the_target_of_its_periods(mesin: Mesin) -> None:
    row = _one(mesin, _year("jumlah", "4 5 4 5", "4 . 4 ."), kosong="lewati")
    assert (row["target"], row["realisasi"], row["periode_terisi"], row["periode_banyak"]) == (8, 8, 2, 4)


def test_nobody_says_how(mesin: Mesin) -> None:
    """Adding up and taking the last one differ by a factor, so neither is done."""
    row = _one(mesin, _year(None, "4 5 4 5", "4 5 4 5"))
    assert (row["halangan"], row["target"], row["realisasi"]) == ("agregasi_tidak_diketahui", None, None)
    word = _one(mesin, _year("ditambah", ". . . 5", "4 5 4 5"))
    assert (word["halangan"], word["target"]) == ("agregasi_tidak_diketahui", 5)
    assert _one(mesin, _year(None, ". . . 5", ". . . 4"))["realisasi"] == 4  # one period needs no way


# --- what is asked of the table itself ------------------------------------------------------------

KECIL = pl.DataFrame(
    {"indikator": ["A"] * 2, "tahun": [2025] * 2, "ke": [1, 2], "target": [4.0, 5.0], "realisasi": [4.0, 5.0]}
).with_columns(agregasi=pl.lit("jumlah"))


def test_the_columns_and_their_types(mesin: Mesin) -> None:
    make, _ = mesin
    schema = nw.from_native(aggregate_periode(make(KECIL))).collect_schema()
    assert dict(schema) == {
        "indikator": nw.String(),
        "tahun": nw.Int64(),
        "agregasi": nw.String(),
        "target": nw.Float64(),
        "realisasi": nw.Float64(),
        "periode_terisi": nw.Int64(),
        "periode_banyak": nw.Int64(),
        "direncanakan": nw.Boolean(),
        "halangan": nw.String(),
    }


def test_lazy_stays_lazy() -> None:
    assert isinstance(aggregate_periode(KECIL.lazy()), pl.LazyFrame)
    assert isinstance(aggregate_periode(to_duckdb(KECIL)), duckdb.DuckDBPyRelation)


def test_a_table_without_rows(mesin: Mesin) -> None:
    make, read = mesin
    assert read(aggregate_periode(make(KECIL.clear()))) == []
    assert read(aggregate_periode(make(KECIL.clear().with_columns(ke=pl.lit(None))))) == []


def test_other_keys_and_kept_columns(mesin: Mesin) -> None:
    """What names an indikator is up to the caller; what it says of itself stays, empty or not."""
    make, read = mesin
    frame = KECIL.rename({"indikator": "kode"}).with_columns(
        opd=pl.Series(["X", "Y"]), terburuk=pl.lit(None, pl.Float64), terbaik=pl.lit(9.0), catatan=pl.lit("?")
    )
    found = read(aggregate_periode(make(frame), kunci=("opd", "kode")))
    assert [
        (row["opd"], row["realisasi"], row["terburuk"], row["terbaik"]) for row in sorted(found, key=str)
    ] == [
        ("X", 4, None, 9),
        ("Y", 5, None, 9),
    ]
    assert "catatan" not in found[0]


def test_without_a_word_on_agregasi_or_realisasi(mesin: Mesin) -> None:
    make, read = mesin
    (row,) = read(aggregate_periode(make(KECIL.drop("agregasi"))))
    assert (row["halangan"], "agregasi" in row) == ("agregasi_tidak_diketahui", False)
    parts = KECIL.drop("agregasi", "realisasi").with_columns(pembilang=pl.lit(1), penyebut=pl.Series([2, 4]))
    (row,) = read(aggregate_periode(make(parts)))
    assert (row["pembilang"], row["penyebut"], row["halangan"]) == (2, 6, None)


def test_a_reason_that_is_known_beforehand(mesin: Mesin) -> None:
    """A period that holds no number is no gap that could be passed over."""
    make, read = mesin
    frame = KECIL.with_columns(realisasi=pl.Series([4.0, None]), halangan=pl.Series([None, "bukan_angka"]))
    for kosong in Kekosongan:
        (row,) = read(aggregate_periode(make(frame), kosong=kosong))
        assert (row["halangan"], row["realisasi"]) == ("bukan_angka", None)
    (row,) = read(aggregate_periode(make(frame), sampai=1))
    assert (row["halangan"], row["realisasi"]) == (None, 4)


@pytest.mark.parametrize("kolom", ["target", "realisasi"])
def test_a_number_that_is_none(mesin: Mesin, kolom: str) -> None:
    make, read = mesin
    frame = KECIL.with_columns(pl.Series(kolom, [4.0, float("inf")]))
    assert [row["halangan"] for row in read(aggregate_periode(make(frame)))] == ["bukan_angka"]
    assert [row["halangan"] for row in read(aggregate_periode(make(frame), sampai=1))] == [None]
    nothing = KECIL.with_columns(pl.Series(kolom, [4.0, float("nan")]))
    (row,) = read(aggregate_periode(make(nothing)))
    assert row["halangan"] == (None if kolom == "target" else "periode_belum_lengkap")


@pytest.mark.parametrize(("ke", "shown"), [(0, "0"), (5, "5"), (2.5, "2.5"), (None, "empty")])
def test_a_period_that_there_is_not(mesin: Mesin, ke: float | None, shown: str) -> None:
    """An eager table is refused; a lazy one, whose rows nobody has seen, says it of the year."""
    make, read = mesin
    frame = make(KECIL.with_columns(ke=pl.Series([1.0, ke])))
    if isinstance(frame, pl.LazyFrame | duckdb.DuckDBPyRelation):
        (row,) = read(aggregate_periode(frame))
        assert (row["halangan"], row["realisasi"]) == ("di_luar_skala", None)
        return
    with pytest.raises(ModelError, match=rf"ke is {shown}: a whole number from 1 to 4 is expected"):
        aggregate_periode(frame)


def test_no_period_at_all(mesin: Mesin) -> None:
    make, read = mesin
    frame = make(KECIL.with_columns(ke=pl.lit(None)))
    if isinstance(frame, pl.LazyFrame | duckdb.DuckDBPyRelation):
        assert read(aggregate_periode(frame))[0]["halangan"] == "di_luar_skala"
        return
    with pytest.raises(ModelError, match="ke is empty"):
        aggregate_periode(frame)


def test_an_indikator_that_says_two_things_of_itself(mesin: Mesin) -> None:
    """Else one year would be two half ones."""
    make, read = mesin
    frame = make(KECIL.with_columns(satuan=pl.Series(["%", "persen"])))
    if isinstance(frame, pl.LazyFrame | duckdb.DuckDBPyRelation):
        assert len(read(aggregate_periode(frame))) == 2
        return
    with pytest.raises(ModelError, match=r"of two minds on .*'A'.*: one agregasi, one satuan is expected"):
        aggregate_periode(frame)


@pytest.mark.parametrize(
    ("pilihan", "words"),
    [
        ({"jenis": "tahun"}, "jenis is 'tahun': 'semester', 'triwulan' or 'bulan'"),
        ({"jenis": "rentang"}, "jenis is 'rentang'"),
        ({"jenis": "minggu"}, "jenis is 'minggu'"),
        ({"sampai": 0}, "sampai is 0: a whole number from 1 to 4"),
        ({"sampai": 5}, "sampai is 5"),
        ({"sampai": True}, "sampai is True"),
        ({"sampai": "TW2"}, "sampai is 'TW2'"),
        ({"kosong": "nol"}, "kosong is 'nol'"),
    ],
)
def test_an_unknown_choice(pilihan: dict[str, Any], words: str) -> None:
    with pytest.raises(ModelError, match=words):
        aggregate_periode(KECIL, **pilihan)


@pytest.mark.parametrize("kolom", ["indikator", "tahun", "ke", "target", "realisasi"])
def test_a_column_that_is_missing(kolom: str) -> None:
    with pytest.raises(TabelError, match="aggregate_periode: looked for the columns"):
        aggregate_periode(KECIL.drop(kolom))
    with pytest.raises(SakipError):
        aggregate_periode(KECIL.lazy().drop(kolom))


def test_what_is_no_table_or_no_number() -> None:
    with pytest.raises(TipeError, match="pass a table"):
        aggregate_periode([1, 2])
    for kolom in ("ke", "target", "realisasi"):
        for frame in (
            KECIL.with_columns(pl.lit("1").alias(kolom)),
            KECIL.lazy().with_columns(pl.lit("1").alias(kolom)),
        ):
            with pytest.raises(TipeError, match=f"expects the column '{kolom}' to hold numbers"):
                aggregate_periode(frame)


def test_pandas_keeps_its_kinds() -> None:
    """Objects of pandas, and keys that are categories."""
    frame = KECIL.to_pandas().astype({"target": object, "ke": "Int64"})
    assert isinstance(aggregate_periode(frame), pd.DataFrame)
    assert aggregate_periode(frame)["target"].tolist() == [9]
