"""How a realisasi comes about: each kind of formula, and every reason for there being none."""

from __future__ import annotations

import copy
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, Kategori, Rentang, TakTerbaca, read_nilai, round_half_up
from sakip.errors import AngkaError, ModelError, SakipError, TipeError
from sakip.rumus import (
    BAGIAN_IPM,
    IKM,
    IPM,
    RUMUS,
    UNSUR,
    Agregasi,
    BobotUnsur,
    Indeks,
    Jumlah,
    Komponen,
    Masukan,
    Nilai,
    Persen,
    Predikat,
    Rumus,
)
from sakip.skala import OPINI_BPK, Ordinal
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
        # IKM: 25 times the mean of nine elements; 0,11 for a ninth is 0,99 of it.
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 3)), "75", ""),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 1)), "25", ""),
        (IKM("0,11"), Masukan(komponen=dict.fromkeys(UNSUR, 4)), "99", ""),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 3), nilai="75,0"), "75", ""),
        (IKM(), Masukan(nilai="88,31"), "88.31", ""),
        # Nilai: taken as it is.
        (Nilai("Inspektorat"), Masukan(nilai="69,14"), "69.14", ""),
    ],
)
def test_figures(formula: Rumus, ukur: Masukan, nilai: str, satuan: str) -> None:
    """Each kind computes what its name says, from the parts or from the value as reported."""
    hasil = formula.compute(ukur)
    assert isinstance(hasil, Angka)
    assert (hasil.nilai, hasil.satuan) == (Decimal(nilai), satuan)


RESPONDEN = 29
JUMLAH_UNSUR = (105, 101, 100, 116, 102, 105, 106, 105, 115)
"""PermenPANRB 14/2017: a survey of 29 respondents, the sum of the answers for each element."""


def _survei() -> list[list[int]]:
    """Answers of 29 respondents, from 1 to 4, whose sums are those of the survey."""
    elements = []
    for total in JUMLAH_UNSUR:
        base, more = divmod(total, RESPONDEN)
        elements.append([base + 1] * more + [base] * (RESPONDEN - more))
    return [list(row) for row in zip(*elements, strict=True)]


def _ikm(ukur: Masukan, bobot: str = "tepat") -> Decimal:
    hasil = IKM(bobot).compute(ukur)
    assert isinstance(hasil, Angka)
    return hasil.nilai


@pytest.mark.parametrize(("bobot", "hasil"), [("tepat", "91.48"), ("0,11", "90.56")])
def test_ikm_of_the_published_survey(bobot: str, hasil: str) -> None:
    """955 ÷ 29 ÷ 9 × 25 = 91,48; with 0,11 for a ninth one percent is lost: 90,56."""
    jawaban = _survei()
    assert tuple(sum(row[place] for row in jawaban) for place in range(9)) == JUMLAH_UNSUR
    assert round_half_up(_ikm(IKM.from_jawaban(jawaban), bobot), 2) == Decimal(hasil)
    names = [Komponen(nama) for nama in UNSUR]
    indeks = Indeks(names).compute(IKM.from_jawaban(jawaban))
    assert isinstance(indeks, Angka)
    assert round_half_up(indeks.nilai * 25, 2) == Decimal("91.48")


def test_an_answer_that_is_missing_is_not_zero_and_not_counted() -> None:
    """Nobody is asked twice and nobody's silence lowers the index, in a list or in a mapping."""
    jawaban = _survei()
    full = IKM.from_jawaban(jawaban)
    silent: list[int | None] = [None] * 9
    assert IKM.from_jawaban([*jawaban, silent]) == full
    assert IKM.from_jawaban([*jawaban, {}, {UNSUR[0]: None}]) == full
    one = IKM.from_jawaban([[4] * 9, [2] * 8 + [None]])
    assert dict(one.komponen) == dict.fromkeys(UNSUR[:8], Decimal(3)) | {UNSUR[8]: Decimal(4)}
    assert IKM.from_jawaban([{UNSUR[2]: 3}]).komponen == ((UNSUR[2], Decimal(3)),)
    assert IKM.from_jawaban([]).komponen == ()


@pytest.mark.parametrize(
    ("jawaban", "atribut", "nilai", "harapan"),
    [
        ([[4] * 9, [5] + [4] * 8], "jawaban[2]['Persyaratan']", "5", "an answer from 1 to 4"),
        ([[4] * 8 + [0]], "jawaban[1]['Sarana dan prasarana']", "0", "an answer from 1 to 4"),
        ([{"Biaya/tarif": True}], "jawaban[1]['Biaya/tarif']", "True", "an answer from 1 to 4"),
        ([{"Biaya/tarif": 3.0}], "jawaban[1]['Biaya/tarif']", "3.0", "an answer from 1 to 4"),
        ([[4] * 9, [4] * 9, [4] * 8], "jawaban[3]", repr([4] * 8), "9 answers"),
        ([{"Parkir": 4}], "jawaban[1]", "'Parkir'", "an element of UNSUR"),
    ],
)
def test_answers_that_cannot_be(jawaban: Any, atribut: str, nilai: str, harapan: str) -> None:
    """An answer off the scale is refused by respondent and element, not averaged in."""
    with pytest.raises(ModelError) as caught:
        IKM.from_jawaban(jawaban)
    error = caught.value
    assert (error.kelas, error.atribut, error.nilai, error.harapan) == ("IKM", atribut, nilai, harapan)


@SEDIKIT
@given(
    st.lists(st.lists(st.integers(1, 4), min_size=9, max_size=9), min_size=1, max_size=12),
    st.randoms(use_true_random=False),
)
def test_ikm_is_between_25_and_100_whoever_answers_first(jawaban: list[list[int]], acak: Any) -> None:
    """All ones give 25 and all fours 100; the order of the respondents does not matter, and 0,11 gives 99 %."""
    ukur = IKM.from_jawaban(jawaban)
    nilai = _ikm(ukur)
    assert 25 <= nilai <= 100
    assert abs(Fraction(_ikm(ukur, "0,11")) - Fraction(99, 100) * Fraction(nilai)) < Fraction(1, 10**25)
    total = sum(map(sum, jawaban))
    assert abs(Fraction(nilai) - Fraction(25 * total, 9 * len(jawaban))) < Fraction(1, 10**25)
    acak.shuffle(jawaban)
    assert IKM.from_jawaban(jawaban) == ukur


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
        (IKM(), Masukan(), Alasan.BELUM_ADA_REALISASI),
        (IKM(), Masukan(nilai=RUSAK), Alasan.REALISASI_TAK_TERBACA),
        (IKM(), Masukan(nilai="24,99"), Alasan.DI_LUAR_SKALA),
        (IKM(), Masukan(nilai="100,01"), Alasan.DI_LUAR_SKALA),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR[1:], 3)), Alasan.BAGIAN_KURANG),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 3) | {"Parkir": 3}), Alasan.BAGIAN_KURANG),
        (IKM(), Masukan(komponen=[*((nama, 3) for nama in UNSUR), (UNSUR[0], 4)]), Alasan.REALISASI_GANDA),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 3) | {UNSUR[4]: "4,01"}), Alasan.DI_LUAR_SKALA),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 3) | {UNSUR[4]: "0,99"}), Alasan.DI_LUAR_SKALA),
        (IKM(), Masukan(komponen=dict.fromkeys(UNSUR, 3), nilai="80"), Alasan.BAGIAN_BERTENTANGAN),
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
        (IKM(), "A", Kategori("A", None, "A")),
        (OPINI, "wtp", Kategori("wtp", None, "wtp")),
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
        (IKM(), Masukan(nilai="88"), "IKM sebagaimana dilaporkan"),
        (
            IKM(),
            Masukan(komponen=dict.fromkeys(UNSUR[:2], Decimal(10) / 3)),
            "(3,3333 + 3,3333) × 1/9 × 25",
        ),
        (IKM("0,11"), Masukan(komponen={UNSUR[0]: 4}), "(4,0000) × 0,11 × 25"),
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
        (lambda: Predikat(("A", None)), r"^Predikat\.skala is None: a text is expected$"),  # type: ignore[arg-type]
        (lambda: Predikat(("A", "A")), r"^Predikat\.skala is \('A', 'A'\): each label once is expected$"),
        (lambda: Predikat(("A", " a")), r": each label once is expected$"),
        (
            lambda: Predikat(("A", "B"), (1,)),
            r"^Predikat\.nilai is .*: one value for each label is expected$",
        ),
        (lambda: Predikat(("A", "B"), (2, 1)), r"^Predikat\.nilai is .*: values that rise is expected$"),
        (lambda: Predikat({"A": 2, "B": 2}), r"^Predikat\.nilai is .*: values that rise is expected$"),
        (lambda: Predikat({"A": 1, "a": 2}), r"^Predikat\.skala is .*: each label once is expected$"),
        (lambda: IKM.from_jawaban(5), r"^IKM\.jawaban is 5: for each respondent 9 answers is expected$"),  # type: ignore[arg-type]
        (lambda: IKM.from_jawaban([5]), r"^IKM\.jawaban\[1\] is 5: 9 answers is expected$"),  # type: ignore[list-item]
        (lambda: IKM.from_jawaban([[4] * 9, None]), r"^IKM\.jawaban\[2\] is None: 9 answers is expected$"),  # type: ignore[list-item]
        (lambda: Predikat((), (1,)), r"^Predikat\.nilai is .*: one value for each label is expected$"),
        (lambda: Predikat(("A", "B"), (2, 1)), r": values that rise is expected$"),
        (lambda: Predikat(("A", "B"), (1, 1)), r": values that rise is expected$"),
        (
            lambda: IKM("sepersembilan"),
            r"^IKM\.bobot is 'sepersembilan': one of 'tepat', '0,11' is expected$",
        ),
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
        "ikm": Agregasi.NILAI_AKHIR,
        "ipm": Agregasi.NILAI_AKHIR,
        "nilai": Agregasi.NILAI_AKHIR,
        "predikat": Agregasi.NILAI_AKHIR,
    }


def test_a_scale_and_what_its_labels_are_worth() -> None:
    """Labels are worth their rank from 1, or what is declared; no labels are no scale."""
    assert Predikat().urutan is None
    assert OPINI.urutan == OPINI_BPK
    assert Predikat(OPINI_BPK).urutan == OPINI_BPK
    assert Predikat("Ada").urutan == Ordinal(["Ada"])
    nilai = Predikat(["rendah", "tinggi"], ("12,5", 100)).urutan
    assert nilai == Ordinal({"rendah": "12,5", "tinggi": 100})
    assert Predikat("Ada", 5).nilai == (Decimal(5),)
    assert Predikat("Ada", "5,5").nilai == (Decimal("5.5"),)
    assert IKM().bobot is BobotUnsur.TEPAT


def test_every_way_of_putting_periods_together_has_a_sentence() -> None:
    """Each is told apart from the others in Indonesian."""
    assert len({item.kalimat for item in Agregasi}) == len(Agregasi)


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
@example(IKM(), Masukan(nilai="50"))
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


def test_a_predicate_takes_the_values_of_an_order() -> None:
    """Those of an Ordinal or a mapping go with its labels; plain ranks are none of their own."""
    own = Predikat(Ordinal({"rendah": 50, "tinggi": 100}))
    assert own == Predikat({"rendah": "50", "tinggi": 100}) == Predikat(("rendah", "tinggi"), (50, 100))
    assert (own.skala, own.nilai) == (("rendah", "tinggi"), (Decimal(50), Decimal(100)))
    assert own.urutan == Ordinal({"rendah": 50, "tinggi": 100})
    assert Predikat(OPINI_BPK) == Predikat(("TMP", "TW", "WDP", "WTP")) == Predikat(OPINI_BPK, (1, 2, 3, 4))
    assert Predikat(OPINI_BPK).nilai == ()
    assert Predikat(OPINI_BPK).urutan == OPINI_BPK
    assert Predikat(OPINI_BPK, (10, 20, 30, 40)).nilai == tuple(map(Decimal, (10, 20, 30, 40)))
    assert Predikat(Ordinal({"a": 50}), 60).nilai == (Decimal(60),)
    assert Predikat({}) == Predikat()
    assert Predikat({"a": 50}, []) == Predikat({"a": 50})


def test_a_reported_index_whatever_the_caller_counts_with() -> None:
    """The bounds of an IKM are numbers, not products in the caller's context."""
    with decimal.localcontext() as context:
        context.prec = 1
        context.traps[decimal.Inexact] = True
        context.traps[decimal.Rounded] = True
        assert IKM().compute(Masukan(nilai=Angka(100))) == Angka(100)
        assert IKM().compute(Masukan(nilai=Angka(25))) == Angka(25)
        assert IKM().compute(Masukan(nilai=Angka("24,99"))) is Alasan.DI_LUAR_SKALA


def _ipm(uhh: str = "74,2", hls: str = "12,5", rls: str = "8,1", pengeluaran: str = "11.200.000") -> Masukan:
    return Masukan(komponen=dict(zip(BAGIAN_IPM, (uhh, hls, rls, pengeluaran), strict=True)))


def test_the_index_of_human_development() -> None:
    """BPS: UHH 74,2, HLS 12,5, RLS 8,1 and 11,2 million rupiah make 72,35."""
    hasil = IPM().compute(_ipm())
    assert isinstance(hasil, Angka)
    assert str(round_half_up(hasil.nilai, 2)) == "72.35"
    best = IPM().compute(_ipm("85", "18", "15", "26.572.352"))
    assert isinstance(best, Angka)
    assert round_half_up(best.nilai, 20) == 100
    assert IPM().describe(_ipm()).endswith("dari UHH 74,2; HLS 12,5; RLS 8,1; pengeluaran 11.200.000")


@pytest.mark.parametrize(
    ("masukan", "alasan"),
    [
        (_ipm(uhh="86"), Alasan.DI_LUAR_SKALA),
        (_ipm(hls="0", rls="0"), Alasan.DI_LUAR_SKALA),
        (_ipm(pengeluaran="0"), Alasan.DI_LUAR_SKALA),
        (Masukan(komponen={"UHH": 74}), Alasan.BAGIAN_KURANG),
        (Masukan(), Alasan.BELUM_ADA_REALISASI),
        (Masukan(nilai="104"), Alasan.DI_LUAR_SKALA),
    ],
)
def test_no_index_of_human_development(masukan: Masukan, alasan: Alasan) -> None:
    """A part beyond the ends that the method sets, or missing, gives its reason."""
    assert IPM().compute(masukan) is alasan


def test_a_reported_index_of_human_development() -> None:
    """An index that others computed is taken as it is."""
    hasil = IPM().compute(Masukan(nilai="72,35"))
    assert isinstance(hasil, Angka)
    assert hasil.nilai == Decimal("72.35")
    assert IPM().describe(Masukan()).startswith("IPM sebagaimana dilaporkan")
