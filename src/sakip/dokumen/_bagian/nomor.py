"""Printed numbers of rows, and whether each follows the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import NOMOR_TIDAK_URUT
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._buka.kisi import Petak
from sakip.model import Sasaran, Sebutan

_TANDA = "(). "
"""What stands around a number."""
_BERTITIK = re.compile(r"\d{1,5}\.")
_TERPANJANG = 5
"""Digits of a number that the next ones may be counted from."""


@attrs.define
class Penomor:
    """Follows the numbers of a table.

    Attributes:
        bacaan: The reading.
        terakhir: The number of the last row that has one.
        janggal: The number of the row, with a dot, where it is worth keeping: it doesn't follow.
    """

    bacaan: Bacaan
    terakhir: int = 0
    janggal: str = ""

    def take(self, larik: Larik, *, ulang: bool = False) -> str:
        """The number of a row; empty where none is printed.

        Args:
            larik: The row.
            ulang: Whether it says again what the one above says, and so may have its number.
        """
        teks = larik.teks("nomor")
        place = larik.petak("nomor")
        nomor = teks.strip(_TANDA)
        self.janggal = ""
        if not nomor or place is None:
            return ""
        self.follow(teks, place, ber_id=larik.ber_id, ulang=ulang)
        return nomor

    def follow(self, teks: str, place: Petak, *, ber_id: bool = False, ulang: bool = False) -> None:
        """Count on; a number that is skipped, doubled or none is reported, and a number counts from there.

        Of a row with an id a number with a dot is kept, whatever it follows, and no other: this
        library writes a dot behind numbers that were printed so and none behind those that it
        counts, of which a row that was put in or taken out displaces all below it.
        """
        nomor = teks.strip(_TANDA)
        expected = self.terakhir + 1
        own = int(nomor) if nomor.isdecimal() and len(nomor) <= _TERPANJANG else None
        follows = own == expected or (ulang and own == self.terakhir)
        if follows:
            self.bacaan.buku.put(Nasib.PERABOT, place)
        else:
            self.bacaan.note(NOMOR_TIDAK_URUT, place, teks=nomor, harapan=expected)
        kept = teks.rstrip().endswith(".") if ber_id else not follows
        self.janggal = f"{own}." if kept and own is not None else ""
        self.terakhir = expected if own is None else own


def list_sebutan(uraian: str, nomor: str) -> tuple[Sebutan, ...]:
    """The wording with the number that is printed before it; none where that is just the next one."""
    return (Sebutan(uraian, nomor=nomor),) if nomor else ()


def number_rows(sasaran: Iterable[Sasaran]) -> Iterator[tuple[int | str, Sasaran]]:
    """Each with its number: the one that is printed before it, or else the next one.

    >>> doubled = Sasaran("S2", uraian="Terdata", sebutan=[Sebutan("Terdata", nomor="1.")])
    >>> [nomor for nomor, _ in number_rows([Sasaran("S1"), doubled, Sasaran("S3")])]
    [1, '1.', 2]
    """
    last = 0
    for item in sasaran:
        printed = (row.nomor for row in item.sebutan if row.bagian == "uraian" and row.teks == item.uraian)
        own = next(filter(_BERTITIK.fullmatch, printed), "")
        last = int(own[:-1]) if own else last + 1
        yield own or last, item
