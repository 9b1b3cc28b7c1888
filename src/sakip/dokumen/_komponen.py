"""Tables of programs (kegiatan, sub kegiatan) and their money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sakip.angka import SEBAB, format_rupiah, scan_rupiah
from sakip.bentuk import Berpagu
from sakip.dokumen._bacaan import Bacaan
from sakip.dokumen._buku import Nasib
from sakip.dokumen._judul import Judul
from sakip.dokumen._kisi import Petak
from sakip.dokumen._naskah import BarisNaskah, Lajur, Rumus, Rupa, TabelNaskah
from sakip.dokumen._register import (
    ISIAN_TAK_DIKENAL,
    JUMLAH_BERBEDA,
    NILAI_DIBACA_DENGAN_CATATAN,
    PAGU_TAK_TERBACA,
)
from sakip.dokumen._tabel import Larik, Tabel
from sakip.errors import AngkaError, KodeError
from sakip.kode import AnyKode, Kode, LevelKode, to_kode
from sakip.model import Kegiatan, Pagu, Program, SubKegiatan
from sakip.periode import Periode

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
    Judul("pagu", ("anggaran", "anggaran (rp)", "pagu", "pagu anggaran", "jumlah anggaran"), wajib=True),
    Judul("keterangan", ("keterangan", "ket", "sumber dana")),
    Judul("id", ("id", "id komponen")),
)
"""The columns that such tables have."""

_KELAS: dict[LevelKode, type[Berpagu]] = {
    LevelKode.PROGRAM: Program,
    LevelKode.KEGIATAN: Kegiatan,
    LevelKode.SUB_KEGIATAN: SubKegiatan,
}
_AWALAN: tuple[tuple[str, type[Berpagu]], ...] = (
    ("sub kegiatan", SubKegiatan),
    ("kegiatan", Kegiatan),
    ("program", Program),
)


def read_anggaran(bacaan: Bacaan, tabel: Iterable[Tabel], periode: Periode | None) -> tuple[Berpagu, ...]:
    """The components of tables of money, in order; a row of the sum is checked and is no component."""
    found: list[Berpagu] = []
    for table in tabel:
        begin = len(found)
        for larik in table.larik:
            if _is_jumlah(larik):
                _check_jumlah(bacaan, larik, found[begin:])
            elif larik.teks("nama") or larik.teks("pagu"):
                found.append(_component(bacaan, larik, periode, len(found) + 1))
    return tuple(found)


def _is_jumlah(larik: Larik) -> bool:
    words = [teks.casefold().rstrip(" :") for _, teks in larik.terisi]
    return any(word in {"jumlah", "total", "jumlah anggaran", "total anggaran"} for word in words)


def _check_jumlah(bacaan: Bacaan, larik: Larik, komponen: Sequence[Berpagu]) -> None:
    """A printed sum is furniture where it is the sum, and a finding where it isn't."""
    for item, teks in larik.terisi:
        place = larik.kisi.petak(larik.baris, item.kolom)
        if item.kunci == "pagu":
            _compare(bacaan, place, teks, komponen)
        bacaan.buku.put(Nasib.PERABOT, place)


def _compare(bacaan: Bacaan, place: Petak, teks: str, komponen: Sequence[Berpagu]) -> None:
    try:
        tercetak, _ = scan_rupiah(teks)
    except AngkaError as error:
        bacaan.note(PAGU_TAK_TERBACA, place, teks=teks, sebab=SEBAB[error.sebab].kalimat)
        return
    tops = _highest(komponen)
    total = sum(item.jumlah or 0 for node in tops for item in node.pagu)
    if total != tercetak:
        bacaan.note(JUMLAH_BERBEDA, place, tercetak=format_rupiah(tercetak), terhitung=format_rupiah(total))


def _highest(komponen: Sequence[Berpagu]) -> Sequence[Berpagu]:
    """The components of the highest level there is; those below are parts of them."""
    for kelas in (Program, Kegiatan):
        if top := [item for item in komponen if isinstance(item, kelas)]:
            return top
    return komponen


def _component(bacaan: Bacaan, larik: Larik, periode: Periode | None, nomor: int) -> Berpagu:
    kode = _take_kode(bacaan, larik)
    nama = bacaan.take(larik, "nama")
    if larik.teks("nomor"):
        bacaan.skip(larik, "nomor")
    kelas = _kelas(kode, nama)
    return kelas(
        bacaan.take(larik, "id") or f"P{nomor}",
        nama=nama,
        kode=kode,
        pagu=_take_pagu(bacaan, larik, periode),
        keterangan=bacaan.take(larik, "keterangan"),
        lain=bacaan.take_lain(larik),
    )


def _kelas(kode: AnyKode | None, nama: str) -> type[Berpagu]:
    """The kind of a component: by its code, or by the word that its name begins with, or else a program."""
    if isinstance(kode, Kode) and kode.level in _KELAS:
        return _KELAS[kode.level]
    low = nama.casefold()
    return next((kelas for awalan, kelas in _AWALAN if low.startswith(awalan)), Program)


def _take_kode(bacaan: Bacaan, larik: Larik) -> AnyKode | None:
    teks, place = bacaan.take(larik, "kode"), larik.petak("kode")
    if not teks or place is None:
        return None
    try:
        return to_kode(teks)
    except KodeError as error:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=error.kalimat)
        return None


def _take_pagu(bacaan: Bacaan, larik: Larik, periode: Periode | None) -> tuple[Pagu, ...]:
    teks, place = bacaan.take(larik, "pagu"), larik.petak("pagu")
    if not teks or place is None:
        return ()
    if periode is None:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab="tahun anggaran tidak tertulis")
        return ()
    try:
        jumlah, catatan = scan_rupiah(teks)
    except AngkaError as error:
        bacaan.note(PAGU_TAK_TERBACA, place, teks=teks, sebab=SEBAB[error.sebab].kalimat)
        return (Pagu(periode, None, teks),)
    for item in catatan:
        bacaan.note(
            NILAI_DIBACA_DENGAN_CATATAN, place, teks=teks, nilai=format_rupiah(jumlah), sebab=item.kalimat
        )
    return (Pagu(periode, jumlah),)


# --- writing ------------------------------------------------------------------


def anggaran_naskah(komponen: Sequence[Berpagu], periode: Periode | None) -> TabelNaskah:
    """The table of components and their money, with its sum."""
    rows = []
    for nomor, item in enumerate(komponen, start=1):
        pagu = None if periode is None else item.pagu_for(periode)
        amount = None if pagu is None else pagu.jumlah if pagu.jumlah is not None else pagu.teks
        kode = "" if item.kode is None else str(item.kode)
        rows.append(BarisNaskah((nomor, kode, item.nama, amount, item.keterangan, item.id)))
    total = sum(
        pagu.jumlah or 0
        for item in _highest(komponen)
        if periode is not None and (pagu := item.pagu_for(periode)) is not None
    )
    plain = len(_highest(komponen)) == len(komponen)
    jumlah = Rumus("=SUM({pagu:})", total) if plain else total
    rows.append(BarisNaskah((None, "", "Jumlah", jumlah, "", ""), tebal=True))
    return TabelNaskah(
        (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur("Kode", 16),
            Lajur("Program", 50),
            Lajur("Anggaran", 20, Rupa.RUPIAH),
            Lajur("Keterangan", 20),
            Lajur("ID", 10, tersembunyi=True),
        ),
        rows,
        nama=("nomor", "kode", "nama", "pagu", "keterangan", "id"),
    )
