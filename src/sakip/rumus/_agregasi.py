"""How the values of several periods become one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Angka, Isian, clean_satuan, convert_satuan
from sakip.rumus._masukan import Agregasi, Masukan, measured
from sakip.rumus._persen import Persen


@attrs.frozen
class NilaiPeriode:
    """The value of one period, ready to be put together with others.

    Attributes:
        nilai: The value.
        masukan: The parts that it was computed from, where they are known.
        bobot: What it counts in a mean: the months of its period.

    >>> NilaiPeriode(Angka(25, "%")).bobot
    3
    """

    nilai: Isian
    masukan: Masukan | None = None
    bobot: int = 3


def combine(agregasi: Agregasi, values: Sequence[NilaiPeriode], *, sebaran: bool = False) -> Isian | Alasan:
    """The values of several periods, in their order, as one.

    Args:
        agregasi: How.
        values: The values; at least one.
        sebaran: Whether percentages may be added, because the plan spreads a
            hundred over the periods.

    Returns:
        The value, or why there is none: percentages that would be added, units
        that differ, parts that are missing, what is no number.

    >>> tw = [NilaiPeriode(Angka(n)) for n in (4, 5, 4, 5)]
    >>> print(combine(Agregasi.JUMLAH, tw), combine(Agregasi.NILAI_AKHIR, tw), combine(Agregasi.RATA_RATA, tw))
    18 5 4,5
    >>> combine(Agregasi.JUMLAH, [NilaiPeriode(Angka(80, "%")), NilaiPeriode(Angka(90, "%"))])
    <Alasan.PERSEN_DIJUMLAH: 'persen_dijumlah'>
    >>> combine(Agregasi.GABUNGAN, [NilaiPeriode(Angka(50, "%"), Masukan(pembilang=1, penyebut=2)),
    ...                             NilaiPeriode(Angka(100, "%"), Masukan(pembilang=6, penyebut=6))])
    Angka(nilai=Decimal('87.5'), satuan='%', teks='', catatan=())
    """
    if agregasi is Agregasi.NILAI_AKHIR:
        return values[-1].nilai
    if agregasi is Agregasi.GABUNGAN:
        return _pool(values)
    first = values[0].nilai
    if not isinstance(first, Angka):
        return Alasan.BUKAN_ANGKA
    numbers: list[tuple[Decimal, int]] = []
    for item in values:
        if not isinstance(item.nilai, Angka):
            return Alasan.BUKAN_ANGKA
        nilai = convert_satuan(item.nilai.nilai, item.nilai.satuan, first.satuan)
        if nilai is None:
            return Alasan.SATUAN_BERBEDA
        numbers.append((nilai, item.bobot))
    if agregasi is Agregasi.JUMLAH and len(numbers) > 1 and clean_satuan(first.satuan) == "%" and not sebaran:
        return Alasan.PERSEN_DIJUMLAH
    return measured(_fold(agregasi, numbers), first.satuan)


def _fold(agregasi: Agregasi, numbers: Sequence[tuple[Decimal, int]]) -> Decimal:
    if agregasi is Agregasi.MAKSIMUM:
        return max(nilai for nilai, _ in numbers)
    if agregasi is Agregasi.MINIMUM:
        return min(nilai for nilai, _ in numbers)
    total, weight = Decimal(0), 0
    for nilai, bobot in numbers:
        times = bobot if agregasi is Agregasi.RATA_RATA else 1
        total = KONTEKS.fma(nilai, Decimal(times), total)
        weight += times
    return KONTEKS.divide(total, Decimal(weight)) if agregasi is Agregasi.RATA_RATA else total


def _pool(values: Sequence[NilaiPeriode]) -> Isian | Alasan:
    """All numerators by all denominators: never a mean of percentages."""
    above, below = Decimal(0), Decimal(0)
    for item in values:
        parts = item.masukan
        if parts is None or parts.pembilang is None or parts.penyebut is None:
            return Alasan.BAGIAN_KURANG
        above = KONTEKS.add(above, parts.pembilang)
        below = KONTEKS.add(below, parts.penyebut)
    return Persen().compute(Masukan(pembilang=above, penyebut=below))
