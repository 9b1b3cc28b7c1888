"""How a realisasi comes about: each kind of formula, and every reason for there being none."""

from __future__ import annotations

import copy
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, Kategori, Rentang, TakTerbaca, read_nilai, round_half_up
from sakip.errors import AngkaError, ModelError, SakipError, TipeError
from sakip.rumus import RUMUS, Agregasi, Indeks, Jumlah, Komponen, Masukan, Nilai, Persen, Predikat, Rumus
from strategies import SEDIKIT, desimal, masukan, positif, rumus

RUSAK = read_nilai("13.2918.000")
TIMBANG = Indeks({"Perencanaan": 30, "Pengukuran": 70}, skala=(0, 100))
OPINI = Predikat(("TMP", "TW", "WDP", "WTP"))


@pytest.mark.parametrize(
    ("formula", "ukur", "nilai", "satuan"),
    [
        # Persen: R = numerator / denominator x 100.
        (Persen(), Masukan(pembilang=880, penyebut=1000), "88", "%"),
        (Persen(), Masukan(pembilang=0, penyebut=1000), "0", "%"),
        (Persen(), Masukan(pembilang=0, penyebut=Decimal("1E-34")), "0", "%"),
        (Persen(), Masukan(pembilang=1, penyebut=4, nilai="25 %"), "25", "%"),
        (Persen(), Masukan(pembilang=1, penyebut=4, nilai="-"), "25", "%"),
        (Persen(), Masukan(nilai="93,59 %"), "93.59", "%"),
        # Jumlah: as reported, or the sum of the parts.
        (Jumlah(), Masukan(nilai="55 Orang"), "55", "Orang"),
        (Jumlah(), Masukan(komponen={"laki-laki": 20, "perempuan": 35}), "55", ""),
        (Jumlah(("a", "b")), Masukan(komponen=[("b", "1,5"), ("a", 2)]), "3.5", ""),
        (Jumlah(), Masukan(komponen=[("a", 1), ("a", 2)]), "3", ""),
        (Jumlah("a"), Masukan(komponen={"a": 0}), "0", ""),
        # Indeks: the weighted mean. IKM of PermenPANRB 14/2017 weighs its nine unsur alike.
        (TIMBANG, Masukan(komponen={"Perencanaan": 80, "Pengukuran": 60}), "66", ""),
        (TIMBANG, Masukan(nilai="66,5"), "66.5", ""),
        (Indeks([Komponen("a"), Komponen("b")]), Masukan(komponen={"a": 1, "b": 2}), "1.5", ""),
        # Nilai: taken as it is.
        (Nilai("Inspektorat"), Masukan(nilai="69,14"), "69.14", ""),
    ],
)
def test_figures(formula: Rumus, ukur: Masukan, nilai: str, satuan: str) -> None:
    """Each kind computes what its name says, from the parts or from the value as reported."""
    hasil = formula.compute(ukur)
    assert isinstance(hasil, Angka)
    assert (hasil.nilai, hasil.satuan) == (Decimal(nilai), satuan)


def test_ikm() -> None:
    """PermenPANRB 14/2017, 29 respondents: nine unsur of equal weight give NI x 25 = 91,48."""
    sums = (105, 101, 100, 116, 102, 105, 106, 105, 115)
    names = [f"U{number}" for number in range(1, 10)]
    with decimal.localcontext(decimal.Context(prec=30)):
        means = {name: Decimal(total) / 29 for name, total in zip(names, sums, strict=True)}
    hasil = Indeks([Komponen(name) for name in names], skala=(1, 4)).compute(Masukan(komponen=means))
    assert isinstance(hasil, Angka)
    assert round_half_up(hasil.nilai * 25, 2) == Decimal("91.48")


@pytest.mark.parametrize(
    ("formula", "ukur", "alasan"),
    [
        (Persen(), Masukan(), Alasan.BELUM_ADA_REALISASI),
        (Persen(), Masukan(nilai="-"), Alasan.BELUM_ADA_REALISASI),
        (Persen(), Masukan(nilai=RUSAK), Alasan.REALISASI_TAK_TERBACA),
        (Persen(), Masukan(pembilang=1), Alasan.BAGIAN_KURANG),
        (Persen(), Masukan(penyebut=1), Alasan.BAGIAN_KURANG),
        (Persen(), Masukan(pembilang=1, penyebut=0), Alasan.PENYEBUT_NOL),
        (Persen(), Masukan(pembilang=0, penyebut=0), Alasan.PENYEBUT_NOL),
        (Persen(), Masukan(pembilang=1, penyebut=3, nilai="33,34 %"), Alasan.BAGIAN_BERTENTANGAN),
        (Persen(), Masukan(pembilang=1, penyebut=3, nilai="Baik"), Alasan.BAGIAN_BERTENTANGAN),
        (Persen(), Masukan(pembilang=1, penyebut=3, nilai=RUSAK), Alasan.REALISASI_TAK_TERBACA),
        (Persen(), Masukan(pembilang=10**33, penyebut=Decimal("1E-34")), Alasan.DI_LUAR_SKALA),
        (Jumlah(), Masukan(), Alasan.BELUM_ADA_REALISASI),
        (Jumlah(("a", "b")), Masukan(komponen={"a": 1}), Alasan.BAGIAN_KURANG),
        (Jumlah(("a",)), Masukan(komponen={"a": 1, "b": 2}), Alasan.BAGIAN_KURANG),
        (Jumlah(("a",)), Masukan(komponen=[("a", 1), ("a", 2)]), Alasan.REALISASI_GANDA),
        (Jumlah(), Masukan(komponen={"a": 1}, nilai="2"), Alasan.BAGIAN_BERTENTANGAN),
        (Jumlah(), Masukan(komponen={"a": "9" * 34, "b": "9" * 34}), Alasan.DI_LUAR_SKALA),
        (TIMBANG, Masukan(), Alasan.BELUM_ADA_REALISASI),
        (TIMBANG, Masukan(komponen={"Perencanaan": 80}), Alasan.BAGIAN_KURANG),
        (TIMBANG, Masukan(komponen={"Perencanaan": 80, "Lain": 80}), Alasan.BAGIAN_KURANG),
        (
            TIMBANG,
            Masukan(komponen=[("Perencanaan", 80), ("Pengukuran", 60), ("Pengukuran", 70)]),
            Alasan.REALISASI_GANDA,
        ),
        (Indeks(), Masukan(komponen={"a": 1}), Alasan.BAGIAN_KURANG),
        (TIMBANG, Masukan(nilai="104"), Alasan.DI_LUAR_SKALA),
        (TIMBANG, Masukan(nilai="-1"), Alasan.DI_LUAR_SKALA),
        (TIMBANG, Masukan(komponen={"Perencanaan": 180, "Pengukuran": 160}), Alasan.DI_LUAR_SKALA),
        (Nilai(), Masukan(), Alasan.BELUM_ADA_REALISASI),
        (OPINI, Masukan(), Alasan.BELUM_ADA_REALISASI),
        (OPINI, Masukan(nilai="bagus"), Alasan.DI_LUAR_SKALA),
        (OPINI, Masukan(nilai="4"), Alasan.DI_LUAR_SKALA),
    ],
)
def test_reasons(formula: Rumus, ukur: Masukan, alasan: Alasan) -> None:
    """Missing, unreadable, incomplete, contradictory, twice, undefined, off the scale: each by its name."""
    assert formula.compute(ukur) is alasan


@pytest.mark.parametrize(
    ("formula", "nilai", "hasil"),
    [
        (OPINI, "WTP", Kategori("WTP", None, "WTP")),
        (Predikat(), "BB (72)", Kategori("BB", 72, "BB (72)")),
        (Predikat(), "3", Angka(3, "", "3")),
        (Nilai(), "3-5", Rentang(3, 5, "", "3-5")),
        (TIMBANG, "A", Kategori("A", None, "A")),
    ],
)
def test_values_pass_as_reported(formula: Rumus, nilai: str, hasil: Isian) -> None:
    """What is reported in words or as a range stays that; a predicate on its scale keeps its label."""
    assert formula.compute(Masukan(nilai=nilai)) == hasil


@pytest.mark.parametrize(("pembilang", "penyebut"), [(1, 3), (1, 3000), (7, 90_000_000), (2, 10**20)])
def test_small_shares_are_shares(pembilang: int, penyebut: int) -> None:
    """One of three thousand is 0,0333… %, and a thousandth of that is a number too."""
    hasil = Persen().compute(Masukan(pembilang=pembilang, penyebut=penyebut))
    assert isinstance(hasil, Angka)
    assert abs(Fraction(hasil.nilai) - Fraction(100 * pembilang, penyebut)) <= Fraction(1, 2 * 10**32)


def test_a_reported_value_is_compared_at_its_own_digits() -> None:
    """A report rounds by hand, so 33, 33,3 and 33,33 all agree with 1/3; the exact share is used."""
    for lapor in ("33 %", "33,3", "33,33 %"):
        hasil = Persen().compute(Masukan(pembilang=1, penyebut=3, nilai=lapor))
        assert isinstance(hasil, Angka)
        assert hasil.nilai == Decimal("33.33333333333333333333333333333333")


@pytest.mark.parametrize(
    ("formula", "ukur", "teks"),
    [
        (Persen("tertangani", "seluruh"), Masukan(nilai="5"), "tertangani ÷ seluruh × 100 %"),
        (
            Persen(),
            Masukan(pembilang=880, penyebut=1000),
            "pembilang ÷ penyebut × 100 % = 880 ÷ 1.000 × 100 %",
        ),
        (Persen(), Masukan(pembilang=880), "pembilang ÷ penyebut × 100 %"),
        (Jumlah(), Masukan(), "jumlah yang dihitung"),
        (Jumlah(), Masukan(komponen=[("a", 1000), ("b", "2,5")]), "a + b = 1.000 + 2,5"),
        (TIMBANG, Masukan(nilai="5"), "indeks sebagaimana dilaporkan"),
        (
            TIMBANG,
            Masukan(komponen={"Perencanaan": 80, "Pengukuran": 60}),
            "(30 × Perencanaan (80) + 70 × Pengukuran (60)) ÷ jumlah bobot",
        ),
        (TIMBANG, Masukan(komponen={"Perencanaan": 80}), "(30 × Perencanaan (80)) ÷ jumlah bobot"),
        (Nilai(), Masukan(), "nilai sebagaimana dilaporkan"),
        (Nilai("BPS"), Masukan(), "nilai dari BPS"),
        (Predikat(), Masukan(), "predikat sebagaimana dilaporkan"),
        (OPINI, Masukan(), "predikat pada skala TMP < TW < WDP < WTP"),
    ],
)
def test_described_in_words(formula: Rumus, ukur: Masukan, teks: str) -> None:
    """The formula in Indonesian, with the numbers put in where they are known."""
    assert formula.describe(ukur) == teks


@pytest.mark.parametrize(
    ("make", "pesan"),
    [
        (
            lambda: Indeks({"a": 0}),
            r"^Indeks\.komponen is .*: a weight above zero for each part is expected$",
        ),
        (lambda: Indeks({"a": "-1"}), r"^Indeks\.komponen is .*: a weight above zero"),
        (
            lambda: Indeks([Komponen("a"), Komponen("a")]),
            r"^Indeks\.komponen is .*: each name once is expected$",
        ),
        (lambda: Indeks(skala=(4, 1)), r"^Indeks\.skala is .*: a lower and a higher end is expected$"),
        (lambda: Indeks(skala=(1, 1)), r"^Indeks\.skala is .*: a lower and a higher end"),
        (lambda: Indeks(skala=(1,)), r"^Indeks\.skala is .*: a lower and a higher end"),
        (lambda: Indeks(skala=(1, 2, 3)), r"^Indeks\.skala is .*: a lower and a higher end"),
        (lambda: Indeks(skala=5), r"^Indeks\.skala is 5: a lower and a higher end"),
        (lambda: Indeks(["a"]), r"^Indeks\.komponen is \['a'\]: a mapping of names to weights"),
        (lambda: Indeks(5), r"^Indeks\.komponen is 5: a mapping of names to weights"),
        (
            lambda: Masukan(komponen=5),  # type: ignore[arg-type]
            r"^Masukan\.komponen is 5: a mapping, or pairs, of names and numbers is",
        ),
        (lambda: Masukan(komponen="abc"), r"^Masukan\.komponen is 'abc': a mapping, or pairs"),  # type: ignore[arg-type]
        (lambda: Masukan(komponen=[(1, 2)]), r"^Masukan\.komponen is \[\(1, 2\)\]: a mapping, or pairs"),  # type: ignore[list-item]
        (lambda: Persen(5), r"^Persen\.pembilang is 5: a text is expected$"),  # type: ignore[arg-type]
        (lambda: Jumlah(5), r"^Jumlah\.bagian is 5: a text is expected$"),
        (lambda: Predikat(("A", None)), r"^Predikat\.skala is None: a text is expected$"),
        (lambda: Predikat(("A", "A")), r"^Predikat\.skala is \('A', 'A'\): each label once is expected$"),
    ],
)
def test_formulas_that_cannot_be(make: Any, pesan: str) -> None:
    """A weight of nothing, a name twice and a scale without room are refused by attribute and value."""
    with pytest.raises(ModelError, match=pesan):
        make()


@pytest.mark.parametrize(
    ("bagian", "error"),
    [
        ({"pembilang": 0.5}, TipeError),
        ({"penyebut": True}, TipeError),
        ({"nilai": 0.5}, TipeError),
        ({"komponen": {"a": 0.5}}, TipeError),
        ({"pembilang": "32.400.0000"}, AngkaError),
        ({"nilai": "2 dokumen, 3 laporan"}, AngkaError),
        ({"penyebut": Decimal("NaN")}, AngkaError),
    ],
)
def test_measurements_are_exact(bagian: dict[str, Any], error: type[SakipError]) -> None:
    """A float, a truth value and an unreadable text are no measurement."""
    with pytest.raises(error):
        Masukan(**bagian)


def test_periods_of_each_kind() -> None:
    """A count adds up over the quarters; a share, an index, a score and a predicate do not."""
    assert {name: kelas.agregasi for name, kelas in RUMUS.items()} == {
        "persen": Agregasi.NILAI_AKHIR,
        "jumlah": Agregasi.JUMLAH,
        "indeks": Agregasi.NILAI_AKHIR,
        "nilai": Agregasi.NILAI_AKHIR,
        "predikat": Agregasi.NILAI_AKHIR,
    }


def test_parts_or_none() -> None:
    """Any part is a part; a value alone is none."""
    assert not Masukan(nilai="5").has_parts
    for bagian in ({"pembilang": 0}, {"penyebut": 0}, {"komponen": {"a": 0}}):
        assert Masukan(**bagian).has_parts


@SEDIKIT
@given(desimal(0, 10**9, 3), positif())
def test_a_share_times_its_whole_is_the_part(part: Decimal, whole: Decimal) -> None:
    """Persen is division: the share of the whole gives the part back."""
    hasil = Persen().compute(Masukan(pembilang=part, penyebut=whole))
    assert isinstance(hasil, Angka)
    assert abs(Fraction(hasil.nilai) * Fraction(whole) / 100 - Fraction(part)) < Fraction(1, 10**20)


@SEDIKIT
@given(st.lists(desimal(), min_size=1, max_size=6))
def test_a_sum_is_the_sum_of_its_parts_in_any_order(parts: list[Decimal]) -> None:
    """Addition is exact and does not depend on the order."""
    rows = [(f"bagian {number}", part) for number, part in enumerate(parts)]
    expected = sum((Fraction(part) for part in parts), Fraction(0))
    for order in (rows, rows[::-1]):
        hasil = Jumlah().compute(Masukan(komponen=order))
        assert isinstance(hasil, Angka)
        assert Fraction(hasil.nilai) == expected


@SEDIKIT
@given(st.lists(st.tuples(positif(), desimal(0, 100, 2)), min_size=1, max_size=6))
def test_an_index_lies_between_its_parts(parts: list[tuple[Decimal, Decimal]]) -> None:
    """A weighted mean is never below the lowest or above the highest part."""
    weights = {f"bagian {number}": weight for number, (weight, _) in enumerate(parts)}
    values = {f"bagian {number}": value for number, (_, value) in enumerate(parts)}
    hasil = Indeks(weights).compute(Masukan(komponen=values))
    assert isinstance(hasil, Angka)
    slack = Decimal("1E-25")
    assert min(values.values()) - slack <= hasil.nilai <= max(values.values()) + slack


@SEDIKIT
@given(rumus(), masukan())
def test_any_measurement_gives_a_value_or_a_reason(formula: Rumus, ukur: Masukan) -> None:
    """No measurement makes a formula raise; both are values, and a description is never empty."""
    hasil = formula.compute(ukur)
    assert isinstance(hasil, Isian | Alasan)
    assert not isinstance(hasil, TakTerbaca)
    assert formula.describe(ukur)
    for value in (formula, ukur):
        again = pickle.loads(pickle.dumps(value))  # noqa: S301  # our own bytes
        assert again == value == copy.deepcopy(value)
        assert hash(again) == hash(value)


@SEDIKIT
@given(rumus(), masukan())
def test_the_callers_context_changes_nothing(formula: Rumus, ukur: Masukan) -> None:
    """Precision 3, rounding down and every trap of the caller change no result."""
    expected = formula.compute(ukur), formula.describe(ukur)
    strict = decimal.Context(
        prec=3,
        rounding=decimal.ROUND_DOWN,
        Emin=-1,
        Emax=1,
        traps=[decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.Clamped, decimal.FloatOperation],
    )
    with decimal.localcontext(strict):
        assert (formula.compute(ukur), formula.describe(ukur)) == expected
