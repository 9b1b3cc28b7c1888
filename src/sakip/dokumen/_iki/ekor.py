"""What an IKI document prints before its first post and below its tables."""

from __future__ import annotations

import re
from functools import cached_property

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.judul import squash
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL, NAMA_TIDAK_DISIMPAN
from sakip.dokumen._bagian.kepala import Dasar, find_atas_nama, is_tempat_hari
from sakip.dokumen._buka.kisi import Petak

JUDUL = "INDIKATOR KINERJA INDIVIDU"
_HIASAN = "*#_ \t"
_TANDA = re.compile(
    r"(?:mengetahui|menyetujui|disahkan|ditetapkan|nip\b|plt\b|plh\b|a\.\s?n\.?\s)", re.IGNORECASE
)
_PANGKAT = re.compile(
    r"\bNIP\b|\b(?:pembina|penata|pengatur|juru)(?:\s+(?:utama|tingkat|muda|tk)|\s*$)", re.IGNORECASE
)
_BUKU = 25
"""Lines before the first post that a form may have; with more of them it stands in a book."""
_PANJANG_JUDUL = 160
_JUDUL_BUKU = 6
_LAMPIRAN = 14
"""Lines above the first post among which its heading as a lampiran is looked for."""
_PANJANG_JABATAN = 120
_BARIS_JABATAN = 3
_DALAM_BUKU = re.compile(r"kata\s+pengantar|daftar\s+isi|bab\s+i\b", re.IGNORECASE)


@attrs.frozen(slots=False)
class Garis:
    """A line of text: the filled cells of a row that stands in no table."""

    sel: tuple[tuple[Petak, str], ...]

    @cached_property
    def teks_asli(self) -> str:
        """Its text with what Markdown puts around it."""
        return " ".join(teks for _, teks in self.sel)

    @cached_property
    def teks(self) -> str:
        """Its text in one line."""
        return " ".join(self.teks_asli.split()).strip(_HIASAN).strip()

    @cached_property
    def berbaris(self) -> str:
        """Its text with the breaks of lines within its cells."""
        lines = (" ".join(line.split()).strip(_HIASAN).strip() for line in self.teks_asli.splitlines())
        return "\n".join(filter(None, lines))

    @property
    def petak(self) -> Petak:
        """Where it begins."""
        return self.sel[0][0]

    @property
    def petak_semua(self) -> tuple[Petak, ...]:
        """The places of its cells."""
        return tuple(place for place, _ in self.sel)


def is_judul(teks: str) -> bool:
    """Whether a line is the title of the form alone.

    >>> is_judul("INDIKATOR KINERJA INDIVIDU (IKI)"), is_judul("Indikator Kinerja Utama")
    (True, False)
    """
    return squash(teks) in {
        "indikatorkinerjaindividu",
        "indikatorkinerjaindividuiki",
        "ikiindikatorkinerjaindividu",
    }


@attrs.define
class Ekor:
    """Gathers the lines that stand before the first post and below the tables.

    Attributes:
        bacaan: The reading.
        garis: The lines since the last table, of which nothing was decided yet.
        kepala: The cells that the head of the form is read from.
        tanda: Those of them that say on whose behalf it is signed, which stand last.
    """

    bacaan: Bacaan
    garis: list[Garis] = attrs.field(factory=list, init=False)
    kepala: list[tuple[Petak, str]] = attrs.field(factory=list, init=False)
    tanda: list[tuple[Petak, str]] = attrs.field(factory=list, init=False)
    _awal: bool = attrs.field(default=True, init=False)
    _hari: str = attrs.field(default="", init=False)
    _judul: set[str] = attrs.field(factory=set, init=False)

    def add(self, garis: Garis) -> None:
        """Take a line on."""
        self.garis.append(garis)

    def drop(self, garis: Garis) -> None:
        """Leave out the last line, which was something else after all."""
        self.garis = [item for item in self.garis if item is not garis]

    def take_judul(self) -> list[Garis]:
        """The last lines, where they can be the name of a post."""
        if self._awal:
            return []
        found: list[Garis] = []
        while self.garis and len(found) < _BARIS_JABATAN and self._can_name(self.garis[-1]):
            found.insert(0, self.garis.pop())
        if len(found) == _BARIS_JABATAN and self.garis and self._can_name(self.garis[-1]):
            self.garis += found  # a longer text than a name
            return []
        return found

    def _can_name(self, garis: Garis) -> bool:
        teks = garis.teks
        signed = any(_is_tanda(item.teks) for item in self.garis)
        return len(teks) <= _PANJANG_JABATAN and not signed and teks not in self._judul

    def close(self) -> None:
        """Decide what the gathered lines are."""
        lines, self.garis = self.garis, []
        if self._awal:
            self._awal = False
            self._close_depan(lines)
        else:
            self._close_ekor(lines)

    def _close_depan(self, lines: list[Garis]) -> None:
        """What stands before the first post: the head of the form, or of a book its title and its last heading."""
        kept = set(range(len(lines))) if len(lines) <= _BUKU else _heads(lines)
        dasar = Dasar()
        kept |= {number for number, item in enumerate(lines) if dasar.take(item.teks)}
        block: list[tuple[Petak, str]] = []
        for number, item in enumerate(lines):
            if find_atas_nama(item.teks) and not self.tanda:
                self.tanda += item.sel
            elif number in kept:
                self.bacaan.note_block(block)
                block = []
                self.kepala += item.sel
                self._judul.add(item.teks)
            else:
                block += item.sel
        self.bacaan.note_block(block)

    def _close_ekor(self, lines: list[Garis]) -> None:
        """What stands below a table: titles again, who signs, or what is no part of the form."""
        signed = any(_PANGKAT.search(item.teks) for item in lines)
        block: list[tuple[Petak, str]] = []
        for item in lines:
            if item.teks in self._judul:
                self.bacaan.buku.put(Nasib.PERABOT, *item.petak_semua)
                continue
            signed = signed or _is_tanda(item.teks)
            if signed:
                self._sign(item)
            else:
                block += item.sel
        self.bacaan.note_block(block)

    def _sign(self, garis: Garis) -> None:
        for place, teks in garis.sel:
            line = teks.strip(_HIASAN).strip()
            if find_atas_nama(line):
                self._sign_atas_nama(place, line)
            elif not is_tempat_hari(line):
                self.bacaan.note(NAMA_TIDAK_DISIMPAN, place)
            elif not self._hari:
                self._hari = line
                self.kepala.append((place, teks))
            elif line == self._hari:
                self.bacaan.buku.put(Nasib.PERABOT, place)
            else:
                self.bacaan.note(
                    ISIAN_TAK_DIKENAL, place, teks=line, sebab="tempat dan tanggal lain sudah terbaca"
                )

    def _sign_atas_nama(self, petak: Petak, teks: str) -> None:
        """Keep on whose behalf the form is signed; it is printed again below each post."""
        if not self.tanda:
            self.tanda.append((petak, teks))
        elif self.tanda[0][1] == teks:
            self.bacaan.buku.put(Nasib.PERABOT, petak)
        else:
            self.bacaan.note(ISIAN_TAK_DIKENAL, petak, teks=teks, sebab="atas nama lain sudah terbaca")


def _is_tanda(teks: str) -> bool:
    return bool(_TANDA.match(teks) or is_tempat_hari(teks))


def _heads(lines: list[Garis]) -> set[int]:
    """Which lines of a book are its title and the heading of the form in it."""
    kept: set[int] = set()
    for number, item in enumerate(lines[:_JUDUL_BUKU]):
        if len(item.teks) > _PANJANG_JUDUL or _DALAM_BUKU.match(item.teks):
            break
        kept.add(number)
    first = len(lines) - _LAMPIRAN
    heads = [
        number
        for number, item in enumerate(lines)
        if number >= first and (is_judul(item.teks) or re.match(r"lampiran\b", item.teks, re.IGNORECASE))
    ]
    return kept | (set(range(heads[0], len(lines))) if heads else set())
