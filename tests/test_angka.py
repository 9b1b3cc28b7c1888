"""Numbers as Indonesian documents print them: read exactly, refused with a reason, written back."""

from __future__ import annotations

import contextlib
import copy
import datetime as dt
import decimal
import enum
import pickle
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.angka import (
    DESIMAL_MAPAN,
    PRESISI,
    Angka,
    Batas,
    Catatan,
    Desimal,
    Isian,
    JenisKosong,
    Kategori,
    Kosong,
    Rasio,
    Rentang,
    Sebab,
    TakTerbaca,
    Tanda,
    Tanggal,
    clean_satuan,
    convert_satuan,
    format_angka,
    format_persen,
    format_rupiah,
    format_tanggal,
    is_senilai,
    nama_bulan,
    parse_angka,
    parse_nilai,
    parse_rupiah,
    read_nilai,
    round_half_up,
    scan_rupiah,
    settle,
    to_decimal,
    to_finite,
    to_isian,
    to_optional_decimal,
)
from sakip.errors import AngkaError, ModelError, PeriodeError, SakipError, TipeError
from sakip.model import Pagu, RealisasiAnggaran
from strategies import SEDIKIT, desimal_lebar, isian

SPASI, AMBIGU, LAIN, KURUNG, HURUF = (
    Catatan.SPASI_DALAM,
    Catatan.AMBIGU,
    Catatan.PEMISAH_LAIN,
    Catatan.KURUNG_NEGATIF,
    Catatan.TERBILANG,
)


@pytest.mark.parametrize(
    ("teks", "koma", "titik"),
    [
        ("1.234.567", "1234567", "1234567"),
        ("12,5", "12.5", "12.5"),
        ("85.5", "85.5", "85.5"),
        ("4.25", "4.25", "4.25"),
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("1.234,5", "1234.5", "1234.5"),
        ("1,234.5", "1234.5", "1234.5"),
        ("23. 000.000", "23000000", "23000000"),
        ("3.536.925. 665", "3536925665", "3536925665"),
        ("-5", "-5", "-5"),
        ("+5", "5", "5"),
        ("\u22125", "-5", "-5"),
        ("\u00a093,59\u202f", "93.59", "93.59"),
        ("(1.000)", "-1000", "-1.000"),
        ("0", "0", "0"),
        ("0,425", "0.425", "0.425"),
        ("0.850", "0.850", "0.850"),
        ("007", "7", "7"),
        ("100,00", "100", "100"),
    ],
)
def test_numbers_under_both_conventions(teks: str, koma: str, titik: str) -> None:
    """Dots part thousands in threes and the comma marks decimals; what only one convention can
    read means the same under both, what both can read differs (1.234)."""
    assert parse_angka(teks) == Decimal(koma)
    assert parse_angka(teks, desimal=".") == Decimal(titik)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("13.2918.000", Sebab.PENGELOMPOKAN),
        ("32.400.0000", Sebab.PENGELOMPOKAN),
        ("1.23.4", Sebab.PENGELOMPOKAN),
        ("1,2,3", Sebab.PENGELOMPOKAN),
        ("0.000.001", Sebab.PENGELOMPOKAN),
        ("", Sebab.BUKAN_ANGKA),
        ("-", Sebab.BUKAN_ANGKA),
        ("n/a", Sebab.BUKAN_ANGKA),
        ("#DIV/0!", Sebab.BUKAN_ANGKA),
        ("WTP", Sebab.BUKAN_ANGKA),
        ("93,59 %", Sebab.BUKAN_ANGKA),
        ("55 Orang", Sebab.BUKAN_ANGKA),
        ("NaN", Sebab.BUKAN_ANGKA),
        ("Infinity", Sebab.BUKAN_ANGKA),
        ("1e5", Sebab.BUKAN_ANGKA),
        ("1_000", Sebab.BUKAN_ANGKA),
        ("1 000", Sebab.BUKAN_ANGKA),
        ("(-1)", Sebab.BUKAN_ANGKA),
        ("\u0661\u0662", Sebab.BUKAN_ANGKA),
        ("1,", Sebab.BUKAN_ANGKA),
        (",5", Sebab.BUKAN_ANGKA),
        ("9" * 35, Sebab.TERLALU_PANJANG),
        ("0," + "0" * 34 + "1", Sebab.TERLALU_PANJANG),
    ],
)
def test_no_number_is_guessed(teks: str, sebab: Sebab) -> None:
    """Malformed groupings of the documents, words, and what Python alone would take are refused
    with the reason and the text as given."""
    with pytest.raises(AngkaError) as caught:
        parse_angka(teks)
    assert (caught.value.teks, caught.value.sebab) == (teks, sebab.value)
    assert sebab.english in str(caught.value)


@pytest.mark.parametrize("desimal", [";", "", None, 5])
def test_the_decimal_mark_is_a_comma_or_a_point(desimal: Any) -> None:
    """Any other mark is refused as such, by every reader."""
    for read in (parse_angka, parse_nilai, read_nilai):
        with pytest.raises(ModelError, match="desimal is "):
            read("5", desimal=desimal)


CELLS: list[tuple[str, Isian]] = [
    ("1.234.567", Angka("1234567")),
    ("93,59 %", Angka("93,59", "%")),
    ("93,59%", Angka("93,59", "%")),
    ("12,5", Angka("12,5")),
    ("85.5", Angka(Decimal("85.5"), catatan=(LAIN,))),
    ("1.234", Angka(1234, catatan=(AMBIGU,))),
    ("1.234 Orang", Angka(1234, "Orang", catatan=(AMBIGU,))),
    ("23. 000.000", Angka(23_000_000, catatan=(SPASI,))),
    ("3.536.925. 665", Angka(3_536_925_665, catatan=(SPASI,))),
    ("55 Orang", Angka(55, "Orang")),
    ("12lbg", Angka(12, "lbg")),
    ("33 Orang / Bulan", Angka(33, "Orang / Bulan")),
    ("≥ 80 %", Batas(Tanda.MINIMAL, 80, "%")),
    (">= 80%", Batas(Tanda.MINIMAL, 80, "%")),
    ("minimal 80", Batas(Tanda.MINIMAL, 80)),
    ("Paling banyak 5 hari", Batas(Tanda.MAKSIMAL, 5, "hari")),
    ("≤ 3", Batas(Tanda.MAKSIMAL, 3)),
    ("< 20", Batas(Tanda.KURANG, 20)),
    ("> 20", Batas(Tanda.LEBIH, 20)),
    ("0,425–0,430", Rentang("0,425", "0,430")),
    ("4,98-5,23", Rentang("4,98", "5,23")),
    ("4,98%–5,23%", Rentang("4,98", "5,23", "%")),
    ("3-5", Rentang(3, 5)),
    ("3 s.d. 5 Dokumen", Rentang(3, 5, "Dokumen")),
    ("-5--3", Rentang(-5, -3)),
    ("-5", Angka(-5)),
    ("(1.000)", Angka(-1000, catatan=(AMBIGU, KURUNG))),
    ("WTP", Kategori("WTP")),
    ("BB (72)", Kategori("BB", 72)),
    ("Level 3", Kategori("Level 3")),
    ("1:32", Rasio(1, 32)),
    ("1 : 32 rasio", Rasio(1, 32, "rasio")),
    ("-", Kosong(JenisKosong.STRIP)),
    ("–", Kosong(JenisKosong.STRIP)),
    ("n/a", Kosong(JenisKosong.NA)),
    ("N.A.", Kosong(JenisKosong.NA)),
    ("", Kosong()),
    (" \u00a0", Kosong()),
    ("#DIV/0!", Kosong(JenisKosong.GALAT)),
    ("#ref!", Kosong(JenisKosong.GALAT)),
    ("Rp1.500.000", Angka(1_500_000, "Rp")),
    ("Rp5.500.000,-", Angka(5_500_000, "Rp")),
    ("80 (delapan puluh) orang", Angka(80, "orang", catatan=(HURUF,))),
    ("5 m2", Angka(5, "m2")),
    ("70 per 1.000 KH", Angka(70, "per 1.000 KH")),
    ("2 ‰", Angka(2, "‰")),
    ("31 Maret 2025", Tanggal(dt.date(2025, 3, 31))),
    ("2025-03-31", Tanggal(dt.date(2025, 3, 31))),
    ("tgl 1 Nopember 2024", Tanggal(dt.date(2024, 11, 1))),
    ("TGL. 5 Pebruari 2024", Tanggal(dt.date(2024, 2, 5))),
    ("Tanggal 17  Agustus 2025", Tanggal(dt.date(2025, 8, 17))),
]
"""What the cells of real forms hold; a value compares by all but the text."""


@pytest.mark.parametrize(("teks", "nilai"), [(t, n) for t, n in CELLS if t.strip()])
def test_cells(teks: str, nilai: Isian) -> None:
    """Each spelling of the documents is read as what it says, with the text kept as printed.

    A range of growth (RKP 2025: 4,98 %-5,23 %) is two numbers, "12,5" is twelve and a half
    and never 12 and 5, a ratio is no quotient, a predicate stays words.
    """
    hasil = parse_nilai(teks)
    assert _bare(hasil) == _bare(nilai)
    assert hasil == read_nilai(teks)
    assert str(hasil) == teks


def _bare(nilai: Isian) -> tuple[object, ...]:
    """Class and parts without the text as printed."""
    return type(nilai), *(
        getattr(nilai, field.name) for field in attrs.fields(type(nilai)) if field.name != "teks"
    )


@pytest.mark.parametrize("teks", ["", " \u00a0"])
def test_an_empty_cell(teks: str) -> None:
    """White space alone is an empty cell, not zero."""
    assert parse_nilai(teks) == Kosong(JenisKosong.KOSONG, teks)


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("13.2918.000", Sebab.PENGELOMPOKAN),
        ("32.400.0000", Sebab.PENGELOMPOKAN),
        ("Rp 32.400.0000", Sebab.PENGELOMPOKAN),
        ("13.2918.000 Orang", Sebab.PENGELOMPOKAN),
        ("≥ 1.23.4 %", Sebab.PENGELOMPOKAN),
        ("1.23.4-5", Sebab.PENGELOMPOKAN),
        ("BB (1.23.4)", Sebab.PENGELOMPOKAN),
        ("2 dokumen, 3 laporan", Sebab.LEBIH_DARI_SATU),
        ("2 dokumen-3 laporan", Sebab.LEBIH_DARI_SATU),
        ("3-5-7", Sebab.LEBIH_DARI_SATU),
        ("1:2 3:4", Sebab.LEBIH_DARI_SATU),
        ("5-3", Sebab.RENTANG_TERBALIK),
        ("1e5", Sebab.BUKAN_ANGKA),
        ("≥ banyak", Sebab.BUKAN_ANGKA),
        ("Baik²", Sebab.BUKAN_ANGKA),
        ("9" * 40 + " %", Sebab.TERLALU_PANJANG),
        # Days that are not there, and one that is two days in two conventions.
        ("31 Februari 2025", Sebab.LEBIH_DARI_SATU),
        ("2025-02-31", Sebab.LEBIH_DARI_SATU),
        ("1 Maretember 2025", Sebab.LEBIH_DARI_SATU),
        ("0 Januari 0000", Sebab.LEBIH_DARI_SATU),
        ("01/02/2025", Sebab.LEBIH_DARI_SATU),
    ],
)
def test_cells_that_cannot_be_read(teks: str, sebab: Sebab) -> None:
    """What would have to be guessed is refused with the whole cell and the reason; a reader of
    documents keeps it as printed instead."""
    with pytest.raises(AngkaError) as caught:
        parse_nilai(teks)
    assert (caught.value.teks, caught.value.sebab) == (teks, sebab.value)
    assert read_nilai(teks) == TakTerbaca(teks, sebab)
    assert str(read_nilai(teks)) == teks


def test_the_other_convention_for_cells() -> None:
    """Under the point, 1.234 is one and a bit, and 1,234 a thousand; both stay marked as ambiguous."""
    for teks, nilai in (("1.234", Decimal("1.234")), ("1,234", Decimal(1234))):
        assert parse_nilai(teks, desimal=".") == Angka(nilai, "", teks, (AMBIGU,))
    assert parse_nilai("12,5", desimal=".") == Angka(Decimal("12.5"), "", "12,5", (LAIN,))


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Angka("93,59", "%"), "93,59 %"),
        (Angka(1_234_567), "1.234.567"),
        (Rentang("0,425", "0,43", "poin"), "0,425–0,43 poin"),
        (Batas("≥", 80, "%"), "≥ 80 %"),
        (Rasio(1, 32), "1:32"),
        (Kategori("BB", 72), "BB (72)"),
        (Kategori("WTP"), "WTP"),
        (Tanggal(dt.date(2025, 3, 31)), "31 Maret 2025"),
        (Kosong(), ""),
    ],
)
def test_values_that_were_never_printed(nilai: Isian, teks: str) -> None:
    """A value made by a program is printed the Indonesian way, and read back as itself."""
    assert str(nilai) == teks
    assert _bare(parse_nilai(teks)) == _bare(nilai)


def test_bounds_that_cannot_be() -> None:
    """A range upside down, and a sign or kind that does not exist, are refused by name."""
    with pytest.raises(AngkaError, match="'5–3' is not a number: the lower bound"):
        Rentang(5, 3)
    with pytest.raises(ModelError, match=r"Batas\.tanda is '≈': one of '≥', '>', '≤', '<' is expected"):
        Batas("≈", 5)
    with pytest.raises(ModelError, match=r"Kosong\.jenis is 'hampa': one of"):
        Kosong("hampa")


@pytest.mark.parametrize(
    "nilai",
    [0.1, 5.0, float("nan"), True, False, None, b"5", [5], 5j, dt.datetime(2025, 1, 1, tzinfo=dt.UTC)],
)
def test_refused_types(nilai: Any) -> None:
    """A float has lost its digits already, a bool is no measurement; neither is taken anywhere."""
    name = type(nilai).__name__
    for take in (to_decimal, to_isian, parse_rupiah, Angka):
        with pytest.raises(TipeError, match=f"^{name} is refused: pass "):
            take(nilai)
    for read in (parse_angka, parse_nilai, read_nilai, scan_rupiah):
        with pytest.raises(TipeError, match=f"^{name} is refused: pass the text as printed$"):
            read(nilai)


def test_a_day_is_a_value_but_no_number() -> None:
    """A date is taken where a cell may hold anything, as the day it is, and refused where a number must be."""
    day = dt.date(2025, 3, 31)
    assert to_isian(day) == Tanggal(day)
    for take in (to_decimal, parse_rupiah, Angka):
        with pytest.raises(TipeError, match=r"^date is refused: pass "):
            take(day)  # type: ignore[arg-type]
    with pytest.raises(TipeError, match=r"^str is refused: pass a datetime\.date$"):
        Tanggal("31 Maret 2025")  # type: ignore[arg-type]


@pytest.mark.parametrize("nilai", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_only_finite_numbers(nilai: str) -> None:
    """A Decimal that is no number is refused wherever a number is taken."""
    for take in (to_decimal, to_isian, parse_rupiah):
        with pytest.raises(AngkaError) as caught:
            take(Decimal(nilai))
        assert caught.value.sebab == Sebab.TAK_HINGGA.value


@pytest.mark.parametrize(
    "nilai", [10**34, -(10**34), 1 << 5000, Decimal("1E-35"), Decimal("1E+34"), Decimal("1." + "1" * 34)]
)
def test_only_numbers_that_stay_exact(nilai: Decimal | int) -> None:
    """What 34 digits cannot hold is refused instead of rounded."""
    with pytest.raises(AngkaError) as caught:
        to_decimal(nilai)
    assert caught.value.sebab == Sebab.TERLALU_PANJANG.value


def test_the_largest_numbers() -> None:
    """34 digits are held exactly."""
    assert to_decimal(10**PRESISI - 1) == Decimal("9" * PRESISI)
    assert to_decimal(Decimal("1E-34")) == Decimal("1E-34")
    assert to_optional_decimal(None) is None
    assert to_optional_decimal("12,5") == Decimal("12.5")


def test_to_isian() -> None:
    """A value of the model stays itself; numbers and texts become one."""
    kosong = Kosong()
    assert to_isian(kosong) is kosong
    assert to_isian(Decimal("1.5")) == Angka("1,5")
    assert to_isian("-") == Kosong("strip", "-")


@pytest.mark.parametrize(
    ("teks", "rupiah", "catatan"),
    [
        ("306.749.630", 306_749_630, ()),
        ("23.000", 23_000, ()),
        ("23. 000.000", 23_000_000, (SPASI,)),
        ("3.536.925. 665", 3_536_925_665, (SPASI,)),
        ("Rp 1.500.000,00", 1_500_000, ()),
        ("Rp. 271.000", 271_000, ()),
        ("IDR 5000", 5_000, ()),
        ("Rp5.000,-", 5_000, ()),
        ("Rp5.000,--", 5_000, ()),
        ("1,500,000.00", 1_500_000, ()),
        ("(1.000)", -1_000, (KURUNG,)),
        ("(Rp1.000)", -1_000, (KURUNG,)),
        ("-Rp1.000", -1_000, ()),
        ("Rp -1.000", -1_000, ()),
        ("0", 0, ()),
    ],
)
def test_rupiah(teks: str, rupiah: int, catatan: tuple[Catatan, ...]) -> None:
    """Money is whole rupiah, so a dot before three digits is never a decimal mark."""
    assert scan_rupiah(teks) == (rupiah, catatan)
    assert parse_rupiah(teks) == rupiah


@pytest.mark.parametrize(
    ("nilai", "sebab"),
    [
        ("13.2918.000", Sebab.PENGELOMPOKAN),
        ("32.400.0000", Sebab.PENGELOMPOKAN),
        ("1.500,50", Sebab.PECAHAN_RUPIAH),
        (Decimal("0.5"), Sebab.PECAHAN_RUPIAH),
        ("", Sebab.BUKAN_ANGKA),
        ("-", Sebab.BUKAN_ANGKA),
        ("gratis", Sebab.BUKAN_ANGKA),
        ("1rp000", Sebab.BUKAN_ANGKA),
        ("(-1.000)", Sebab.BUKAN_ANGKA),
        ("(1.000", Sebab.BUKAN_ANGKA),
        ("9" * 35, Sebab.TERLALU_PANJANG),
        (10**34, Sebab.TERLALU_PANJANG),
    ],
)
def test_no_rupiah(nilai: str | int | Decimal, sebab: Sebab) -> None:
    """A printed amount that is malformed, and one with sen, are refused with the reason."""
    with pytest.raises(AngkaError) as caught:
        parse_rupiah(nilai)
    assert (caught.value.teks, caught.value.sebab) == (str(nilai), sebab.value)


def test_rupiah_from_numbers() -> None:
    """Whole numbers of any exact type are amounts."""

    class Kecil(enum.IntEnum):
        LIMA = 5

    assert [parse_rupiah(n) for n in (23_000, Decimal("23000.00"), -5, Kecil.LIMA)] == [23_000, 23_000, -5, 5]


@pytest.mark.parametrize(
    ("nilai", "digit", "hasil"),
    [
        ("2.345", 2, "2.35"),
        ("2.335", 2, "2.34"),
        ("0.125", 2, "0.13"),
        ("-2.5", 0, "-3"),
        ("2.5", 0, "3"),
        ("1250", -2, "1300"),
        ("93.59", 4, "93.5900"),
        ("9" * 34, 2, "9" * 34 + ".00"),
    ],
)
def test_half_up(nilai: str, digit: int, hasil: str) -> None:
    """Halves go away from zero, as documents round (93,595 is 93,60), not to the even digit."""
    assert round_half_up(Decimal(nilai), digit) == Decimal(hasil)


@pytest.mark.parametrize(
    ("satuan", "bersih"),
    [
        ("Orang / Bulan", "orang/bulan"),
        ("persen", "%"),
        ("Persentase", "%"),
        (" Org ", "orang"),
        ("Dok", "dokumen"),
        ("rupiah", "rp"),
        ("Rp.", "rp"),
        ("thn", "tahun"),
        ("poin persen", "poinpersen"),
        ("", ""),
    ],
)
def test_units_without_their_spelling(satuan: str, bersih: str) -> None:
    """Capitals, spaces and short forms make no other unit."""
    assert clean_satuan(satuan) == bersih


@pytest.mark.parametrize(
    ("nilai", "dari", "ke", "hasil"),
    [
        # Lengths that are exact: 7 days, 24 hours, 60 minutes; 12 months, 4 quarters, 2 semesters.
        ("2", "minggu", "hari", "14"),
        ("90", "menit", "jam", "1.5"),
        ("1", "hari", "menit", "1440"),
        ("1", "Tahun", "bulan", "12"),
        ("3", "Triwulan", "bln", "9"),
        ("1", "tahun", "semester", "2"),
        ("90", "persen", "%", "90"),
        ("90", "", "%", "90"),
        ("90", "%", "", "90"),
        ("90", " ", "%", "90"),
        # A month has no fixed number of days, a working day is no day, a point is no per cent.
        ("1", "bulan", "hari", None),
        ("1", "tahun", "minggu", None),
        ("5", "hari", "hari kerja", None),
        ("5", "%", "poin persen", None),
        ("5", "Orang", "Dokumen", None),
    ],
)
def test_units_into_each_other(nilai: str, dari: str, ke: str, hasil: str | None) -> None:
    """Only lengths whose proportion is exact are turned into each other."""
    assert convert_satuan(Decimal(nilai), dari, ke) == (None if hasil is None else Decimal(hasil))


@SEDIKIT
@given(
    st.decimals(-(10**9), 10**9, places=3),
    st.sampled_from([("minggu", "hari"), ("hari", "menit"), ("tahun", "bulan"), ("semester", "triwulan")]),
)
def test_a_unit_there_and_back(nilai: Decimal, satuan: tuple[str, str]) -> None:
    """Into the smaller unit and back again is the same figure."""
    besar, kecil = satuan
    sana = convert_satuan(nilai, besar, kecil)
    assert sana is not None
    assert abs(sana) >= abs(nilai)
    assert convert_satuan(sana, kecil, besar) == nilai


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        ("74.99999999999999", "75"),
        ("75.00000000000001", "75"),
        ("33.25", "33.25"),
        ("0.00000000005", "0.0000000001"),
        ("-74.99999999999999", "-75"),
        ("1E+20", "1E+20"),
    ],
)
def test_settled(nilai: str, hasil: str) -> None:
    """The noise of a division goes away; what was printed by hand stays."""
    assert settle(Decimal(nilai)) == Decimal(hasil)


@SEDIKIT
@given(desimal_lebar())
def test_settling_moves_less_than_anyone_prints(nilai: Decimal) -> None:
    """At most half of the tenth decimal, once, and nothing where there are no more decimals."""
    hasil = settle(nilai)
    assert abs(Fraction(hasil) - Fraction(nilai)) <= Fraction(1, 2 * 10**DESIMAL_MAPAN)
    assert (Fraction(hasil) * 10**DESIMAL_MAPAN).denominator == 1
    assert settle(hasil) == hasil


def test_written_the_indonesian_way() -> None:
    """Dots part the thousands, the comma marks decimals; money, per cent, dates and months."""
    assert format_angka(6312818993) == "6.312.818.993"
    assert format_angka(Decimal("1234.5"), 2) == "1.234,50"
    assert format_angka(Decimal("1E+3")) == "1.000"
    assert format_persen(Decimal("94.0271")) == "94,03 %"
    assert format_persen(100, None) == "100 %"
    assert (format_rupiah(6_312_818_993), format_rupiah(-1000), format_rupiah(0)) == (
        "Rp6.312.818.993",
        "-Rp1.000",
        "Rp0",
    )
    assert format_tanggal(dt.date(2025, 8, 17)) == "17 Agustus 2025"
    assert format_tanggal(dt.date(5, 8, 17)) == "17 Agustus 0005"
    assert (nama_bulan(1), nama_bulan(12)) == ("Januari", "Desember")
    for bulan in (0, 13, -1):
        with pytest.raises(PeriodeError, match="months are counted from 1 to 12"):
            nama_bulan(bulan)
    for nilai in (0.5, True):
        with pytest.raises(TipeError):
            format_angka(nilai)  # type: ignore[arg-type]


@SEDIKIT
@given(desimal_lebar())
@example(Decimal("1.234"))
@example(Decimal("-0.5"))
def test_written_and_read_back(nilai: Decimal) -> None:
    """Every number that can be held is read back from its own print, digit for digit."""
    teks = format_angka(nilai)
    assert parse_angka(teks) == nilai == to_decimal(teks)
    hasil = parse_nilai(teks)
    assert isinstance(hasil, Angka)
    assert hasil.nilai == nilai


@SEDIKIT
@given(st.integers(-(10**33), 10**33))
def test_money_written_and_read_back(jumlah: int) -> None:
    """Every amount is read back from its own print."""
    assert parse_rupiah(format_rupiah(jumlah)) == jumlah == parse_rupiah(jumlah)


@SEDIKIT
@given(desimal_lebar(), st.integers(-5, 12))
def test_rounding_moves_by_half_a_digit_at_most(nilai: Decimal, digit: int) -> None:
    """Rounding is idempotent, and what it moves is at most half of the last digit kept."""
    with decimal.localcontext(decimal.Context(prec=200)):
        hasil = round_half_up(nilai, digit)
        assert abs(hasil - nilai) <= Decimal(5).scaleb(-digit - 1)
    assert round_half_up(hasil, digit) == hasil
    assert round_half_up(-nilai, digit) == -hasil


STRICT = decimal.Context(
    prec=3,
    rounding=decimal.ROUND_DOWN,
    Emin=-1,
    Emax=1,
    traps=[decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.Clamped, decimal.FloatOperation],
)
"""A caller's context that would spoil any computation that used it."""


@pytest.mark.parametrize(("teks", "nilai"), CELLS)
def test_the_callers_context_changes_no_cell(teks: str, nilai: Isian) -> None:
    """Precision 3, rounding down and every trap of the caller change nothing that is read."""
    with decimal.localcontext(STRICT):
        assert _bare(read_nilai(f"{teks} ")) == _bare(nilai)


@SEDIKIT
@given(desimal_lebar(), st.integers(0, 6))
def test_the_callers_context_changes_no_figure(nilai: Decimal, digit: int) -> None:
    """Nor what is written, rounded, or taken."""
    expected = (format_angka(nilai), format_angka(nilai, digit), format_persen(nilai), to_decimal(nilai))
    with decimal.localcontext(STRICT):
        assert (
            format_angka(nilai),
            format_angka(nilai, digit),
            format_persen(nilai),
            to_decimal(nilai),
        ) == expected
        assert parse_angka(expected[0]) == nilai


@SEDIKIT
@given(
    st.text(max_size=30) | st.text("0123456789.,-–%:()<>≥ RpIDRabe\n", max_size=20),
    st.sampled_from([",", "."]),
)
@example("1" * 5000, ",")
@example("\ud800", ",")
@example("²", ",")
def test_any_text_is_read_or_refused(teks: str, desimal: Desimal) -> None:
    """No text whatever raises anything but the library's own error, and reading is deterministic."""
    for read in (parse_angka, parse_nilai):
        first, second = (_outcome(lambda: read(teks, desimal=desimal)) for _ in range(2))  # noqa: B023
        assert first == second or str(first) == str(second)
        assert not isinstance(first, AngkaError) or first.teks == teks
    assert read_nilai(teks, desimal=desimal).teks == teks
    money = _outcome(lambda: scan_rupiah(teks))
    assert not isinstance(money, AngkaError) or money.teks == teks


def _outcome(call: Callable[[], object]) -> object:
    """What a call gives: a value or the library's own error; any other error passes through."""
    try:
        return call()
    except SakipError as error:
        return error


@SEDIKIT
@given(isian())
def test_values_are_values(nilai: Isian) -> None:
    """Every value is hashable, equal to its copies, and survives pickling."""
    again = pickle.loads(pickle.dumps(nilai))  # noqa: S301  # our own bytes
    assert again == nilai == copy.deepcopy(nilai)
    assert len({again, nilai}) == 1
    with pytest.raises(AttributeError):
        nilai.teks = "lain"  # type: ignore[misc]


@pytest.mark.parametrize("item", [*Catatan, *Sebab])
def test_remarks_and_reasons_have_sentences(item: Catatan | Sebab) -> None:
    """Each remark and each reason has an Indonesian sentence of its own and survives pickling."""
    assert [other.kalimat for other in type(item)].count(item.kalimat) == 1
    assert pickle.loads(pickle.dumps(item)) is item  # noqa: S301  # our own bytes


@pytest.mark.parametrize(
    "teks", ["5" + " " * 100_000 + "\x00", "(" * 100_000, "5 a" * 50_000, "1:" * 50_000, "5.5" * 50_000]
)
def test_a_hostile_cell_is_read_or_refused_at_once(teks: str) -> None:
    """No text makes the reader try again and again: each of these would take minutes if it did."""
    with contextlib.suppress(SakipError):
        parse_nilai(teks)


@given(st.dates())
@SEDIKIT
def test_a_date_of_any_year_is_read_back(hari: dt.date) -> None:
    """A year has four digits, so that what is printed can be read."""
    assert parse_nilai(str(Tanggal(hari))) == Tanggal(hari, str(Tanggal(hari)))


def test_a_finite_number_of_any_length() -> None:
    """What was computed is taken as it is; what a caller passes is bounded like any other."""
    assert to_finite(Decimal("1E-60")) == Decimal("1E-60")
    assert (to_finite(7), to_finite("7,5")) == (Decimal(7), Decimal("7.5"))
    for other in (Decimal("Infinity"), Decimal("NaN"), 10**40, "1E-60"):
        with pytest.raises(AngkaError):
            to_finite(other)
    with pytest.raises(TipeError):
        to_finite(0.5)  # type: ignore[arg-type]


@given(
    st.one_of(
        st.builds(Angka, st.decimals(-(10**9), 10**9, places=4), st.sampled_from(("", "%", "Orang / Bulan"))),
        st.builds(Batas, st.sampled_from(Tanda), st.integers(0, 10**6)),
        st.builds(Rasio, st.integers(1, 99), st.integers(1, 10**4)),
        st.builds(Kategori, st.sampled_from(("A", "Sangat Baik")), st.none() | st.integers(0, 100)),
        st.dates().map(Tanggal),
    )
)
def test_a_value_is_equal_to_what_is_read_where_it_was_written(nilai: Isian) -> None:
    """Whether it was printed yet is no part of what it is (ADR 17)."""
    again = parse_nilai(str(nilai))
    assert again == nilai
    assert hash(again) == hash(nilai)
    assert {nilai: 1}[again] == 1


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        (parse_nilai("93,5"), parse_nilai("93,50")),
        (parse_nilai("12"), parse_nilai("12 %")),
        (Angka(12), Kategori("12")),
        (Pagu(2025, 5_000), Pagu(2025, 5_000, teks="Rp5.000")),
        (Pagu(2025, 5_000), Pagu(2025, 5_000, versi="perubahan")),
        (RealisasiAnggaran("P1", 2025, 5_000), Pagu(2025, 5_000)),
    ],
)
def test_what_is_printed_otherwise_is_another_value(satu: object, dua: object) -> None:
    assert satu != dua


# --- worth the same -----------------------------------------------------------


@SEDIKIT
@given(isian(), isian(), desimal_lebar())
def test_worth_goes_both_ways(satu: Isian, lain: Isian, toleransi: Decimal) -> None:
    """A value is worth itself, and as much as another that is worth as much as it, however near is asked."""
    assert is_senilai(satu, satu)
    if not any(getattr(item, "satuan", "") for item in (satu, lain)):
        assert is_senilai(satu, lain, abs(toleransi)) is is_senilai(lain, satu, abs(toleransi))


@pytest.mark.parametrize(
    ("satu", "lain", "senilai"),
    [
        ("5", "5,0", True),
        ("5 Orang", "5 org", True),
        ("5 Orang", "5", True),
        ("5 Orang", "5 Paket", False),
        ("1 jam", "60 menit", True),
        ("≥ 5", "5", True),
        ("≥ 5", "> 5", False),
        ("3-5 hari", "72-120 jam", True),
        ("3-5 hari", "3-6 hari", False),
        ("1:4", "1 : 4", True),
        ("1:4", "2:8", False),
        ("Sangat Baik", "sangat  baik", True),
        ("BB (72)", "BB", True),
        ("BB (72)", "BB (73)", False),
        ("31 Maret 2025", "2025-03-31", True),
        ("-", "", True),
        ("-", "0", False),
        ("1.2.3", "1.2.3", True),
        ("1.2.3", "1.2.4", False),
    ],
)
def test_worth_the_same(satu: str, lain: str, *, senilai: bool) -> None:
    assert is_senilai(read_nilai(satu), read_nilai(lain)) is senilai


def test_how_far_two_may_be_apart_is_the_callers() -> None:
    assert is_senilai(Angka(10), Angka("10.4"), Decimal("0.4"))
    assert not is_senilai(Angka(10), Angka("10.41"), Decimal("0.4"))
