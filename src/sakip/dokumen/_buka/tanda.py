"""What a look at the raw sheets of a workbook says, before anything is built from them.

Two things are found so. First, how much a sheet asks for: readers of workbooks make a
place for every cell between the first and the last filled one, so that two cells far apart
take all memory there is. Second, what the values alone don't show: which cells read as
percentages, which hold an error, and that cells are coloured.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from sakip.berkas import MELEBIHI_BATAS
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.kisi import Gabungan, IsiSel
from sakip.errors import BerkasError

_LONGGAR = 3
"""How many cells a sheet may span for each filled one that the limits allow."""


@attrs.define
class Tanda:
    """What a look at one raw sheet says. Rows and columns are counted from 1.

    Attributes:
        tinggi: Its last row, of those that hold anything.
        lebar: Its last column.
        sel: How many cells hold anything, at most.
        huruf: How many characters its cells hold, at most; texts that the workbook
            keeps once for all sheets count for each cell that shows them.
        sel_khusus: By row, the cells shown as percentages or holding an error: the
            column, which of the two, and the error's name.
        warna: The colours, no greys among them, that its filled cells stand on.
        gabungan: The merged ranges, where the reader of workbooks doesn't give them.
        luar: Whether it is a copy of another workbook's sheet, kept for links.
    """

    tinggi: int = 0
    lebar: int = 0
    sel: int = 0
    huruf: int = 0
    sel_khusus: dict[int, list[tuple[int, IsiSel, str]]] = attrs.field(factory=dict)
    warna: set[str] = attrs.field(factory=set)
    gabungan: list[Gabungan] = attrs.field(factory=list)
    luar: bool = False

    def reach(self, baris: int, kolom: int) -> None:
        """A cell holds something there."""
        self.tinggi = max(self.tinggi, baris)
        self.lebar = max(self.lebar, kolom)

    def mark(self, baris: int, kolom: int, isi: IsiSel, teks: str = "") -> None:
        """A cell is a percentage, or holds an error."""
        self.sel_khusus.setdefault(baris, []).append((kolom, isi, teks))

    def exceeds(self, batas: BatasBaca) -> bool:
        """Whether it spans more than the limits allow."""
        return (
            self.tinggi > batas.baris
            or self.lebar > batas.kolom
            or self.tinggi * self.lebar > _LONGGAR * batas.sel
        )


def check_all(lembar: Mapping[str, Tanda], path: str, batas: BatasBaca) -> None:
    """Refuse a workbook whose sheets ask for more than the limits allow.

    Raises:
        BerkasError: It names the sheet or the limit.

    >>> check_all({"Rekap": Tanda(tinggi=1_048_576, lebar=600, sel=2)}, "buku.xlsx", BatasBaca())
    Traceback (most recent call last):
    sakip.errors.BerkasError: buku.xlsx: the sheet 'Rekap' spans 1,048,576 rows and 600 columns, which is more than is read: delete what stands far from its table, or see BatasBaca
    """
    for nama, tanda in lembar.items():
        if tanda.exceeds(batas):
            raise BerkasError(
                path,
                f"the sheet {nama!r} spans {tanda.tinggi:,} rows and {tanda.lebar:,} columns, which is more than "
                "is read: delete what stands far from its table, or see BatasBaca",
                MELEBIHI_BATAS,
            )
    if sum(tanda.sel for tanda in lembar.values()) > batas.sel:
        raise BerkasError(path, f"it has more than {batas.sel:,} filled cells; see BatasBaca", MELEBIHI_BATAS)
    if sum(tanda.huruf for tanda in lembar.values()) > batas.ukuran_terbuka:
        raise BerkasError(
            path,
            f"its cells hold more than {batas.ukuran_terbuka:,} characters; see BatasBaca",
            MELEBIHI_BATAS,
        )
    spanned = sum(tanda.tinggi * tanda.lebar for tanda in lembar.values())
    if spanned > _LONGGAR * batas.sel:
        raise BerkasError(
            path,
            f"its sheets span {spanned:,} cells together, which is more than is read; see BatasBaca",
            MELEBIHI_BATAS,
        )


def read_kolom(huruf: str) -> int:
    """A column's number, counted from 1.

    >>> read_kolom("A"), read_kolom("XFD")
    (1, 16384)
    """
    number = 0
    for letter in huruf:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
