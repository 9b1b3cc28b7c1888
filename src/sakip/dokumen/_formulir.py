"""The forms that are read and written: one entry for each, made by its module."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.tabel import find_tabel
from sakip.dokumen._tulis.naskah import Naskah

_BERJUDUL = 100
"""What a title counts, in columns: more than any form has."""


@attrs.frozen(kw_only=True)
class Formulir:
    """A form in files.

    Attributes:
        jenis: Its tag, such as ``perjanjian_kinerja``.
        nama: What planners call it.
        kelas: The class of what is read and written.
        isi: The class of what it holds, where it is a tuple of records.
        judul: The columns that it is recognised by, one set for each layout.
        kata: Words of a title that speak for it where its columns don't decide.
        read: Makes the form from a reading.
        to_naskah: Lays it out; None where it is only read.
        contoh: An example with one row, for the template.
        petunjuk: How to fill in the template, line by line.
        acuan: Where it comes from.
        cocok: How well a file fits, for a table that isn't known by such columns; 0: not at all.
    """

    jenis: str
    nama: str
    kelas: type[Any]
    isi: type[Any] | None = None
    judul: tuple[tuple[Judul, ...], ...] = ()
    kata: tuple[str, ...] = ()
    read: Callable[[Bacaan], HasilBaca[Any]]
    to_naskah: Callable[[Any], Naskah] | None = None
    contoh: Callable[[], Any]
    petunjuk: Sequence[str] = ()
    acuan: str = ""
    cocok: Callable[[Bacaan], int] | None = None

    def holds(self, dokumen: object) -> bool:
        """Whether a document is one of this form."""
        if not isinstance(dokumen, self.kelas):
            return False
        return self.isi is None or all(isinstance(item, self.isi) for item in dokumen)

    def fit(self, bacaan: Bacaan) -> int:
        """How many of its columns a file has, and more where its title says so; 0 where it has not those needed."""
        if self.cocok is not None:
            score, tables = self.cocok(bacaan), []
        else:
            tables = [
                table
                for kisi in bacaan.kisi
                for layout in self.judul
                for (found,) in (find_tabel(kisi, layout),)
                for table in found
            ]
            columns = (len({item.kunci for item in table.kolom if item.kunci}) for table in tables)
            score = max(columns, default=0)
        title = bacaan.opening(tables).casefold()  # what an indikator is called says nothing of the form
        return score + _BERJUDUL if score and any(word in title for word in self.kata) else score
