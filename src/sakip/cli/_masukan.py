"""The inputs of the command line: trees and measurements from files of any kind, and policies by name or file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs

from sakip.berkas import decode, read_bytes
from sakip.capaian import LaporanCapaian, compute_capaian
from sakip.cli._layar import Layar
from sakip.dokumen import BENTUK, BarisSisa, HasilBaca, read_dokumen, read_realisasi, read_struktur
from sakip.errors import BentukError, BerkasError, TabelError
from sakip.kebijakan import KEBIJAKAN, LKJIP, Kebijakan
from sakip.model import Realisasi
from sakip.pohon import PohonKinerja
from sakip.serialization import loads_kebijakan, read_json
from sakip.skala import SKALA
from sakip.temuan import Temuan

RUPA = {"kesalahan": "bold red", "peringatan": "yellow", "saran": "cyan"}
"""The colour of each severity; the word stands beside it."""


def read_berkas(path: str, instansi: str) -> HasilBaca[Any]:
    """Whatever a file holds: a tree of its own form, a struktur table, or an official form.

    Raises:
        BerkasError: It can't be read.
        BentukError: It is no form that is known.
    """
    if Path(path).suffix.lower() == ".json":
        return HasilBaca(read_json(path))
    try:
        return read_struktur(path, jenis=instansi)
    except TabelError:
        return read_dokumen(path)


def read_pohon(path: str, instansi: str) -> HasilBaca[PohonKinerja]:
    """The tree of a file, with the findings of reading it.

    Raises:
        BerkasError: It can't be read.
        BentukError: It can't be read as a form, or the form carries no tree.
    """
    hasil = read_berkas(path, instansi)
    if not carries_pohon(hasil):
        found = next(jenis for jenis, kelas in BENTUK.items() if isinstance(hasil.dokumen, kelas))
        raise BentukError(path, ("pohon kinerja",), (found,))
    return attrs.evolve(hasil, dokumen=hasil.to_pohon())


def carries_pohon(hasil: HasilBaca[Any]) -> bool:
    """Whether what was read is a tree or has one."""
    return isinstance(hasil.dokumen, PohonKinerja) or hasattr(hasil.dokumen, "to_pohon")


def compute_laporan(
    arguments: argparse.Namespace, pohon: PohonKinerja
) -> tuple[HasilBaca[tuple[Realisasi, ...]], LaporanCapaian]:
    """The measurements of a call and their report.

    Raises:
        SakipError: They can't be read or computed.
    """
    terukur = read_realisasi(arguments.realisasi, periode=arguments.periode)
    laporan = compute_capaian(
        pohon,
        terukur.dokumen,
        arguments.periode,
        choose_kebijakan(arguments.kebijakan, arguments.skala, pohon),
        cakupan=arguments.cakupan,
        pembanding=arguments.pembanding,
        kosong=arguments.kosong,
    )
    return terukur, laporan


def choose_kebijakan(nama: str | None, skala: str | None, pohon: PohonKinerja) -> Kebijakan:
    """The policy by its name or its file, else the tree's own, else LKJIP; with the scale asked for.

    Raises:
        BerkasError: It is neither a name nor a file.
    """
    if nama is None:
        kebijakan = pohon.kebijakan or LKJIP
    elif nama in KEBIJAKAN:
        kebijakan = KEBIJAKAN[nama]
    elif Path(nama).exists():
        kebijakan = loads_kebijakan(decode(read_bytes(nama), nama))
    else:
        names = ", ".join(KEBIJAKAN)
        raise BerkasError(
            nama,
            f"it is no file, and no name of a policy: {names}",
            f"berkasnya tidak ada, dan bukan nama kebijakan: {names}",
        )
    if skala is None:
        return kebijakan
    return attrs.evolve(kebijakan, nama=f"{kebijakan.nama} + {skala}", skala=SKALA[skala])


def warn(layar: Layar, temuan: Iterable[Temuan], sisa: Sequence[BarisSisa] = ()) -> None:
    """Say beside the result what was noticed while reading."""
    for item in temuan:
        layar.catat(str(item), RUPA[item.tingkat.value])
    if sisa:
        layar.catat(f"{len(sisa)} baris tidak terpakai.")
