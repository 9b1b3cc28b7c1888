"""Capaian under each convention: the published figures, the edges, the algebra, the known slips."""

from __future__ import annotations

import copy
import datetime as dt
import decimal
import itertools
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import strategies as umum
from sakip.alasan import Alasan
from sakip.angka import (
    Angka,
    Catatan,
    Isian,
    Kategori,
    Kosong,
    Rentang,
    TakTerbaca,
    Tanggal,
    parse_nilai,
    read_nilai,
    round_half_up,
)
from sakip.errors import AngkaError, ModelError, SakipError, TargetNolError, TipeError
from sakip.kebijakan import (
    KEBIJAKAN,
    KEMENKEU,
    LKJIP,
    PANRB_8_2021,
    SIPD,
    TANPA_RUJUKAN,
    Capaian,
    Hitungan,
    Kebijakan,
    MetodePredikat,
    MetodeStabil,
    MetodeTurun,
    Pembulatan,
    Polaritas,
    Rujukan,
    RumusCapaian,
    TargetNegatif,
    TargetNol,
    infer_polaritas,
    nilai_skp_8_2021,
)
from sakip.skala import (
    OPINI_BPK,
    PREDIKAT_AKIP,
    SKALA_MAGETAN,
    SKALA_PERMENDAGRI_86,
    URUTAN_AKIP,
    Konversi,
    Ordinal,
)
from strategies import SEDIKIT, desimal, desimal_lebar, isian, kebijakan, positif, rujukan

SEMUA = (LKJIP, KEMENKEU, PANRB_8_2021, SIPD)
SELISIH = (LKJIP, KEMENKEU, PANRB_8_2021)

BINER = attrs.evolve(LKJIP, nama="target nol biner", target_nol="biner")
GALAT = attrs.evolve(LKJIP, nama="target nol galat", target_nol="galat")
JARAK = attrs.evolve(LKJIP, nama="target negatif jarak", target_negatif="jarak")
SIMPANGAN = attrs.evolve(LKJIP, nama="stabil simpangan", stabil="simpangan")
"""Settings that no preset has."""


def _persen(capaian: Capaian) -> str | None:
    """The figure to two decimals, half up, as reports print it."""
    return None if capaian.nilai is None else str(round_half_up(capaian.nilai, 2))


def _outcome(capaian: Capaian) -> str | Alasan | None:
    """The figure as reports print it, or the reason."""
    return capaian.alasan or _persen(capaian)


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "polaritas", "hasil"),
    [
        # Higher is better: R / T in every family; lower realisasi is no negative capaian (90, not -8).
        (LKJIP, "80 %", "72 %", "naik", "90.00"),
        (LKJIP, "95%", "98%", "naik", "103.16"),
        (LKJIP, "93,59 %", "88 %", "naik", "94.03"),
        (LKJIP, "100", "150", "naik", "150.00"),
        # KMK 127/2026 prints 114,26 for 4,56 of 4,39; its own rule gives 103,87, so that is a misprint.
        (KEMENKEU, "4,39", "4,56", "naik", "103.87"),
        (KEMENKEU, "100", "150", "naik", "120.00"),
        (PANRB_8_2021, "80", "70", "naik", "87.50"),
        (PANRB_8_2021, "90", "92", "naik", "102.22"),
        (SIPD, "100", "150", "naik", "150.00"),
        (LKJIP, "12", "0", "naik", "0.00"),
        (KEMENKEU, "12", "0", "naik", "0.00"),
        # Lower is better: LKJIP Kab. Maluku Tengah 2021 p. 94 and the same algebra elsewhere.
        (LKJIP, "10", "8", "turun", "120.00"),
        (LKJIP, "10", "12", "turun", "80.00"),
        (LKJIP, "10", "21", "turun", "-10.00"),
        (LKJIP, "10", "0", "turun", "200.00"),
        # KMK 127/2026 p. 67-70: the same, from 0 to 120.
        (KEMENKEU, "10", "21", "turun", "0.00"),
        (KEMENKEU, "0,1", "0,0101", "turun", "120.00"),
        (KEMENKEU, "10", "0", "turun", "120.00"),
        # PermenPANRB 8/2021 p. 110: 7 to 8 months; sooner by 7, later by 8, in time is 100.
        (PANRB_8_2021, "7-8 bulan", "6,5 bulan", "turun", "107.14"),
        (PANRB_8_2021, "7-8 bulan", "9 bulan", "turun", "87.50"),
        (PANRB_8_2021, "7-8 bulan", "7,5 bulan", "turun", "100.00"),
        (PANRB_8_2021, "7-8 bulan", "8 bulan", "turun", "100.00"),
        # The same page: 80 to 90. It prints 113 for 92; its own rule gives 102,22, so that is a misprint.
        (PANRB_8_2021, "80-90", "70", "rentang", "87.50"),
        (PANRB_8_2021, "80-90", "92", "rentang", "102.22"),
        (PANRB_8_2021, "80-90", "85", "rentang", "100.00"),
        # RKP 2025 plans ranges: a gini ratio, a growth.
        (LKJIP, "0,425–0,430", "0,428", "rentang", "100.00"),
        (LKJIP, "0,425–0,430", "0,425", "rentang", "100.00"),
        (LKJIP, "4,98%–5,23%", "5,23 %", "rentang", "100.00"),
        (LKJIP, "4,98%–5,23%", "5,03 %", "naik", "100.00"),
        # T / R, as an application does it.
        (SIPD, "10", "8", "turun", "125.00"),
        (SIPD, "10", "12", "turun", "83.33"),
        # A target below zero, KMK 127/2026: a deficit, a growth.
        (KEMENKEU, "-10", "-11", "naik", "90.00"),
        (KEMENKEU, "-10", "-5", "naik", "120.00"),
        # The distance to it by its size, whichever way is better.
        (JARAK, "-10", "-11", "turun", "110.00"),
        (JARAK, "-10", "-9", "turun", "90.00"),
        (JARAK, "-10", "-11", "naik", "90.00"),
        (JARAK, "-10", "-9", "naik", "110.00"),
        # A comma is a decimal mark: five of twelve and a half is 40 %, not the 100 % of splitting it.
        (LKJIP, "12,5", "5", "naik", "40.00"),
        (LKJIP, "12,5", "12,5", "turun", "100.00"),
        (LKJIP, "85.5", "85,5", "naik", "100.00"),
        # A point before two digits is a decimal mark: 4.25 is not 425. A sign and a unit are no obstacle.
        (LKJIP, "4.25", "4,25", "naik", "100.00"),
        (LKJIP, "85%", "85", "naik", "100.00"),
        (LKJIP, "10", "-5", "naik", "-50.00"),
        # A third is not rounded before it is a percentage: 33,33, not 33,0.
        (LKJIP, "3", "1", "naik", "33.33"),
        # A target below one is not truncated to zero.
        (LKJIP, "0,85", "0,85", "naik", "100.00"),
        # An index is compared with its own target, not with a quarter of it.
        (LKJIP, "75", "75", "naik", "100.00"),
        # No case at all, where few are better, is never 0.
        (LKJIP, "5 kasus", "0 kasus", "turun", "200.00"),
        (KEMENKEU, "5 kasus", "0 kasus", "turun", "120.00"),
        # 50-100 is a range, not a number or two: 80 is in it, 40 is better than its lower end.
        (LKJIP, "50-100", "80", "naik", "100.00"),
        (LKJIP, "50-100", "80", "turun", "100.00"),
        (LKJIP, "50-100", "40", "turun", "120.00"),
        (LKJIP, "50-100", "40", "naik", "80.00"),
        (LKJIP, "50-100", "120", "naik", "120.00"),
    ],
)
def test_published_figures(
    kebijakan: Kebijakan, target: str, realisasi: str, polaritas: str, hasil: str
) -> None:
    """The figures of the regulations and reports, recomputed from their own inputs."""
    assert _persen(kebijakan.capaian(target, realisasi, polaritas)) == hasil


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "mentah", "nilai"),
    [
        # KMK 127/2026 p. 67-70: from 0 to 120.
        ("0,1", "0,0101", "turun", "189.9", "120"),
        ("10", "21", "turun", "-10", "0"),
        ("-10", "-5", "naik", "150", "120"),
        # A stable target, read off the line 0 -> 0, 90 -> 100, 100 -> 120.
        ("100", "96", "stabil", "96", "112"),
        ("100", "102", "stabil", "98", "116"),
        ("100", "100", "stabil", "100", "120"),
        ("100", "90", "stabil", "90", "100"),
        ("100", "0", "stabil", "0", "0"),
        ("100", "250", "stabil", "-50", "0"),
        # The same line for a range.
        ("100-110", "90", "rentang", "90", "100"),
        ("100-110", "105", "rentang", "100", "120"),
    ],
)
def test_raw_and_final_figures_are_both_kept(
    target: str, realisasi: str, polaritas: str, mentah: str, nilai: str
) -> None:
    """What the formula gave stays beside what cap, floor and conversion made of it."""
    capaian = KEMENKEU.capaian(target, realisasi, polaritas)
    assert (capaian.mentah, capaian.nilai) == (Decimal(mentah), Decimal(nilai))


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "polaritas", "opsi", "hasil"),
    [
        # KMK 127/2026: a target of zero against the worst realisasi there can be.
        (KEMENKEU, 0, 4, "turun", {"terburuk": 10}, "60.00"),
        (KEMENKEU, 0, 0, "turun", {"terburuk": 10}, "100.00"),
        (KEMENKEU, 0, 0, "turun", {"terburuk": 10, "terbaik": 0}, "120.00"),
        (KEMENKEU, 0, 12, "turun", {"terburuk": 10}, "0.00"),
        (KEMENKEU, "≤ 0", 4, "turun", {"terburuk": 10}, "60.00"),
        (KEMENKEU, 0, 4, "turun", {}, Alasan.TERBURUK_TIDAK_DIKETAHUI),
        (KEMENKEU, 0, 4, "turun", {"terburuk": 0}, Alasan.TERBURUK_TIDAK_DIKETAHUI),
        (KEMENKEU, 0, 4, "turun", {"terburuk": -1}, Alasan.TERBURUK_TIDAK_DIKETAHUI),
        (KEMENKEU, 0, 4, "naik", {"terburuk": 10}, Alasan.TARGET_NOL),
        (KEMENKEU, 0, 0, "stabil", {"terburuk": 10}, Alasan.TARGET_NOL),
        (LKJIP, 0, 4, "turun", {"terburuk": 10}, Alasan.TARGET_NOL),
        # KMK 127/2026: the best value there can be, met, is 120; not met it is counted like any other.
        (KEMENKEU, 4, 4, "naik", {"terbaik": 4}, "120.00"),
        (KEMENKEU, 4, 3, "naik", {"terbaik": 4}, "75.00"),
        (KEMENKEU, 3, 3, "naik", {"terbaik": 4}, "100.00"),
        (KEMENKEU, "≥ 4", 4, "naik", {"terbaik": 4}, "100.00"),
        (LKJIP, 4, 4, "naik", {"terbaik": 4}, "100.00"),
        # Practice of vendors where the target is zero: met or not.
        (BINER, 0, 0, "naik", {}, "100.00"),
        (BINER, 0, 4, "naik", {}, "100.00"),
        (BINER, 0, -4, "naik", {}, "0.00"),
        (BINER, 0, 0, "turun", {}, "100.00"),
        (BINER, 0, -4, "turun", {}, "100.00"),
        (BINER, 0, 4, "turun", {}, "0.00"),
        (BINER, 0, 0, "stabil", {}, "100.00"),
        (BINER, 0, 4, "stabil", {}, "0.00"),
        (BINER, "> 0", 0, "naik", {}, "0.00"),
        (BINER, "< 0", -1, "turun", {}, "100.00"),
        # Above a range that ends at zero it is that zero which decides.
        (attrs.evolve(SIMPANGAN, nama="X", target_nol="biner"), "-5-0", 9, "rentang", {}, "0.00"),
        (SIMPANGAN, "-5-0", 9, "rentang", {}, Alasan.TARGET_NOL),
        (KEMENKEU, "-5-0", 9, "rentang", {}, Alasan.TERBURUK_TIDAK_DIKETAHUI),
        (attrs.evolve(KEMENKEU, nama="X", konversi=None), "-5-0", 9, "rentang", {"terburuk": 10}, "10.00"),
        # Below the lower bound, or where the range is nothing but zero, the worst value decides nothing.
        (KEMENKEU, "0-5", -1, "rentang", {"terburuk": 10}, Alasan.TARGET_NOL),
        (KEMENKEU, 0, 9, "stabil", {"terburuk": 10}, Alasan.TARGET_NOL),
        # A target of zero that is met has no figure either as long as the worst value is not known.
        (KEMENKEU, 0, 0, "turun", {}, Alasan.TERBURUK_TIDAK_DIKETAHUI),
        # Beyond a range below zero the distance decides.
        (attrs.evolve(JARAK, nama="X", stabil="simpangan"), "-10--5", -6, "rentang", {}, "100.00"),
        (attrs.evolve(JARAK, nama="X", stabil="simpangan"), "-10--5", -4, "rentang", {}, "80.00"),
        (attrs.evolve(JARAK, nama="X", stabil="simpangan"), "-10--5", -11, "rentang", {}, "90.00"),
        (SIMPANGAN, "-10--5", -4, "rentang", {}, Alasan.TARGET_NEGATIF),
        # Too much is as bad as too little, or is divided like the rest.
        (SIMPANGAN, 100, 120, "stabil", {}, "80.00"),
        (SIMPANGAN, 100, 80, "stabil", {}, "80.00"),
        (PANRB_8_2021, 100, 120, "stabil", {}, "120.00"),
        (PANRB_8_2021, 100, 80, "stabil", {}, "80.00"),
    ],
)
def test_zero_the_best_and_the_middle(
    kebijakan: Kebijakan,
    target: str | int,
    realisasi: int,
    polaritas: str,
    opsi: dict[str, Any],
    hasil: str | Alasan,
) -> None:
    """What each setting makes of a target by which nothing can be divided, or which can't be surpassed."""
    assert _outcome(kebijakan.capaian(target, realisasi, polaritas, **opsi)) == hasil


@pytest.mark.parametrize("polaritas", Polaritas)
def test_an_error_for_a_target_of_zero_when_asked_for(polaritas: Polaritas) -> None:
    """It is a division by zero to whoever catches one, names the policy, and crosses processes."""
    with pytest.raises(TargetNolError, match="realisasi 4") as caught:
        GALAT.capaian(0, 4, polaritas)
    error = caught.value
    assert isinstance(error, SakipError)
    assert isinstance(error, ZeroDivisionError)
    assert isinstance(error, ArithmeticError)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert (again.kebijakan, again.realisasi, again.rentang) == ("target nol galat", "4", "")
    assert GALAT.capaian(0, None, polaritas).alasan is Alasan.BELUM_ADA_REALISASI


@pytest.mark.parametrize("polaritas", [Polaritas.NAIK, Polaritas.RENTANG, Polaritas.STABIL])
def test_the_error_for_a_range_names_its_bound(polaritas: Polaritas) -> None:
    """Of 0-5 it is a bound that is zero, not the target."""
    own = attrs.evolve(GALAT, stabil="simpangan")
    with pytest.raises(
        TargetNolError, match=r"^the bound of the range '0-5 %' .* is 0 \(realisasi -1\)"
    ) as got:
        own.capaian("0-5 %", -1, polaritas)
    assert got.value.rentang == "0-5 %"
    assert got.value.kalimat.startswith('Target "0-5 %", yang batasnya 0 (realisasi -1) ditolak')
    again = pickle.loads(pickle.dumps(got.value))  # noqa: S301  # our own bytes
    assert str(again) == str(got.value)


@pytest.mark.parametrize(
    ("target", "realisasi", "hasil"),
    [
        ("1:2 minggu", "1:2 hari", Alasan.SATUAN_BERBEDA),
        ("1:2 minggu", "1:2 Minggu", "100.00"),
        ("1:2 persen", "1:2 %", "100.00"),
        ("1:2", "1:2 hari", "100.00"),
        ("1:2 hari", "1:2", "100.00"),
    ],
)
def test_ratios_of_unlike_units_are_not_compared(target: str, realisasi: str, hasil: str | Alasan) -> None:
    """Which side a unit belongs to is not printed, so a week is not turned into days here."""
    assert _outcome(LKJIP.capaian(target, realisasi)) == hasil


def test_a_rounded_figure_is_still_within_the_bounds() -> None:
    """It is rounded before it is bounded: a bound with more decimals than the policy stays the bound."""
    own = attrs.evolve(LKJIP, nama="X", digit=0, pembulatan="hasil", batas_atas="100,4", batas_bawah="50,6")
    high, low = own.capaian(1000, 1005), own.capaian(1000, 502)
    assert (high.nilai, low.nilai) == (Decimal("100.4"), Decimal("50.6"))
    assert [step.kode for step in high.langkah if step.nilai is not None] == ["hasil", "pembulatan", "batas"]
    assert own.capaian(1000, 1003).nilai == 100


def test_a_changed_preset_says_so() -> None:
    """A convention that goes by a preset's name and is another one is not taken for it."""
    naik = Polaritas.NAIK
    changed = attrs.evolve(LKJIP, batas_atas=90)
    assert changed.describe(naik)[1].teks.startswith("Kebijakan: LKJIP (diubah). Acuan: praktik LKjIP")
    assert "Kebijakan: LKJIP (diubah)." in changed.capaian(100, 80).explain()
    for own in (*SEMUA, attrs.evolve(LKJIP, batas_atas=None), attrs.evolve(changed, nama="Dinas")):
        assert "(diubah)" not in own.describe(naik)[1].teks


@pytest.mark.parametrize(
    "read",
    [
        attrs.evolve(LKJIP, nama="X", skala=SKALA_PERMENDAGRI_86).pita_for,
        LKJIP.pita_for,
        LKJIP.round,
        LKJIP.format,
        LKJIP.show,
        nilai_skp_8_2021,
    ],
)
def test_figures_as_a_caller_has_them(read: Callable[[Any], object]) -> None:
    """A whole number and a text are taken, a float is refused, and so is what is not finite."""
    assert read(90) == read("90") == read(Decimal(90)) == read(Decimal("90.0"))
    for wrong in (90.5, True, [90]):
        with pytest.raises(TipeError):
            read(wrong)
    for other in (Decimal("Infinity"), Decimal("NaN"), Decimal("sNaN"), "sembilan puluh", 10**40):
        with pytest.raises(AngkaError):
            read(other)


def test_a_computed_figure_is_never_refused() -> None:
    """34 digits reach far behind the comma where the figure is small."""
    tiny = Decimal("1.234567890123456789012345678901234E-9")
    assert LKJIP.round(tiny) == 0
    assert LKJIP.format(tiny) == "0,00 %"
    assert nilai_skp_8_2021(tiny) == 0
    own = attrs.evolve(LKJIP, nama="X", skala=SKALA_PERMENDAGRI_86)
    assert own.pita_for(tiny) == own.pita_for(0)
    assert GALAT.capaian(10, 5).nilai == 50


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "hasil", "tercapai"),
    [
        ("≥ 80 %", "84 %", "naik", "105.00", True),
        ("≥ 80 %", "80 %", "naik", "100.00", True),
        ("≥ 80 %", "79 %", "naik", "98.75", False),
        ("> 80", "81", "naik", "101.25", True),
        ("> 80", "80", "naik", "100.00", False),
        ("< 20", "20", "turun", "100.00", False),
        ("< 20", "19", "turun", "105.00", True),
        ("≤ 5", "4", "turun", "120.00", True),
        ("≤ 5", "5", "turun", "100.00", True),
        ("≤ 5", "6", "turun", "80.00", False),
        # A range with one open end: within it nothing is better than anything else.
        ("≥ 80", "95", "rentang", "100.00", True),
        ("≥ 80", "60", "rentang", "75.00", False),
        ("≤ 80", "60", "rentang", "100.00", True),
        ("≤ 80", "100", "rentang", "75.00", False),
        # A bound says which way is better; to say otherwise, or to stay on it, contradicts it.
        ("≤ 5", "4", "naik", Alasan.POLARITAS_BERTENTANGAN, None),
        ("> 5", "4", "turun", Alasan.POLARITAS_BERTENTANGAN, None),
        ("≥ 5", "4", "stabil", Alasan.POLARITAS_BERTENTANGAN, None),
    ],
)
def test_bounds(
    target: str,
    realisasi: str,
    polaritas: str,
    hasil: str | Alasan,
    tercapai: bool | None,  # noqa: FBT001  # a column of the table
) -> None:
    """A bound is counted as its number, and met in its own terms: 20 does not meet "< 20"."""
    capaian = LKJIP.capaian(target, realisasi, polaritas)
    assert (_outcome(capaian), capaian.tercapai) == (hasil, tercapai)
    exact = "Realisasi tepat di batas, yang sendiri belum memenuhi target." in capaian.explain()
    assert exact == (hasil == "100.00" and tercapai is False)


BINER_PREDIKAT = attrs.evolve(LKJIP, nama="predikat biner", predikat="biner")
KOSONG_PREDIKAT = attrs.evolve(LKJIP, nama="predikat kosong", predikat="kosong")


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "urutan", "hasil"),
    [
        # An opinion of BPK by its rank of four: an assumption, no regulation says.
        (LKJIP, "WTP", "WTP", OPINI_BPK, "100.00"),
        (LKJIP, "WTP", "WDP", OPINI_BPK, "75.00"),
        (LKJIP, "WDP", "WTP", OPINI_BPK, "100.00"),
        (LKJIP, "wtp", " WTP ", OPINI_BPK, "100.00"),
        (BINER_PREDIKAT, "WTP", "WDP", OPINI_BPK, "0.00"),
        (BINER_PREDIKAT, "WTP", "WTP", OPINI_BPK, "100.00"),
        (KOSONG_PREDIKAT, "WTP", "WDP", OPINI_BPK, Alasan.METODE_TIDAK_ADA),
        (KOSONG_PREDIKAT, "WTP", "WTP", OPINI_BPK, "100.00"),
        (LKJIP, "WTP", "bagus", OPINI_BPK, Alasan.DI_LUAR_SKALA),
        (LKJIP, "bagus", "WTP", OPINI_BPK, Alasan.DI_LUAR_SKALA),
        # Values of their own, such as the midpoints of bands.
        (LKJIP, "tinggi", "rendah", Ordinal({"rendah": 45, "tinggi": 90}), "50.00"),
        (LKJIP, "tinggi", "rendah", Ordinal({"rendah": -1, "tinggi": 0}), Alasan.TARGET_NOL),
        # The declared scale decides, not the score beside it.
        (LKJIP, "BB (72)", "A (83)", URUTAN_AKIP, "100.00"),
        # Without a scale: alike is reached; scores by their numbers; yes and no by themselves.
        (LKJIP, "Baik", "baik", None, "100.00"),
        (LKJIP, "Baik", "Cukup", None, Alasan.SKALA_TIDAK_DIKETAHUI),
        (LKJIP, "BB (72)", "A", None, Alasan.SKALA_TIDAK_DIKETAHUI),
        (LKJIP, "BB (72)", "A (83)", None, "115.28"),
        (LKJIP, "80", "BB (72)", None, "90.00"),
        (LKJIP, "BB (80)", "72", None, "90.00"),
        (LKJIP, "Ya", "Ya", None, "100.00"),
        (LKJIP, "ya", "Tidak", None, "0.00"),
        (LKJIP, "Tidak", "Ya", None, "100.00"),
        (BINER_PREDIKAT, "Ya", "Tidak", None, "0.00"),
        # A word is no number, and a number no word.
        (LKJIP, "80", "BB", None, Alasan.BUKAN_ANGKA),
        (LKJIP, "BB", "80", None, Alasan.BUKAN_ANGKA),
    ],
)
def test_predicates(
    kebijakan: Kebijakan, target: str, realisasi: str, urutan: Ordinal | None, hasil: str | Alasan
) -> None:
    """A predicate is compared on its declared scale; without one only what can be known is said."""
    assert _outcome(kebijakan.capaian(target, realisasi, urutan=urutan)) == hasil


@pytest.mark.parametrize("polaritas", ["turun", "stabil", "rentang"])
def test_a_predicate_has_its_own_direction(polaritas: str) -> None:
    """Its scale says which is better; any other direction contradicts it."""
    capaian = LKJIP.capaian("WTP", "WDP", polaritas, urutan=OPINI_BPK)
    assert capaian.alasan is Alasan.POLARITAS_BERTENTANGAN


AWAL = dt.date(2025, 1, 1)


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "opsi", "hasil"),
    [
        # 31 March is day 90 of the year, 20 March day 79: (2 x 90 - 79) / 90.
        (LKJIP, "31 Maret 2025", "20 Maret 2025", {"awal": AWAL}, "112.22"),
        (LKJIP, "31 Maret 2025", "2025-03-31", {"awal": AWAL}, "100.00"),
        (LKJIP, "31 Maret 2025", "9 April 2025", {"awal": AWAL}, "90.00"),
        (SIPD, "31 Maret 2025", "20 Maret 2025", {"awal": AWAL}, "113.92"),
        (LKJIP, "31 Maret 2025", dt.date(2025, 3, 20), {"awal": AWAL}, "112.22"),
        (LKJIP, "31 Maret 2025", "20 Maret 2025", {"awal": dt.date(2025, 4, 1)}, Alasan.TARGET_NOL),
        (LKJIP, "31 Maret 2025", "20 Maret 2025", {"awal": dt.date(2025, 4, 9)}, Alasan.TARGET_NEGATIF),
        (LKJIP, "31 Maret 2025", "20 Maret 2025", {}, Alasan.AWAL_TIDAK_DIKETAHUI),
        (LKJIP, "31 Maret 2025", "20 Maret 2025", {"polaritas": "naik"}, Alasan.POLARITAS_BERTENTANGAN),
        (LKJIP, "31 Maret 2025", "90 hari", {"awal": AWAL}, Alasan.BUKAN_ANGKA),
        (LKJIP, "90 hari", "31 Maret 2025", {"awal": AWAL}, Alasan.BUKAN_ANGKA),
        (LKJIP, "31 Maret 2025", "selesai", {"awal": AWAL}, Alasan.BENTUK_BERBEDA),
    ],
)
def test_dates(
    kebijakan: Kebijakan, target: str, realisasi: str | dt.date, opsi: dict[str, Any], hasil: str | Alasan
) -> None:
    """A day is counted from the first day, which is day one; sooner is better."""
    assert _outcome(kebijakan.capaian(target, realisasi, **opsi)) == hasil


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "hasil"),
    [
        # A teacher for 32 pupils planned, for 28 reached: 1/28 by 1/32.
        ("1:32", "1:28", "naik", "114.29"),
        ("1:32", "1:32", "turun", "100.00"),
        ("2:64", "1:28", "naik", "114.29"),
        ("1:0", "1:28", "naik", Alasan.PENYEBUT_NOL),
        ("1:32", "1:0", "naik", Alasan.PENYEBUT_NOL),
        ("0:32", "1:28", "naik", Alasan.TARGET_NOL),
        ("1:32 guru", "1:28 kelas", "naik", Alasan.SATUAN_BERBEDA),
        ("1:32", "5", "naik", Alasan.BUKAN_ANGKA),
        ("5", "1:32", "naik", Alasan.BUKAN_ANGKA),
        ("1:32", "Baik", "naik", Alasan.BENTUK_BERBEDA),
        ("3-5", "1:32", "naik", Alasan.BUKAN_ANGKA),
        ("≥ 5", "3-5", "naik", Alasan.BUKAN_ANGKA),
        ("WTP", "3-5", "naik", Alasan.BENTUK_BERBEDA),
        ("3-5", "3-5", "rentang", Alasan.BUKAN_ANGKA),
    ],
)
def test_ratios_and_forms_that_do_not_meet(
    target: str, realisasi: str, polaritas: str, hasil: str | Alasan
) -> None:
    """A ratio is compared by its quotient; forms that say different things are not compared at all."""
    assert _outcome(LKJIP.capaian(target, realisasi, polaritas)) == hasil


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "hasil"),
    [
        # 10 days are 10/7 weeks: (2 x 2 - 10/7) / 2. A year is 12 months, a half year 6.
        ("2 minggu", "10 hari", "turun", "128.57"),
        ("1 tahun", "6 bulan", "turun", "150.00"),
        ("2 semester", "1 tahun", "naik", "100.00"),
        ("≤ 2 minggu", "10 hari", "turun", "128.57"),
        ("1-2 minggu", "10 hari", "rentang", "100.00"),
        ("90 menit", "1,5 jam", "turun", "100.00"),
        ("5 persen", "4 %", "naik", "80.00"),
        ("5 Orang", "4 org", "naik", "80.00"),
        ("Rp1.000", "500 rupiah", "naik", "50.00"),
        ("5 hari", "4 hari kerja", "turun", Alasan.SATUAN_BERBEDA),
        ("5 %", "4 poin persen", "naik", Alasan.SATUAN_BERBEDA),
        ("1 bulan", "30 hari", "turun", Alasan.SATUAN_BERBEDA),
        ("≤ 1 bulan", "30 hari", "turun", Alasan.SATUAN_BERBEDA),
        ("1-2 bulan", "30 hari", "turun", Alasan.SATUAN_BERBEDA),
    ],
)
def test_units(target: str, realisasi: str, polaritas: str, hasil: str | Alasan) -> None:
    """Lengths of time are put into the unit of the target where that is exact; other units are not mixed."""
    assert _outcome(LKJIP.capaian(target, realisasi, polaritas)) == hasil


@pytest.mark.parametrize(
    ("target", "polaritas"),
    [
        ("3-5", Polaritas.RENTANG),
        ("≤ 5", Polaritas.TURUN),
        ("< 5", Polaritas.TURUN),
        ("≥ 5", Polaritas.NAIK),
        ("> 5", Polaritas.NAIK),
        ("31 Maret 2025", Polaritas.TURUN),
        ("80 %", Polaritas.NAIK),
        ("WTP", Polaritas.NAIK),
        ("1:32", Polaritas.NAIK),
        ("-", Polaritas.NAIK),
    ],
)
def test_a_direction_that_nobody_said(target: str, polaritas: Polaritas) -> None:
    """None takes what the form of the target says, and naik where it says nothing."""
    nilai = parse_nilai(target)
    assert infer_polaritas(nilai) is polaritas
    for capaian in (LKJIP.capaian(target, target), LKJIP.compare(nilai, nilai, None)):
        assert capaian.polaritas is polaritas
        assert capaian == LKJIP.capaian(target, target, polaritas)


def _profil(nama: str, **aturan: Any) -> Kebijakan:
    return attrs.evolve(LKJIP, nama=f"profil {nama}", acuan="perilaku aplikasi sejenis", **aturan)


@pytest.mark.parametrize(
    ("profil", "polaritas", "hasil"),
    [
        (LKJIP, "turun", ["120.00", "100.00", "80.00", "200.00", "-50.00"]),
        (PANRB_8_2021, "turun", ["120.00", "100.00", "80.00", "200.00", "-50.00"]),
        (SIPD, "turun", ["125.00", "100.00", "83.33", Alasan.REALISASI_NOL, "40.00"]),
        (
            _profil("rasio, nol menjadi 0", turun="rasio", realisasi_nol=0),
            "turun",
            ["125.00", "100.00", "83.33", "0.00", "40.00"],
        ),
        (
            _profil("rasio, nol menjadi 100", turun="rasio", realisasi_nol=100),
            "turun",
            ["125.00", "100.00", "83.33", "100.00", "40.00"],
        ),
        (_profil("selisih dari 0", batas_bawah=0), "turun", ["120.00", "100.00", "80.00", "200.00", "0.00"]),
        (
            _profil("selisih dari 0 sampai 100", batas_bawah=0, batas_atas=100),
            "turun",
            ["100.00", "100.00", "80.00", "100.00", "0.00"],
        ),
        (_profil("arah diabaikan"), "naik", ["80.00", "100.00", "120.00", "0.00", "250.00"]),
    ],
    ids=lambda item: item.nama if isinstance(item, Kebijakan) else None,
)
def test_the_same_inputs_through_every_peer(
    profil: Kebijakan, polaritas: str, hasil: list[str | Alasan]
) -> None:
    """Lower is better, target 100, realisasi 80, 100, 120, 0 and 250: each behaviour in use is a profile."""
    assert [_outcome(profil.capaian(100, r, polaritas)) for r in (80, 100, 120, 0, 250)] == hasil


@pytest.mark.parametrize(
    ("profil", "polaritas", "hasil"),
    [
        (_profil("sampai 100", batas_atas=100), "naik", "100.00"),
        (_profil("sampai 120", batas_atas=120), "naik", "120.00"),
        (LKJIP, "naik", "150.00"),
        (_profil("jarak dari 1", stabil="simpangan"), "stabil", "50.00"),
    ],
    ids=lambda item: item.nama if isinstance(item, Kebijakan) else None,
)
def test_more_than_planned_through_every_peer(profil: Kebijakan, polaritas: str, hasil: str) -> None:
    """Higher is better, 150 of 100."""
    assert _persen(profil.capaian(100, 150, polaritas)) == hasil


def test_known_slips_are_not_repeated() -> None:
    """Two slips of applications in use, for 80, 100 and 120 of 100 where lower is better.

    1 + (1 - R/T) * 100 gives 21, 1 and -19; (T - R)/T * 100 gives 20, 0 and -20. And a zero
    realisasi of a thing to be avoided is the best result, not the worst.
    """
    for preset in SEMUA:
        for realisasi, slips in ((80, {21, 20}), (100, {1, 0}), (120, {-19, -20})):
            assert preset.capaian(100, realisasi, "turun").nilai not in slips
        assert preset.capaian(100, 100, "turun").nilai == 100
    for preset in SELISIH:
        nol, satu = (preset.capaian(5, r, "turun").nilai for r in (0, 1))
        assert nol is not None
        assert satu is not None
        assert nol >= satu > 100


def test_an_ambiguous_number_says_so() -> None:
    """1.234 is read as a thousand and more, with the remark; 4.25 has one reading."""
    capaian = LKJIP.capaian("1.234", "617")
    assert capaian.nilai == 50
    assert isinstance(capaian.target, Angka)
    assert capaian.target.catatan == (Catatan.AMBIGU,)
    assert 'Target "1.234": tanda pemisah dapat dibaca sebagai ribuan atau desimal.' in capaian.explain()


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "polaritas", "alasan"),
    [
        (LKJIP, "0", "4", "naik", Alasan.TARGET_NOL),
        (LKJIP, "0", "0", "naik", Alasan.TARGET_NOL),
        (LKJIP, "0", "0", "turun", Alasan.TARGET_NOL),
        (KEMENKEU, "0", "4", "naik", Alasan.TARGET_NOL),
        (KEMENKEU, "0", "4", "turun", Alasan.TERBURUK_TIDAK_DIKETAHUI),
        (SIPD, "0,00", "4", "turun", Alasan.TARGET_NOL),
        (LKJIP, "-10", "-11", "naik", Alasan.TARGET_NEGATIF),
        (LKJIP, "-10", "-11", "turun", Alasan.TARGET_NEGATIF),
        (KEMENKEU, "-10", "-11", "turun", Alasan.TARGET_NEGATIF),
        (SIPD, "10", "0", "turun", Alasan.REALISASI_NOL),
        (SIPD, "10", "-1", "turun", Alasan.REALISASI_NEGATIF),
        (LKJIP, "10", None, "naik", Alasan.BELUM_ADA_REALISASI),
        (LKJIP, "10", "", "naik", Alasan.BELUM_ADA_REALISASI),
        (LKJIP, "10", "-", "turun", Alasan.BELUM_ADA_REALISASI),
        (LKJIP, "10", "n/a", "naik", Alasan.BELUM_ADA_REALISASI),
        (LKJIP, "10", "#DIV/0!", "naik", Alasan.BELUM_ADA_REALISASI),
        (LKJIP, "-", "5", "naik", Alasan.TIDAK_DIRENCANAKAN),
        (LKJIP, "-", None, "naik", Alasan.TIDAK_DIRENCANAKAN),
        (LKJIP, "", "5", "naik", Alasan.TANPA_TARGET),
        (LKJIP, "n/a", "5", "naik", Alasan.TANPA_TARGET),
        (LKJIP, "WTP", "WDP", "naik", Alasan.SKALA_TIDAK_DIKETAHUI),
        (LKJIP, "≥ 80 %", "WTP", "naik", Alasan.BUKAN_ANGKA),
        (LKJIP, "0,425–0,430", "0,431", "rentang", Alasan.METODE_TIDAK_ADA),
        (LKJIP, "80", "BB", "naik", Alasan.BUKAN_ANGKA),
        (LKJIP, "80", "81", "stabil", Alasan.METODE_TIDAK_ADA),
        (LKJIP, "80", "79", "rentang", Alasan.METODE_TIDAK_ADA),
        (LKJIP, "0", "0", "stabil", Alasan.TARGET_NOL),
        (LKJIP, "55 Orang", "5 Dokumen", "naik", Alasan.SATUAN_BERBEDA),
    ],
)
def test_no_number_has_a_reason(
    kebijakan: Kebijakan, target: str, realisasi: str | None, polaritas: str, alasan: Alasan
) -> None:
    """Missing, zero, not planned and not computable stay four different things."""
    capaian = kebijakan.capaian(target, realisasi, polaritas)
    assert (capaian.nilai, capaian.mentah, capaian.alasan) == (None, None, alasan)
    assert str(capaian) == f"— ({alasan.kalimat})"
    assert capaian.explain().splitlines()[0] == f"Capaian tidak dihitung: {alasan.kalimat}."


def test_texts_that_could_not_be_read() -> None:
    """A cell that a reader kept unread gives a reason, whichever side it stands on."""
    rusak = read_nilai("13.2918.000")
    assert isinstance(rusak, TakTerbaca)
    assert LKJIP.capaian(rusak, 5).alasan is Alasan.TARGET_TAK_TERBACA
    assert LKJIP.capaian(5, rusak).alasan is Alasan.REALISASI_TAK_TERBACA
    assert LKJIP.capaian(rusak, Kosong()).alasan is Alasan.TARGET_TAK_TERBACA


@pytest.mark.parametrize(
    ("satuan", "lain"), [("Orang", "orang"), ("Orang / Bulan", "Orang/Bulan"), ("%", "")]
)
def test_units_that_are_the_same(satuan: str, lain: str) -> None:
    """Capitals, spaces and a unit that was left out make no other unit."""
    assert LKJIP.capaian(Angka(10, satuan), Angka(5, lain)).nilai == 50
    assert LKJIP.capaian(Angka(10, lain), Angka(5, satuan)).nilai == 50


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ((0.95, "98"), TipeError),
        (("95", 0.98), TipeError),
        ((True, 1), TipeError),
        ((None, 1), TipeError),
        (("32.400.0000", 1), AngkaError),
        ((Decimal("NaN"), 1), AngkaError),
        ((1, Decimal("Infinity")), AngkaError),
        ((1, 1, "negatif"), ModelError),
        ((1, 1, 5), ModelError),
        ((dt.datetime(2025, 1, 1, tzinfo=dt.UTC), 1), TipeError),
    ],
)
def test_what_is_refused(args: tuple[Any, ...], error: type[SakipError]) -> None:
    """A float, a truth value, an unreadable text and an unknown polaritas are errors of the caller."""
    with pytest.raises(error):
        LKJIP.capaian(*args)


def test_refusals_name_the_attribute() -> None:
    """A convention that cannot be is refused with attribute, value and what is expected."""
    with pytest.raises(
        ModelError, match=r"^Capaian\.polaritas is 'negatif': one of 'naik', 'turun', 'stabil', 'rentang' is"
    ):
        LKJIP.capaian(1, 1, "negatif")
    with pytest.raises(
        ModelError, match=r"^Kebijakan\.turun is 'bagi': one of 'selisih', 'rasio' is expected$"
    ):
        Kebijakan("X", "", turun="bagi")
    with pytest.raises(
        ModelError,
        match=r"^Kebijakan\.target_negatif is 'x': one of 'kosong', 'selisih', 'jarak' is expected$",
    ):
        Kebijakan("X", "", target_negatif="x")
    with pytest.raises(
        ModelError, match=r"^Kebijakan\.batas_bawah is 120: at most batas_atas \(100\) is expected$"
    ):
        Kebijakan("X", "", batas_atas=100, batas_bawah=120)
    with pytest.raises(ModelError, match=r"^Kebijakan\.acuan is None: a text is expected$"):
        Kebijakan("X", None)  # type: ignore[arg-type]
    for digit in (-1, 35, "2", True):
        with pytest.raises(
            ModelError, match=r"^Kebijakan\.digit is .*: a whole number from 0 to 34 is expected$"
        ):
            Kebijakan("X", "", digit=digit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("aturan", "pesan"),
    [
        ({"stabil": "x"}, r"^Kebijakan\.stabil is 'x': one of 'simpangan', 'batas' is expected$"),
        (
            {"target_nol": "x"},
            r"^Kebijakan\.target_nol is 'x': one of 'kosong', 'biner', 'terburuk', 'galat' is expected$",
        ),
        (
            {"predikat": "x"},
            r"^Kebijakan\.predikat is 'x': one of 'peringkat', 'biner', 'kosong' is expected$",
        ),
        (
            {"pembulatan": "x"},
            r"^Kebijakan\.pembulatan is 'x': one of 'tampilan', 'predikat', 'hasil' is expected$",
        ),
        ({"konversi": {0: 0, 90: 100}}, r"^Kebijakan\.konversi is .*: a Konversi or None is expected$"),
        ({"skala": "AKIP"}, r"^Kebijakan\.skala is 'AKIP': a Skala or None is expected$"),
    ],
)
def test_settings_that_no_convention_can_have(aturan: dict[str, Any], pesan: str) -> None:
    """Each setting is refused by its own name, with what it can be."""
    with pytest.raises(ModelError, match=pesan):
        Kebijakan("X", "", **aturan)


@pytest.mark.parametrize(
    ("opsi", "pesan"),
    [
        ({"urutan": ["TMP", "WTP"]}, r"^Rujukan\.urutan is .*: an Ordinal is expected$"),
        ({"awal": "2025-01-01"}, r"^Rujukan\.awal is '2025-01-01': a datetime\.date is expected$"),
        (
            {"awal": dt.datetime(2025, 1, 1, tzinfo=dt.UTC)},
            r"^Rujukan\.awal is .*: a datetime\.date is expected$",
        ),
    ],
)
def test_what_is_known_of_an_indikator_is_checked(opsi: dict[str, Any], pesan: str) -> None:
    """A scale is a scale and a day is a day; and a float is refused here as everywhere."""
    with pytest.raises(ModelError, match=pesan):
        LKJIP.capaian("WTP", "WTP", **opsi)
    with pytest.raises(TipeError):
        LKJIP.capaian(1, 1, terburuk=0.5)  # type: ignore[arg-type]


def test_explained_step_by_step() -> None:
    """The steps name formula, numbers, rounding, polaritas, policy and source, in this order."""
    acuan = [f"Kebijakan: LKJIP. Acuan: {LKJIP.acuan}."]
    naik = "Polaritas: naik (makin tinggi makin baik)."
    turun = "Polaritas: turun (makin rendah makin baik)."
    assert LKJIP.capaian("93,59 %", "88 %").explain().splitlines() == [
        "Capaian = realisasi ÷ target × 100",
        "        = 88 ÷ 93,59 × 100",
        "        = 94,03 % (dibulatkan 2 angka di belakang koma, setengah ke atas)",
        naik,
        *acuan,
    ]
    assert LKJIP.capaian(10, 8, "turun").explain().splitlines() == [
        "Capaian = (2 × target − realisasi) ÷ target × 100",
        "        = (2 × 10 − 8) ÷ 10 × 100",
        "        = 120,00 %",
        turun,
        *acuan,
    ]
    assert SIPD.capaian(10, 8, "turun").explain().splitlines()[:2] == [
        "Capaian = target ÷ realisasi × 100",
        "        = 10 ÷ 8 × 100",
    ]
    assert KEMENKEU.capaian(-10, -11).explain().splitlines()[1] == "        = (2 × -10 − -11) ÷ -10 × 100"
    assert LKJIP.capaian("10", None).explain().splitlines() == [
        "Capaian tidak dihitung: belum ada realisasi.",
        "Target: 10; realisasi: (kosong).",
        naik,
        *acuan,
    ]


def test_explained_caps() -> None:
    """A figure that was capped or floored says so, after the figure itself."""
    assert "Dibatasi paling tinggi 120,00 %." in KEMENKEU.capaian(100, 150).explain()
    assert "        = 150,00 %\n" in KEMENKEU.capaian(100, 150).explain()
    assert "Dibatasi paling rendah 0,00 %." in KEMENKEU.capaian(10, 21, "turun").explain()
    assert "Dibatasi" not in KEMENKEU.capaian(100, 120).explain()


@pytest.mark.parametrize(
    ("capaian", "kalimat"),
    [
        (
            KEMENKEU.capaian(100, 96, "stabil"),
            "Dikonversi (0 → 0; 90 → 100; 100 → 120): 112,00 %.",
        ),
        (
            KEMENKEU.capaian(4, 4, terbaik=4),
            "Target adalah nilai terbaik yang mungkin dan tercapai: 120,00 %.",
        ),
        (
            attrs.evolve(LKJIP, nama="X", pembulatan="hasil").capaian(3, 1),
            "Angkanya sendiri dibulatkan menjadi 33,33 % sebelum dipakai lagi.",
        ),
        (
            attrs.evolve(LKJIP, nama="X", skala=SKALA_PERMENDAGRI_86).capaian(100, 90),
            "Predikat: Tinggi (skala SKALA_PERMENDAGRI_86).",
        ),
        (
            LKJIP.capaian("2 minggu", "10 hari", "turun"),
            "Realisasi 10 hari dihitung sebagai 1,428571428571428571428571428571429 minggu.",
        ),
        (LKJIP.capaian("≥ 80 %", "84 %"), "Target berupa batas (≥ 80 %): dihitung terhadap 80."),
        (LKJIP.capaian("50-100", "80"), "Realisasi berada di dalam rentang target 50-100."),
        (
            LKJIP.capaian("50-100", "40", "turun"),
            "Realisasi di bawah rentang target 50-100: dihitung terhadap batas bawahnya.",
        ),
        (
            LKJIP.capaian("50-100", "120", "naik"),
            "Realisasi di atas rentang target 50-100: dihitung terhadap batas atasnya.",
        ),
        (
            LKJIP.capaian("1:32", "1:28"),
            "Rasio dibandingkan menurut hasil baginya: target 1:32, realisasi 1:28.",
        ),
        (
            LKJIP.capaian("31 Maret 2025", "20 Maret 2025", awal=AWAL),
            "Tanggal dihitung sebagai hari sejak 1 Januari 2025: makin cepat makin baik.",
        ),
        (LKJIP.capaian("80", "BB (72)"), "Predikat dibandingkan menurut skor yang tercetak padanya."),
        (
            LKJIP.capaian("WTP", "WTP", urutan=OPINI_BPK),
            "Predikat dibandingkan menurut urutan TMP < TW < WDP < WTP.",
        ),
        (
            LKJIP.capaian("WTP", "WDP", urutan=OPINI_BPK),
            (
                "Predikat dibandingkan menurut urutan TMP < TW < WDP < WTP; "
                "nilai tiap tingkat adalah anggapan, bukan aturan."
            ),
        ),
        (KEMENKEU.capaian(0, 4, "turun", terburuk=10), "        = (10 − 4) ÷ 10 × 100"),
        (BINER.capaian(0, 4), "Capaian = 100 karena target tercapai"),
        (BINER.capaian(0, -4), "Capaian = 0 karena target tidak tercapai"),
        (
            attrs.evolve(SIPD, nama="X", realisasi_nol=100).capaian(5, 0, "turun"),
            "Capaian = angka yang ditetapkan kebijakan untuk realisasi nol",
        ),
    ],
)
def test_explained_decisions(capaian: Capaian, kalimat: str) -> None:
    """Whatever had to be decided on the way to the figure stands in the explanation."""
    assert kalimat in capaian.explain().splitlines()


def test_bands_of_a_policy() -> None:
    """A figure has the band of the policy's scale, where the policy has one and there is a figure."""
    dinas = attrs.evolve(LKJIP, nama="Dinas Contoh", skala=SKALA_MAGETAN)
    pita = dinas.capaian("104,4", "78,3").predikat
    assert pita is not None
    assert pita.label == "Berhasil"  # 75 exactly
    assert LKJIP.capaian(100, 90).predikat is None
    assert dinas.capaian(0, 90).predikat is None


@pytest.mark.parametrize(
    ("pembulatan", "nilai", "label"),
    [
        # 90,004 is printed 90,00; above 90 is AA.
        ("tampilan", "90.004", "AA"),
        ("predikat", "90.004", "A"),
        ("hasil", "90.00", "A"),
    ],
)
def test_when_a_figure_is_rounded(pembulatan: str, nilai: str, label: str) -> None:
    """Only in print, also before it is put in a band, or the figure itself; always half up."""
    own = attrs.evolve(LKJIP, nama="X", pembulatan=pembulatan, skala=PREDIKAT_AKIP)
    capaian = own.capaian(100, "90,004")
    assert (capaian.mentah, capaian.nilai) == (Decimal("90.004"), Decimal(nilai))
    assert capaian.predikat is not None
    assert capaian.predikat.label == label
    assert str(capaian) == "90,00 %"
    assert own.capaian(100, 90).nilai == 90


def test_a_result_that_was_changed_by_hand() -> None:
    """A figure that its own inputs no longer give claims no formula and no band of steps."""
    changed = attrs.evolve(LKJIP.capaian(100, 90), realisasi=Kosong())
    assert (changed.hitungan, changed.tercapai) == (None, None)
    assert [langkah.kode for langkah in changed.langkah] == ["polaritas", "kebijakan"]


def test_the_formula_and_its_numbers() -> None:
    """A result gives its formula and the two numbers it took; a result without a number has none."""
    hitungan = LKJIP.capaian("≥ 80 %", "84 %").hitungan
    assert hitungan is not None
    assert hitungan.rumus is RumusCapaian.NAIK
    assert (hitungan.target, hitungan.realisasi) == (Decimal(80), Decimal(84))
    assert hitungan.compute() == 105
    assert LKJIP.capaian(0, 1).hitungan is None
    assert Hitungan(RumusCapaian.DITETAPKAN, Decimal(7), Decimal(0), tercapai=True).compute() == 7
    for rumus in RumusCapaian:
        assert rumus.kata
        assert pickle.loads(pickle.dumps(rumus)) is rumus  # noqa: S301  # our own bytes


def test_explained_readings() -> None:
    """What had to be decided to read a cell, and a number too long for a line, are shown as such."""
    lines = LKJIP.capaian("1.234", Decimal(1) / 3).explain().splitlines()
    assert lines[1] == "        = 0,333333… ÷ 1.234 × 100"
    assert 'Target "1.234": tanda pemisah dapat dibaca sebagai ribuan atau desimal.' in lines


def test_presets_say_where_they_come_from() -> None:
    """Each preset is found by its name, states its source, and is a value that can be changed into another."""
    assert {item.nama: item for item in SEMUA} == KEBIJAKAN
    assert all(item.acuan for item in SEMUA)
    own = attrs.evolve(LKJIP, nama="Dinas", batas_atas=100)
    assert own.capaian(80, 100).nilai == 100
    assert LKJIP.capaian(80, 100).nilai == 125
    assert KEMENKEU.batas_atas == 120
    assert KEMENKEU.batas_bawah == 0
    assert LKJIP.batas_atas is None
    assert SIPD.batas_bawah is None
    assert KEMENKEU.target_negatif is TargetNegatif.SELISIH
    assert KEMENKEU.target_nol is TargetNol.TERBURUK
    assert KEMENKEU.stabil is MetodeStabil.SIMPANGAN
    assert KEMENKEU.konversi == Konversi({0: 0, 90: 100, 100: 120})
    assert PANRB_8_2021.stabil is MetodeStabil.BATAS
    assert SIPD.turun is MetodeTurun.RASIO
    for preset in SEMUA:
        assert (preset.digit, preset.pembulatan, preset.skala) == (2, Pembulatan.TAMPILAN, None)
        assert preset.predikat is MetodePredikat.PERINGKAT


def test_a_result_without_number() -> None:
    """A caller who knows why there is no number makes the same kind of result."""
    capaian = LKJIP.without_number(Kosong(), Kategori("WTP"), "turun", Alasan.REALISASI_GANDA)
    assert (capaian.polaritas, capaian.kebijakan, capaian.alasan) == (
        Polaritas.TURUN,
        LKJIP,
        Alasan.REALISASI_GANDA,
    )
    assert "Target: (kosong); realisasi: WTP." in capaian.explain()


# --- the algebra ----------------------------------------------------------------


def _polos(own: Kebijakan) -> Kebijakan:
    """The same convention without cap, floor and conversion, and rounded in print only."""
    return attrs.evolve(own, batas_atas=None, batas_bawah=None, konversi=None, pembulatan="tampilan")


def _any_kebijakan() -> st.SearchStrategy[Kebijakan]:
    return st.sampled_from(SEMUA) | kebijakan()


def _nilai(kebijakan: Kebijakan, target: Decimal, realisasi: Decimal, polaritas: Polaritas | str) -> Decimal:
    capaian = _polos(kebijakan).capaian(target, realisasi, polaritas)
    assert capaian.nilai is not None
    assert capaian.nilai == capaian.mentah
    return capaian.nilai


@SEDIKIT
@given(_any_kebijakan(), positif(), positif(), positif())
def test_more_is_better_and_less_is_better(
    own: Kebijakan, target: Decimal, one: Decimal, two: Decimal
) -> None:
    """Where higher is better the capaian rises with the realisasi; where lower is, it falls."""
    assume(one < two)
    assert _nilai(own, target, one, "naik") < _nilai(own, target, two, "naik")
    assert _nilai(own, target, one, "turun") > _nilai(own, target, two, "turun")


@SEDIKIT
@given(_any_kebijakan(), desimal_lebar(), st.sampled_from(Polaritas))
@example(LKJIP, Decimal("6.000000000000000000000000000000001"), Polaritas.TURUN)
@example(LKJIP, Decimal("9" * 34), Polaritas.TURUN)
def test_on_target_is_exactly_100(own: Kebijakan, nilai: Decimal, polaritas: Polaritas) -> None:
    """Whatever the formula and the direction, and to the last of 34 digits, on target is 100."""
    assume(nilai > 0)
    assert attrs.evolve(own, konversi=None).capaian(nilai, nilai, polaritas).nilai == 100


@SEDIKIT
@given(desimal_lebar(), st.sampled_from(["naik", "turun", "stabil"]))
def test_on_a_target_below_zero(nilai: Decimal, polaritas: str) -> None:
    """A deficit that is met is met: 100, whichever way is better."""
    assume(nilai < 0)
    assert KEMENKEU.capaian(nilai, nilai).nilai == 100
    assert JARAK.capaian(nilai, nilai, polaritas).nilai == 100


@SEDIKIT
@given(desimal(-(10**6), -1, 3), desimal(0, 10**6, 3))
def test_a_negative_target_is_judged_by_the_distance(target: Decimal, jarak: Decimal) -> None:
    """Better by some distance in one direction is worse by as much in the other."""
    baik = JARAK.capaian(target, target + jarak, "naik").nilai
    buruk = JARAK.capaian(target, target + jarak, "turun").nilai
    assert baik is not None
    assert buruk is not None
    assert baik >= 100 >= buruk
    assert abs(baik + buruk - 200) < Decimal("1E-20")


@SEDIKIT
@given(
    _any_kebijakan(),
    positif(10**6),
    positif(10**6),
    st.integers(1, 10**6),
    st.sampled_from(["naik", "turun"]),
)
def test_the_unit_does_not_matter(
    own: Kebijakan, target: Decimal, realisasi: Decimal, factor: int, polaritas: str
) -> None:
    """Counting in thousands instead of ones changes no capaian."""
    assert _nilai(own, target * factor, realisasi * factor, polaritas) == _nilai(
        own, target, realisasi, polaritas
    )


@SEDIKIT
@given(positif(), positif())
def test_the_two_formulas_agree_only_on_target(target: Decimal, realisasi: Decimal) -> None:
    """T/R is never below (2T - R)/T, and equal on target alone: x + 1/x >= 2."""
    assume(target != realisasi)
    selisih, rasio = (_nilai(kebijakan, target, realisasi, "turun") for kebijakan in (LKJIP, SIPD))
    assert rasio >= selisih
    assert (rasio > 100) == (selisih > 100) == (realisasi < target)


@SEDIKIT
@given(positif(10**6), st.integers(0, 100))
def test_too_much_is_as_bad_as_too_little(target: Decimal, persen: int) -> None:
    """Under ``simpangan`` a deviation counts the same to both sides of a stable target."""
    jarak = target * persen / 100
    low, high = (SIMPANGAN.capaian(target, r, "stabil").nilai for r in (target - jarak, target + jarak))
    assert low == high == 100 - persen


@SEDIKIT
@given(kebijakan(), desimal(), desimal(), st.sampled_from(Polaritas))
def test_bounds_bound(own: Kebijakan, target: Decimal, realisasi: Decimal, polaritas: Polaritas) -> None:
    """A capaian lies within cap and floor; where it is not the raw figure, a step says what was done."""
    capaian = own.capaian(target, realisasi, polaritas)
    assert (capaian.nilai is None) == (capaian.mentah is None) == (capaian.alasan is not None)
    if capaian.nilai is None or capaian.mentah is None:
        return
    assert own.batas_bawah is None or capaian.nilai >= own.batas_bawah
    assert own.batas_atas is None or capaian.nilai <= own.batas_atas
    done = [step for step in capaian.langkah if step.kode in {"konversi", "terbaik", "batas", "pembulatan"}]
    assert capaian.nilai == (done[-1].nilai if done else capaian.mentah)
    assert (polaritas in {Polaritas.STABIL, Polaritas.RENTANG} and own.konversi is not None) == (
        "konversi" in {step.kode for step in done}
    )
    assert str(capaian).endswith(" %")


@SEDIKIT
@given(kebijakan(), positif(10**6), positif(10**6), st.sampled_from(Polaritas))
def test_a_rounded_figure_has_the_decimals_of_the_policy(
    own: Kebijakan, target: Decimal, realisasi: Decimal, polaritas: Polaritas
) -> None:
    """Under ``hasil`` the figure itself has at most so many decimals, unless it is the cap or the floor."""
    own = attrs.evolve(own, pembulatan="hasil")
    capaian = own.capaian(target, realisasi, polaritas)
    if capaian.nilai is not None and capaian.nilai not in {own.batas_atas, own.batas_bawah}:
        scaled = capaian.nilai.scaleb(own.digit)
        assert scaled == scaled.to_integral_value()
        assert own.round(capaian.nilai) == capaian.nilai


@SEDIKIT
@given(kebijakan(galat=True))
def test_a_convention_is_a_value(own: Kebijakan) -> None:
    """Hashed, pickled, copied; what is evolved into nothing new, or there and back, is the same."""
    again = pickle.loads(pickle.dumps(own))  # noqa: S301  # our own bytes
    assert again == own == copy.deepcopy(own) == attrs.evolve(own)
    assert hash(again) == hash(own)
    assert (
        attrs.evolve(
            attrs.evolve(own, nama="lain", batas_atas=None), nama=own.nama, batas_atas=own.batas_atas
        )
        == own
    )
    assert Kebijakan(**{field.name: getattr(own, field.name) for field in attrs.fields(Kebijakan)}) == own
    with pytest.raises(AttributeError):
        own.digit = 3  # type: ignore[misc]


def _pairs() -> st.SearchStrategy[tuple[Isian, Isian]]:
    """Two cells of any kind, more often of the same kind than chance has it."""
    words = st.sampled_from(["WTP", "WDP", "Ya", "Tidak", "BB"])
    predikat = st.builds(Kategori, words, st.none() | desimal(0, 100, 2))
    angka = st.builds(Angka, desimal(-50, 50, 1), st.sampled_from(["", "%", "hari", "minggu"]))
    kinds: list[st.SearchStrategy[Any]] = [
        angka, umum.angka(), umum.rentang(), umum.batas(), umum.rasio(), umum.tanggal(), predikat, umum.kategori(),
    ]  # fmt: skip
    same = [st.tuples(kind, kind) for kind in kinds]
    return st.one_of(*same, *(st.tuples(kind, angka) for kind in kinds), st.tuples(isian(), isian()))


@SEDIKIT
@given(
    kebijakan(galat=True),
    _pairs(),
    st.none() | st.sampled_from(Polaritas),
    st.just(TANPA_RUJUKAN) | rujukan(),
)
def test_any_value_gives_a_number_or_a_reason(
    own: Kebijakan, pair: tuple[Isian, Isian], polaritas: Polaritas | None, rujukan: Rujukan
) -> None:
    """Whatever the cells hold, the comparison ends in one of the two, is explained, and is a value."""
    try:
        capaian = own.compare(*pair, polaritas, rujukan)
    except SakipError:
        assert own.target_nol is TargetNol.GALAT
        return
    assert (capaian.nilai is None) != (capaian.alasan is None)
    assert (capaian.tercapai is None) == (capaian.alasan is not None) == (capaian.hitungan is None)
    assert capaian.explain() == "\n".join(step.teks for step in capaian.langkah)
    assert capaian.explain().endswith(f"Kebijakan: {own.nama}. Acuan: {own.acuan}.")
    assert capaian.predikat is None or own.skala is not None
    again = pickle.loads(pickle.dumps(capaian))  # noqa: S301  # our own bytes
    assert again == capaian == copy.deepcopy(capaian)
    assert hash(again) == hash(capaian)


@SEDIKIT
@given(kebijakan(), st.lists(positif(10**4), min_size=2, max_size=2, unique=True), positif(10**4))
def test_within_a_range_is_100_and_outside_it_is_not(
    own: Kebijakan, ends: list[Decimal], realisasi: Decimal
) -> None:
    """Where a range has a method, 100 means within it, whichever way is better."""
    own = _polos(attrs.evolve(own, stabil=own.stabil or "simpangan"))
    low, high = sorted(ends)
    for polaritas in Polaritas:
        capaian = own.compare(Rentang(low, high), Angka(realisasi), polaritas)
        assert (capaian.nilai == 100) == (low <= realisasi <= high)


@SEDIKIT
@given(st.dates(AWAL, dt.date(2027, 1, 1)), st.dates(AWAL, dt.date(2027, 1, 1)))
def test_sooner_is_better(target: dt.date, selesai: dt.date) -> None:
    """In time is 100, sooner is more, later is less."""
    capaian = LKJIP.compare(Tanggal(target), Tanggal(selesai), None, Rujukan(awal=AWAL))
    assert capaian.nilai is not None
    assert (capaian.nilai > 100) == (selesai < target)
    assert (capaian.nilai == 100) == (selesai == target)


@SEDIKIT
@given(
    st.text(max_size=15) | st.decimals() | desimal_lebar() | st.floats() | st.integers(),
    st.text(max_size=15) | st.decimals() | desimal_lebar() | st.none(),
    st.sampled_from(["naik", "turun", "stabil", "rentang"]) | st.text(max_size=5),
)
def test_any_input_is_taken_or_refused(target: Any, realisasi: Any, polaritas: str) -> None:
    """No input raises anything but the library's own error."""
    for preset in (*SEMUA, GALAT):
        try:
            capaian = preset.capaian(target, realisasi, polaritas)
        except SakipError:
            continue
        assert str(capaian)
        assert capaian.explain()


@pytest.mark.parametrize(
    ("kebijakan", "polaritas", "pair"),
    list(
        itertools.product(
            (*SEMUA, attrs.evolve(KEMENKEU, nama="X", pembulatan="hasil", skala=SKALA_PERMENDAGRI_86)),
            ["naik", "turun", "stabil", None],
            [
                ("93,59", "88,125"),
                ("3", "1"),
                ("-10", "-11"),
                ("2 minggu", "10 hari"),
                ("80-90", "92,125"),
                ("≤ 93,59", "88,125"),
                ("1:32", "1:28"),
                ("BB (72,125)", "A (83,875)"),
            ],
        )
    ),
)
def test_the_callers_context_changes_nothing(
    kebijakan: Kebijakan, polaritas: str | None, pair: tuple[str, str]
) -> None:
    """Precision 3, rounding down and every trap of the caller change no digit of the result."""
    expected = kebijakan.capaian(*pair, polaritas)
    strict = decimal.Context(
        prec=3,
        rounding=decimal.ROUND_DOWN,
        Emin=-1,
        Emax=1,
        traps=[decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.Clamped, decimal.FloatOperation],
    )
    with decimal.localcontext(strict):
        capaian = kebijakan.capaian(*pair, polaritas)
        assert (capaian, str(capaian), capaian.explain()) == (expected, str(expected), expected.explain())
        assert capaian.predikat == expected.predikat
