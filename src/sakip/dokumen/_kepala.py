"""What stands around the tables of a form: title, institution, year, decree, place and day, who signs."""

from __future__ import annotations

import datetime as dt
import re

import attrs

from sakip.bentuk import Kepala, Status
from sakip.dokumen._bacaan import Bacaan
from sakip.dokumen._buku import Nasib
from sakip.dokumen._halaman import title_lines
from sakip.dokumen._kisi import Petak
from sakip.dokumen._register import NAMA_TIDAK_DISIMPAN
from sakip.dokumen._tabel import PENUTUP
from sakip.errors import PeriodeError
from sakip.periode import Periode

_HIASAN = "*#_ \t"
"""What Markdown puts around a line."""
_RENTANG = re.compile(r"\b((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\b")
_TAHUN = re.compile(r"\btahun(?:\s+anggaran)?\s*:?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_INSTANSI = re.compile(
    r"^(?:pemerintah\s+(?:kabupaten|kota|provinsi|daerah)|dinas|badan|kantor|inspektorat|sekretariat|kecamatan"
    r"|kementerian|satuan\s+polisi|rumah\s+sakit|kabupaten|kota|provinsi)\b",
    re.IGNORECASE,
)
_KEPUTUSAN = re.compile(r"^(?:lampiran\s+)?(?:keputusan|peraturan|nomor\s*:)", re.IGNORECASE)
_BULAN = {
    nama: nomor
    for nomor, nama in enumerate(
        [
            "januari",
            "februari",
            "maret",
            "april",
            "mei",
            "juni",
            "juli",
            "agustus",
            "september",
            "oktober",
            "november",
            "desember",
        ],
        start=1,
    )
} | {"nopember": 11, "pebruari": 2}
_TEMPAT_HARI = re.compile(
    r"^([A-Za-z][A-Za-z .'-]{1,40}?),\s*(?:(\d{1,2})\s+)?([A-Za-z]+)\s+((?:19|20)\d\d)\.?$"
)


def read_kepala(bacaan: Bacaan, luar: list[tuple[Petak, str]], judul: str, *, keep: bool = True) -> Kepala:
    """The head of a form, from the cells that stand in no table and were not taken yet.

    Lines that say who signs are not kept: a finding names their place and not their text.

    Args:
        bacaan: The reading.
        luar: The cells outside of the tables, in order.
        judul: What the form calls itself; a title that is made of the head alone is not
            kept, since a writer makes it again.
        keep: Whether the lines that say nothing of the head are kept as remarks; those
            that are not kept are left for the caller.
    """
    lines = [(place, teks.strip(_HIASAN).strip()) for place, teks in luar if not bacaan.buku.knows(place)]
    body, signed = _split_signature(lines)
    found: dict[str, object] = {}
    lines_of_title: list[str] = []
    catatan: list[str] = []
    for place, teks in body:
        if not teks:
            bacaan.buku.put(Nasib.PERABOT, place)
            continue
        known = _read_line(teks, found)
        if known or keep:
            bacaan.buku.put(Nasib.ISI, place)
            (lines_of_title if known and not catatan else catatan).append(teks)
    for place, teks in signed:
        _read_signature(bacaan, place, teks, found)
    kepala = Kepala(catatan=catatan, **found)  # type: ignore[arg-type]  # by name
    made = title_lines(kepala, judul)
    return kepala if tuple(lines_of_title) == made else attrs.evolve(kepala, judul=lines_of_title)


def _split_signature(
    lines: list[tuple[Petak, str]],
) -> tuple[list[tuple[Petak, str]], list[tuple[Petak, str]]]:
    """The lines before and after place and day, or before the first that says who signs."""
    for number, (_, teks) in enumerate(lines):
        if number and PENUTUP.match(teks) and (_TEMPAT_HARI.match(teks) or not _INSTANSI.match(teks)):
            return lines[:number], lines[number:]
    return lines, []


def _read_line(teks: str, found: dict[str, object]) -> bool:
    """Take from a line what it says of the head; whether it is of the title."""
    if match := _RENTANG.search(teks):
        found.setdefault("periode", _periode(f"{match[1]}-{match[2]}"))
    elif match := _TAHUN.search(teks):
        found.setdefault("periode", _periode(match[1]))
    low = teks.casefold()
    if re.search(r"\b(?:draf|draft|rancangan)\b", low):
        found.setdefault("status", Status.DRAF)
    elif re.search(r"\bperubahan\b", low):
        found.setdefault("status", Status.PERUBAHAN)
    if _INSTANSI.match(teks) and len(teks) < 160:
        found.setdefault("instansi", _TAHUN.sub("", _RENTANG.sub("", teks)).strip(" ,-–"))
    if _KEPUTUSAN.match(teks):
        found.setdefault("keputusan", teks)
    return teks.isupper() or bool(_INSTANSI.match(teks) or _TAHUN.search(teks))


def _periode(teks: str) -> Periode | None:
    try:
        return Periode.parse(teks)
    except PeriodeError:
        return None


def _read_signature(bacaan: Bacaan, place: Petak, teks: str, found: dict[str, object]) -> None:
    match = _TEMPAT_HARI.match(teks)
    if match and (bulan := _BULAN.get(match[3].casefold())):
        found.setdefault("tempat", match[1])
        if match[2]:
            try:
                found.setdefault("tanggal", dt.date(int(match[4]), bulan, int(match[2])))
            except ValueError:
                pass
            else:
                bacaan.buku.put(Nasib.ISI, place)
                return
    bacaan.note(NAMA_TIDAK_DISIMPAN, place)
