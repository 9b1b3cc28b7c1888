"""``sakip pohon``: show a tree."""

from __future__ import annotations

import argparse

from sakip.cli._layar import Layar
from sakip.cli._masukan import read_pohon, warn
from sakip.cli._perintah import BERES, Perintah, add_instansi, add_pohon
from sakip.gambar import draw_teks
from sakip.serialization import dumps


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    add_instansi(parser)
    parser.add_argument("--periode", help="tahun pagu yang ditampilkan, misalnya 2025")
    parser.add_argument("--lebar", type=int, default=72, help="lebar kolom pohon dalam karakter (bawaan 72)")
    parser.add_argument("--json", action="store_true", help="keluarkan pohon sebagai JSON sakip")


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    hasil = read_pohon(arguments.berkas, arguments.instansi)
    if arguments.json:
        layar.data(dumps(hasil.dokumen))
    else:
        layar.cetak(hasil.dokumen.nama, "bold")
        layar.cetak()
        layar.cetak(draw_teks(hasil.dokumen, arguments.periode, lebar=arguments.lebar))
    warn(layar, hasil.temuan, hasil.sisa)
    return BERES


POHON = Perintah("pohon", "Tampilkan pohon dengan pemilik dan pagunya.", _prepare, _run)
