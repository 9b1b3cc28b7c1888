"""A sheet as a grid of text cells: what every file format is opened into."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping

import attrs


class IsiSel(enum.Enum):
    """What a cell held in its file, where that was not plain text.

    >>> IsiSel("galat").name
    'GALAT'
    """

    ANGKA = "angka"
    PERSEN = "persen"
    TANGGAL = "tanggal"
    GALAT = "galat"


@attrs.frozen(order=True)
class Petak:
    """The place of one cell: its sheet, row and column, counted from 1.

    >>> str(Petak("Lampiran", 5, 28)), Petak("", 5, 2).sel
    ('Lampiran!AB5', 'B5')
    """

    lembar: str
    baris: int
    kolom: int

    @property
    def sel(self) -> str:
        """The cell as spreadsheets call it."""
        letters, number = "", self.kolom
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{letters}{self.baris}"

    def __str__(self) -> str:
        return f"{self.lembar}!{self.sel}" if self.lembar else self.sel


@attrs.frozen
class Gabungan:
    """A merged range, rows and columns counted from 1, ends included.

    >>> Gabungan(1, 3, 2, 5).holds(2, 3)
    True
    """

    baris_awal: int
    kolom_awal: int
    baris_akhir: int
    kolom_akhir: int

    def holds(self, baris: int, kolom: int) -> bool:
        """Whether a cell is part of it."""
        return self.baris_awal <= baris <= self.baris_akhir and self.kolom_awal <= kolom <= self.kolom_akhir


@attrs.frozen
class Kisi:
    """A sheet: its rows of texts, as a reader of the sheet sees them.

    Numbers stand as Indonesian documents print them, without dots between the
    thousands; a percentage with its sign; a day as ``2025-09-01``.

    Attributes:
        nama: The sheet; empty for a file that has only one.
        baris: The rows from the first; each as long as its last filled cell.
        gabungan: The merged ranges.
        isi: What cells held that were no plain text, by row and column counted from 1.
        warna: How many colours, no greys among them, the cells that hold anything stand on, in an XLSX.

    >>> kisi = Kisi("Lampiran", (("No", "Sasaran"), ("1", "Tertangani")))
    >>> kisi.teks(2, 2), kisi.teks(9, 9), kisi.tinggi, kisi.lebar
    ('Tertangani', '', 2, 2)
    """

    nama: str
    baris: tuple[tuple[str, ...], ...]
    gabungan: tuple[Gabungan, ...] = ()
    isi: Mapping[tuple[int, int], IsiSel] = attrs.field(factory=dict)
    warna: int = 0

    @property
    def tinggi(self) -> int:
        """How many rows there are."""
        return len(self.baris)

    @property
    def lebar(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.baris), default=0)

    def teks(self, baris: int, kolom: int) -> str:
        """A cell, counted from 1; empty beyond the grid."""
        row = self.baris[baris - 1] if 0 < baris <= len(self.baris) else ()
        return row[kolom - 1] if 0 < kolom <= len(row) else ""

    def filled(self, baris: int) -> Iterator[tuple[int, str]]:
        """The cells of a row that hold anything, with their column."""
        for kolom, teks in enumerate(self.baris[baris - 1], start=1):
            if teks.strip():
                yield kolom, teks

    def petak(self, baris: int, kolom: int) -> Petak:
        """The place of a cell."""
        return Petak(self.nama, baris, kolom)
