"""``sakip laporan``: a report of a tree: the page of its figures, or an official form derived from it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from sakip.anggaran import RekapSerapan, compute_serapan
from sakip.bentuk import EvaluasiRenja, PengukuranKinerja
from sakip.capaian import LaporanCapaian, roll_up
from sakip.cli._layar import Layar
from sakip.cli._masukan import compute_laporan, read_pohon, warn
from sakip.cli._perintah import ADA_KESALAHAN, BERES, Perintah, add_instansi, add_pohon, add_ukuran
from sakip.dokumen import Kertas, read_realisasi, read_realisasi_anggaran, write_dokumen
from sakip.gambar import write_html
from sakip.model import RealisasiAnggaran
from sakip.penjenjangan import derive_iki, derive_iku, derive_perjanjian_kinerja, derive_rencana_aksi
from sakip.pohon import PohonKinerja
from sakip.reviu import check
from sakip.temuan import Temuan, Tingkat, count_tingkat


@attrs.define
class Bahan:
    """What a report is made from, and what reading it found.

    Attributes:
        arguments: The call.
        pohon: The tree.
        bacaan: What reading the tree found.
        temuan: What reading the measurements found.
        keterangan: The remarks above the measurements.
    """

    arguments: argparse.Namespace
    pohon: PohonKinerja
    bacaan: tuple[Temuan, ...]
    temuan: list[Temuan] = attrs.field(factory=list)
    keterangan: tuple[str, ...] = ()

    def belanja(self) -> tuple[RealisasiAnggaran, ...]:
        """The money spent; nothing where no table of it is named."""
        if self.arguments.anggaran is None:
            return ()
        hasil = read_realisasi_anggaran(self.arguments.anggaran, periode=self.arguments.periode)
        self.temuan += hasil.temuan
        return hasil.dokumen

    def laporan(self) -> LaporanCapaian:
        """The report of the measurements."""
        terukur, laporan = compute_laporan(self.arguments, self.pohon)
        self.temuan += (*terukur.temuan, *laporan.temuan)
        self.keterangan = terukur.keterangan
        return laporan

    def serapan(self) -> RekapSerapan | None:
        """The money of the period; None where no table of it is named."""
        if self.arguments.anggaran is None:
            return None
        return compute_serapan(self.pohon, self.belanja(), self.arguments.periode)


@attrs.frozen
class JenisLaporan:
    """A kind of report.

    Attributes:
        perlu: The options that it can't be made without.
        tulis: Makes it and writes it.
    """

    perlu: tuple[str, ...]
    tulis: Callable[[Bahan], None]


def _form(susun: Callable[[Bahan], Any]) -> Callable[[Bahan], None]:
    """Makes a form and writes it as it must look."""

    def tulis(bahan: Bahan) -> None:
        write_dokumen(susun(bahan), bahan.arguments.tujuan, kertas=bahan.arguments.kertas)

    return tulis


def _write_halaman(bahan: Bahan) -> None:
    """The tree, its figures, its money and its findings as one page."""
    asked = bahan.arguments
    laporan = None if asked.realisasi is None else bahan.laporan()
    serapan = bahan.serapan()
    write_html(
        bahan.pohon,
        asked.tujuan,
        laporan=laporan,
        gulungan=None if laporan is None else roll_up(bahan.pohon, laporan),
        serapan=serapan,
        temuan=[*bahan.bacaan, *bahan.temuan, *check(bahan.pohon)],
        periode=asked.periode,
        catatan=bahan.keterangan,
    )


def _pengukuran(bahan: Bahan) -> PengukuranKinerja:
    return PengukuranKinerja.from_laporan(bahan.laporan(), bahan.serapan(), pohon=bahan.pohon)


def _evaluasi(bahan: Bahan) -> EvaluasiRenja:
    terukur = read_realisasi(bahan.arguments.realisasi, periode=bahan.arguments.periode)
    bahan.temuan += terukur.temuan
    return EvaluasiRenja.from_pohon(bahan.pohon, terukur.dokumen, bahan.belanja(), bahan.arguments.periode)


JENIS = {
    "halaman": JenisLaporan((), _write_halaman),
    "pengukuran_kinerja": JenisLaporan(("periode", "realisasi"), _form(_pengukuran)),
    "evaluasi_renja": JenisLaporan(("periode", "realisasi"), _form(_evaluasi)),
    "perjanjian_kinerja": JenisLaporan(
        ("periode", "jabatan"),
        _form(
            lambda bahan: derive_perjanjian_kinerja(
                bahan.pohon, bahan.arguments.jabatan, bahan.arguments.periode
            )
        ),
    ),
    "rencana_aksi": JenisLaporan(
        ("periode", "jabatan"),
        _form(
            lambda bahan: derive_rencana_aksi(bahan.pohon, bahan.arguments.jabatan, bahan.arguments.periode)
        ),
    ),
    "iki": JenisLaporan(
        ("periode",),
        _form(lambda bahan: derive_iki(bahan.pohon, bahan.arguments.periode, bahan.arguments.jabatan)),
    ),
    "iku": JenisLaporan((), _form(lambda bahan: derive_iku(bahan.pohon))),
}
"""Every kind of report, by its name."""


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    parser.add_argument("tujuan", help="berkas yang ditulis: .html, .xlsx, .docx, .md, atau .csv")
    parser.add_argument(
        "--bentuk",
        choices=list(JENIS),
        help="yang disusun (bawaan: halaman untuk .html, selain itu pengukuran_kinerja)",
    )
    parser.add_argument("--jabatan", metavar="ID", help="jabatan yang formulirnya disusun, menurut idnya")
    parser.add_argument("--anggaran", help="tabel realisasi anggaran (.csv, .tsv, .xlsx, .xls, .ods)")
    parser.add_argument(
        "--kertas",
        choices=[item.value for item in Kertas],
        default=Kertas.A4.value,
        help="ukuran kertas (bawaan A4)",
    )
    add_ukuran(parser, wajib=False)
    add_instansi(parser)


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    page = Path(arguments.tujuan).suffix.lower() == ".html"
    bentuk = arguments.bentuk or ("halaman" if page else "pengukuran_kinerja")
    jenis = JENIS[bentuk]
    for name in (*jenis.perlu, *(["periode"] if arguments.realisasi or arguments.anggaran else [])):
        if getattr(arguments, name) is None:
            arguments.parser.error(f"--bentuk {bentuk} memerlukan --{name}")
    with layar.kemajuan(2) as mulai:
        mulai(f"membaca {arguments.berkas}")
        hasil = read_pohon(arguments.berkas, arguments.instansi)
        mulai(f"menyusun {arguments.tujuan}")
        bahan = Bahan(arguments, hasil.dokumen, hasil.temuan)
        jenis.tulis(bahan)
    layar.cetak(f"{arguments.tujuan}: {bentuk.replace('_', ' ')}, {bahan.pohon.nama}.")
    warn(layar, bahan.temuan)
    return ADA_KESALAHAN if count_tingkat(bahan.temuan)[Tingkat.KESALAHAN] else BERES


LAPORAN = Perintah("laporan", "Susun laporan atau formulir resmi dari sebuah pohon.", _prepare, _run)
