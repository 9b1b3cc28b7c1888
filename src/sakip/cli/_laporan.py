"""``sakip laporan``: a report of a tree: the page of its figures, or an official form derived from it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import attrs

from sakip.anggaran import RekapSerapan, compute_serapan
from sakip.bentuk import EvaluasiRenja, PengukuranKinerja
from sakip.capaian import LaporanCapaian
from sakip.cli._layar import Layar
from sakip.cli._masukan import compute_laporan, read_pohon, warn
from sakip.cli._perintah import ADA_KESALAHAN, BERES, Perintah, add_instansi, add_pohon, add_ukuran
from sakip.dokumen import Kertas, read_realisasi, read_realisasi_anggaran, write_dokumen
from sakip.model import RealisasiAnggaran
from sakip.penjenjangan import derive_iki, derive_iku, derive_perjanjian_kinerja, derive_rencana_aksi
from sakip.pohon import PohonKinerja
from sakip.temuan import Temuan, Tingkat, count_tingkat


@attrs.define
class Bahan:
    """What a report is made from, and what reading it found."""

    arguments: argparse.Namespace
    pohon: PohonKinerja
    temuan: list[Temuan]

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
        susun: Makes it.
    """

    perlu: tuple[str, ...]
    susun: Callable[[Bahan], Any]


def _pengukuran(bahan: Bahan) -> PengukuranKinerja:
    return PengukuranKinerja.from_laporan(bahan.laporan(), bahan.serapan(), pohon=bahan.pohon)


def _evaluasi(bahan: Bahan) -> EvaluasiRenja:
    terukur = read_realisasi(bahan.arguments.realisasi, periode=bahan.arguments.periode)
    bahan.temuan += terukur.temuan
    return EvaluasiRenja.from_pohon(bahan.pohon, terukur.dokumen, bahan.belanja(), bahan.arguments.periode)


JENIS = {
    "pengukuran_kinerja": JenisLaporan(("periode", "realisasi"), _pengukuran),
    "evaluasi_renja": JenisLaporan(("periode", "realisasi"), _evaluasi),
    "perjanjian_kinerja": JenisLaporan(
        ("periode", "jabatan"),
        lambda bahan: derive_perjanjian_kinerja(
            bahan.pohon, bahan.arguments.jabatan, bahan.arguments.periode
        ),
    ),
    "rencana_aksi": JenisLaporan(
        ("periode", "jabatan"),
        lambda bahan: derive_rencana_aksi(bahan.pohon, bahan.arguments.jabatan, bahan.arguments.periode),
    ),
    "iki": JenisLaporan(
        ("periode",), lambda bahan: derive_iki(bahan.pohon, bahan.arguments.periode, bahan.arguments.jabatan)
    ),
    "iku": JenisLaporan((), lambda bahan: derive_iku(bahan.pohon)),
}
"""Every kind of report, by its name."""


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    parser.add_argument("tujuan", help="berkas yang ditulis: .html, .xlsx, .docx, .md, atau .csv")
    parser.add_argument(
        "--bentuk",
        choices=list(JENIS),
        default="pengukuran_kinerja",
        help="yang disusun (bawaan pengukuran_kinerja)",
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
    jenis = JENIS[arguments.bentuk]
    for name in jenis.perlu:
        if getattr(arguments, name) is None:
            arguments.parser.error(f"--bentuk {arguments.bentuk} memerlukan --{name}")
    with layar.kemajuan(3) as mulai:
        mulai(f"membaca {arguments.berkas}")
        hasil = read_pohon(arguments.berkas, arguments.instansi)
        mulai("menyusun")
        bahan = Bahan(arguments, hasil.dokumen, [])
        dokumen = jenis.susun(bahan)
        mulai(f"menulis {arguments.tujuan}")
        write_dokumen(dokumen, arguments.tujuan, kertas=arguments.kertas)
    layar.cetak(f"{arguments.tujuan}: {arguments.bentuk} {bahan.pohon.nama}.")
    warn(layar, bahan.temuan)
    return ADA_KESALAHAN if count_tingkat(bahan.temuan)[Tingkat.KESALAHAN] else BERES


LAPORAN = Perintah("laporan", "Susun laporan atau formulir resmi dari sebuah pohon.", _prepare, _run)
