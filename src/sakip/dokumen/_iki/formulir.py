"""Indikator Kinerja Individu in files: for each post its tugas, its fungsi, and what it is measured by."""

from __future__ import annotations

import re

import attrs

from sakip.bentuk import IKI, DaftarIKI, Kepala
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.register import ID_JABATAN_GANDA
from sakip.dokumen._bagian.atasan import key
from sakip.dokumen._bagian.butir import join_butir
from sakip.dokumen._bagian.formulasi import formulasi_isi, read_formulasi
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.jenjang import print_jenjang, read_jenjang
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.nomor import number_rows
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._bagian.sasaran import LAJUR_ID, LAJUR_TEKS, nama_isi, teks_isi
from sakip.dokumen._bagian.terencana import JUDUL_RENCANA, LajurBaseline, LajurTarget
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._iki.baris import PembacaIKI
from sakip.dokumen._iki.ekor import JUDUL
from sakip.dokumen._iki.jabatan import PembacaPos, Pos, begins_jabatan, has_nomor, split_isi
from sakip.dokumen._tulis.naskah import BarisNaskah, Blok, Isi, Lajur, Naskah, Paragraf, Rupa, TabelNaskah
from sakip.model import Atasan, Indikator, Jabatan, Sasaran
from sakip.periode import Periode

JUDUL_IKI = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul(
        "sasaran",
        (
            "sasaran",
            "sasaran kinerja",
            "sasaran program",
            "sasaran kegiatan",
            "sasaran sub kegiatan",
            "sasaran aktivitas",
            "sasaran strategis",
            "kinerja utama",
            "hasil kerja",
        ),
        wajib=True,
    ),
    Judul("indikator", ("indikator", "indikator kinerja", "indikator kinerja individu"), wajib=True),
    Judul("satuan", ("satuan",)),
    Judul(
        "formulasi",
        (
            "formulasi",
            "formula",
            "formulasi penghitungan",
            "formulasi perhitungan",
            "penghitungan",
            "cara perhitungan",
            "cara perhitungan/penjelasan",
            "penjelasan",
            "penjelasan (formulasi perhitungan)",
            "penjelasan/formulasi penghitungan",
            "rumus",
            "rumus perhitungan",
        ),
        wajib=True,
    ),
    Judul("sumber_data", ("sumber data", "sumber")),
    *JUDUL_RENCANA,
    Judul("keterangan", ("keterangan", "ket")),
    Judul("id_jabatan", ("id jabatan",)),
    Judul("id_sasaran", ("id sasaran",)),
    Judul("id_indikator", ("id indikator",)),
)
"""The columns of its tables."""

_PILIHAN = ("polaritas", "agregasi")
"""What is said of an indikator by one of a few words, in columns that stand only where one has any."""
_HURUF = "abcdefghijklmnopqrstuvwxyz"
_LEMBAR = re.compile(r"[\[\]:*?/\\']")
_PANJANG_LEMBAR = 31


def read(bacaan: Bacaan) -> HasilBaca[DaftarIKI]:
    """The IKI of all posts of one file."""
    (tables,) = bacaan.find(JUDUL_IKI, ends=begins_jabatan)
    pembaca = PembacaPos(bacaan)
    pembaca.read(tables)
    kepala = read_kepala(bacaan, [*pembaca.ekor.kepala, *pembaca.ekor.tanda], JUDUL)
    if pembaca.instansi and not kepala.instansi:
        kepala = attrs.evolve(kepala, instansi=pembaca.instansi)
    taken: set[str] = set()
    found = tuple(_read_pos(bacaan, pos, kepala.periode, taken) for pos in pembaca.pos)
    return bacaan.finish(DaftarIKI(kepala=kepala, iki=found))


def _read_pos(bacaan: Bacaan, pos: Pos, periode: Periode | None, taken: set[str]) -> IKI:
    pembaca = PembacaIKI(bacaan, periode)
    for larik in pos.larik:
        pembaca.read(larik)
    nama = " ".join(pos.nama)
    id = _make_id(pembaca.id_jabatan or key(nama).replace(" ", "-") or "jabatan", taken)
    if pembaca.id_jabatan and id != pembaca.id_jabatan:
        bacaan.note(ID_JABATAN_GANDA, pos.petak, teks=pembaca.id_jabatan, baru=id)
    atasan = pos.label.get("atasan", "")
    jabatan = Jabatan(
        id=id,
        nama=nama,
        jenjang=read_jenjang(pos.label.get("jenjang", "")),
        unit=pos.label.get("unit", ""),
        atasan=Atasan.TIDAK_ADA if atasan == "-" else atasan or Atasan.TIDAK_DIKETAHUI,
        tugas=split_isi(pos.isi.get("tugas", ())),
        fungsi=split_isi(pos.isi.get("fungsi", ())),
        keterangan=pos.label.get("keterangan", ""),
        lain=pos.lain,
    )
    return IKI(jabatan=jabatan, sasaran=pembaca.make(id), tingkat=pos.tingkat)


def _make_id(base: str, taken: set[str]) -> str:
    """An id that no other post has: the one asked for, or with a number."""
    made, number = base, 1
    while made in taken:
        number += 1
        made = f"{base}-{number}"
    taken.add(made)
    return made


# --- writing ------------------------------------------------------------------


def to_naskah(daftar: DaftarIKI) -> Naskah:
    """Post by post: its lines, and its table."""
    kepala = daftar.kepala
    pages: list[tuple[str, tuple[Blok, ...]]] = []
    pos: list[tuple[str, str]] = []
    for number, iki in enumerate(daftar.iki, start=1):
        blocks: list[Blok] = [
            *([] if pages else remarks(kepala)),
            *_head(iki.jabatan),
            _tabel(iki, kepala.periode),
        ]
        if number == len(daftar.iki):
            blocks += signature(kepala)
        pos.append((_lembar(number, iki.jabatan.nama), iki.jabatan.nama))
        pages.append((pos[-1][0], tuple(blocks)))
    if not pages:
        pages.append(("IKI", (*remarks(kepala), *signature(kepala))))
    return Naskah(bentuk=daftar.jenis, judul=title_lines(kepala, JUDUL), isi=tuple(pages), pos=tuple(pos))


def _lembar(number: int, nama: str) -> str:
    """The name of a sheet: the number makes it unique."""
    return f"{number} {_LEMBAR.sub(' ', nama)}"[:_PANJANG_LEMBAR].strip()


def _head(jabatan: Jabatan) -> list[Blok]:
    atasan = jabatan.atasan if isinstance(jabatan.atasan, str) else ""
    labels = (
        ("Jenjang", print_jenjang(jabatan)),
        ("Unit", jabatan.unit),
        ("Atasan", "-" if jabatan.atasan is Atasan.TIDAK_ADA else atasan),
        ("Keterangan", jabatan.keterangan),
        *jabatan.lain,
    )
    lines: list[Blok] = [Paragraf(f"Jabatan : {jabatan.nama}".strip(), tebal=True)]
    lines += [Paragraf(f"{label} : {teks}") for label, teks in labels if teks]
    return lines + _butir("Tugas", jabatan.tugas) + _butir("Fungsi", jabatan.fungsi)


def _butir(label: str, butir: tuple[str, ...]) -> list[Blok]:
    if not butir:
        return []
    if len(butir) == 1 and not has_nomor(butir[0]):
        return [Paragraf(f"{label} : {butir[0]}")]
    items = (f"{_huruf(number)}. {teks}" for number, teks in enumerate(butir))
    return [Paragraf(f"{label} :"), *map(Paragraf, items)]


def _huruf(number: int) -> str:
    """The letter of an item, counted from 0: a to z, then aa to zz."""
    first, last = divmod(number, len(_HURUF))
    return (_HURUF[first - 1] if first else "") + _HURUF[last]


@attrs.frozen
class _Rancangan:
    """Which columns the table of a post needs, by what its indikator hold."""

    tingkat: str
    satuan: bool
    baseline: LajurBaseline
    target: LajurTarget
    pilihan: tuple[str, ...]
    keterangan: bool
    lain: LajurLain

    @classmethod
    def of(cls, iki: IKI, periode: Periode | None) -> _Rancangan:
        rows = [item for sasaran in iki.sasaran for item in sasaran.indikator]
        return cls(
            iki.tingkat,
            any(item.satuan for item in rows),
            LajurBaseline.of(rows),
            LajurTarget.of(rows, periode),
            tuple(kunci for kunci in _PILIHAN if any(getattr(item, kunci) is not None for item in rows)),
            any(item.keterangan for item in rows),
            LajurLain.of(item.lain for item in rows),
        )

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return (
            Lajur("No", 5, Rupa.TENGAH),
            Lajur(f"Sasaran {self.tingkat.title() or 'Kinerja'}", 32),
            Lajur("Indikator Kinerja", 36),
            *([Lajur("Satuan", 12, Rupa.TENGAH, pilihan=SATUAN)] if self.satuan else []),
            *self.baseline.lajur,
            *self.target.lajur,
            Lajur("Formulasi", 40),
            Lajur("Sumber Data", 28),
            *(LAJUR_TEKS[kunci] for kunci in self.pilihan),
            *([Lajur("Ket", 16)] if self.keterangan else []),
            *self.lain.lajur,
            *LAJUR_ID,
            Lajur("ID Jabatan", 12, tersembunyi=True),
        )

    def cells(self, indikator: Indikator | None) -> list[Isi]:
        """What stands between the sasaran and the ids."""
        item = indikator or Indikator(id="kosong", nama="")
        return [
            nama_isi(item),
            *([item.satuan] if self.satuan else []),
            *self.baseline.cells(item),
            *self.target.cells(item),
            formulasi_isi(item),
            join_butir(item.sumber_data) if item.sumber_data else "",
            *(teks_isi(item, kunci) for kunci in self.pilihan),
            *([item.keterangan] if self.keterangan else []),
            *self.lain.cells(item.lain),
        ]


def _tabel(iki: IKI, periode: Periode | None) -> TabelNaskah:
    rancangan = _Rancangan.of(iki, periode)
    found: list[BarisNaskah] = []
    for nomor, sasaran in number_rows(iki.sasaran):
        for place, item in enumerate(sasaran.indikator or (None,)):
            cells: list[Isi] = [nomor, sasaran.uraian, *rancangan.cells(item)]
            ids = (sasaran.id, "" if item is None else item.id, iki.jabatan.id)
            found.append(BarisNaskah((*cells, *ids), sambung=(0, 1) if place else ()))
    if not found:
        found.append(BarisNaskah((*[""] * (len(rancangan.lajur) - 1), iki.jabatan.id)))
    return TabelNaskah(rancangan.lajur, found, bernomor=True)


def _contoh() -> DaftarIKI:
    nama, formulasi = (
        "Persentase PPKS yang tertangani",
        "Jumlah PPKS tertangani\n———\nJumlah seluruh PPKS\n× 100 %",
    )
    return DaftarIKI(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode.parse("2025")),
        iki=(
            IKI(
                jabatan=Jabatan(
                    id="kepala-dinas",
                    nama="Kepala Dinas",
                    tugas=("Memimpin dinas",),
                    fungsi=("Merumuskan kebijakan", "Membina pelaksanaannya"),
                ),
                sasaran=(
                    Sasaran(
                        "S1",
                        uraian="Meningkatnya penanganan PPKS",
                        indikator=(
                            Indikator(
                                id="S1.1",
                                nama=nama,
                                formulasi=formulasi,
                                rumus=read_formulasi(nama, [formulasi]).rumus,
                                sumber_data=("Laporan bidang",),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


FORMULIR = Formulir(
    jenis=DaftarIKI.jenis,
    nama="Indikator Kinerja Individu",
    kelas=DaftarIKI,
    judul=(JUDUL_IKI,),
    kata=("indikator kinerja individu", "fungsi :"),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        'Setiap jabatan diawali baris "Jabatan :", lalu "Tugas :" dan "Fungsi :", kemudian tabelnya.',
        "Satu baris untuk satu indikator; nomor dan sasaran cukup ditulis pada baris pertamanya.",
        "Formulasi persentase ditulis sebagai pembilang, garis, penyebut, lalu x 100 %.",
        "Beberapa sumber data ditulis berbaris, masing-masing diawali tanda hubung.",
    ),
    acuan="PER/20/M.PAN/11/2008",
)
