"""The index of human development, by the method that BPS has used since 2014."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Angka, Isian, format_angka
from sakip.rumus._masukan import Agregasi, Masukan, agree, find_incomplete

BAGIAN_IPM = ("UHH", "HLS", "RLS", "pengeluaran")
"""Umur harapan hidup, harapan lama sekolah, rata-rata lama sekolah (years), and
pengeluaran per kapita disesuaikan (rupiah a year).

>>> len(BAGIAN_IPM)
4
"""

_UHH = Decimal(20), Decimal(65)
_HLS, _RLS = Decimal(18), Decimal(15)
_TERENDAH, _TERTINGGI = Decimal(1_007_436), Decimal(26_572_352)
_SERATUS, _TIGA = Decimal(100), Decimal(3)


@attrs.frozen
class IPM:
    """The index of human development: the geometric mean of health, education and spending.

    Health is (UHH − 20) ÷ 65, education the mean of HLS ÷ 18 and RLS ÷ 15, spending the
    place of its logarithm between those of 1.007.436 and 26.572.352 rupiah. The
    classes are `sakip.skala.STATUS_IPM`.

    Acuan: BPS, metode baru.

    >>> from sakip.angka import round_half_up
    >>> terukur = Masukan(komponen={"UHH": "74,2", "HLS": "12,5", "RLS": "8,1", "pengeluaran": 11_200_000})
    >>> round_half_up(IPM().compute(terukur).nilai, 2)
    Decimal('72.35')
    """

    jenis: ClassVar[str] = "ipm"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The index from 0 to 100, or why there is none."""
        if not masukan.komponen:
            hasil = masukan.langsung
            beyond = isinstance(hasil, Angka) and not 0 <= hasil.nilai <= _SERATUS
            return Alasan.DI_LUAR_SKALA if beyond else hasil
        if alasan := find_incomplete(masukan, BAGIAN_IPM):
            return alasan
        parts = dict(masukan.komponen)
        if parts["pengeluaran"] <= 0:
            return Alasan.DI_LUAR_SKALA
        indices = (_health(parts), _education(parts), _spending(parts))
        if any(not 0 < index <= 1 for index in indices):
            return Alasan.DI_LUAR_SKALA
        logs = KONTEKS.add(KONTEKS.add(*map(KONTEKS.ln, indices[:2])), KONTEKS.ln(indices[2]))
        mean = KONTEKS.exp(KONTEKS.divide(logs, _TIGA))
        return agree(masukan, KONTEKS.multiply(mean, _SERATUS), "")

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian."""
        words = "akar pangkat tiga (indeks kesehatan × indeks pendidikan × indeks pengeluaran) × 100"
        if not masukan.komponen:
            return f"IPM sebagaimana dilaporkan: {words}"
        parts = "; ".join(f"{nama} {format_angka(nilai)}" for nama, nilai in masukan.komponen)
        return f"{words}, dari {parts}"


def _health(parts: dict[str, Decimal]) -> Decimal:
    lowest, span = _UHH
    return KONTEKS.divide(KONTEKS.subtract(parts["UHH"], lowest), span)


def _education(parts: dict[str, Decimal]) -> Decimal:
    both = KONTEKS.add(KONTEKS.divide(parts["HLS"], _HLS), KONTEKS.divide(parts["RLS"], _RLS))
    return KONTEKS.divide(both, Decimal(2))


def _spending(parts: dict[str, Decimal]) -> Decimal:
    lowest = KONTEKS.ln(_TERENDAH)
    rise = KONTEKS.subtract(KONTEKS.ln(parts["pengeluaran"]), lowest)
    return KONTEKS.divide(rise, KONTEKS.subtract(KONTEKS.ln(_TERTINGGI), lowest))
