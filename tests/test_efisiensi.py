"""Efisiensi: four readings, their bands at the bounds, and what can't be counted."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as umum
from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran import (
    EFISIENSI_RASIO,
    EFISIENSI_SELISIH,
    CaraEfisiensi,
    Efisiensi,
    Keluaran,
    compute_efisiensi,
    compute_efisiensi_pmk_22,
    compute_efisiensi_pmk_249,
)
from sakip.angka import format_angka
from sakip.errors import AngkaError, ModelError, SakipError, TipeError

SEDIKIT = settings(max_examples=60, deadline=None)


def label(hasil: Efisiensi) -> str:
    assert hasil.kategori is not None
    return hasil.kategori.label


# --- one pair -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("capaian", "serapan", "nilai", "kategori"),
    [
        ("100", "94,99", "5.01", "Efisien"),
        (100, 95, 5, "Cukup Efisien"),
        (90, 90, 0, "Cukup Efisien"),
        (90, 95, -5, "Cukup Efisien"),
        (90, "95,01", "-5.01", "Tidak Efisien"),
        (0, 0, 0, "Cukup Efisien"),
        ("100,00000000000001", 95, "5.00000000000001", "Cukup Efisien"),
    ],
)
def test_selisih(capaian: int | str, serapan: int | str, nilai: int | str, kategori: str) -> None:
    """Exactly 5 and exactly −5 are in the middle, and the noise of a division does not leave it."""
    hasil = compute_efisiensi(capaian, serapan)
    assert (hasil.cara, hasil.nilai, label(hasil)) == (CaraEfisiensi.SELISIH, Decimal(nilai), kategori)
    assert (hasil.terhitung, hasil.banyak, hasil.kurang, hasil.nilai_efisiensi) == (1, 1, (), None)


@pytest.mark.parametrize(
    ("serapan", "kategori"),
    [
        (0, "Sangat Efisien"),
        ("59,99", "Sangat Efisien"),
        (60, "Efisien"),
        (80, "Efisien"),
        ("80,01", "Cukup Efisien"),
        (90, "Cukup Efisien"),
        ("90,01", "Kurang Efisien"),
        (100, "Kurang Efisien"),
        ("100,01", "Tidak Efisien"),
    ],
)
def test_rasio(serapan: int | str, kategori: str) -> None:
    hasil = compute_efisiensi(100, serapan, "rasio")
    assert label(hasil) == kategori
    assert hasil.nilai is not None
    assert str(hasil) == f"{format_angka(hasil.nilai, 2)} % ({kategori})"


def test_rasio_divides_by_the_capaian() -> None:
    assert compute_efisiensi(50, 40, "rasio").nilai == 80
    assert compute_efisiensi(3, 1, CaraEfisiensi.RASIO).nilai == Decimal("33." + "3" * 32)


@pytest.mark.parametrize(
    ("cara", "capaian", "serapan", "alasan"),
    [
        ("selisih", None, 90, Alasan.BELUM_ADA_REALISASI),
        ("selisih", None, None, Alasan.BELUM_ADA_REALISASI),
        ("selisih", 90, None, Alasan.BELUM_ADA_SERAPAN),
        ("rasio", None, 90, Alasan.BELUM_ADA_REALISASI),
        ("rasio", 90, None, Alasan.BELUM_ADA_SERAPAN),
        ("rasio", 0, 90, Alasan.CAPAIAN_NOL),
        ("rasio", 0, 0, Alasan.CAPAIAN_NOL),
        ("rasio", -10, 90, Alasan.REALISASI_NEGATIF),
        ("rasio", 10, -90, Alasan.REALISASI_NEGATIF),
    ],
)
def test_a_pair_without_a_figure(cara: str, capaian: int | None, serapan: int | None, alasan: Alasan) -> None:
    hasil = compute_efisiensi(capaian, serapan, cara)
    assert (hasil.nilai, hasil.kategori, hasil.alasan) == (None, None, alasan)
    assert (hasil.terhitung, hasil.banyak) == (0, 1)
    assert str(hasil) == f"— ({alasan.kalimat})"
    lines = hasil.explain().splitlines()
    assert lines[0] == f"Efisiensi ({cara}) tidak dihitung: {alasan.kalimat}."
    assert (lines[1].count("(kosong)"), lines[2][:6]) == ([capaian, serapan].count(None), "Acuan:")


def test_a_pair_explains_itself() -> None:
    hasil = compute_efisiensi(Decimal(100) / 3, "30")
    assert hasil.explain() == (
        "Efisiensi (selisih) = capaian − serapan\n"
        "                    = 33,333333… − 30\n"
        "                    = 3,33 poin persen (dibulatkan 2 angka di belakang koma, setengah ke atas)\n"
        "Kategori: Cukup Efisien (skala EFISIENSI_SELISIH).\n"
        "Acuan: praktik pada aplikasi pemerintah daerah; bukan peraturan."
    )
    assert [step.kode for step in hasil.langkah] == ["rumus", "angka", "hasil", "kategori", "acuan"]


def test_no_reading_passes_for_a_regulation_that_it_is_not() -> None:
    assert "bukan peraturan" in EFISIENSI_SELISIH.acuan
    assert "naskahnya tidak dibaca" in EFISIENSI_RASIO.acuan
    assert "konsep" in CaraEfisiensi.PMK_22.acuan
    assert len({item.satuan for item in CaraEfisiensi}) == 2


def test_what_a_pair_refuses() -> None:
    with pytest.raises(TipeError, match="float is refused"):
        compute_efisiensi(0.5, 1)  # type: ignore[arg-type]
    with pytest.raises(AngkaError):
        compute_efisiensi("banyak", 1)
    for odd in ("NaN", "Infinity", "1E-90", "1E+90"):
        with pytest.raises(AngkaError):
            compute_efisiensi(1, Decimal(odd))
    with pytest.raises(ModelError, match=r"compute_efisiensi\.cara is 'lain'"):
        compute_efisiensi(1, 1, "lain")
    with pytest.raises(ModelError, match="compute_efisiensi_pmk_22, or 'selisih'"):
        compute_efisiensi(1, 1, "pmk_22")


def test_a_small_figure_keeps_its_digits() -> None:
    """What a division leaves reaches further behind the comma than what may be read."""
    small = Decimal("0.0003333333333333333333333333333333333333")
    assert compute_efisiensi(100, small).nilai == Decimal("99.99966666666666666666666666666667")


# --- outputs ------------------------------------------------------------------


def keluaran(
    id: str = "RO1",
    pagu: int | None = 100,
    belanja: int | None = 90,
    target: str | int | None = 10,
    realisasi: str | int | None = 10,
) -> Keluaran:
    return Keluaran(id, pagu, belanja, target, realisasi)


def test_the_published_report_is_not_clamped() -> None:
    """E of 74,03 % and a nilai efisiensi of 235,08 %, as the report prints them."""
    hasil = compute_efisiensi_pmk_249([keluaran(pagu=10_000, belanja=2_597)])
    assert (hasil.nilai, hasil.nilai_efisiensi) == (Decimal("74.03"), Decimal("235.075"))
    assert str(hasil) == "74,03 %"
    assert "Nilai efisiensi = 50 + E ÷ 20 × 50 = 235,08 % (dibulatkan" in hasil.explain()


@pytest.mark.parametrize(
    ("belanja", "nilai", "rating"), [(26, 20, 100), (80, 20, 100), (90, 10, 75), (120, -20, 0), (300, -20, 0)]
)
def test_the_clamp_is_an_option(belanja: int, nilai: int, rating: int) -> None:
    hasil = compute_efisiensi_pmk_249([keluaran(belanja=belanja)], batas=True)
    assert (hasil.nilai, hasil.nilai_efisiensi) == (Decimal(nilai), Decimal(rating))
    assert ("E dibatasi" in hasil.explain()) == (belanja in (26, 300))


def test_the_mean_of_what_units_cost() -> None:
    """Half the volume for 90 % of the money costs 1,8 times as much: −80; beside 10 it makes −35."""
    rows = [keluaran("RO1"), keluaran("RO2", realisasi=5)]
    hasil = compute_efisiensi_pmk_249(rows)
    assert hasil.nilai == -35
    assert hasil.nilai_efisiensi == Decimal("-37.5")
    assert hasil.kategori is None
    assert "RO2: 1 − (Rp90 ÷ 5) ÷ (Rp100 ÷ 10) = -0,8" in hasil.explain()
    assert "Terhitung: 2 dari 2 keluaran." in hasil.explain()


def test_what_the_capaian_should_have_cost() -> None:
    """100 × 12/10 + 50 × 4/5 = 160 should have been spent, 130 was: 18,75 % less."""
    rows = [keluaran("RO1", realisasi=12), keluaran("RO2", 50, 40, 5, 4)]
    hasil = compute_efisiensi_pmk_22(rows)
    assert (hasil.nilai, hasil.terhitung, hasil.banyak) == (Decimal("18.75"), 2, 2)
    assert hasil.nilai_efisiensi is None
    assert "= (160 − 130) ÷ 160 × 100" in hasil.explain()
    assert "RO2: pagu × capaian = Rp50 × 4 ÷ 5 = 40; realisasi Rp40" in hasil.explain()


@pytest.mark.parametrize(
    ("row", "alasan"),
    [
        (keluaran("X", pagu=None), Alasan.TANPA_PAGU),
        (keluaran("X", pagu=-1), Alasan.TANPA_PAGU),
        (keluaran("X", pagu=0), Alasan.PAGU_NOL),
        (keluaran("X", belanja=None), Alasan.BELUM_ADA_SERAPAN),
        (keluaran("X", target=None), Alasan.TANPA_TARGET),
        (keluaran("X", target=0), Alasan.TARGET_NOL),
        (keluaran("X", target=-2), Alasan.TARGET_NEGATIF),
        (keluaran("X", realisasi=None), Alasan.BELUM_ADA_REALISASI),
        (keluaran("X", realisasi=-2), Alasan.REALISASI_NEGATIF),
    ],
)
@pytest.mark.parametrize("compute", [compute_efisiensi_pmk_22, compute_efisiensi_pmk_249])
def test_an_output_that_cannot_be_counted(compute: object, row: Keluaran, alasan: Alasan) -> None:
    assert callable(compute)
    hasil: Efisiensi = compute([keluaran(), row])
    assert (hasil.nilai, hasil.terhitung, hasil.banyak) == (Decimal(10), 1, 2)
    assert hasil.kurang == (("X", alasan),)
    assert f"X tidak terhitung: {alasan.kalimat}." in hasil.explain()
    refused: Efisiensi = compute([keluaran(), row], kosong="tolak")
    assert (refused.nilai, refused.alasan) == (None, Alasan.ADA_YANG_KOSONG)
    assert (refused.terhitung, refused.banyak, refused.kurang) == (1, 2, hasil.kurang)
    alone: Efisiensi = compute([row])
    assert (alone.nilai, alone.alasan, alone.banyak) == (None, Alasan.SEMUA_KOSONG, 1)
    assert alone.explain().startswith(f"Efisiensi ({alone.cara.value}) tidak dihitung")


def test_no_volume_costs_nothing_or_cannot_be_divided() -> None:
    """Money spent for nothing counts against the whole; what one unit cost can't be told."""
    rows = [keluaran(), keluaran("X", realisasi=0)]
    assert compute_efisiensi_pmk_22(rows).nilai == -80
    assert compute_efisiensi_pmk_249(rows).kurang == (("X", Alasan.REALISASI_NOL),)
    assert compute_efisiensi_pmk_22(rows[1:]).alasan is Alasan.CAPAIAN_NOL


def test_no_outputs_at_all() -> None:
    for compute in (compute_efisiensi_pmk_22, compute_efisiensi_pmk_249):
        assert (compute([]).alasan, compute([]).banyak) == (Alasan.SEMUA_KOSONG, 0)


def test_what_outputs_refuse() -> None:
    with pytest.raises(TipeError, match="float is refused"):
        Keluaran("RO1", 1, 1, 0.5, 1)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"Keluaran\.id is ''"):
        keluaran("")
    with pytest.raises(ModelError, match=r"Keluaran\.id is 7"):
        keluaran(7)  # type: ignore[arg-type]
    with pytest.raises(AngkaError):
        Keluaran("RO1", "1,5", 1, 1, 1)
    with pytest.raises(ModelError, match="each output once"):
        compute_efisiensi_pmk_22([keluaran(), keluaran()])
    with pytest.raises(ModelError, match=r"compute_efisiensi_pmk_249\.kosong"):
        compute_efisiensi_pmk_249([], kosong="nol")
    with pytest.raises(TipeError, match="str is refused"):
        compute_efisiensi_pmk_22(["RO1"])  # type: ignore[list-item]


# --- properties ---------------------------------------------------------------


def jumlah() -> st.SearchStrategy[int | None]:
    return st.none() | st.integers(-10, 10**33)


@st.composite
def daftar(draw: st.DrawFn) -> list[Keluaran]:
    """Outputs of every kind, missing and zero ones among them."""
    volume = st.none() | umum.desimal_lebar() | st.just(Decimal(0))
    rows = st.tuples(jumlah(), jumlah(), volume, volume)
    return [Keluaran(f"RO{n}", *row) for n, row in enumerate(draw(st.lists(rows, max_size=6)))]


@given(
    rows=daftar(),
    kosong=st.sampled_from(Kekosongan),
    acak=st.randoms(use_true_random=False),
    batas=st.booleans(),
)
@SEDIKIT
def test_outputs_of_every_kind(
    rows: list[Keluaran], kosong: Kekosongan, acak: random.Random, *, batas: bool
) -> None:
    """A figure or a reason, never both; every output is told of; the order does not matter."""
    shuffled = list(rows)
    acak.shuffle(shuffled)
    for one, other in (
        (compute_efisiensi_pmk_22(rows, kosong=kosong), compute_efisiensi_pmk_22(shuffled, kosong=kosong)),
        (
            compute_efisiensi_pmk_249(rows, batas=batas, kosong=kosong),
            compute_efisiensi_pmk_249(shuffled, batas=batas, kosong=kosong),
        ),
    ):
        assert (one.nilai is None) != (one.alasan is None)
        assert one.terhitung + len(one.kurang) == one.banyak == len(rows)
        assert (one.nilai, one.alasan, set(one.kurang)) == (other.nilai, other.alasan, set(other.kurang))
        assert one.explain()
        assert str(one)


@given(
    st.none() | umum.desimal_lebar(), st.none() | umum.desimal_lebar(), st.sampled_from(["selisih", "rasio"])
)
@SEDIKIT
def test_any_pair(capaian: Decimal | None, serapan: Decimal | None, cara: str) -> None:
    hasil = compute_efisiensi(capaian, serapan, cara)
    assert (hasil.nilai is None) == (hasil.kategori is None) == (hasil.alasan is not None)
    assert hasil.explain()


@given(st.decimals() | st.text() | st.integers() | st.floats() | st.booleans() | st.none())
@SEDIKIT
def test_nothing_but_our_errors_leaves(value: object) -> None:
    anything: Any = value
    for capaian, serapan in ((anything, 1), (1, anything)):
        for cara in ("selisih", "rasio"):
            try:
                hasil = compute_efisiensi(capaian, serapan, cara)
            except SakipError:
                continue
            assert hasil.explain()


@given(st.integers(1, 10**9), st.integers(0, 10**9), umum.positif())
@SEDIKIT
def test_with_volumes_as_planned_both_readings_agree(pagu: int, belanja: int, volume: Decimal) -> None:
    """One output whose volume is as planned: both are the share of the pagu that was not spent."""
    row = [Keluaran("RO1", pagu, belanja, volume, volume)]
    first, second = compute_efisiensi_pmk_249(row).nilai, compute_efisiensi_pmk_22(row).nilai
    assert first is not None
    assert second is not None
    assert abs(first - second) < Decimal("1E-12")


def test_a_result_made_by_hand_speaks() -> None:
    assert str(attrs.evolve(compute_efisiensi(1, None), alasan=None)) == "— ()"
