"""What a template has besides the form: rows that show how it is filled in, and a sheet of instructions."""

from __future__ import annotations

import re

import attrs

from sakip.dokumen._baca.buku import Buku, Nasib
from sakip.dokumen._baca.tabel import Larik, Tabel, clean
from sakip.dokumen._buka.kisi import Kisi

TANDA = "Contoh"
"""What marks an example row: in the column of numbers, or before the first text of the row."""
LEMBAR_PETUNJUK = "Petunjuk"
"""The sheet of instructions."""
JUDUL_PETUNJUK = "PETUNJUK PENGISIAN"
"""How its text begins."""
KOLOM_ARTI = "Arti"
"""What heads the meanings of the columns, which stand on a sheet of their own where there are many."""
_LEMBAR_LANJUTAN = re.compile(rf"{LEMBAR_PETUNJUK} \d+")
_CONTOH = re.compile(rf"{TANDA}(?:\s*:.*)?", re.IGNORECASE | re.DOTALL)


def is_contoh(larik: Larik) -> bool:
    """Whether a row is an example of the template, by its first filled cell."""
    return bool(larik.terisi) and is_tanda(larik.terisi[0][1])


def is_tanda(teks: str) -> bool:
    """Whether a first filled cell marks its row as an example.

    >>> is_tanda("Contoh: IK1"), is_tanda("Contohnya")
    (True, False)
    """
    return _CONTOH.fullmatch(teks) is not None


def split_contoh(tabel: Tabel) -> tuple[Tabel, tuple[Larik, ...]]:
    """A table without the example rows of a template, and those rows."""
    rows = tuple(item for item in tabel.larik if is_contoh(item))
    if not rows:
        return tabel, ()
    return attrs.evolve(tabel, larik=tuple(item for item in tabel.larik if not is_contoh(item))), rows


def is_petunjuk(kisi: Kisi) -> bool:
    """Whether a sheet holds the instructions of a template, and nothing of the form.

    >>> is_petunjuk(Kisi("Petunjuk", (("PETUNJUK PENGISIAN Perjanjian Kinerja",),))), is_petunjuk(Kisi("Lampiran", ()))
    (True, False)
    """
    first = (clean(teks) for row in range(1, min(kisi.tinggi, 8) + 1) for _, teks in kisi.filled(row))
    own = kisi.nama == LEMBAR_PETUNJUK or _LEMBAR_LANJUTAN.fullmatch(kisi.nama) is not None
    return own and any(teks.startswith(JUDUL_PETUNJUK) or teks == KOLOM_ARTI for teks in first)


def make_buku(kisi: tuple[Kisi, ...]) -> Buku:
    """The book of cells of a file, in which instructions are furniture."""
    buku = Buku(kisi)
    for sheet in filter(is_petunjuk, kisi):
        for row in range(1, sheet.tinggi + 1):
            buku.put(Nasib.PERABOT, *(sheet.petak(row, column) for column, _ in sheet.filled(row)))
    return buku
