"""What stands around the tables of a form: title, institution, year, decree, place and day, who signs."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from itertools import groupby
from typing import TypeAlias

import attrs

from sakip.bentuk import Kepala, Status
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.judul import squash
from sakip.dokumen._baca.register import INSTANSI_DARI_LETAK, NAMA_TIDAK_DISIMPAN
from sakip.dokumen._baca.tabel import PENUTUP, clean
from sakip.dokumen._bagian.halaman import title_lines
from sakip.dokumen._bagian.instansi import BERLABEL, is_name, says_instansi
from sakip.dokumen._bagian.orang import holds_orang
from sakip.dokumen._bagian.waktu import find_bagian
from sakip.dokumen._buka.kisi import Petak
from sakip.errors import PeriodeError
from sakip.periode import JenisPeriode, Periode

_HIASAN = "*#_ \t"
"""What Markdown puts around a line."""
_RENTANG = re.compile(r"\b((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)\b")
_TAHUN = re.compile(r"\b(?:tahun(?:\s+anggaran)?|t\.?\s?a\.?)\s*:?\s*((?:19|20)\d\d)\b", re.IGNORECASE)
_TAHUN_AKHIR = re.compile(r"(?<![\d./-])\s((?:19|20)\d\d)$")
"""The year that a title ends with."""
_NOMOR = re.compile(r"\bno(?:mor|\.)\s*:?\s*\S+(?:\s\S+)?\s+tahun\s+(?:19|20)\d\d\b", re.IGNORECASE)
"""The number of a decree, whose year is its own and not the form's."""
_BUKAN_INSTANSI = re.compile(r"(?:jabatan|kepala|eselon|lampiran|tahun|untuk|dan)\b", re.IGNORECASE)
_KEPUTUSAN = re.compile(r"^(?:lampiran\s*:?\s+)?(?:keputusan|peraturan|nomor\s*[:.\d])", re.IGNORECASE)
_RINCIAN = re.compile(r"^(?:(?:nomor|tanggal)\s*:?\s*\S{0,30}?\d|tentang\b)", re.IGNORECASE)
"""The lines below a decree that are of it."""
_LAMPIRAN = re.compile(r"^lampiran\s+", re.IGNORECASE)
"""What stands before a title where an annex prints it again."""
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
    r"^([A-Za-z][A-Za-z .'-]{1,40}?|[.…_]{3,}),\s*(?:(\d{1,2})\s+)?([A-Za-z]+)\s+((?:19|20)\d\d)\.?$"
)
_TEMPAT_TITIK = re.compile(
    r"^([A-Za-z][A-Za-z .'-]{1,40}?|[.…_]{3,})\s*,\s*[.…_]{3,}[.…_\s]*(?:[A-Za-z]+\s*)?(?:(?:19|20)\d\d)?$"
)
_UNIT = re.compile(r"unit(?P<kerja>\s+(?:kerja|organisasi))?\s*:\s*(?P<nama>\S.*)", re.IGNORECASE)
_DASAR = re.compile(
    r"(?:(?:dasar\s+hukum|mengingat)\s*:\s*(.*)|berdasarkan\s*:?\s*((?:undang|peraturan|keputusan|instruksi|surat)\b.*))",
    re.IGNORECASE | re.DOTALL,
)
_BUTIR_DASAR = re.compile(r"(?:[-–•]\s*)?(?:(?:\d{1,2}\.{1,2}|[a-z][.)])\s*)?(?P<isi>\S.*)", re.DOTALL)
_BERBUTIR = re.compile(r"(?:[-–•]|\d{1,2}\.|[a-z][.)])\s*\S")
_ATAS_NAMA = re.compile(
    r"a\.?\s*n\.?\s+((?:bupati|wali\s?kota|gubernur|menteri|kepala|sekretaris|camat|lurah|direktur|rektor|ketua"
    r"|pimpinan|presiden|inspektur|deputi)\b.*)",
    re.IGNORECASE,
)
_TITIK = " .…_()"
"""What stands where the pen fills in a name or a day."""


def read_kepala(
    bacaan: Bacaan,
    luar: list[tuple[Petak, str]],
    judul: str,
    *,
    keep: bool = True,
    penanda: Collection[str] = (),
    bagian: bool = False,
) -> Kepala:
    """The head of a form, from the cells that stand in no table and were not taken yet.

    Lines that say who signs are not kept: a finding names their place and not their text.

    Args:
        bacaan: The reading.
        luar: The cells outside of the tables, in order.
        judul: What the form calls itself; a title that is made of the head alone is not
            kept, since a writer makes it again.
        keep: Whether the lines that say nothing of the head are kept as remarks; those
            that are not kept are left for the caller.
        penanda: What the form prints in its signatures besides people: the posts, and
            what they sign as.
        bagian: Whether the form may be of a part of a year, such as a triwulan.
    """
    lines = [(place, teks.strip(_HIASAN).strip()) for place, teks in luar if not bacaan.buku.knows(place)]
    body, signed = _split_signatures(lines)
    found: dict[str, object] = {}
    dasar = Dasar()
    lines_of_title: list[str] = []
    catatan: list[str] = []
    for number, (place, teks) in enumerate(body):
        if not teks or not {teks, _LAMPIRAN.sub("", teks)}.isdisjoint(lines_of_title):  # again on each sheet
            bacaan.buku.put(Nasib.PERABOT, place)
            continue
        if dasar.take(teks):
            bacaan.buku.put(Nasib.ISI, place)
            continue
        before = len(found)
        known = _read_line(teks, found, judul)
        untold = len(found) == before and "instansi" not in found
        if untold and _is_under_title(bacaan, body, number, judul):
            found["instansi"], known = teks, True
            bacaan.note(INSTANSI_DARI_LETAK, place, teks=teks)
        if known or keep:
            bacaan.buku.put(Nasib.ISI, place)
            (lines_of_title if known and not catatan else catatan).append(teks)
    own = {_tight(line) for line in penanda}
    for place, teks in signed:
        if not teks.strip(_TITIK) or _tight(teks) in own:
            bacaan.buku.put(Nasib.PERABOT, place)
        else:
            _read_signature(bacaan, place, teks, found)
    if bagian:
        _read_bagian(lines_of_title, found)
    if "instansi" not in found and found.pop("unit_kerja", False):
        found["instansi"] = found.pop("unit")  # the only one that the form names
    found.pop("unit_kerja", None)
    kepala = Kepala(catatan=catatan, dasar_hukum=dasar.butir, **found)  # type: ignore[arg-type]  # by name
    made = title_lines(kepala, judul)
    return kepala if tuple(lines_of_title) == made else attrs.evolve(kepala, judul=lines_of_title)


def _tight(teks: str) -> str:
    """A line of a signature without case, and without the sign that it ends with."""
    return teks.casefold().rstrip(" ,.:")


@attrs.define
class Dasar:
    """Gathers the regulations that a form says it rests on: in the line that says so, or in a list below it.

    >>> dasar = Dasar()
    >>> [dasar.take(line) for line in ("Mengingat:", "- 1. UU 23/2014;", "2. PP 72/2019", "Sekretaris")], dasar.butir
    ([True, True, True, False], ['UU 23/2014;', 'PP 72/2019'])
    """

    butir: list[str] = attrs.field(factory=list)
    _terbuka: bool = attrs.field(default=False, init=False)

    def take(self, teks: str) -> bool:
        """Take a line, if it is of them."""
        if match := _DASAR.fullmatch(teks):
            self._terbuka, teks = True, (match[1] or match[2] or "").strip()
        elif not self._terbuka or not _BERBUTIR.match(teks):
            self._terbuka = False
            return False
        if item := _BUTIR_DASAR.fullmatch(teks):
            self.butir.append(item["isi"])
        return True


def find_atas_nama(teks: str) -> str:
    """The office on whose behalf somebody signs, where a line says that; never a person.

    >>> find_atas_nama("a.n. BUPATI CONTOH"), find_atas_nama("a.n. Fulan")
    ('BUPATI CONTOH', '')
    """
    match = _ATAS_NAMA.fullmatch(teks)
    return "" if match is None or holds_orang(teks) else match[1]


Baris: TypeAlias = tuple[Petak, str]


def _split_signatures(lines: list[Baris]) -> tuple[list[Baris], list[Baris]]:
    """The lines of every sheet before and after place and day, or before the first that says who signs."""
    body: list[Baris] = []
    signed: list[Baris] = []
    for _, sheet in groupby(lines, key=lambda line: line[0].lembar):
        for number, line in enumerate(sheet):
            first = not body and not number and not is_tempat_hari(line[1])
            inside = bool(signed) and signed[-1][0].lembar == line[0].lembar
            if inside or (not first and _begins_signature(line[1])):
                signed.append(line)
            else:
                body.append(line)
    return body, signed


def is_tempat_hari(teks: str) -> bool:
    """Whether a line says place and day, or leaves them to the pen, as a signature begins.

    >>> is_tempat_hari("Ambon, 2 Januari 2025"), is_tempat_hari("Ambon dan sekitarnya")
    (True, False)
    """
    return bool(_TEMPAT_HARI.match(teks) or _TEMPAT_TITIK.match(teks))


def _begins_signature(teks: str) -> bool:
    is_place = _TEMPAT_HARI.match(teks) or _TEMPAT_TITIK.match(teks)
    return bool(PENUTUP.match(teks) and (is_place or not says_instansi(teks)))


def _is_under_title(bacaan: Bacaan, body: list[Baris], number: int, judul: str) -> bool:
    """Whether a line stands right below the title, with nothing or a decree below it: whose form it is."""
    place, teks = body[number]
    before = body[number - 1] if number else None
    if (
        before is None
        or len(teks) >= 160
        or not is_name(teks)
        or _BUKAN_INSTANSI.match(teks)
        or squash(judul) not in squash(before[1])
    ):
        return False
    if before[0].lembar != place.lembar or before[0].baris != place.baris - 1:
        return False
    kisi = next(item for item in bacaan.kisi if item.nama == place.lembar)
    below = [clean(teks) for _, teks in kisi.filled(place.baris + 1)] if place.baris < kisi.tinggi else []
    return not below or bool(_KEPUTUSAN.match(below[0]))


def _read_line(teks: str, found: dict[str, object], judul: str) -> bool:
    """Take from a line what it says of the head; whether it is of the title."""
    if when := find_periode(teks, judul):
        found.setdefault("periode", when)
    if "keputusan" in found and _RINCIAN.match(teks):
        found["keputusan"] = f"{found['keputusan']}\n{teks}"
        return True
    if match := _UNIT.fullmatch(teks):
        if "unit" not in found:
            found |= {"unit": match["nama"], "unit_kerja": bool(match["kerja"])}
        return True
    if match := BERLABEL.fullmatch(teks):
        found.setdefault("instansi", match[1])
        return True
    title = teks.isupper() or bool(says_instansi(teks) or _TAHUN.search(teks) or _KEPUTUSAN.match(teks))
    if title and not says_instansi(teks) and not _KEPUTUSAN.match(teks):
        _read_status(teks.casefold(), found)
    if says_instansi(teks):
        found.setdefault("instansi", _TAHUN.sub("", _RENTANG.sub("", teks)).strip(" ,-–"))
    if _KEPUTUSAN.match(teks):
        found.setdefault("keputusan", teks)
    return title


def _read_bagian(judul: list[str], found: dict[str, object]) -> None:
    """Take the part of a year that the title names; its year may stand in another line."""
    year = found.get("periode")
    tahun = year.tahun if isinstance(year, Periode) and year.jenis is JenisPeriode.TAHUN else None
    if when := next(filter(None, (find_bagian(teks, tahun) for teks in judul)), None):
        found["periode"] = when


def _read_status(teks: str, found: dict[str, object]) -> None:
    for status, words in _STATUS.items():
        if words.search(teks):
            found.setdefault("status", status)


_STATUS = {
    Status.DRAF: re.compile(r"\b(?:draf|draft|rancangan)\b"),
    Status.PERUBAHAN: re.compile(r"\bperubahan\b"),
    Status.MURNI: re.compile(r"\bmurni\b"),
}


def find_periode(teks: str, judul: str = "") -> Periode | None:
    """The span of years or the year that a line of a title names, or None.

    Args:
        teks: The line.
        judul: What the form calls itself; a year at the end of it needs no word.

    >>> str(find_periode("RENSTRA TAHUN 2021-2026")), find_periode("Dinas Sosial")
    ('2021-2026', None)
    >>> str(find_periode("Peraturan Bupati Nomor 35 Tahun 2023 tentang IKU TA. 2024"))
    '2024'
    >>> str(find_periode("RENCANA AKSI KINERJA 2025", "Rencana Aksi"))
    '2025'
    """
    teks = _NOMOR.sub("", teks)
    if match := _RENTANG.search(teks):
        return _periode(f"{match[1]}-{match[2]}")
    match = _TAHUN.search(teks)
    if match is None and judul and squash(judul) in squash(teks):
        match = _TAHUN_AKHIR.search(teks)
    return None if match is None else _periode(match[1])


def _periode(teks: str) -> Periode | None:
    try:
        return Periode.parse(teks)
    except PeriodeError:
        return None


def _read_signature(bacaan: Bacaan, place: Petak, teks: str, found: dict[str, object]) -> None:
    """Take place and day from a line; what else it says is about people."""
    if match := _TEMPAT_TITIK.match(teks):
        if match[1].strip(_TITIK):
            found.setdefault("tempat", match[1])
        bacaan.buku.put(Nasib.ISI, place)
        return
    match = _TEMPAT_HARI.match(teks)
    if match and (bulan := _BULAN.get(match[3].casefold())):
        if match[1].strip(_TITIK):
            found.setdefault("tempat", match[1])
        if match[2]:
            try:
                found.setdefault("tanggal", dt.date(int(match[4]), bulan, int(match[2])))
            except ValueError:
                pass
            else:
                bacaan.buku.put(Nasib.ISI, place)
                return
    if behalf := find_atas_nama(teks):
        found.setdefault("atas_nama", behalf)
        bacaan.buku.put(Nasib.ISI, place)
        return
    bacaan.note(NAMA_TIDAK_DISIMPAN, place)
