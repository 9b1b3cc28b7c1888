"""Capaian under each convention: the published figures, the edges, the algebra, the known slips."""

from __future__ import annotations

import copy
import decimal
import itertools
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import Angka, Kategori, Kosong, TakTerbaca, read_nilai, round_half_up
from sakip.errors import AngkaError, ModelError, SakipError, TipeError
from sakip.kebijakan import (
    KEBIJAKAN,
    KEMENKEU,
    LKJIP,
    PANRB_8_2021,
    SIPD,
    Capaian,
    Kebijakan,
    MetodeTurun,
    Polaritas,
    TargetNegatif,
)
from strategies import SEDIKIT, desimal, desimal_lebar, isian, kebijakan, positif

SEMUA = (LKJIP, KEMENKEU, PANRB_8_2021, SIPD)
SELISIH = (LKJIP, KEMENKEU, PANRB_8_2021)


def _persen(capaian: Capaian) -> str | None:
    """The figure to two decimals, half up, as reports print it."""
    return None if capaian.nilai is None else str(round_half_up(capaian.nilai, 2))


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "polaritas", "hasil"),
    [
        # Higher is better: R / T in every family.
        (LKJIP, "80 %", "72 %", "naik", "90.00"),
        (LKJIP, "95%", "98%", "naik", "103.16"),
        (LKJIP, "93,59 %", "88 %", "naik", "94.03"),
        (LKJIP, "100", "150", "naik", "150.00"),
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
        (KEMENKEU, "10", "21", "turun", "0.00"),
        (KEMENKEU, "0,1", "0,0101", "turun", "120.00"),
        (KEMENKEU, "10", "0", "turun", "120.00"),
        # PermenPANRB 8/2021 p. 110: 7 to 8 months.
        (PANRB_8_2021, "7", "6,5", "turun", "107.14"),
        (PANRB_8_2021, "8", "9", "turun", "87.50"),
        # T / R.
        (SIPD, "10", "8", "turun", "125.00"),
        (SIPD, "10", "12", "turun", "83.33"),
        # A target below zero: a deficit, a growth.
        (KEMENKEU, "-10", "-11", "naik", "90.00"),
        (KEMENKEU, "-10", "-5", "naik", "120.00"),
        # A comma is a decimal mark: five of twelve and a half is 40 %, not the 100 % of splitting it.
        (LKJIP, "12,5", "5", "naik", "40.00"),
        (LKJIP, "12,5", "12,5", "turun", "100.00"),
        (LKJIP, "85.5", "85,5", "naik", "100.00"),
        # A third is not rounded before it is a percentage.
        (LKJIP, "3", "1", "naik", "33.33"),
        # A target below one is not truncated to zero.
        (LKJIP, "0,85", "0,85", "naik", "100.00"),
        # An index is compared with its own target, not with a quarter of it.
        (LKJIP, "75", "75", "naik", "100.00"),
        (LKJIP, "5 kasus", "0 kasus", "turun", "200.00"),
    ],
)
def test_published_figures(
    kebijakan: Kebijakan, target: str, realisasi: str, polaritas: str, hasil: str
) -> None:
    """The figures of the regulations and reports, recomputed from their own inputs."""
    assert _persen(kebijakan.capaian(target, realisasi, polaritas)) == hasil


def test_raw_and_bounded_figures_are_both_kept() -> None:
    """KMK 127/2026: 0,0101 against 0,1 is 189,9 before the cap of 120, and 21 against 10 is -10."""
    capped = KEMENKEU.capaian("0,1", "0,0101", "turun")
    assert (capped.mentah, capped.nilai) == (Decimal("189.9"), Decimal(120))
    floored = KEMENKEU.capaian(10, 21, "turun")
    assert (floored.mentah, floored.nilai) == (Decimal(-10), Decimal(0))


@pytest.mark.parametrize(
    ("realisasi", "selisih", "rasio"),
    [
        ("80", "120.00", "125.00"),
        ("100", "100.00", "100.00"),
        ("120", "80.00", "83.33"),
        ("0", "200.00", None),
        ("250", "-50.00", "40.00"),
    ],
)
def test_two_formulas_for_lower_is_better(realisasi: str, selisih: str, rasio: str | None) -> None:
    """Target 100 through both legitimate formulas.

    Applications in use give 20, 21, 80, 100, 120 or 125 for a realisasi of 80, and 0 or 1 for
    one of exactly 100.
    """
    assert _persen(LKJIP.capaian(100, realisasi, "turun")) == selisih
    assert _persen(PANRB_8_2021.capaian(100, realisasi, "turun")) == selisih
    assert _persen(SIPD.capaian(100, realisasi, "turun")) == rasio


def test_known_slips_are_not_repeated() -> None:
    """1 + (1 - R/T) * 100 gives 21 for 10 and 8; (T - R)/T gives 0 on target; a zero realisasi of a
    thing to be avoided is the best result, not the worst."""
    assert LKJIP.capaian(10, 8, "turun").nilai == 120
    for preset in SEMUA:
        assert preset.capaian(100, 100, "turun").nilai == 100
    for preset in SELISIH:
        nol, satu = (preset.capaian(5, r, "turun").nilai for r in (0, 1))
        assert nol is not None
        assert satu is not None
        assert nol >= satu > 100


@pytest.mark.parametrize(
    ("kebijakan", "target", "realisasi", "polaritas", "alasan"),
    [
        (LKJIP, "0", "4", "naik", Alasan.TARGET_NOL),
        (LKJIP, "0", "0", "naik", Alasan.TARGET_NOL),
        (LKJIP, "0", "0", "turun", Alasan.TARGET_NOL),
        (KEMENKEU, "0", "4", "turun", Alasan.TARGET_NOL),
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
        (LKJIP, "WTP", "WTP", "naik", Alasan.BUKAN_ANGKA),
        (LKJIP, "≥ 80 %", "85 %", "naik", Alasan.BUKAN_ANGKA),
        (LKJIP, "0,425–0,430", "0,428", "rentang", Alasan.BUKAN_ANGKA),
        (LKJIP, "80", "BB (72)", "naik", Alasan.BUKAN_ANGKA),
        (LKJIP, "80", "80", "stabil", Alasan.METODE_TIDAK_ADA),
        (LKJIP, "80", "80", "rentang", Alasan.METODE_TIDAK_ADA),
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
        ((1, 1, None), ModelError),
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
        ModelError, match=r"^Kebijakan\.target_negatif is 'x': one of 'kosong', 'selisih' is expected$"
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
    with pytest.raises(ModelError, match=r"^Capaian\.nilai is None: a capaian with a number is expected$"):
        LKJIP.formula(LKJIP.capaian(0, 1))


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
    assert SIPD.turun is MetodeTurun.RASIO


def test_a_result_without_number() -> None:
    """A caller who knows why there is no number makes the same kind of result."""
    capaian = LKJIP.without_number(Kosong(), Kategori("WTP"), "turun", Alasan.REALISASI_GANDA)
    assert (capaian.polaritas, capaian.kebijakan, capaian.alasan) == (
        Polaritas.TURUN,
        LKJIP,
        Alasan.REALISASI_GANDA,
    )
    assert "Target: (kosong); realisasi: WTP." in capaian.explain()


def _nilai(kebijakan: Kebijakan, target: Decimal, realisasi: Decimal, polaritas: str) -> Decimal:
    capaian = kebijakan.capaian(target, realisasi, polaritas)
    assert capaian.mentah is not None
    return capaian.mentah


@SEDIKIT
@given(st.sampled_from(SEMUA), positif(), positif(), positif())
def test_more_is_better_and_less_is_better(
    kebijakan: Kebijakan, target: Decimal, one: Decimal, two: Decimal
) -> None:
    """Where higher is better the capaian rises with the realisasi; where lower is, it falls."""
    assume(one < two)
    assert _nilai(kebijakan, target, one, "naik") < _nilai(kebijakan, target, two, "naik")
    assert _nilai(kebijakan, target, one, "turun") > _nilai(kebijakan, target, two, "turun")


@SEDIKIT
@given(st.sampled_from(SEMUA), desimal_lebar(), st.sampled_from(["naik", "turun"]))
@example(LKJIP, Decimal("6.000000000000000000000000000000001"), "turun")
@example(LKJIP, Decimal("9" * 34), "turun")
def test_on_target_is_exactly_100(kebijakan: Kebijakan, nilai: Decimal, polaritas: str) -> None:
    """Whatever the formula, and to the last of 34 digits, on target is 100."""
    assume(nilai > 0)
    assert kebijakan.capaian(nilai, nilai, polaritas).nilai == 100


@SEDIKIT
@given(desimal_lebar())
def test_on_a_target_below_zero(nilai: Decimal) -> None:
    """A deficit that is met is met: 100."""
    assume(nilai < 0)
    assert KEMENKEU.capaian(nilai, nilai).nilai == 100


@SEDIKIT
@given(
    st.sampled_from(SEMUA),
    positif(10**6),
    positif(10**6),
    st.integers(1, 10**6),
    st.sampled_from(["naik", "turun"]),
)
def test_the_unit_does_not_matter(
    kebijakan: Kebijakan, target: Decimal, realisasi: Decimal, factor: int, polaritas: str
) -> None:
    """Counting in thousands instead of ones changes no capaian."""
    assert _nilai(kebijakan, target * factor, realisasi * factor, polaritas) == _nilai(
        kebijakan, target, realisasi, polaritas
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
@given(kebijakan(), desimal(), desimal(), st.sampled_from(Polaritas))
def test_bounds_bound(own: Kebijakan, target: Decimal, realisasi: Decimal, polaritas: Polaritas) -> None:
    """A capaian lies within cap and floor, and is the raw figure wherever that does."""
    capaian = own.capaian(target, realisasi, polaritas)
    assert (capaian.nilai is None) == (capaian.mentah is None) == (capaian.alasan is not None)
    if capaian.nilai is None or capaian.mentah is None:
        return
    low, high = (Decimal(end) if end is not None else None for end in (own.batas_bawah, own.batas_atas))
    assert low is None or capaian.nilai >= low
    assert high is None or capaian.nilai <= high
    if capaian.nilai != capaian.mentah:
        assert capaian.nilai in {low, high}
        assert "Dibatasi" in capaian.explain()
    assert capaian.explain()
    assert str(capaian).endswith(" %")


@SEDIKIT
@given(st.sampled_from(SEMUA), isian(), st.none() | isian(), st.sampled_from(Polaritas))
def test_any_value_gives_a_number_or_a_reason(
    kebijakan: Kebijakan, target: Any, realisasi: Any, polaritas: Polaritas
) -> None:
    """Whatever the cells hold, the comparison ends in one of the two, is explained, and is a value."""
    capaian = kebijakan.capaian(target, realisasi, polaritas)
    assert (capaian.nilai is None) != (capaian.alasan is None)
    assert capaian.explain().endswith(f"Kebijakan: {kebijakan.nama}. Acuan: {kebijakan.acuan}.")
    again = pickle.loads(pickle.dumps(capaian))  # noqa: S301  # our own bytes
    assert again == capaian == copy.deepcopy(capaian)
    assert hash(again) == hash(capaian)


@SEDIKIT
@given(
    st.text(max_size=15) | st.decimals() | desimal_lebar() | st.floats() | st.integers(),
    st.text(max_size=15) | st.decimals() | desimal_lebar() | st.none(),
    st.sampled_from(["naik", "turun", "stabil", "rentang"]) | st.text(max_size=5),
)
def test_any_input_is_taken_or_refused(target: Any, realisasi: Any, polaritas: str) -> None:
    """No input raises anything but the library's own error."""
    for preset in SEMUA:
        try:
            capaian = preset.capaian(target, realisasi, polaritas)
        except SakipError:
            continue
        assert str(capaian)
        assert capaian.explain()


@pytest.mark.parametrize(
    ("kebijakan", "polaritas", "pair"),
    list(itertools.product(SEMUA, ["naik", "turun"], [("93,59", "88,125"), ("3", "1"), ("-10", "-11")])),
)
def test_the_callers_context_changes_nothing(
    kebijakan: Kebijakan, polaritas: str, pair: tuple[str, str]
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
