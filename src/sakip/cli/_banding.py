"""``sakip banding``: what changed between two files."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sakip.banding import Beda, apply_beda, compare_dokumen, compare_pohon
from sakip.cli._layar import Layar
from sakip.cli._masukan import read_berkas, read_pohon, warn
from sakip.cli._perintah import BERES, Perintah, add_instansi, add_pohon
from sakip.dokumen import write_struktur
from sakip.pohon import PohonKinerja
from sakip.serialization import write_json


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser, "lama")
    add_pohon(parser, "baru")
    add_instansi(parser)
    parser.add_argument("--json", action="store_true", help="keluarkan perubahan sebagai JSON")
    parser.add_argument(
        "--terapkan",
        metavar="POHON",
        help="terapkan perubahan pada pohon ini, lalu tulis ke berkas --ke",
    )
    parser.add_argument("--ke", metavar="BERKAS", help="pohon sesudah perubahan (.json, .csv, .xlsx)")


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    if (arguments.terapkan is None) != (arguments.ke is None):
        arguments.parser.error("--terapkan dan --ke harus disebut bersama")
    lama = read_berkas(arguments.lama, arguments.instansi)
    baru = read_berkas(arguments.baru, arguments.instansi)
    beda = _compare(lama.dokumen, baru.dokumen)
    if arguments.json:
        layar.data(json.dumps(beda.to_records(), ensure_ascii=False, indent=2, default=str))
    else:
        layar.cetak(str(beda) if len(beda) else "Tidak ada perubahan.")
    warn(layar, baru.temuan, baru.sisa)
    if arguments.terapkan is not None:
        _apply(beda, read_pohon(arguments.terapkan, arguments.instansi).dokumen, arguments.ke)
        layar.catat(f"{arguments.ke}: {len(beda)} perubahan diterapkan.")
    return BERES


def _compare(lama: object, baru: object) -> Beda:
    if isinstance(lama, PohonKinerja) and isinstance(baru, PohonKinerja):
        return compare_pohon(lama, baru)
    return compare_dokumen(lama, baru)


def _apply(beda: Beda, pohon: PohonKinerja, tujuan: str) -> None:
    after = apply_beda(pohon, beda)
    if Path(tujuan).suffix.lower() == ".json":
        write_json(after, tujuan)
    else:
        write_struktur(after, tujuan)


BANDING = Perintah("banding", "Tampilkan yang berubah antara dua berkas.", _prepare, _run)
