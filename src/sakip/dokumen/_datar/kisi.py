"""Flat tables among the forms: one header row, then a row for each thing, in any kind of file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._buka.kisi import Kisi
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Lembar, pick_lembar

T = TypeVar("T")

PASTI = 50
"""What a table scores whose columns are those of no other form."""


@attrs.frozen
class JenisLembar:
    """A kind of flat table.

    Attributes:
        recognise: What a header cell means.
        has_required: Whether columns are those of such a table.
        is_uang: Whether a column holds money.
        kembar: Whether two words for one column are two columns, of which the second is not known.
    """

    recognise: Callable[[str], Kolom]
    has_required: Callable[[Iterable[Kolom]], bool]
    is_uang: Callable[[Kolom], bool] = lambda _: False
    kembar: bool = False

    def find(self, bacaan: Bacaan) -> Lembar[Kolom] | None:
        """The first sheet that is such a table."""
        return pick_lembar(
            bacaan.kisi, bacaan.berkas, self.recognise, self.has_required, self.is_uang, kembar=self.kembar
        )

    def known(self, bacaan: Bacaan) -> frozenset[str]:
        """The columns that a file has; none where it has no such table."""
        found = self.find(bacaan)
        return frozenset() if found is None else frozenset(item.kunci for item in found.kolom) - {""}

    def read(self, bacaan: Bacaan, make: Callable[[Lembar[Kolom]], HasilBaca[T]], kosong: T) -> HasilBaca[T]:
        """What the table of a file gives, and what became of each cell; of a file without one, *kosong*."""
        lembar = self.find(bacaan)
        if lembar is None:
            return bacaan.finish(kosong)
        kisi = next(item for item in bacaan.kisi if item.nama == lembar.nama)
        hasil = make(lembar)
        bacaan.temuan += hasil.temuan
        for first, _ in lembar.contoh:  # a finding names the row
            bacaan.buku.put(
                Nasib.TEMUAN, *(kisi.petak(first.baris, kolom) for kolom, _ in kisi.filled(first.baris))
            )
        left = {row.baris for row in hasil.sisa}
        for nomor in range(1, kisi.tinggi + 1):
            _account(bacaan, kisi, lembar, nomor, in_result=nomor not in left)
        for other in bacaan.kisi:
            if other.nama in lembar.lain:  # a finding names the sheet
                for nomor in range(1, other.tinggi + 1):
                    bacaan.buku.put(
                        Nasib.TEMUAN, *(other.petak(nomor, kolom) for kolom, _ in other.filled(nomor))
                    )
        whole = bacaan.finish(hasil.dokumen)
        return attrs.evolve(whole, sisa=hasil.sisa, keterangan=hasil.keterangan)


def _account(bacaan: Bacaan, kisi: Kisi, lembar: Lembar[Kolom], nomor: int, *, in_result: bool) -> None:
    """Say what became of the cells of a row: remarks are kept, the header is furniture, findings name the rest."""
    for kolom, _ in kisi.filled(nomor):
        if nomor == lembar.nomor:
            nasib = Nasib.PERABOT
        else:
            nasib = (
                Nasib.ISI
                if in_result and (kolom <= len(lembar.kolom) or nomor < lembar.nomor)
                else Nasib.TEMUAN
            )
        bacaan.buku.put(nasib, kisi.petak(nomor, kolom))
