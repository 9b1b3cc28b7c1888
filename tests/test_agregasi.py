"""Values of several periods as one: each way, units, shares, and what has no sum."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, parse_nilai
from sakip.rumus import Agregasi, Masukan, NilaiPeriode, Persen, combine
from strategies import SEDIKIT, desimal, isian, masukan, positif


def deret(*cells: str) -> list[NilaiPeriode]:
    """Quarters as printed."""
    return [NilaiPeriode(parse_nilai(cell)) for cell in cells]


def angka(hasil: Isian | Alasan) -> Decimal:
    """The number of what was put together."""
    assert isinstance(hasil, Angka)
    return hasil.nilai


KONSOLIDASI: list[tuple[str, Agregasi, Sequence[str], str]] = [
    ("Kemenkeu: Sum, sampai TW II", Agregasi.JUMLAH, ("4", "5"), "9"),
    ("Kemenkeu: Sum, setahun", Agregasi.JUMLAH, ("4", "5", "4", "5"), "18"),
    ("Kemenkeu: Average, sampai TW III", Agregasi.RATA_RATA, ("4", "5", "6"), "5"),
    ("Kemenkeu: Average, setahun", Agregasi.RATA_RATA, ("4", "5", "4", "5"), "4.5"),
    ("Kemenkeu: Average, persen", Agregasi.RATA_RATA, ("80 %", "90 %", "100 %", "90 %"), "90"),
    ("Kemenkeu: Take Last Known, sampai TW III", Agregasi.NILAI_AKHIR, ("25", "60", "75"), "75"),
    ("Kemenkeu: Take Last Known, setahun", Agregasi.NILAI_AKHIR, ("25", "60", "75", "100"), "100"),
    ("tertinggi", Agregasi.MAKSIMUM, ("-3", "5", "4"), "5"),
    ("terendah", Agregasi.MINIMUM, ("3", "-5", "4"), "-5"),
    ("Kemenag 2024: 60 org = 15 org tiap TW", Agregasi.JUMLAH, ("15 org", "15 Orang", "15", "15 org"), "60"),
    ("Kemenag 2024: 45, 45, 45, 42", Agregasi.JUMLAH, ("45", "45", "45", "42"), "177"),
    ("dalam satuan periode pertama", Agregasi.JUMLAH, ("1 minggu", "14 hari"), "3"),
    ("nol dihitung", Agregasi.RATA_RATA, ("0", "10"), "5"),
    ("satu persentase tidak dijumlahkan dengan apa pun", Agregasi.JUMLAH, ("80 %",), "80"),
]


@pytest.mark.parametrize(("sumber", "agregasi", "cells", "hasil"), KONSOLIDASI, ids=str)
def test_periods_are_put_together(sumber: str, agregasi: Agregasi, cells: Sequence[str], hasil: str) -> None:
    """Each way on figures whose answer is known beforehand."""
    assert angka(combine(agregasi, deret(*cells))) == Decimal(hasil), sumber


TANPA_HASIL: list[tuple[Agregasi, Sequence[str], Alasan]] = [
    (Agregasi.JUMLAH, ("80 %", "80 %"), Alasan.PERSEN_DIJUMLAH),
    (Agregasi.JUMLAH, ("80 persen", "80"), Alasan.PERSEN_DIJUMLAH),
    (Agregasi.JUMLAH, ("5 orang", "5 unit"), Alasan.SATUAN_BERBEDA),
    (Agregasi.RATA_RATA, ("5 orang", "5 %"), Alasan.SATUAN_BERBEDA),
    (Agregasi.JUMLAH, ("WTP", "5"), Alasan.BUKAN_ANGKA),
    (Agregasi.MAKSIMUM, ("5", "3–5"), Alasan.BUKAN_ANGKA),
    (Agregasi.MINIMUM, ("≥ 5", "5"), Alasan.BUKAN_ANGKA),
    (Agregasi.GABUNGAN, ("80 %", "90 %"), Alasan.BAGIAN_KURANG),
]


@pytest.mark.parametrize(("agregasi", "cells", "alasan"), TANPA_HASIL)
def test_what_cannot_be_put_together(agregasi: Agregasi, cells: Sequence[str], alasan: Alasan) -> None:
    """Percentages, other units, what is no number, parts that nobody told."""
    assert combine(agregasi, deret(*cells)) is alasan


def test_shares_of_one_whole_add_up() -> None:
    """Percentages that the plan spreads over the periods are parts of a hundred."""
    cells = deret("26 %", "26 %", "25 %", "23 %")
    assert combine(Agregasi.JUMLAH, cells, sebaran=True) == Angka(100, "%")
    assert combine(Agregasi.JUMLAH, cells) is Alasan.PERSEN_DIJUMLAH


def test_the_last_value_may_be_anything() -> None:
    """A predicate or a range of the last period is that of the year."""
    assert combine(Agregasi.NILAI_AKHIR, deret("80 %", "WTP")) == parse_nilai("WTP")


def test_a_mean_weighs_months() -> None:
    """A semester counts as much as the two quarters that it holds."""
    values = [NilaiPeriode(Angka(10), bobot=6), NilaiPeriode(Angka(20)), NilaiPeriode(Angka(40))]
    assert combine(Agregasi.RATA_RATA, values) == Angka(20)


BAGIAN = [
    ([(1, 2), (9, 10)], "83.33333333333333333333333333333333"),
    ([(1, 2), (6, 6)], "87.5"),
    ([(0, 10), (10, 10)], "50"),
    ([(0, 0), (3, 4)], "75"),
]


@pytest.mark.parametrize(("parts", "persen"), BAGIAN)
def test_shares_are_pooled(parts: list[tuple[int, int]], persen: str) -> None:
    """All numerators by all denominators: 1/2 and 9/10 are 10/12, not the mean of 50 % and 90 %."""
    values = [NilaiPeriode(Angka(0, "%"), Masukan(pembilang=above, penyebut=below)) for above, below in parts]
    assert combine(Agregasi.GABUNGAN, values) == Angka(Decimal(persen), "%")


@pytest.mark.parametrize("parts", [None, Masukan(nilai=5), Masukan(pembilang=1), Masukan(penyebut=1)])
def test_a_share_without_its_parts_is_not_pooled(parts: Masukan | None) -> None:
    """One period that tells the percentage alone leaves the year open."""
    whole = NilaiPeriode(Angka(50, "%"), Masukan(pembilang=1, penyebut=2))
    assert combine(Agregasi.GABUNGAN, [whole, NilaiPeriode(Angka(50, "%"), parts)]) is Alasan.BAGIAN_KURANG


def test_nothing_to_divide_by() -> None:
    """No case in any period is no percentage."""
    values = [NilaiPeriode(Angka(0, "%"), Masukan(pembilang=0, penyebut=0))] * 2
    assert combine(Agregasi.GABUNGAN, values) is Alasan.PENYEBUT_NOL


@given(st.lists(st.tuples(positif(), positif()), min_size=1, max_size=12))
@SEDIKIT
def test_pooled_is_what_a_single_count_gives(parts: list[tuple[Decimal, Decimal]]) -> None:
    """Counted in pieces or all at once, the percentage is the same."""
    values = [NilaiPeriode(Angka(0, "%"), Masukan(pembilang=above, penyebut=below)) for above, below in parts]
    once = Masukan(pembilang=sum(above for above, _ in parts), penyebut=sum(below for _, below in parts))
    assert combine(Agregasi.GABUNGAN, values) == Persen().compute(once)


@given(st.lists(desimal(), min_size=1, max_size=12))
@SEDIKIT
def test_bounds_of_every_way(numbers: list[Decimal]) -> None:
    """Lowest ≤ mean ≤ highest, the last is one of them, and the sum is the sum."""
    values = [NilaiPeriode(Angka(number, "Orang")) for number in numbers]
    low, mean, high, last, total = (
        angka(combine(how, values))
        for how in (
            Agregasi.MINIMUM,
            Agregasi.RATA_RATA,
            Agregasi.MAKSIMUM,
            Agregasi.NILAI_AKHIR,
            Agregasi.JUMLAH,
        )
    )
    assert (low, high, last) == (min(numbers), max(numbers), numbers[-1])
    assert low <= mean <= high
    assert total == sum(numbers)


@given(
    st.sampled_from(Agregasi),
    st.lists(
        st.builds(NilaiPeriode, isian(), st.none() | masukan(), st.integers(1, 12)), min_size=1, max_size=5
    ),
    st.booleans(),
)
@SEDIKIT
def test_anything_gives_a_value_or_a_reason(
    agregasi: Agregasi,
    values: list[NilaiPeriode],
    sebaran: bool,  # noqa: FBT001  # drawn
) -> None:
    """Whatever the periods hold, there is an answer."""
    hasil = combine(agregasi, values, sebaran=sebaran)
    assert isinstance(hasil, Alasan | Isian)
