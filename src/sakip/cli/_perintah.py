"""What a verb of the command line is, and what several of them ask for."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import attrs

from sakip.alasan import Kekosongan
from sakip.capaian import Cakupan, Pembanding
from sakip.cli._layar import Layar
from sakip.kebijakan import KEBIJAKAN
from sakip.model import JenisInstansi
from sakip.skala import SKALA

BERES, ADA_KESALAHAN, GALAT = 0, 1, 2
"""The exit codes."""


@attrs.frozen
class Perintah:
    """A verb.

    Attributes:
        nama: How it is called.
        bantuan: What it does, in Indonesian.
        siapkan: Tells a parser what it asks for.
        jalankan: Does it, and gives the exit code.
    """

    nama: str
    bantuan: str
    siapkan: Callable[[argparse.ArgumentParser], None]
    jalankan: Callable[[argparse.Namespace, Layar], int]


def add_pohon(parser: argparse.ArgumentParser, nama: str = "berkas") -> None:
    """A file that carries a tree."""
    parser.add_argument(
        nama,
        help="pohon kinerja: JSON sakip, tabel struktur, atau formulir yang memuat pohon "
        "(.json, .csv, .tsv, .xlsx, .xls, .ods, teks)",
    )


def add_instansi(parser: argparse.ArgumentParser) -> None:
    """What is assumed of tables that don't say it."""
    parser.add_argument(
        "--instansi",
        choices=[item.value for item in JenisInstansi],
        default=JenisInstansi.PEMDA.value,
        help="jenis instansi untuk tabel yang tidak menyebutnya (bawaan pemda)",
    )


def add_ukuran(parser: argparse.ArgumentParser, *, wajib: bool) -> None:
    """Measurements, the period, and how they become capaian."""
    if wajib:
        parser.add_argument("realisasi", help="tabel realisasi (.csv, .tsv, .xlsx, .xls, .ods)")
    else:
        parser.add_argument("--realisasi", help="tabel realisasi (.csv, .tsv, .xlsx, .xls, .ods)")
    parser.add_argument("--periode", required=wajib, help='periode, misalnya 2025 atau "TW I 2025"')
    parser.add_argument(
        "--kebijakan",
        help=f"cara hitung: {', '.join(KEBIJAKAN)}, atau berkas JSON kebijakan sendiri (bawaan: milik pohon, lalu LKJIP)",
    )
    parser.add_argument("--skala", choices=sorted(SKALA), help="penggolongan capaian")
    parser.add_argument(
        "--cakupan",
        choices=[item.value for item in Cakupan],
        default=Cakupan.PERIODE.value,
        help="periode itu saja, atau kumulatif sampai akhir periode itu",
    )
    parser.add_argument(
        "--pembanding", choices=[item.value for item in Pembanding], help="target yang dibandingkan"
    )
    parser.add_argument(
        "--kosong",
        choices=[item.value for item in Kekosongan],
        default=Kekosongan.TOLAK.value,
        help="bila ada periode yang belum diisi: tolak angkanya, atau lewati periodenya",
    )
