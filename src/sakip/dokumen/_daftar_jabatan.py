"""The list of posts in files: each post with its jenjang, its unit and its superior, and no person."""

from __future__ import annotations

import re

import attrs

from sakip.bentuk import DaftarJabatan, Kepala
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.register import (
    ATASAN_MELINGKAR,
    ATASAN_MENDUA,
    ATASAN_TIDAK_TERDAFTAR,
    BARIS_TERBELAH,
    ID_JABATAN_GANDA,
)
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.atasan import Susunan, key
from sakip.dokumen._bagian.butir import continues, join_butir, split_butir
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.jenjang import JENJANG, print_jenjang, read_jenjang
from sakip.dokumen._bagian.kata import new_id
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.orang import POLA_ORANG, Penyaring, holds_orang, is_orang
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._datar.lembar import join_list, split_list
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, Rupa, TabelNaskah
from sakip.errors import ModelError
from sakip.model import Atasan, Jabatan, Pemangku
from sakip.periode import Periode

JUDUL = "DAFTAR JABATAN"

JUDUL_JABATAN = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul("id", ("id", "id jabatan", "kode jabatan")),
    Judul(
        "nama", ("nama jabatan", "jabatan", "nomenklatur jabatan", "uraian jabatan"), wajib=True, jabatan=True
    ),
    Judul("jenjang", ("jenjang", "jenjang jabatan", "level jabatan", "level", "tingkat jabatan")),
    Judul("eselon", ("eselon", "eselonering", "tingkat eselon")),
    Judul(
        "unit",
        (
            "unit",
            "unit kerja",
            "kode unit",
            "unit kode",
            "unit organisasi",
            "bidang/bagian",
            "bidang",
            "bagian",
        ),
        pita=re.compile(
            r"(?:[a-z]\.|[ivx]+\.|\d+\.)?\s*(?:unit kerja|sekretariat\b|bidang\b|bagian\b|sub ?bagian\b|upt[d ])",
            re.IGNORECASE,
        ),
    ),
    Judul(
        "atasan",
        (
            "atasan",
            "atasan langsung",
            "jabatan atasan",
            "jabatan atasan langsung",
            "atasan nama jabatan",
            "nama jabatan atasan",
            "id atasan",
            "atasan id",
        ),
    ),
    Judul("nama_atasan", ("nama atasan", "nama atasan langsung")),
    Judul("tugas", ("tugas", "tugas pokok", "tugas jabatan", "uraian tugas")),
    Judul("fungsi", ("fungsi", "fungsi jabatan")),
    Judul("pemangku", ("status pemangku", "status pejabat", "status pengisian")),
    Judul("keterangan", ("keterangan", "ket", "catatan")),
    Judul("orang", pola=POLA_ORANG),
    Judul(
        "lain",
        pola=re.compile(
            r"(?P<bagian>opdkode|kodeopd|opd|perangkatdaerah|kodeskpd|skpdkode|skpd|urutan|status|kelasjabatan|jenisjabatan)"
        ),
    ),
)
"""The columns of such a list; those of ``lain`` are kept as they are, those of ``orang`` are not kept."""

_PENENTU = ("jenjang", "eselon", "unit", "atasan")
"""A table of posts is a list of them where it has one of these columns too."""
_KELOMPOK = ("unit",)
"""Columns that are filled in once for several posts, where they stand left of the post or are merged."""


@attrs.define
class Baris:
    """What is gathered of one post while its rows go by."""

    id: str
    teks: dict[str, str] = attrs.field(factory=dict)
    letak_id: Petak | None = None
    pemangku: tuple[Pemangku, ...] = ()
    atasan: Petak | None = None
    lain: list[tuple[str, str]] = attrs.field(factory=list)

    def make(self) -> Jabatan:
        """The post; its superior comes when all are known."""
        jenjang = self.teks.get("jenjang", "")
        return Jabatan(
            id=self.id,
            nama=self.teks["nama"],
            jenjang=read_jenjang(jenjang),
            unit=self.teks.get("unit", ""),
            tugas=split_butir(self.teks.get("tugas", "")),
            fungsi=split_butir(self.teks.get("fungsi", "")),
            pemangku=self.pemangku,
            keterangan=self.teks.get("keterangan", ""),
            lain=self.lain,
        )


@attrs.define
class PembacaJabatan:
    """Reads the rows of lists of posts.

    Attributes:
        bacaan: The reading.
    """

    bacaan: Bacaan
    saring: Penyaring = attrs.field(init=False)
    baris: list[Baris] = attrs.field(factory=list, init=False)
    _unit: str = attrs.field(default="", init=False)

    @saring.default
    def _make_saring(self) -> Penyaring:
        return Penyaring(self.bacaan)

    def row(self, larik: Larik) -> None:
        """Read one row on."""
        if len(larik.kolom) == 1 and larik.kolom[0].kunci == "unit":
            self._unit = self.bacaan.take(larik, "unit")
            return
        self._drop_orang(larik)
        nama, begins = self._take(larik, "nama"), bool(larik.teks("nomor") or larik.teks("id"))
        self.bacaan.skip(larik, "nomor")
        last = self.baris[-1] if self.baris else None
        if nama and (last is None or begins or not self._goes_on(larik, last)):
            self.baris.append(self._begin(larik, nama))
        elif last is not None:
            self._extend(larik, last, nama)

    def _drop_orang(self, larik: Larik) -> None:
        for item, teks in larik.terisi:
            place = larik.kisi.petak(larik.baris, item.kolom)
            if item.kunci == "orang" or is_orang(item.judul) or holds_orang(teks):
                self.saring.drop(place, item.judul)

    def _take(self, larik: Larik, kunci: str) -> str:
        """A cell that is about no person, which is in the result from now on."""
        place = larik.petak(kunci)
        return "" if place is None or self.bacaan.buku.knows(place) else self.bacaan.take(larik, kunci)

    def _goes_on(self, larik: Larik, last: Baris) -> bool:
        """Whether a name goes on with the one above: a small letter, and no jenjang of its own."""
        own = larik.teks("jenjang") or larik.teks("eselon")
        return continues(larik.teks("nama")) and not continues(last.teks["nama"]) and not own

    def _begin(self, larik: Larik, nama: str) -> Baris:
        baris = Baris(self._take(larik, "id"), {"nama": nama}, larik.petak("id"))
        has_jenjang = any(item.kunci == "jenjang" for item in larik.kolom)
        for kunci in ("jenjang", "tugas", "fungsi", "keterangan"):
            baris.teks[kunci] = self._take(larik, kunci)
        baris.teks["unit"] = self._take_unit(larik)
        if not has_jenjang:
            baris.teks["jenjang"] = self._take(larik, "eselon")
        self._take_atasan(larik, baris)
        self._take_pemangku(larik, baris)
        for item, teks in larik.terisi:
            place = larik.kisi.petak(larik.baris, item.kolom)
            if item.kunci in {"", "lain", "eselon", "pemangku"} and not self.bacaan.buku.knows(place):
                baris.lain.append((item.judul, teks))
                self.bacaan.buku.put(Nasib.ISI, place)
        return baris

    def _take_unit(self, larik: Larik) -> str:
        """The unit of a row; what is printed once for several posts holds for each of them."""
        own, place = self._take(larik, "unit"), larik.petak("unit")
        if place is None:
            return self._unit
        if own:
            self._unit = own
            return own
        nama = larik.petak("nama")
        grouped = nama is not None and place.kolom < nama.kolom
        merged = any(
            area.holds(place.baris, place.kolom) and area.baris_awal < place.baris
            for area in larik.kisi.gabungan
        )
        return self._unit if grouped or merged else ""

    def _take_atasan(self, larik: Larik, baris: Baris) -> None:
        for kunci in ("atasan", "nama_atasan"):
            place = larik.petak(kunci)
            if place is not None and not baris.teks.get("atasan") and not self.bacaan.buku.knows(place):
                baris.teks["atasan"], baris.atasan = larik.teks(kunci), place
                baris.teks["kolom_atasan"] = kunci

    def _take_pemangku(self, larik: Larik, baris: Baris) -> None:
        """How the post is held; what can't be read as that stays a further cell."""
        place = larik.petak("pemangku")
        if place is None or self.bacaan.buku.knows(place):
            return
        try:
            baris.pemangku = tuple(Pemangku.parse(item) for item in split_list(larik.teks("pemangku")))
        except ModelError:
            return
        self.bacaan.buku.put(Nasib.ISI, place)

    def _extend(self, larik: Larik, last: Baris, nama: str) -> None:
        """A row that begins no post goes on with the one above."""
        for kunci in ("nama", "unit", "atasan", "tugas", "fungsi", "keterangan"):
            teks, place = nama if kunci == "nama" else self._take(larik, kunci), larik.petak(kunci)
            if teks and place is not None:
                self._join(last, kunci, teks, place)

    def _join(self, last: Baris, kunci: str, teks: str, place: Petak) -> None:
        self.bacaan.note(BARIS_TERBELAH, place, teks=teks, sebab=f"{kunci} berlanjut")
        sign = "\n" if kunci in {"tugas", "fungsi"} else " "
        last.teks[kunci] = f"{last.teks.get(kunci, '')}{sign}{teks}".strip()

    def _give_id(self) -> None:
        """Give each post the id printed, or one made of its name, which is whole by now."""
        taken: set[str] = set()
        for baris in self.baris:
            printed = baris.id
            base = printed or key(baris.teks["nama"]).replace(" ", "-") or "jabatan"
            baris.id = new_id(base, taken)
            taken.add(baris.id)
            if printed not in {"", baris.id}:
                self.bacaan.note(ID_JABATAN_GANDA, baris.letak_id, teks=printed, baru=baris.id)

    # --- superiors --------------------------------------------------------------

    def make(self) -> tuple[Jabatan, ...]:
        """The posts that were read, each with its superior."""
        self._give_id()
        posts = [baris.make() for baris in self.baris]
        susunan = Susunan.of(posts)
        made = tuple(
            attrs.evolve(post, atasan=self._find(susunan, baris, post))
            for baris, post in zip(self.baris, posts, strict=True)
        )
        places = {baris.id: baris.atasan for baris in self.baris}
        for post in Susunan.of(made).circles():
            self.bacaan.note(ATASAN_MELINGKAR, places[post.id], nama=post.nama)
        self.saring.note()
        return made

    def _find(self, susunan: Susunan, baris: Baris, post: Jabatan) -> str | Atasan:
        found = susunan.find(baris.teks.get("atasan", ""), post)
        if isinstance(found, tuple) and baris.teks.get("kolom_atasan") == "nama_atasan" and baris.atasan:
            self.saring.drop(baris.atasan, "nama atasan")  # no post has that name, so it may be a person's
            return Atasan.TIDAK_DIKETAHUI
        if baris.atasan is not None:
            self.bacaan.buku.put(Nasib.ISI, baris.atasan)
        if not isinstance(found, tuple):
            return found
        teks, choices = found
        if choices:
            self.bacaan.note(
                ATASAN_MENDUA, baris.atasan, teks=teks, banyak=len(choices), pilihan=", ".join(choices)
            )
        else:
            self.bacaan.note(ATASAN_TIDAK_TERDAFTAR, baris.atasan, teks=teks)
        return teks


def read(bacaan: Bacaan) -> HasilBaca[DaftarJabatan]:
    """A list of posts from the sheets of one file."""
    (tables,) = bacaan.find(JUDUL_JABATAN)
    kepala = read_kepala(bacaan, bacaan.outside(tables), JUDUL)
    pembaca = PembacaJabatan(bacaan)
    for table in tables:
        for larik in table.larik:
            pembaca.row(larik)
    return bacaan.finish(DaftarJabatan(kepala=kepala, jabatan=pembaca.make()))


def to_naskah(daftar: DaftarJabatan) -> Naskah:
    """The list as one table."""
    kepala = daftar.kepala
    isi = (_tabel(daftar.jabatan), *remarks(kepala), *signature(kepala))
    return Naskah(bentuk=daftar.jenis, judul=title_lines(kepala, JUDUL), isi=(("Jabatan", isi),))


def _tabel(jabatan: tuple[Jabatan, ...]) -> TabelNaskah:
    susunan = Susunan.of(jabatan)
    lain = LajurLain.of(item.lain for item in jabatan)
    optional = [
        (judul, lebar, kunci)
        for judul, lebar, kunci in (
            ("Tugas", 40, "tugas"),
            ("Fungsi", 40, "fungsi"),
            ("Status Pemangku", 28, "pemangku"),
            ("Keterangan", 24, "keterangan"),
        )
        if any(getattr(item, kunci) for item in jabatan)
    ]
    lajur = (
        Lajur("No", 5, Rupa.TENGAH),
        Lajur("Nama Jabatan", 44),
        Lajur("Level Jabatan", 18, Rupa.TENGAH, pilihan=tuple(JENJANG.values())),
        Lajur("Unit", 26),
        Lajur("Atasan", 40),
        *(Lajur(judul, lebar) for judul, lebar, _ in optional),
        *lain.lajur,
        Lajur("ID Jabatan", 14, tersembunyi=True),
    )
    rows: list[BarisNaskah] = []
    for number, item in enumerate(jabatan, start=1):
        cells: list[Isi] = [number, item.nama, print_jenjang(item), item.unit]
        cells += [susunan.print(item), *(_optional(item, kunci) for _, _, kunci in optional)]
        rows.append(BarisNaskah((*cells, *lain.cells(item.lain), item.id)))
    return TabelNaskah(lajur, rows)


def _optional(jabatan: Jabatan, kunci: str) -> str:
    if kunci == "keterangan":
        return jabatan.keterangan
    if kunci == "pemangku":
        return join_list(map(str, jabatan.pemangku))
    butir = jabatan.tugas if kunci == "tugas" else jabatan.fungsi
    return join_butir(butir)


def _contoh() -> DaftarJabatan:
    return DaftarJabatan(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode.parse("2025")),
        jabatan=(
            Jabatan(id="kepala-dinas", nama="Kepala Dinas", jenjang="jpt_pratama", atasan=Atasan.TIDAK_ADA),
            Jabatan(
                id="sekretaris",
                nama="Sekretaris",
                jenjang="administrator",
                unit="Sekretariat",
                atasan="kepala-dinas",
            ),
        ),
    )


FORMULIR = Formulir(
    jenis=DaftarJabatan.jenis,
    nama="Daftar Jabatan",
    kelas=DaftarJabatan,
    judul=tuple(
        tuple(attrs.evolve(item, wajib=item.wajib or item.kunci == kunci) for item in JUDUL_JABATAN)
        for kunci in _PENENTU
    ),
    kata=("daftar jabatan", "peta jabatan"),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu jabatan; nama orang, NIP, dan pangkat tidak ditulis di sini.",
        "Kolom Atasan diisi nama jabatan atasan persis seperti di kolom Nama Jabatan.",
        "Tanda hubung (-) pada kolom Atasan berarti tidak punya atasan; kosong berarti belum diketahui.",
        "Status Pemangku (bila diisi): definitif, plt, plh, atau pj dengan tanggalnya, misalnya plt 2025-07-01 s.d. 2025-12-31.",
        f"Level Jabatan: {', '.join(JENJANG.values())}, atau sebutan lain yang dipakai.",
    ),
    acuan="Praktik aplikasi SAKIP daerah",
)
