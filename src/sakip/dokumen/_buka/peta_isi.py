"""What the cells of a sheet held that were no plain text, kept in little room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from sakip.dokumen._buka.kisi import IsiSel

TEKS, ANGKA, PERSEN, TANGGAL, GALAT = range(5)
"""What stands for each kind of cell in the codes of a row."""
_ISI = (None, IsiSel.ANGKA, IsiSel.PERSEN, IsiSel.TANGGAL, IsiSel.GALAT)


@attrs.frozen(eq=False)
class PetaIsi(Mapping[tuple[int, int], IsiSel]):
    """The kinds of cells by row and column, counted from 1; plain texts are not in it.

    A sheet has many rows of few patterns, so each row is a string of codes that
    rows alike share.

    Attributes:
        baris: The codes of each row.

    >>> peta = PetaIsi((b"", bytes([TEKS, ANGKA])))
    >>> peta[2, 2].name, peta.get((2, 1)), len(peta), list(peta)
    ('ANGKA', None, 1, [(2, 2)])
    """

    baris: tuple[bytes, ...]

    def __getitem__(self, tempat: tuple[int, int]) -> IsiSel:
        baris, kolom = tempat
        codes = self.baris[baris - 1] if 0 < baris <= len(self.baris) else b""
        found = _ISI[codes[kolom - 1]] if 0 < kolom <= len(codes) else None
        if found is None:
            raise KeyError(tempat)
        return found

    def __iter__(self) -> Iterator[tuple[int, int]]:
        for baris, codes in enumerate(self.baris, start=1):
            for kolom, code in enumerate(codes, start=1):
                if code:
                    yield baris, kolom

    def __len__(self) -> int:
        return sum(len(codes) - codes.count(0) for codes in self.baris)


def find_galat(isi: Mapping[tuple[int, int], IsiSel]) -> list[tuple[int, int]]:
    """The cells that hold an error, by row and column.

    >>> find_galat(PetaIsi((b"", bytes([TEKS, GALAT])))), find_galat({(1, 2): IsiSel.ANGKA})
    ([(2, 2)], [])
    """
    if isinstance(isi, PetaIsi) and not any(GALAT in codes for codes in isi.baris):
        return []  # as nearly always
    return [tempat for tempat, item in isi.items() if item is IsiSel.GALAT]
