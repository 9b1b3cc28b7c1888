"""Printed numbers of rows, and whether each follows the one before."""

from __future__ import annotations

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import NOMOR_TIDAK_URUT
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._buka.kisi import Petak

_TERPANJANG = 5
"""Digits of a number that the next ones may be counted from."""


@attrs.define
class Penomor:
    """Follows the numbers of a table.

    Attributes:
        bacaan: The reading.
        terakhir: The number of the last row that has one.
    """

    bacaan: Bacaan
    terakhir: int = 0

    def take(self, larik: Larik, *, ulang: bool = False) -> str:
        """The number of a row; empty where none is printed.

        Args:
            larik: The row.
            ulang: Whether it says again what the one above says, and so may have its number.
        """
        nomor = larik.teks("nomor").strip("(). ")
        place = larik.petak("nomor")
        if not nomor or place is None:
            return ""
        self.follow(nomor, place, ulang=ulang)
        return nomor

    def follow(self, nomor: str, place: Petak, *, ulang: bool = False) -> None:
        """Count on; a number that is skipped, doubled or none is reported, and a number counts from there."""
        expected = self.terakhir + 1
        own = int(nomor) if nomor.isdecimal() and len(nomor) <= _TERPANJANG else None
        if own == expected or (ulang and own == self.terakhir):
            self.bacaan.buku.put(Nasib.PERABOT, place)
        else:
            self.bacaan.note(NOMOR_TIDAK_URUT, place, teks=nomor, harapan=expected)
        self.terakhir = expected if own is None else own
