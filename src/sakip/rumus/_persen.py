"""A share: numerator by denominator."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Isian, format_angka
from sakip.rumus._masukan import Agregasi, Masukan, agree, check_text

SERATUS = Decimal(100)


@attrs.frozen
class Persen:
    """A share: numerator by denominator, times a hundred.

    Attributes:
        pembilang: What is counted.
        penyebut: What it is counted out of.

    >>> rumus = Persen("PPKS tertangani", "seluruh PPKS")
    >>> print(rumus.compute(Masukan(pembilang=880, penyebut=1000)))
    88 %
    >>> rumus.compute(Masukan(pembilang=1, penyebut=0))
    <Alasan.PENYEBUT_NOL: 'penyebut_nol'>
    """

    jenis: ClassVar[str] = "persen"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    pembilang: str = attrs.field(default="", validator=check_text)
    penyebut: str = attrs.field(default="", validator=check_text)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The realisasi in percent, or why there is none."""
        if masukan.pembilang is None and masukan.penyebut is None:
            return masukan.langsung
        if masukan.pembilang is None or masukan.penyebut is None:
            return Alasan.BAGIAN_KURANG
        if masukan.penyebut == 0:
            return Alasan.PENYEBUT_NOL
        share = KONTEKS.divide(KONTEKS.multiply(masukan.pembilang, SERATUS), masukan.penyebut)
        return agree(masukan, share, "%")

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian.

        >>> Persen("tertangani", "seluruh").describe(Masukan(pembilang=880, penyebut=1000))
        'tertangani ÷ seluruh × 100 % = 880 ÷ 1.000 × 100 %'
        """
        words = f"{self.pembilang or 'pembilang'} ÷ {self.penyebut or 'penyebut'} × 100 %"
        if masukan.pembilang is None or masukan.penyebut is None:
            return words
        return f"{words} = {format_angka(masukan.pembilang)} ÷ {format_angka(masukan.penyebut)} × 100 %"
