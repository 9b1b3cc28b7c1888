"""The command line: ``sakip VERB``, one module for each verb.

Exit codes: 0, done; 1, done, but something needs mending: findings of the kind
``kesalahan`` in ``reviu``, or in the measurements of ``capaian``, or rows that
``konversi`` has no place for; 2, a wrong call or a file that can't be used.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

import sakip
from sakip.cli._banding import BANDING
from sakip.cli._capaian import CAPAIAN
from sakip.cli._gambar import GAMBAR
from sakip.cli._konversi import KONVERSI
from sakip.cli._laporan import LAPORAN
from sakip.cli._layar import Layar, Warna
from sakip.cli._lke import LEMBAR
from sakip.cli._pengurai import Pengurai
from sakip.cli._perintah import BERES, GALAT
from sakip.cli._pohon import POHON
from sakip.cli._reviu import REVIU
from sakip.cli._templat import TEMPLAT
from sakip.errors import SakipError

__all__ = ["main", "make_parser"]

PERINTAH = (POHON, REVIU, CAPAIAN, LAPORAN, GAMBAR, KONVERSI, TEMPLAT, BANDING, LEMBAR)
"""Every verb."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments without the program's name; those of the process by default.

    Returns:
        The exit code, 0, 1 or 2.

    >>> main(["pohon", "tidak-ada.csv"])
    2
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    arguments = make_parser().parse_args(argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away, as `head` does: say nothing more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BERES
    return code


def _run(arguments: argparse.Namespace) -> int:
    layar = Layar(None, None)
    try:
        layar = Layar.open(Warna(arguments.warna))
        code: int = arguments.perintah.jalankan(arguments, layar)
    except SakipError as error:
        layar.catat(f"sakip: {error.kalimat}", "bold red")
        return GALAT
    return code


def make_parser() -> argparse.ArgumentParser:
    """The parser, with a verb for each command.

    >>> make_parser().prog
    'sakip'
    """
    parser = Pengurai(
        prog="sakip",
        description="Pohon kinerja, capaian, dan temuan SAKIP dari berkas yang sudah ada.",
        epilog="Kode keluar: 0 beres; 1 ada temuan kesalahan; 2 perintah atau berkas tidak dapat dipakai. "
        "Berkas yang namanya diawali tanda hubung ditulis sesudah -- atau sebagai ./-nama.",
    )
    parser.add_argument(
        "--versi", "--version", action="version", version=f"sakip {sakip.__version__}", help="tampilkan versi"
    )
    verbs = parser.add_subparsers(title="perintah", metavar="PERINTAH", required=True, prog="sakip")
    for item in PERINTAH:
        verb = verbs.add_parser(item.nama, help=item.bantuan, description=item.bantuan)
        item.siapkan(verb)
        verb.add_argument(
            "--warna",
            choices=[warna.value for warna in Warna],
            default=Warna.OTOMATIS.value,
            help="warnai keluaran: otomatis hanya di terminal (bawaan), selalu, atau tidak; NO_COLOR dihormati",
        )
        verb.set_defaults(perintah=item, parser=verb)
    return parser
