"""A Penjenjangan cut into pieces: paragraphs, rows of tables, rows of no table, each with its stage."""

from __future__ import annotations

import re
from typing import TypeAlias

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.judul import squash
from sakip.dokumen._baca.register import KOLOM_TAK_DIKENAL
from sakip.dokumen._baca.tabel import PENUTUP, Kepalan, Larik, clean, is_numbering, read_judul
from sakip.dokumen._buka.kisi import Kisi, Petak
from sakip.dokumen._penjenjangan.isian import read_label
from sakip.dokumen._penjenjangan.kolom import TABEL, TAHAP

_HIASAN = "*#_ \t"
"""What Markdown puts around a line."""
_TAHAP = re.compile(r"tahap\s+([1-5]|i{1,3}|iv|v)\b[\s.:-]*(.*)", re.IGNORECASE | re.DOTALL)
_TAHAP_SAJA = re.compile(r"tahap\s+([1-5]|i{1,3}|iv|v)\s*[.:]?", re.IGNORECASE)
_TAHAP_KARTU = (0, 5)
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_LAMPIRAN = re.compile(r"lampiran\b.*bunyi lain", re.IGNORECASE)
_BUTIR = re.compile(r"([1-9])\s*[.)]\s*menetapkan\b", re.IGNORECASE)
_MATRIKS = re.compile(r"(?:\d\s*[.)]\s*)?mendistribusikan\b", re.IGNORECASE)
_PERABOT = re.compile(
    r"""(?:tentukan|menentukan|menguraikan|menyusun\ pohon|menerjemahkan|note\b|keterangan\ pengisian
    |[-•]\s*\**\s*(?:tujuan|sasaran|program)\b.*\bberdasarkan\b|level\ kinerja$|kinerja\ jabatan$)""",
    re.IGNORECASE | re.VERBOSE,
)
_BAKU = tuple(
    map(
        squash,
        (
            "Tentukan Outcome/Hasil yang Akan Dijabarkan",
            "Menguraikan CSF kepada kondisi-kondisi antara sampai kepada kondisi paling teknis/operasional",
            "Menyusun Pohon Kinerja (Disesuaikan dengan Jumlah Komponen Sasaran/Kinerja)",
            "Menerjemahkan Pohon Kinerja Ke Dalam Komponen Perencanaan Dan Kinerja Jabatan",
        ),
    )
)
"""The titles of the stages, which may take several lines."""
"""How the lines begin that the form prints to say what to fill in."""
_MUNGKIN_JUDUL = re.compile(
    r"mandat|isu|diperlukan|dibutuhkan|csf|success|indikator|sebutan|bunyi|kaitan|jabatan|anggaran|pagu"
    r"|kondisi\s+operasional",
    re.IGNORECASE,
)
"""A word that every header has one of; rows without it are not looked at further."""
KONDISI = re.compile(r"(?:ter|me|ber|pe)\w+(?:nya|kan)\b", re.IGNORECASE)
"""How a condition begins, or a tujuan."""
INDIKATOR = re.compile(
    r"(?:pro?sentase|presentase|persentase|persen|jumlah|jualah|indeks|nilai|rata-?\s?rata|rasio|tingkat"
    r"|cakupan|angka|skor|predikat|laju|hasil|proporsi|opini|waktu|lama)\b",
    re.IGNORECASE,
)
"""How an indikator begins."""
_LABEL = re.compile(r"\(?\s*(?:outcome|csf|program|kegiatan|sub\s?kegiatan|critical)\b", re.IGNORECASE)


@attrs.frozen
class Bagian:
    """A part of the document.

    >>> Bagian(5, "butir 2").nama, Bagian(3).nama, Bagian().nama
    ('Tahap 5 butir 2', 'Tahap 3', '')
    """

    tahap: int = 0
    butir: str = ""

    @property
    def nama(self) -> str:
        """What it is called where a wording's place is named."""
        return f"Tahap {self.tahap} {self.butir}".strip() if self.tahap else ""


@attrs.frozen
class Alinea:
    """A paragraph: the cells of its lines, and their texts together."""

    bagian: Bagian
    teks: str
    petak: tuple[Petak, ...]


@attrs.frozen
class BarisTabel:
    """A row of a table: its kind, and the number of the table, counted from 1."""

    bagian: Bagian
    jenis: str
    tabel: int
    larik: Larik


@attrs.frozen
class BarisLepas:
    """A row of several cells under no header: a line of a card, a row of the matrix."""

    bagian: Bagian
    kisi: Kisi
    baris: int
    sel: tuple[tuple[int, str], ...]

    def petak(self, kolom: int) -> Petak:
        """The place of a cell."""
        return self.kisi.petak(self.baris, kolom)


Potongan: TypeAlias = Alinea | BarisTabel | BarisLepas


@attrs.define
class _Tabel:
    jenis: str
    kepalan: Kepalan
    nomor: int


@attrs.define
class Pengurai:
    """Cuts the sheets of one reading into pieces, in order.

    Attributes:
        bacaan: The reading.
        hasil: The pieces so far.
    """

    bacaan: Bacaan
    hasil: list[Potongan] = attrs.field(factory=list)
    _bagian: Bagian = attrs.field(factory=Bagian)
    _tabel: _Tabel | None = None
    _banyak: int = 0
    _awal: Bagian = attrs.field(factory=Bagian)
    _alinea: list[tuple[Petak, str]] = attrs.field(factory=list)
    _kosong: bool = True
    _baku: str = ""

    def split(self) -> list[Potongan]:
        """The pieces."""
        for kisi in self.bacaan.kisi:
            self._begin(kisi)
            row = 1
            while row <= kisi.tinggi:
                row = self._step(kisi, row)
            self._flush()
        return self.hasil

    def _begin(self, kisi: Kisi) -> None:
        """Begin a sheet; its name says its stage where none of its lines does."""
        self._tabel, self._kosong = None, True
        match = _TAHAP.match(kisi.nama)
        named = match is not None and not any(
            _TAHAP.match(clean(row[0]).strip(_HIASAN)) for row in kisi.baris if row
        )
        self._bagian = Bagian(_to_tahap(match[1])) if match is not None and named else Bagian()

    def _step(self, kisi: Kisi, row: int) -> int:
        """Take a row, or the rows of a header; the row that comes next."""
        cells = self._cells(kisi, row)
        if not cells:
            self._flush()
            self._kosong = True
            return row + 1
        tinggi = 1
        if self._is_judul(kisi, row, cells):
            self._flush()
        elif found := self._find_tabel(kisi, row, cells):
            tinggi = self._open(kisi, row, *found)
        else:
            self._take(kisi, row, cells)
        self._kosong = False
        return row + tinggi

    def _cells(self, kisi: Kisi, row: int) -> tuple[tuple[int, str], ...]:
        """The filled cells of a row, without decoration; those that are nothing else are furniture."""
        found = []
        for column, teks in kisi.filled(row):
            if plain := clean(teks).strip(_HIASAN):
                found.append((column, plain))
            else:
                self.bacaan.buku.put(Nasib.PERABOT, kisi.petak(row, column))
        return tuple(found)

    # --- headings and furniture -----------------------------------------------

    def _is_judul(self, kisi: Kisi, row: int, cells: tuple[tuple[int, str], ...]) -> bool:
        """Whether a row is a heading or an instruction of the form; it is taken if so."""
        if not all(self._is_heading(teks) or self._is_tetap(teks) for _, teks in cells):
            self._baku = ""
            return False
        self.bacaan.buku.put(Nasib.PERABOT, *(kisi.petak(row, column) for column, _ in cells))
        return True

    def _is_tetap(self, teks: str) -> bool:
        """Whether the form itself prints a line: an instruction, or a part of a title over several lines."""
        word = squash(teks)
        if self._baku and not self._kosong and word and self._baku.startswith(word):
            self._baku = self._baku.removeprefix(word)
            return True
        self._baku = next((item.removeprefix(word) for item in _BAKU if word and item.startswith(word)), "")
        return bool(_PERABOT.match(teks)) or any(word == item for item in _BAKU)

    def _is_heading(self, teks: str) -> bool:
        if match := _TAHAP.match(teks):
            self._tabel = None
            self._bagian = Bagian(_to_tahap(match[1]))
            self._sub(match[2])
            return True
        if _LAMPIRAN.match(teks):
            self._tabel = None
            self._bagian = Bagian()
            return True
        return self._sub(teks)

    def _sub(self, teks: str) -> bool:
        """Whether a line names a part of a stage, which is the part from here on."""
        if self._bagian.tahap and (match := _BUTIR.match(teks)):
            self._bagian = Bagian(self._bagian.tahap, f"butir {match[1]}")
            self._tabel = None
            return True
        if self._bagian.tahap and _MATRIKS.match(teks):
            self._bagian = Bagian(self._bagian.tahap, "matriks")
            self._tabel = None
            return True
        return False

    # --- tables ---------------------------------------------------------------

    def _find_tabel(
        self, kisi: Kisi, row: int, cells: tuple[tuple[int, str], ...]
    ) -> tuple[str, Kepalan] | None:
        """The kind and the header of the table that begins at a row; None where none does."""
        if len(cells) < 2 or not any(_MUNGKIN_JUDUL.search(teks) for _, teks in cells):
            return None
        best: tuple[str, Kepalan] | None = None
        most = 0.0
        for jenis, judul in TABEL.items():
            head = read_judul(kisi, row, judul)
            if head is None or (self._bagian.butir == "matriks" and jenis != "jabatan"):
                continue
            score = len(head.kunci) + (0.5 if self._bagian.tahap in TAHAP.get(jenis, ()) else 0)
            if score > most:
                best, most = (jenis, head), score
        return best

    def _open(self, kisi: Kisi, row: int, jenis: str, head: Kepalan) -> int:
        self._flush()
        self._banyak += 1
        self._tabel = _Tabel(jenis, head, self._banyak)
        for line in range(row, row + head.tinggi):
            places = (kisi.petak(line, column) for column, _ in kisi.filled(line))
            self.bacaan.buku.put(Nasib.PERABOT, *places)
        for item in head.kolom:
            if not item.kunci and item.judul:
                self.bacaan.note(KOLOM_TAK_DIKENAL, kisi.petak(row, item.kolom), judul=item.judul)
        return head.tinggi

    def _take(self, kisi: Kisi, row: int, cells: tuple[tuple[int, str], ...]) -> None:
        if self._is_kartu(cells):
            self._loose(kisi, row, cells)
        elif self._tabel is not None and is_numbering(kisi, row):
            self.bacaan.buku.put(Nasib.PERABOT, *(kisi.petak(row, column) for column, _ in cells))
        elif self._tabel is not None and self._belongs(cells, self._tabel):
            self._flush()
            larik = Larik(kisi, row, self._tabel.kepalan.kolom)
            self.hasil.append(BarisTabel(self._bagian, self._tabel.jenis, self._tabel.nomor, larik))
        elif len(cells) == 1:
            self._line(kisi.petak(row, cells[0][0]), cells[0][1])
        else:
            self._loose(kisi, row, cells)

    def _is_kartu(self, cells: tuple[tuple[int, str], ...]) -> bool:
        """Whether a row is a line of a card; among the rows of a table only a colon says so."""
        marked = self._tabel is None or any(":" in teks for _, teks in cells[:2])
        return self._bagian.tahap in _TAHAP_KARTU and marked and read_label(cells) is not None

    def _belongs(self, cells: tuple[tuple[int, str], ...], tabel: _Tabel) -> bool:
        """Whether a row is of the open table; a lone first cell is so only right below other rows."""
        if len(cells) > 1:
            return True
        column, teks = cells[0]
        first = min(item.kolom for item in tabel.kepalan.kolom)
        return column > first or not (self._kosong or PENUTUP.match(teks))

    def _loose(self, kisi: Kisi, row: int, cells: tuple[tuple[int, str], ...]) -> None:
        self._flush()
        self._tabel = None
        self.hasil.append(BarisLepas(self._bagian, kisi, row, cells))

    # --- paragraphs -----------------------------------------------------------

    def _line(self, place: Petak, teks: str) -> None:
        """A line of text; it goes on with the paragraph right above it, unless it begins like one."""
        starts = KONDISI.match(teks) or INDIKATOR.match(teks) or _LABEL.match(teks)
        joins = self._alinea and not self._kosong and not starts and self._bagian.tahap
        if not joins or place.kolom != self._alinea[-1][0].kolom:
            self._flush()
            self._awal = self._bagian  # a heading below it is not its own
        self._alinea.append((place, teks))

    def _flush(self) -> None:
        if self._alinea:
            teks = " ".join(teks for _, teks in self._alinea)
            self.hasil.append(Alinea(self._awal, teks, tuple(place for place, _ in self._alinea)))
            self._alinea = []


def _to_tahap(teks: str) -> int:
    return _ROMAWI.get(teks.casefold()) or int(teks)


def fit(bacaan: Bacaan) -> int:
    """How well a file fits: what it has of stages, of their tables, and of cards; 0 for next to nothing."""
    found: dict[str, int] = {"judul": 1} if "penjenjangan kinerja" in bacaan.opening().casefold() else {}
    for kisi in bacaan.kisi:
        for row in range(1, kisi.tinggi + 1):
            cells = [(column, clean(teks).strip(_HIASAN)) for column, teks in kisi.filled(row)]
            if not cells:
                continue
            if len(cells) == 1 and (match := _TAHAP_SAJA.fullmatch(cells[0][1])):
                found[f"tahap {_to_tahap(match[1])}"] = 1
            elif (label := read_label(cells)) and label.isi == "nama" and label.tingkat is not None:
                found[label.tingkat.jenis] = 3
            elif any(_MUNGKIN_JUDUL.search(teks) for _, teks in cells):
                found |= {jenis: 3 for jenis in ("dasar", "kondisi") if read_judul(kisi, row, TABEL[jenis])}
    score = sum(found.values())
    return score if score > 1 else 0
