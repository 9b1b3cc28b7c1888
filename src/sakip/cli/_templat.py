"""``sakip templat``: an empty form to fill in."""

from __future__ import annotations

import argparse

from sakip.cli._layar import Layar
from sakip.cli._perintah import BERES, Perintah
from sakip.dokumen import BENTUK, Kertas, write_template


def _prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bentuk", choices=sorted(BENTUK), metavar="BENTUK", help=", ".join(sorted(BENTUK)))
    parser.add_argument("tujuan", help="berkas .xlsx yang ditulis")
    parser.add_argument(
        "--kertas",
        choices=[item.value for item in Kertas],
        default=Kertas.A4.value,
        help="ukuran kertas (bawaan A4)",
    )


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    write_template(arguments.bentuk, arguments.tujuan, kertas=arguments.kertas)
    layar.cetak(f"{arguments.tujuan}: formulir kosong {arguments.bentuk}, dengan contoh dan petunjuk.")
    return BERES


TEMPLAT = Perintah("templat", "Tulis formulir kosong, dengan contoh dan petunjuk.", _prepare, _run)
