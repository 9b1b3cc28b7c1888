"""One reading of one file: its sheets, what became of their cells, what is wrong with them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import attrs

from sakip.angka import Isian, TakTerbaca, read_nilai
from sakip.dokumen._baca.buku import Buku, Nasib
from sakip.dokumen._baca.contoh import is_petunjuk, make_buku, split_contoh
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import Judul, KolomTemu
from sakip.dokumen._baca.register import (
    BARIS_CONTOH,
    BLOK_DI_LUAR_FORMULIR,
    GALAT_LEMBAR_KERJA,
    KOLOM_TAK_DIKENAL,
    NILAI_DIBACA_DENGAN_CATATAN,
    NILAI_TAK_TERBACA,
    SEL_TANPA_TEMPAT,
)
from sakip.dokumen._baca.tabel import Larik, Pembatas, Tabel, clean, find_tabel
from sakip.dokumen._baca.warna import describe_warna
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._buka.berkas import open_kisi
from sakip.dokumen._buka.kisi import IsiSel, Kisi, Petak
from sakip.temuan import JenisTemuan, Tempat, Temuan

T = TypeVar("T")

_URUT = re.compile(r"[-–(]?\s*(?:\d{0,5}|[ivxlc]{1,6}|[a-z])(?:[.\d\s]{0,12}|[a-z])[.)]?", re.IGNORECASE)
"""A running number as tables print it: ``1``, ``(2)``, ``3.a`` or ``IV.``."""
_SINGKAT = 60
"""Letters of a line that a finding repeats."""


_AWAL = 30
"""How many rows may say what a form is, before its table."""


@attrs.define
class Bacaan:
    """One reading of one file.

    Attributes:
        berkas: The file's name.
        kisi: Its sheets.
        buku: What became of their cells.
        temuan: What is wrong with them.
    """

    berkas: str
    kisi: tuple[Kisi, ...]
    buku: Buku = attrs.field(init=False)
    temuan: list[Temuan] = attrs.field(factory=list, init=False)

    @buku.default
    def _make_buku(self) -> Buku:
        return Buku(self.kisi)

    @classmethod
    def open(cls, path: str | os.PathLike[str], batas: BatasBaca = BATAS_BACA) -> Bacaan:
        """Begin to read a file.

        Raises:
            BerkasError: It can't be read, or is larger than the limits.
            EkstraError: It is a workbook, and the extra ``excel`` is not installed.
        """
        sheets = open_kisi(path, batas)
        bacaan = cls(Path(path).name, tuple(item for item in sheets if not is_petunjuk(item)))
        bacaan.buku = make_buku(sheets)
        return bacaan

    def opening(self, tabel: Iterable[Tabel] = ()) -> str:
        """The text of the first rows of every sheet, in which a form says what it is, but for those of tables."""
        spans = [(item.kisi.nama, item.awal, item.akhir) for item in tabel]
        return " ".join(
            clean(teks)
            for kisi in self.kisi
            for row in range(1, min(kisi.tinggi, _AWAL) + 1)
            if not any(nama == kisi.nama and awal <= row <= akhir for nama, awal, akhir in spans)
            for _, teks in kisi.filled(row)
        )

    @property
    def judul_tanpa_tabel(self) -> str:
        """The first line of a file that has no table, in which an empty form says what it is."""
        rows = [
            [clean(teks) for _, teks in kisi.filled(row)]
            for kisi in self.kisi
            for row in range(1, kisi.tinggi + 1)
        ]
        lines = [row for row in rows if row]
        return lines[0][0] if lines and all(len(row) < 3 for row in lines) else ""

    def describe(self) -> tuple[str, ...]:
        """The first rows with three cells or more, which may be meant as headers, for an error."""
        rows = (
            [clean(teks) for _, teks in kisi.filled(row)]
            for kisi in self.kisi
            for row in range(1, min(kisi.tinggi, 60) + 1)
        )
        return tuple(" | ".join(row)[:200] for row in rows if len(row) >= 3)[:3]

    # --- findings -------------------------------------------------------------

    def note(self, jenis: JenisTemuan, petak: Petak | None = None, **parameter: object) -> None:
        """Make a finding, at a cell where it has one; the cell counts as named by it if it is nowhere else."""
        if petak is None:
            tempat = Tempat(berkas=self.berkas)
        else:
            tempat = Tempat(berkas=self.berkas, lembar=petak.lembar, baris=petak.baris, sel=petak.sel)
            self.buku.put(Nasib.TEMUAN, petak)
        self.temuan.append(jenis.temuan(tempat, **parameter))

    def note_block(self, sel: Sequence[tuple[Petak, str]]) -> None:
        """One finding for cells that stand together and are no part of the form, such as a preface.

        Args:
            sel: The cells in order, with their text.
        """
        if sel:
            (first, teks), (last, ujung) = sel[0], sel[-1]
            self.note(
                BLOK_DI_LUAR_FORMULIR,
                first,
                awal=first.sel,
                akhir=last.sel,
                banyak=len(sel),
                teks=_shorten(teks),
                ujung=_shorten(ujung),
            )
            self.buku.put(Nasib.TEMUAN, *(place for place, _ in sel))

    # --- cells ----------------------------------------------------------------

    def find(self, *judul: Sequence[Judul], ends: Pembatas | None = None) -> tuple[tuple[Tabel, ...], ...]:
        """The tables of all sheets, for each set of columns; their headers are furniture, unless unknown.

        Args:
            judul: The sets of columns.
            ends: Whether a row, by its filled cells, begins something else and ends the table above it.
        """
        sheets = [find_tabel(kisi, *judul, ends=ends) for kisi in self.kisi]
        found = tuple(
            tuple(table for sheet in sheets for table in sheet[which]) for which in range(len(judul))
        )
        for tables in found:
            for table in tables:
                self._note_judul(table)
                self._skip_nomor(table)
        return tuple(tuple(map(self._leave_out_contoh, tables)) for tables in found)

    def _leave_out_contoh(self, table: Tabel) -> Tabel:
        """A table without the example rows of a template, which findings name."""
        rest, rows = split_contoh(table)
        for larik in rows:
            places = [table.kisi.petak(larik.baris, column) for column, _ in table.kisi.filled(larik.baris)]
            self.note(BARIS_CONTOH, places[0], awal=places[0].sel, akhir=places[-1].sel)
            self.buku.put(Nasib.TEMUAN, *places)
        return rest

    def _note_judul(self, table: Tabel) -> None:
        """The headers of a table are furniture; those that are not known are named, on each page."""
        for row in table.judul:
            self.buku.put(
                Nasib.PERABOT, *(table.kisi.petak(row, column) for column, _ in table.kisi.filled(row))
            )
        said: set[tuple[int, str]] = set()
        pages = ((table.awal, table.kolom_judul), *table.halaman)
        ends = (*(awal for awal, _ in pages[1:]), table.kisi.tinggi + 1)
        for (awal, kolom), akhir in zip(pages, ends, strict=True):
            rows = [row for row in table.judul if awal <= row < akhir]
            for item in kolom:
                if not item.kunci and item.judul and (item.kolom, item.judul) not in said:
                    said.add((item.kolom, item.judul))
                    self.note(KOLOM_TAK_DIKENAL, _own_cell(table, rows, item), judul=item.judul)

    def _skip_nomor(self, table: Tabel) -> None:
        """Running numbers left of the first column that has a header are furniture."""
        first = min((item.kolom for item in table.kolom), default=0)
        nomor = 0
        for larik in table.larik:
            for column, teks in table.kisi.filled(larik.baris):
                if column < first and clean(teks).strip("().") == str(nomor + 1):
                    nomor += 1
                    self.buku.put(Nasib.PERABOT, table.kisi.petak(larik.baris, column))

    def take(self, larik: Larik, kunci: str, bagian: str = "") -> str:
        """The text of a cell, which is in the result from now on."""
        place = larik.petak(kunci, bagian)
        if place is not None:
            self.buku.put(Nasib.ISI, place)
        return larik.teks(kunci, bagian)

    def take_periode(self, larik: Larik, kunci: str) -> list[tuple[str, Petak, str]]:
        """The filled cells of a column that stands once for each period, which are in the result from now on."""
        cells = list(larik.bagian(kunci))
        self.buku.put(Nasib.ISI, *(place for _, place, _ in cells))
        return cells

    def skip(self, larik: Larik, kunci: str) -> str:
        """The text of a cell that holds a running number, which is furniture; another text is left over."""
        place, teks = larik.petak(kunci), larik.teks(kunci)
        if place is not None and _URUT.fullmatch(teks):
            self.buku.put(Nasib.PERABOT, place)
        return teks

    def take_lain(self, larik: Larik) -> tuple[tuple[str, str], ...]:
        """The cells of unknown columns, as pairs of header and text, which are in the result from now on."""
        pairs = [(item, teks) for item, teks in larik.terisi if not item.kunci]
        self.buku.put(Nasib.ISI, *(larik.kisi.petak(larik.baris, item.kolom) for item, _ in pairs))
        return tuple((item.judul, teks) for item, teks in pairs)

    def nilai(self, teks: str, petak: Petak) -> Isian:
        """A planned or measured value; kept as printed, with a finding, where it can't be read."""
        isian = read_nilai(teks)
        if self._galat(petak):
            self.note(GALAT_LEMBAR_KERJA, petak, teks=teks)
        elif isinstance(isian, TakTerbaca):
            self.note(NILAI_TAK_TERBACA, petak, teks=teks, sebab=isian.sebab.kalimat)
        else:
            for item in getattr(isian, "catatan", ()):
                self.note(
                    NILAI_DIBACA_DENGAN_CATATAN,
                    petak,
                    teks=teks,
                    nilai=str(attrs.evolve(isian, teks="")),
                    sebab=item.kalimat,
                )
        return isian

    def _galat(self, petak: Petak) -> bool:
        kisi = next(item for item in self.kisi if item.nama == petak.lembar)
        return kisi.isi.get((petak.baris, petak.kolom)) is IsiSel.GALAT

    # --- the end --------------------------------------------------------------

    def outside(self, tabel: Iterable[Tabel]) -> list[tuple[Petak, str]]:
        """The filled cells that stand in no table, in order."""
        spans = [(item.kisi.nama, item.awal, item.akhir) for item in tabel]
        return [
            (kisi.petak(row, column), clean(teks))
            for kisi in self.kisi
            for row in range(1, kisi.tinggi + 1)
            if not any(nama == kisi.nama and awal <= row <= akhir for nama, awal, akhir in spans)
            for column, teks in kisi.filled(row)
        ]

    def finish(self, dokumen: T) -> HasilBaca[T]:
        """The result: every cell that is in it nowhere is named by a finding."""
        for place in self.buku.left():
            kisi = next(item for item in self.kisi if item.nama == place.lembar)
            self.note(SEL_TANPA_TEMPAT, place, teks=clean(kisi.teks(place.baris, place.kolom)))
        self._note_galat()
        said = (item for kisi in self.kisi for item in describe_warna(self.berkas, kisi.nama, kisi.warna))
        self.temuan += [item for item in said if item not in self.temuan]  # a flat table says it of its own
        return HasilBaca(dokumen, tuple(sorted(self.temuan, key=self._place)), cakupan=self.buku.cakupan)

    def _note_galat(self) -> None:
        """Name the errors of formulas that stand where a text is read; a flat table names its own."""
        told = [item.tempat for item in self.temuan if item.jenis is GALAT_LEMBAR_KERJA]
        cells = {(place.lembar, place.baris, place.sel) for place in told}
        rows = {(place.lembar, place.baris) for place in told if not place.sel}
        for kisi in self.kisi:
            for (baris, kolom), isi in kisi.isi.items():
                place = kisi.petak(baris, kolom)
                known = (kisi.nama, baris) in rows or (kisi.nama, baris, place.sel) in cells
                if isi is IsiSel.GALAT and not known:
                    self.note(GALAT_LEMBAR_KERJA, place, teks=kisi.teks(baris, kolom))

    def _place(self, temuan: Temuan) -> tuple[int, int, int, str]:
        """Where a finding stands, in reading order; what speaks of the whole file goes first."""
        tempat = temuan.tempat
        sheet = next((number for number, kisi in enumerate(self.kisi) if kisi.nama == tempat.lembar), 0)
        return sheet, tempat.baris or 0, len(tempat.sel), tempat.sel


def _own_cell(table: Tabel, baris: Sequence[int], kolom: KolomTemu) -> Petak:
    """The lowest cell of a column in the rows of a header that says a part of it."""
    texts = ((row, clean(table.kisi.teks(row, kolom.kolom))) for row in baris)
    own = [row for row, teks in texts if teks and teks in kolom.judul]
    return table.kisi.petak(own[-1] if own else baris[0], kolom.kolom)


def _shorten(teks: str) -> str:
    line = " ".join(teks.split())
    return line if len(line) <= _SINGKAT else f"{line[:_SINGKAT].rstrip()}…"
