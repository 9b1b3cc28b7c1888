"""Penjenjangan Kinerja on the page: each stage as tables that read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from sakip.bentuk import Penjenjangan
from sakip.bentuk._bersama import BERPAGU
from sakip.dokumen._bagian.atasan import Susunan
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.jenjang import print_jenjang
from sakip.dokumen._bagian.komponen import pagu_isi
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.pilihan import KOMPONEN, SATUAN
from sakip.dokumen._bagian.terencana import LajurTarget
from sakip.dokumen._bagian.versi import list_waktu, say_versi
from sakip.dokumen._penjenjangan.isian import TANPA_TAHUN_PAGU, TANPA_TAHUN_TARGET
from sakip.dokumen._penjenjangan.kondisi import TANPA_INDUK
from sakip.dokumen._penjenjangan.lampiran import INDIKATOR
from sakip.dokumen._tulis.naskah import BarisNaskah, Blok, Isi, Lajur, Naskah, Paragraf, Rupa, TabelNaskah
from sakip.model import (
    CSF,
    AnySimpul,
    Atasan,
    Butir,
    Indikator,
    JenisRelasi,
    Outcome,
    Sasaran,
    Tujuan,
)
from sakip.periode import JenisPeriode
from sakip.pohon import Peran, PohonKinerja

JUDUL = "PENJENJANGAN KINERJA"
_PENGESAHAN = "Pengesahan"
_ID = Lajur("ID", 10, tersembunyi=True)
_ID_INDUK = Lajur("ID Induk", 10, tersembunyi=True)
_ID_INDIKATOR = Lajur("ID Indikator", 12, tersembunyi=True)


def to_naskah(bentuk: Penjenjangan) -> Naskah:
    """The five stages, a page each, and an annex where there are other wordings or links."""
    awal = remarks(bentuk.kepala)
    pages = [
        ("Tahap 1", [*awal, *(_tahap_1(bentuk) or (_kepala(1) if awal else []))]),
        ("Tahap 2", _tahap_2(bentuk)),
        ("Tahap 3", _tahap_3(bentuk)),
        ("Tahap 4", _tahap_4(bentuk)),
        ("Tahap 5", _tahap_5(bentuk)),
        ("Lampiran", _lampiran(bentuk.pohon)),
        (_PENGESAHAN, signature(bentuk.kepala)),
    ]
    filled = [page for page in pages if page[1]] or [("Tahap 1", _kepala(1))]
    return Naskah(
        bentuk=bentuk.jenis,
        judul=title_lines(bentuk.kepala, JUDUL),
        isi=tuple((nama, tuple(blok)) for nama, blok in filled),
        pengesahan=_PENGESAHAN,
    )


def _kepala(tahap: int, *perintah: str) -> list[Blok]:
    return [Paragraf(f"TAHAP {tahap}", tebal=True), *(Paragraf(teks, tebal=True) for teks in perintah)]


# --- stages 1 to 3 ------------------------------------------------------------


def _tahap_1(bentuk: Penjenjangan) -> list[Blok]:
    if not bentuk.tahap_1:
        return []
    rows: list[BarisNaskah] = []
    for outcome in bentuk.tahap_1:
        dasar = outcome.dasar
        columns = [
            list(map(_butir, items)) for items in (dasar.ekspektasi, dasar.mandat, dasar.isu_strategis)
        ]
        for place in range(max(1, *map(len, columns))):
            cells = [column[place] if place < len(column) else "" for column in columns]
            rows.append(BarisNaskah((outcome.uraian, *cells, outcome.id), sambung=(0, 4) if place else ()))
    lajur = (
        Lajur("Outcome", 34),
        Lajur("Sesuai Ekspektasi Masyarakat", 40),
        Lajur("Sesuai Mandat", 44),
        Lajur("Sesuai dengan Isu Strategis", 44),
        _ID,
    )
    return [*_kepala(1, "Tentukan Outcome/Hasil yang Akan Dijabarkan"), TabelNaskah(lajur, rows)]


def _butir(butir: Butir) -> str:
    """An item with its number, and those below it on lines of their own."""
    own = f"{butir.nomor}. {butir.teks}" if butir.nomor else butir.teks
    return "\n".join((own, *map(_butir, butir.rincian)))


def _tahap_2(bentuk: Penjenjangan) -> list[Blok]:
    if not bentuk.tahap_2:
        return []
    rows: list[BarisNaskah] = []
    before: object = rows  # nothing stands above the first
    for above, item in bentuk.tahap_2:
        outcome, id = (TANPA_INDUK, "") if above is None else (above.uraian, above.id)
        rows.append(BarisNaskah((outcome, item.uraian, id, item.id), sambung=(0,) if above == before else ()))
        before = above
    lajur = (
        Lajur("Outcome", 40),
        Lajur("CSF (Critical Success Factor)", 50),
        Lajur("ID Outcome", 10, tersembunyi=True),
        _ID,
    )
    return [*_kepala(2, "Menentukan CSF (Critical Success Factor)"), TabelNaskah(lajur, rows)]


def _tahap_3(bentuk: Penjenjangan) -> list[Blok]:
    """A table of what each factor needs, then one of what the conditions below it need."""
    blocks: list[Blok] = []
    table: list[BarisNaskah] = []
    header = ""
    before: object = blocks
    for judul, above, item in _jenjang(bentuk):
        if judul != header:
            if table:
                blocks.append(_tabel_kondisi(header, table))
            header, table, before = judul, [], blocks
        faktor, id = (TANPA_INDUK, "") if above is None else (above.uraian, above.id)
        cells = (faktor, item.uraian, id, item.id)
        table.append(BarisNaskah(cells, sambung=(0,) if above == before else ()))
        before = above
    if not table:
        return []
    perintah = "Menguraikan CSF kepada kondisi-kondisi antara sampai kepada kondisi paling teknis/operasional"
    return [*_kepala(3, perintah), *blocks, _tabel_kondisi(header, table)]


def _jenjang(bentuk: Penjenjangan) -> Iterator[tuple[str, AnySimpul | None, AnySimpul]]:
    """The conditions with the header that they stand under, those of one factor or condition together."""
    pohon = bentuk.pohon
    nomor = 0
    for item in pohon:
        nomor += isinstance(item, CSF)
        deeper = any(isinstance(above, CSF) for above in pohon.ancestors(item.id))
        judul = f"Kondisi Antara CSF {nomor}" if deeper else "Kondisi Antara"
        if pohon.parent(item.id) is None and _is_kondisi(item):
            yield judul, None, item
        for child in filter(_is_kondisi, pohon.children(item.id)):
            yield f"Faktor Penyebab/Pembentuk (CSF {nomor})" if isinstance(item, CSF) else judul, item, child


def _is_kondisi(item: AnySimpul) -> bool:
    return not isinstance(item, Outcome | CSF | Tujuan | Sasaran)


def _tabel_kondisi(judul: str, rows: list[BarisNaskah]) -> TabelNaskah:
    return TabelNaskah((Lajur(judul, 60), Lajur("Kondisi yang diperlukan", 70), _ID_INDUK, _ID), rows)


# --- stages 4 and 5 -----------------------------------------------------------


def _tahap_4(bentuk: Penjenjangan) -> list[Blok]:
    if not bentuk.tahap_4:
        return []
    perintah = "Menyusun Pohon Kinerja (Disesuaikan dengan Jumlah Komponen Sasaran/Kinerja)"
    table = _tabel_indikator("Kinerja", "Indikator", bentuk.tahap_4)
    return [*_kepala(4, perintah), table]


def _tabel_indikator(
    judul: str, indikator: str, simpul: Iterable[AnySimpul], induk: PohonKinerja | None = None
) -> TabelNaskah:
    """Nodes with their indikator, one indikator a row."""
    nodes = tuple(simpul)
    target = _Target.of(nodes)
    lain = LajurLain.of(map(_lain, nodes))
    rows: list[BarisNaskah] = []
    for node in nodes:
        above = None if induk is None else induk.parent(node.id)
        ids = () if induk is None else ("" if above is None else above.id,)
        for place, item in enumerate(node.indikator or (None,)):
            nama, satuan, id = ("", "", "") if item is None else (item.nama, item.satuan, item.id)
            more = lain.cells(() if place else _lain(node))
            keterangan = "" if place else node.keterangan
            cells = (node.uraian, nama, satuan, *target.cells(item), keterangan, *more, node.id, *ids, id)
            rows.append(BarisNaskah(cells, sambung=(0,) if place else ()))
    lajur = (
        Lajur(judul, 50),
        Lajur(indikator, 50),
        Lajur("Satuan", 12, Rupa.TENGAH, pilihan=SATUAN),
        *target.lajur,
        Lajur("Keterangan", 24),
        *lain.lajur,
        _ID,
        *(() if induk is None else (_ID_INDUK,)),
        _ID_INDIKATOR,
    )
    return TabelNaskah(lajur, rows)


def _lain(node: AnySimpul) -> tuple[tuple[str, str], ...]:
    """The further cells of a node, but for money without a year, which has its own column."""
    return tuple(pair for pair in node.lain if pair[0] != TANPA_TAHUN_PAGU)


@attrs.frozen
class _Target:
    """The columns of targets: the years and versions that any indikator has one for, and those without a year.

    Targets for parts of a year are no part of this form.
    """

    tahunan: LajurTarget
    polos: bool

    @classmethod
    def of(cls, simpul: Iterable[AnySimpul]) -> _Target:
        items = [item for node in simpul for item in node.indikator]
        targets = (row for item in items for row in item.target if row.periode.jenis is JenisPeriode.TAHUN)
        years = LajurTarget(tuple(list_waktu(targets)))
        polos = not years.waktu or any(TANPA_TAHUN_TARGET in dict(item.lain) for item in items)
        return cls(years, polos)

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        plain = (Lajur("Target", 14, Rupa.TENGAH),) if self.polos else ()
        return (*self.tahunan.lajur, *plain)

    def cells(self, item: Indikator | None) -> list[Isi]:
        """The cells of an indikator."""
        if item is None:
            return [None] * len(self.lajur)
        plain = [dict(item.lain).get(TANPA_TAHUN_TARGET)] if self.polos else []
        return [*self.tahunan.cells(item), *plain]


def _tahap_5(bentuk: Penjenjangan) -> list[Blok]:
    blocks = [*_rencana(bentuk), *_kartu(bentuk), *_matriks(bentuk.pohon)]
    perintah = "Menerjemahkan Pohon Kinerja Ke Dalam Komponen Perencanaan Dan Kinerja Jabatan"
    return [*_kepala(5, perintah), *blocks] if blocks else []


def _rencana(bentuk: Penjenjangan) -> list[Blok]:
    """Tujuan and sasaran of the plans, a table for each run of one kind."""
    runs: list[list[AnySimpul]] = []
    for item in bentuk.tahap_5:
        if isinstance(item, Tujuan | Sasaran):
            if runs and type(runs[-1][-1]) is type(item):
                runs[-1].append(item)
            else:
                runs.append([item])
    tables: list[Blok] = []
    for run in runs:
        kata = (
            ("Tujuan", "Indikator Tujuan")
            if isinstance(run[0], Tujuan)
            else ("Sasaran Strategis", "Indikator Sasaran")
        )
        tables.append(_tabel_indikator(*kata, run, bentuk.pohon))
    if not tables:
        return []
    return [
        Paragraf("1. Menetapkan Kinerja Strategis Urusan/Bidang Urusan sebagai Tujuan dan Sasaran Strategis"),
        *tables,
    ]


def _kartu(bentuk: Penjenjangan) -> list[Blok]:
    nodes = [item for item in bentuk.tahap_5 if isinstance(item, BERPAGU)]
    if not nodes:
        return []
    target = _Target.of(nodes)
    years = list_waktu(pagu for node in nodes for pagu in node.pagu)
    plain = not years or any(TANPA_TAHUN_PAGU in dict(node.lain) for node in nodes)
    rows: list[BarisNaskah] = []
    for node in nodes:
        kode = "" if node.kode is None else str(node.kode)
        tingkat = node.jenis.replace("_", " ").title()
        found = [when.find(node.pagu) for when in years]
        money: list[Isi] = [None if pagu is None else pagu_isi(pagu) for pagu in found]
        money += [dict(node.lain).get(TANPA_TAHUN_PAGU)] if plain else []
        for place, item in enumerate(node.indikator or (None,)):
            nama, satuan, id = ("", "", "") if item is None else (item.nama, item.satuan, item.id)
            head: tuple[Isi, ...] = (tingkat, kode, node.nama, node.uraian, nama, satuan)
            cells = (*head, *target.cells(item), *([None] * len(money) if place else money), node.id, id)
            rows.append(BarisNaskah(cells, sambung=(0, 1, 2, 3) if place else ()))
    lajur = (
        Lajur("Komponen", 14, pilihan=KOMPONEN),
        Lajur("Kode", 16),
        Lajur("Nama", 40),
        Lajur("Sasaran", 44),
        Lajur("Indikator", 44),
        Lajur("Satuan", 10, Rupa.TENGAH, pilihan=SATUAN),
        *target.lajur,
        *(
            Lajur(f"Anggaran {when.periode} {say_versi(when, years)}".strip(), 18, Rupa.RUPIAH)
            for when in years
        ),
        *((Lajur("Anggaran", 18, Rupa.RUPIAH),) if plain else ()),
        _ID,
        _ID_INDIKATOR,
    )
    judul = (
        "2. Menetapkan Kinerja Manajerial dan Operasional sebagai Sasaran Program, Kegiatan, dan Sub Kegiatan"
    )
    return [Paragraf(judul), TabelNaskah(lajur, rows)]


def _matriks(pohon: PohonKinerja) -> list[Blok]:
    """Each post with the nodes that it answers for, and its own level and superior where they are known."""
    posts = tuple(pohon.jabatan.values())
    susunan = Susunan.of(posts)
    level = any(post.jenjang for post in posts)
    atasan = any(post.atasan is not Atasan.TIDAK_DIKETAHUI for post in posts)
    rows: list[BarisNaskah] = []
    for post in posts:
        owned = [item for item in pohon.assigned_to(post.id) if pohon.owner(item.id) == post]
        own = (*([print_jenjang(post)] if level else []), *([susunan.print(post)] if atasan else []))
        rows += [
            BarisNaskah((post.keterangan, label, post.nama, *own, id, post.id))
            for label, id in [(item.label, item.id) for item in owned] or [("", "")]
        ]
    if not rows:
        return []
    lajur = (
        Lajur("Level Kinerja", 30),
        Lajur("Kinerja Jabatan", 60),
        Lajur("Jabatan", 36),
        *((Lajur("Level Jabatan", 18, Rupa.TENGAH),) if level else ()),
        *((Lajur("Atasan", 36),) if atasan else ()),
        _ID,
        Lajur("ID Jabatan", 14, tersembunyi=True),
    )
    return [Paragraf("Mendistribusikan Pohon Kinerja Ke Setiap Jabatan"), TabelNaskah(lajur, rows)]


# --- annex --------------------------------------------------------------------


def _lampiran(pohon: PohonKinerja) -> list[Blok]:
    tables = [*_sebutan(pohon), *_relasi(pohon)]
    return [Paragraf("LAMPIRAN: BUNYI LAIN DAN KAITAN", tebal=True), *tables] if tables else []


def _sebutan(pohon: PohonKinerja) -> list[Blok]:
    rows: list[BarisNaskah] = []
    for node in pohon:
        owners: list[tuple[str, str, AnySimpul | Indikator]] = [("kinerja", node.id, node)]
        owners += [(INDIKATOR, item.id, item) for item in node.indikator]
        for milik, id, owner in owners:
            for item in owner.sebutan:
                cells = (item.teks, item.bagian, item.tempat, item.nomor, item.keterangan, milik, id)
                rows.append(BarisNaskah(cells))
    if not rows:
        return []
    lajur = (
        Lajur("Bunyi Lain", 70),
        Lajur("Bagian", 10),
        Lajur("Tempat", 30),
        Lajur("Nomor", 8),
        Lajur("Keterangan", 30),
        Lajur("Milik", 10),
        Lajur("ID", 12),
    )
    return [TabelNaskah(lajur, rows)]


def _relasi(pohon: PohonKinerja) -> list[Blok]:
    rows = [
        BarisNaskah(
            (
                item.jenis.value,
                str(item.dari),
                str(item.ke),
                item.peran,
                "" if item.bobot is None else str(item.bobot),
                item.status,
                item.tempat,
                item.keterangan,
            )
        )
        for item in pohon.relasi
        if item.jenis is not JenisRelasi.PENUGASAN or item.peran != Peran.UTAMA.value
    ]
    if not rows:
        return []
    lajur = [Lajur("Jenis Kaitan", 18), Lajur("Dari", 18), Lajur("Ke", 18), Lajur("Peran", 12)]
    lajur += [Lajur("Bobot", 8), Lajur("Status", 12), Lajur("Tempat", 24), Lajur("Keterangan", 40)]
    return [TabelNaskah(lajur, rows)]
