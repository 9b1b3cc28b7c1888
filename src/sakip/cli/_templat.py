"""``sakip templat``: an empty form to fill in, or the table that the measurements of a tree are filled in with."""

from __future__ import annotations

import argparse

from sakip.cli._layar import Layar
from sakip.cli._masukan import read_pohon, warn
from sakip.cli._perintah import BERES, Perintah, add_instansi
from sakip.dokumen import BENTUK, make_intake, make_intake_anggaran, write_dokumen, write_template
from sakip.kertas import Kertas

_ISIAN = {"realisasi": make_intake, "realisasi_anggaran": make_intake_anggaran}
"""The tables whose rows a tree knows."""


def _prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bentuk", choices=sorted(BENTUK), metavar="BENTUK", help=", ".join(sorted(BENTUK)))
    parser.add_argument("tujuan", help="berkas .xlsx yang ditulis; dengan --pohon juga .csv")
    parser.add_argument(
        "--pohon", metavar="BERKAS", help=f"sebutkan baris pohon ini; untuk {' dan '.join(_ISIAN)}"
    )
    parser.add_argument(
        "--periode", nargs="+", default=[], help="periode yang diisi, misalnya 2025-TW1 2025-TW2"
    )
    parser.add_argument(
        "--kertas",
        choices=[item.value for item in Kertas],
        default=Kertas.A4.value,
        help="ukuran kertas (bawaan A4)",
    )
    add_instansi(parser)


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    if arguments.pohon is None:
        write_template(arguments.bentuk, arguments.tujuan, kertas=arguments.kertas)
        layar.cetak(f"{arguments.tujuan}: formulir kosong {arguments.bentuk}, dengan contoh dan petunjuk.")
        return BERES
    if arguments.bentuk not in _ISIAN or not arguments.periode:
        arguments.parser.error(f"--pohon memerlukan bentuk {' atau '.join(_ISIAN)} dan --periode")
    hasil = read_pohon(arguments.pohon, arguments.instansi)
    rows = _ISIAN[arguments.bentuk](hasil.dokumen, arguments.periode)
    write_dokumen(rows, arguments.tujuan, kertas=arguments.kertas)
    warn(layar, hasil.temuan, hasil.sisa)
    layar.cetak(f"{arguments.tujuan}: {len(rows)} baris untuk diisi.")
    return BERES


TEMPLAT = Perintah("templat", "Tulis formulir kosong, dengan contoh dan petunjuk.", _prepare, _run)
