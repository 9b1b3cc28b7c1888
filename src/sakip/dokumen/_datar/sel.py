"""The cells of one row, each read as what its column says."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeVar

import attrs

from sakip.angka import SEBAB, Catatan, Isian, TakTerbaca, format_rupiah, read_nilai, scan_rupiah
from sakip.dokumen._baca.register import (
    ISIAN_TAK_DIKENAL,
    NILAI_DIBACA_DENGAN_CATATAN,
    NILAI_TAK_TERBACA,
    PAGU_TAK_TERBACA,
)
from sakip.dokumen._bagian.kata import YA, tight
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Baris
from sakip.errors import AngkaError, SakipError
from sakip.model import Pagu
from sakip.periode import Periode
from sakip.temuan import JenisTemuan

E = TypeVar("E", bound=enum.Enum)
T = TypeVar("T")

KUNCI_INDIKATOR = frozenset(
    {
        "id_indikator",
        "indikator",
        "satuan",
        "rumus",
        "pembilang",
        "penyebut",
        "komponen",
        "skala",
        "formulasi",
        "polaritas",
        "agregasi",
        "terburuk",
        "terbaik",
        "iku",
        "sumber_data",
        "definisi_operasional",
        "alasan",
        "penanggung_jawab",
        "referensi",
        "tersirat",
        "keterangan_indikator",
        "baseline",
        "target",
    }
)
"""The columns that speak of the indikator of a row; the others speak of its node."""


class Note(Protocol):
    """How a finding is made at a row and a column."""

    def __call__(self, jenis: JenisTemuan, baris: int, kolom: str = "", **parameter: object) -> None: ...


@attrs.define
class Sel:
    """The cells of one row.

    Attributes:
        baris: The row.
        note: Where findings go.
        rusak: Cells that could not be read, as pairs of column and text.
    """

    baris: Baris[Kolom]
    note: Note
    rusak: list[tuple[Kolom, str]] = attrs.field(factory=list)

    def text(self, kunci: str) -> str:
        """A cell as printed; empty where it is blank."""
        return self.baris.sel.get(Kolom(kunci), "")

    @property
    def has_indikator(self) -> bool:
        """Whether any cell speaks of an indikator."""
        return any(column.kunci in KUNCI_INDIKATOR for column in self.baris.sel)

    def values(self, kunci: str) -> Iterator[tuple[Kolom, Periode, str]]:
        """The filled cells of the columns ``baseline_…``, ``target_…`` or ``pagu_…``, with their period."""
        seen: set[tuple[Periode, str]] = set()
        for column, cell in self.baris.sel.items():
            if column.kunci != kunci or column.periode is None:
                continue
            if (column.periode, column.versi) in seen:
                self.refuse(column, cell, "kolom lain sudah mengisi periode dan versi ini")
            else:
                seen.add((column.periode, column.versi))
                yield column, column.periode, cell

    def beyond(self, known: set[str]) -> list[str]:
        """The columns of filled cells that are not among those known."""
        return [str(column) for column in self.baris.sel if column.kunci not in known]

    # --- cells that may be unreadable -----------------------------------------

    def attempt(self, column: Kolom, text: str, read: Callable[[str], T]) -> T | None:
        """What *read* makes of a cell; None, with a finding, where it refuses."""
        try:
            return read(text)
        except SakipError as error:
            self.refuse(column, text, error.kalimat)
            return None

    def refuse(self, column: Kolom, text: str, sebab: str) -> None:
        """Keep a cell that can't be read, with a finding."""
        self.rusak.append((column, text))
        self.note(ISIAN_TAK_DIKENAL, self.baris.nomor, str(column), teks=text, sebab=sebab)

    def tag(self, kunci: str, words: Mapping[str, str]) -> str | None:
        """The one word that a cell stands for; None where it is blank or not known."""
        text = self.text(kunci)
        if not text:
            return None
        found = words.get(tight(text))
        if found is None:
            self.refuse(Kolom(kunci), text, f"pakai salah satu: {', '.join(dict.fromkeys(words.values()))}")
        return found

    def enum(self, kunci: str, kelas: type[E]) -> E | None:
        """The member of an enum that a cell names by its tag."""
        found = self.tag(kunci, {item.value: item.value for item in kelas})
        return None if found is None else kelas(found)

    def ya(self, kunci: str) -> bool:
        """Whether a cell says yes."""
        return self.tag(kunci, YA) == "ya"

    def nilai(self, column: Kolom, text: str) -> Isian:
        """A planned or measured value; kept as printed, with a finding, where it can't be read."""
        isian = read_nilai(text)
        if isinstance(isian, TakTerbaca):
            self.note(NILAI_TAK_TERBACA, self.baris.nomor, str(column), teks=text, sebab=isian.sebab.kalimat)
        else:
            self._remark(column, text, getattr(isian, "catatan", ()), str(attrs.evolve(isian, teks="")))
        return isian

    def pagu(self, column: Kolom, periode: Periode, text: str) -> Pagu | None:
        """An amount of money; kept as printed, with a finding, where it can't be read."""
        if not text.strip("-– "):
            self.rusak.append((column, text))
            return None
        jumlah = self.rupiah(column, text, PAGU_TAK_TERBACA)
        return Pagu(periode, jumlah, text, column.versi, column.berlaku)

    def rupiah(self, column: Kolom, text: str, tak_terbaca: JenisTemuan) -> int | None:
        """Whole rupiah; None, with a finding of the kind that is named, where they can't be read."""
        try:
            jumlah, catatan = scan_rupiah(text)
        except AngkaError as error:
            sebab = SEBAB[error.sebab].kalimat
            self.note(tak_terbaca, self.baris.nomor, str(column), teks=text, sebab=sebab)
            return None
        self._remark(column, text, catatan, format_rupiah(jumlah))
        return jumlah

    def _remark(self, column: Kolom, text: str, catatan: tuple[Catatan, ...], nilai: str) -> None:
        for item in catatan:
            if item is not Catatan.TERBILANG:
                self.note(
                    NILAI_DIBACA_DENGAN_CATATAN,
                    self.baris.nomor,
                    str(column),
                    teks=text,
                    nilai=nilai,
                    sebab=item.kalimat,
                )
