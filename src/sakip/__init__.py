"""Performance accountability (SAKIP) of Indonesian government, as a library.

Every name below is imported when it is first used, so that ``import sakip``
is quick and brings neither networkx nor cattrs with it.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sakip.anggaran import check_pagu, compute_pagu
    from sakip.capaian import LaporanCapaian, compute_capaian, roll_up
    from sakip.dokumen import read_dokumen, read_realisasi, read_struktur, write_dokumen, write_struktur
    from sakip.errors import SakipError
    from sakip.kebijakan import KEMENKEU, LKJIP, PANRB_8_2021, SIPD, Capaian, Kebijakan
    from sakip.kode import Kode
    from sakip.model import (
        CSF,
        KRO,
        RO,
        Aktivitas,
        Indikator,
        Instansi,
        Jabatan,
        Kegiatan,
        KondisiAntara,
        Outcome,
        Pagu,
        Program,
        Realisasi,
        RealisasiAnggaran,
        Relasi,
        Sasaran,
        SubKegiatan,
        Target,
        Tujuan,
    )
    from sakip.periode import Periode
    from sakip.pohon import PohonKinerja
    from sakip.reviu import check
    from sakip.rumus import IKM, Indeks, Jumlah, Nilai, Persen, Predikat
    from sakip.serialization import read_json, write_json
    from sakip.skala import Skala
    from sakip.temuan import Temuan

__all__ = [
    "CSF",
    "IKM",
    "KEMENKEU",
    "KRO",
    "LKJIP",
    "PANRB_8_2021",
    "RO",
    "SIPD",
    "Aktivitas",
    "Capaian",
    "Indeks",
    "Indikator",
    "Instansi",
    "Jabatan",
    "Jumlah",
    "Kebijakan",
    "Kegiatan",
    "Kode",
    "KondisiAntara",
    "LaporanCapaian",
    "Nilai",
    "Outcome",
    "Pagu",
    "Periode",
    "Persen",
    "PohonKinerja",
    "Predikat",
    "Program",
    "Realisasi",
    "RealisasiAnggaran",
    "Relasi",
    "SakipError",
    "Sasaran",
    "Skala",
    "SubKegiatan",
    "Target",
    "Temuan",
    "Tujuan",
    "check",
    "check_pagu",
    "compute_capaian",
    "compute_pagu",
    "read_dokumen",
    "read_json",
    "read_realisasi",
    "read_struktur",
    "roll_up",
    "write_dokumen",
    "write_json",
    "write_struktur",
]

__version__ = "0.1.0"

_HOME = {
    "anggaran": ("check_pagu", "compute_pagu"),
    "capaian": ("LaporanCapaian", "compute_capaian", "roll_up"),
    "dokumen": ("read_dokumen", "read_realisasi", "read_struktur", "write_dokumen", "write_struktur"),
    "errors": ("SakipError",),
    "kebijakan": ("KEMENKEU", "LKJIP", "PANRB_8_2021", "SIPD", "Capaian", "Kebijakan"),
    "kode": ("Kode",),
    "model": (
        "CSF",
        "KRO",
        "RO",
        "Aktivitas",
        "Indikator",
        "Instansi",
        "Jabatan",
        "Kegiatan",
        "KondisiAntara",
        "Outcome",
        "Pagu",
        "Program",
        "Realisasi",
        "RealisasiAnggaran",
        "Relasi",
        "Sasaran",
        "SubKegiatan",
        "Target",
        "Tujuan",
    ),
    "periode": ("Periode",),
    "pohon": ("PohonKinerja",),
    "reviu": ("check",),
    "rumus": ("IKM", "Indeks", "Jumlah", "Nilai", "Persen", "Predikat"),
    "serialization": ("read_json", "write_json"),
    "skala": ("Skala",),
    "temuan": ("Temuan",),
}
_NAMES = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    module = _NAMES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    rooms = {name for name in globals() if f"{__name__}.{name}" in sys.modules}
    dunder = {name for name in globals() if name.startswith("__")}
    return sorted({*__all__, *rooms, *dunder})
