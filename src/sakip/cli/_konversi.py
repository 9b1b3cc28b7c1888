"""``sakip konversi``: from one kind of file to another."""

from __future__ import annotations

import argparse
from pathlib import Path

from sakip.cli._layar import Layar
from sakip.cli._masukan import read_berkas, warn
from sakip.cli._perintah import ADA_KESALAHAN, BERES, Perintah, add_instansi, add_pohon
from sakip.dokumen import HasilBaca, write_dokumen, write_struktur
from sakip.pohon import PohonKinerja
from sakip.serialization import write_json

_STRUKTUR = {".csv", ".tsv"}


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    parser.add_argument(
        "tujuan",
        help="berkas yang ditulis; akhirannya menentukan bentuknya: .json, .csv, .tsv, .xlsx, .md, .html, .docx",
    )
    parser.add_argument(
        "--pohon", action="store_true", help="tulis pohon yang dimuat formulir, bukan formulirnya"
    )
    add_instansi(parser)


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    with layar.kemajuan(2) as mulai:
        mulai(f"membaca {arguments.berkas}")
        hasil = read_berkas(arguments.berkas, arguments.instansi)
        mulai(f"menulis {arguments.tujuan}")
        _write(hasil, arguments.tujuan, pohon=arguments.pohon)
    warn(layar, hasil.temuan, hasil.sisa)
    layar.cetak(f"{arguments.tujuan}: {_describe(hasil)}.")
    return BERES if Path(arguments.tujuan).suffix.lower() in _STRUKTUR or not hasil.sisa else ADA_KESALAHAN


def _write(hasil: HasilBaca[object], tujuan: str, *, pohon: bool) -> None:
    """A tree as JSON or as a struktur table; a form as it must look, or the tree that it carries."""
    ending = Path(tujuan).suffix.lower()
    if ending == ".json":
        write_json(hasil.to_pohon(), tujuan)
    elif isinstance(hasil.dokumen, PohonKinerja) and ending in _STRUKTUR | {".xlsx"}:
        write_struktur(hasil, tujuan)  # type: ignore[arg-type]  # its document is a tree
    else:
        write_dokumen(hasil.to_pohon() if pohon else hasil.dokumen, tujuan)


def _describe(hasil: HasilBaca[object]) -> str:
    if isinstance(hasil.dokumen, PohonKinerja):
        return f"{len(hasil.dokumen)} simpul"
    return type(hasil.dokumen).__name__ if hasil.cakupan is None else str(hasil.cakupan)


KONVERSI = Perintah("konversi", "Ubah berkas ke bentuk lain.", _prepare, _run)
