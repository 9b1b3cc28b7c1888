"""Tables of programs (kegiatan, sub kegiatan) and their money."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import attrs

from sakip.angka import SEBAB, format_rupiah, scan_rupiah
from sakip.bentuk import Berpagu
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.judul import Judul, squash
from sakip.dokumen._baca.register import (
    ISIAN_TAK_DIKENAL,
    JUMLAH_BERBEDA,
    NILAI_DIBACA_DENGAN_CATATAN,
    PAGU_TAK_TERBACA,
)
from sakip.dokumen._baca.tabel import Larik, Tabel
from sakip.dokumen._bagian.kata import new_id, tight
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.versi import (
    BAWAH,
    POLA_VERSI,
    Waktu,
    list_waktu,
    parse_waktu,
    say_tak_terbaca,
    say_versi,
)
from sakip.dokumen._bagian.waktu import BUKAN_TAHUN, judul_periode
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Rumus, Rupa, TabelNaskah
from sakip.errors import AngkaError, KodeError
from sakip.kode import AnyKode, Kode, LevelKode, to_kode
from sakip.model import Aktivitas, Kegiatan, Pagu, Program, SubKegiatan
from sakip.periode import Periode

Didanai: TypeAlias = Berpagu | Aktivitas
"""What money may stand beside."""

_WAKTU_PAGU = rf"(?P<bagian>(?:{BUKAN_TAHUN}|(?:19|20)\d\d)?(?:{POLA_VERSI})?)(?:rp)?"
POLA_PAGU = re.compile(rf"(?:pagu|anggaran|apbd)+(?:tahun)?(?=[a-z\d]){_WAKTU_PAGU}")
"""A header of money that names a period, a version of the plan, or both."""
_POLA_TW = re.compile(rf"(?P<bagian>{BUKAN_TAHUN}(?:{POLA_VERSI})?)(?:rp)?")
"""One that names a triwulan or another part of a year alone, beside the money of the year."""
_POLA_TAHUN = re.compile(rf"(?:tahun)?(?=(?:19|20)\d\d){_WAKTU_PAGU}")
"""One that names a year without a word of money, in a table that has no other figures."""

JUDUL_ANGGARAN = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul("kode", ("kode", "kode rekening")),
    Judul(
        "nama",
        (
            "program",
            "program/kegiatan",
            "program/kegiatan/sub kegiatan",
            "nama program",
            "kegiatan",
            "sub kegiatan",
        ),
        wajib=True,
    ),
    Judul(
        "pagu",
        ("anggaran", "anggaran (rp)", "pagu", "pagu anggaran", "jumlah anggaran"),
        pola=POLA_PAGU,
        bawah=BAWAH,
        wajib=True,
    ),
    Judul("pagu", pola=_POLA_TAHUN, wajib=True),
    Judul("keterangan", ("keterangan", "ket", "sumber dana")),
    Judul("id", ("id", "id komponen")),
    Judul("jenis", ("jenis komponen",)),
)
"""The columns that such tables have."""
JUDUL_TW = Judul("pagu_tw", pola=_POLA_TW)
"""Those of the triwulan, where the table holds nothing but what is planned."""

_KELAS: dict[LevelKode, type[Berpagu]] = {
    LevelKode.PROGRAM: Program,
    LevelKode.KEGIATAN: Kegiatan,
    LevelKode.SUB_KEGIATAN: SubKegiatan,
}
_JENIS: dict[str, type[Berpagu]] = {item.jenis: item for item in _KELAS.values()}
_AWALAN: tuple[tuple[str, type[Berpagu]], ...] = (
    ("subkegiatan", SubKegiatan),
    ("kegiatan", Kegiatan),
    ("program", Program),
)
_PAGU = ("pagu", JUDUL_TW.kunci)
"""The columns of money."""
_NOMOR = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
"""A running number that stands in the cell of a name."""


def read_anggaran(
    bacaan: Bacaan,
    tabel: Iterable[Tabel],
    periode: Periode | None,
    each: Callable[[Larik, Sequence[Berpagu]], None] = lambda *_: None,
) -> tuple[Berpagu, ...]:
    """The components of tables of money, in order; a row of the sum is checked and is no component.

    Args:
        bacaan: The reading.
        tabel: The tables.
        periode: The year of money whose header names none.
        each: Called with each row and what it speaks of, for the columns that only some
            forms have: one component, or for a row of the sum those that it adds up.
    """
    found: list[Berpagu] = []
    for table in tabel:
        begin = len(found)
        for larik in table.larik:
            if is_jumlah(larik):
                each(larik, _highest(found[begin:]))
                _check_jumlah(bacaan, larik, found[begin:], periode)
            elif larik.teks("nama") or larik.teks("id") or any(map(any, map(larik.bagian, _PAGU))):
                found.append(_component(bacaan, larik, periode, found, len(found) - begin + 1))
                each(larik, found[-1:])
    return tuple(found)


def is_jumlah(larik: Larik) -> bool:
    """Whether a row is a sum: its first word says so, or the one that stands for the name."""
    if larik.teks("id") or larik.teks("kode"):
        return False
    return any(map(_says_jumlah, (larik.teks("nama"), *(teks for _, teks in larik.terisi[:1]))))


def _says_jumlah(teks: str) -> bool:
    return teks.casefold().rstrip(" :") in {"jumlah", "total", "jumlah anggaran", "total anggaran"}


def _check_jumlah(bacaan: Bacaan, larik: Larik, komponen: Sequence[Berpagu], periode: Periode | None) -> None:
    """A printed sum is furniture where it is the sum, and a finding where it isn't or can't be checked."""
    for item, teks in larik.terisi:
        place = larik.kisi.petak(larik.baris, item.kolom)
        when = waktu_pagu(item.bagian, item.judul, periode)
        if item.kunci in _PAGU and when is not None:
            _compare(bacaan, place, teks, _sum(komponen, when))
            bacaan.buku.put(Nasib.PERABOT, place)
        elif _says_jumlah(teks):
            bacaan.buku.put(Nasib.PERABOT, place)


def waktu_pagu(bagian: str, judul: str, periode: Periode | None) -> Waktu | None:
    """What a column of money is of: the period and version in its header, or else the period of the form."""
    found = parse_waktu(bagian, judul, periode)
    return Waktu(periode) if found is None and periode is not None and not bagian else found


def _compare(bacaan: Bacaan, place: Petak, teks: str, total: int) -> None:
    try:
        tercetak, _ = scan_rupiah(teks)
    except AngkaError as error:
        bacaan.note(PAGU_TAK_TERBACA, place, teks=teks, sebab=SEBAB[error.sebab].kalimat)
        return
    if total != tercetak:
        bacaan.note(JUMLAH_BERBEDA, place, tercetak=format_rupiah(tercetak), terhitung=format_rupiah(total))


def _sum(komponen: Sequence[Berpagu], waktu: Waktu) -> int:
    """The money of the components of the highest level, as it is printed for a period in a version."""
    found = (waktu.find(item.pagu) for item in _highest(komponen))
    return sum(pagu.jumlah or 0 for pagu in found if pagu is not None)


def _highest(komponen: Sequence[Berpagu]) -> Sequence[Berpagu]:
    """The components of the highest level there is; those below are parts of them."""
    for kelas in (Program, Kegiatan):
        if top := [item for item in komponen if isinstance(item, kelas)]:
            return top
    return komponen


def _component(
    bacaan: Bacaan, larik: Larik, periode: Periode | None, sebelum: Sequence[Berpagu], nomor: int
) -> Berpagu:
    kode = _take_kode(bacaan, larik)
    nama = bacaan.take(larik, "nama")
    if larik.petak("nomor") is None:
        nama = _strip_nomor(nama, nomor)
    elif larik.teks("nomor"):
        bacaan.skip(larik, "nomor")
    lain: list[tuple[str, str]] = []
    if kode is None and (teks := larik.teks("kode")):
        lain.append(("Kode", teks))
    pagu: list[Pagu] = []
    headers = {item.kolom: item.judul for item in larik.kolom}
    for bagian, place, teks in (cell for kunci in _PAGU for cell in bacaan.take_periode(larik, kunci)):
        when = waktu_pagu(bagian, headers[place.kolom], periode)
        amounts = read_pagu(bacaan, teks, place, when, bagian)
        if not amounts or Waktu.of(amounts[0]).kunci in {Waktu.of(item).kunci for item in pagu}:
            lain.append((f"Anggaran {bagian}".strip(), teks))
        else:
            pagu += amounts
    kelas = _take_jenis(bacaan, larik) or guess_kelas(kode, nama, larik)
    return kelas(
        _take_id(bacaan, larik, {item.id for item in sebelum}, f"P{len(sebelum) + 1}"),
        nama=nama,
        kode=kode,
        pagu=pagu,
        keterangan=bacaan.take(larik, "keterangan"),
        lain=(*lain, *bacaan.take_lain(larik)),
    )


def _take_id(bacaan: Bacaan, larik: Larik, terpakai: set[str], baru: str) -> str:
    """The id of a row, or a new one where it has none or copies another row's."""
    id, place = bacaan.take(larik, "id"), larik.petak("id")
    if id in terpakai:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=id, sebab="id ini sudah dipakai baris lain")
    if id and id not in terpakai:
        return id
    return new_id(baru, terpakai)


def _take_jenis(bacaan: Bacaan, larik: Larik) -> type[Berpagu] | None:
    """The kind that a column of its own says, as files that were written here have it."""
    teks, place = bacaan.take(larik, "jenis"), larik.petak("jenis")
    found = _JENIS.get(tight(teks))
    if teks and found is None:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=f"pakai salah satu: {', '.join(_JENIS)}")
    return found


def guess_kelas(kode: AnyKode | None, nama: str, larik: Larik) -> type[Berpagu]:
    """The kind of a component: by its code, how its name begins, how its column is headed; else a program."""
    if isinstance(kode, Kode) and kode.level in _KELAS:
        return _KELAS[kode.level]
    header = next((item.judul for item in larik.kolom if item.kunci == "nama"), "")
    for teks in (nama, header):
        word = squash(teks).removeprefix("nama")
        for awalan, kelas in _AWALAN:
            if word.startswith(awalan):
                return kelas
    return Program


def _strip_nomor(nama: str, nomor: int) -> str:
    """A name without the running number that it begins with where no column has that.

    >>> _strip_nomor("2. Rehabilitasi Sosial", 2), _strip_nomor("2. Rehabilitasi Sosial", 1)
    ('Rehabilitasi Sosial', '2. Rehabilitasi Sosial')
    """
    match = _NOMOR.match(nama)
    return nama[match.end() :] if match and match[1] == str(nomor) else nama


def _take_kode(bacaan: Bacaan, larik: Larik) -> AnyKode | None:
    teks, place = bacaan.take(larik, "kode"), larik.petak("kode")
    return None if not teks or place is None else read_kode(bacaan, teks, place)


def read_kode(bacaan: Bacaan, teks: str, place: Petak) -> AnyKode | None:
    """The code of a component; None, with a finding, where it can't be read."""
    try:
        return to_kode(teks)
    except KodeError as error:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=error.kalimat)
        return None


def read_pagu(
    bacaan: Bacaan, teks: str, place: Petak, waktu: Waktu | None, bagian: str = ""
) -> tuple[Pagu, ...]:
    """The money of a component, kept as printed where it can't be read; none where no year says for when.

    Args:
        bacaan: The reading.
        teks: The amount as printed.
        place: Where it stands.
        waktu: What it is for; None where its header doesn't say that.
        bagian: What its header says of that, squashed.
    """
    if waktu is None:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=say_tak_terbaca(bagian))
        return ()
    try:
        jumlah, catatan = scan_rupiah(teks)
    except AngkaError as error:
        bacaan.note(PAGU_TAK_TERBACA, place, teks=teks, sebab=SEBAB[error.sebab].kalimat)
        return (Pagu(waktu.periode, None, teks, waktu.versi, waktu.berlaku),)
    for item in catatan:
        bacaan.note(
            NILAI_DIBACA_DENGAN_CATATAN, place, teks=teks, nilai=format_rupiah(jumlah), sebab=item.kalimat
        )
    return (Pagu(waktu.periode, jumlah, "", waktu.versi, waktu.berlaku),)


# --- writing ------------------------------------------------------------------


@attrs.frozen
class LajurPagu:
    """The columns of money of a table: one for each period, and for each version of the plan.

    Attributes:
        waktu: What each is of, in their order; None for an empty one that nothing says a year for.
        periode: The year of the form.
    """

    waktu: tuple[Waktu | None, ...]
    periode: Periode | None

    @classmethod
    def of(cls, komponen: Iterable[Didanai], periode: Periode | None) -> LajurPagu:
        """Those that components need, one for the form's own year among them."""
        found = list_waktu((item for node in komponen for item in node.pagu), periode)
        return cls(tuple(found) or (None,), periode)

    def lajur(self, nama: str) -> list[Lajur]:
        """The columns under their name; the only one, of the form's own year, needs no year."""
        return [Lajur(self._judul(nama, when), 20, Rupa.RUPIAH) for when in self.waktu]

    def _judul(self, nama: str, waktu: Waktu | None) -> tuple[str, ...]:
        if waktu is None:
            return (nama,)
        versi = say_versi(waktu, filter(None, self.waktu))
        if [item and item.periode for item in self.waktu] == [self.periode] and not versi:
            return (nama,)
        tahun = None if self.periode is None else self.periode.tahun
        return (nama, f"{judul_periode(waktu.periode, tahun)} {versi}".strip())

    def cells(self, komponen: Didanai | None) -> list[Isi]:
        """What stands in them."""
        own = () if komponen is None else komponen.pagu
        found = [None if when is None else when.find(own) for when in self.waktu]
        return [None if pagu is None else pagu_isi(pagu) for pagu in found]


def pagu_isi(pagu: Pagu) -> Isi:
    """An amount, or what is printed in its place."""
    return pagu.teks if pagu.jumlah is None else pagu.jumlah


def anggaran_naskah(komponen: Sequence[Berpagu], periode: Periode | None) -> TabelNaskah:
    """The table of components and their money, with its sum; a column for each year and version that has money."""
    pagu = LajurPagu.of(komponen, periode)
    ada_kode = any(item.kode is not None for item in komponen)
    lain = LajurLain.of(item.lain for item in komponen)
    lajur = (
        Lajur("No", 5, Rupa.TENGAH),
        *([Lajur("Kode", 18)] if ada_kode else []),
        Lajur(_judul_nama(komponen), 50),
        *pagu.lajur("Anggaran"),
        Lajur("Keterangan", 20),
        *lain.lajur,
        Lajur("ID", 10, tersembunyi=True),
        Lajur("Jenis Komponen", 10, tersembunyi=True),
    )
    rows = []
    for nomor, item in enumerate(komponen, start=1):
        cells: list[Isi] = [nomor, *([_kode(item)] if ada_kode else []), item.nama]
        rows.append(
            BarisNaskah(
                (*cells, *pagu.cells(item), item.keterangan, *lain.cells(item.lain), item.id, item.jenis)
            )
        )
    blank = [""] * (3 + len(lain.kunci))
    sums = [jumlah_pagu(komponen, when, f"pagu{number}") for number, when in enumerate(pagu.waktu)]
    rows.append(BarisNaskah((None, *([""] if ada_kode else []), "Jumlah", *sums, *blank), tebal=True))
    names = ["nomor", *(["kode"] if ada_kode else []), "nama"]
    return TabelNaskah(lajur, rows, nama=(*names, *(f"pagu{number}" for number in range(len(pagu.waktu)))))


def _judul_nama(komponen: Sequence[Berpagu]) -> str:
    """What the column of names is headed by."""
    kinds = [nama for kelas, nama in _NAMA.items() if any(isinstance(item, kelas) for item in komponen)]
    return "/".join(kinds or _NAMA.values())


_NAMA: dict[type[Berpagu], str] = {Program: "Program", Kegiatan: "Kegiatan", SubKegiatan: "Sub Kegiatan"}


def _kode(item: Berpagu) -> str:
    return "" if item.kode is None else str(item.kode)


def jumlah_pagu(komponen: Sequence[Berpagu], waktu: Waktu | None, nama: str) -> Isi:
    """The sum of a column of money as a formula: of all rows, or of those of the highest level.

    Args:
        komponen: The components, a row for each.
        waktu: What the column is of.
        nama: The name of the column in formulas.
    """
    if waktu is None or not komponen:
        return None
    total = _sum(komponen, waktu)
    tops = _highest(komponen)
    if len(tops) == len(komponen):
        return Rumus(f"=SUM({{{nama}:}})", total)
    rows = [number for number, item in enumerate(komponen) if type(item) is type(tops[0])]
    if len(rows) > _ISIAN_SUM:
        return total
    return Rumus(f"=SUM({','.join(f'{{{nama}#{row}}}' for row in rows)})", total)


_ISIAN_SUM = 255
"""Cells that a formula adds up at most, one by one."""
