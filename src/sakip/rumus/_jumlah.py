"""A count."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Isian, format_angka
from sakip.rumus._masukan import Agregasi, Masukan, agree, check_texts, find_incomplete, to_texts


@attrs.frozen
class Jumlah:
    """A count: the value as reported, or the sum of named parts.

    Attributes:
        bagian: The names of the parts, where the indikator declares them; then
            every one of them has to be reported.

    >>> print(Jumlah().compute(Masukan(komponen={"laki-laki": 20, "perempuan": 35})))
    55
    """

    jenis: ClassVar[str] = "jumlah"
    agregasi: ClassVar[Agregasi] = Agregasi.JUMLAH
    bagian: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=check_texts)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The count, or why there is none."""
        if not masukan.komponen:
            return masukan.langsung
        if self.bagian and (alasan := find_incomplete(masukan, self.bagian)):
            return alasan
        total = Decimal(0)
        for _, nilai in masukan.komponen:
            total = KONTEKS.add(total, nilai)
        return agree(masukan, total, "")

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian."""
        if not masukan.komponen:
            return "jumlah yang dihitung"
        words = " + ".join(nama for nama, _ in masukan.komponen)
        numbers = " + ".join(format_angka(nilai) for _, nilai in masukan.komponen)
        return f"{words} = {numbers}"
