"""Reviewing a tree: every rule run over it, every finding returned.

A rule (`Aturan`) is a function from what there is to look at to its findings, with a
bad and a good example. Rules can be chosen, tuned by a `Setelan`, silenced at a node
with a reason (`Bungkam`), and added by the user or by another package.
"""

from __future__ import annotations

from sakip.reviu import (
    _anggaran,
    _bunyi,
    _indikator,
    _jabatan,
    _kecocokan,
    _kemiripan,
    _kode,
    _pemangku,
    _penurunan,
    _struktur,
    _target,
    _triwulan,
    _urutan,
)
from sakip.reviu._antartahun import check_antartahun
from sakip.reviu._aturan import ATURAN, Aturan, Bungkam, Contoh, Periksa, Tinjauan, aturan
from sakip.reviu._jalan import AnyAturan, HasilReviu, check, review
from sakip.reviu._konsistensi import BerPohon, check_konsistensi
from sakip.reviu._lapor import dumps_sarif, dumps_temuan
from sakip.reviu._pasang import GRUP, load_aturan
from sakip.reviu._setelan import Setelan

__all__ = [
    "ATURAN",
    "GRUP",
    "AnyAturan",
    "Aturan",
    "BerPohon",
    "Bungkam",
    "Contoh",
    "HasilReviu",
    "Periksa",
    "Setelan",
    "Tinjauan",
    "aturan",
    "check",
    "check_antartahun",
    "check_konsistensi",
    "dumps_sarif",
    "dumps_temuan",
    "load_aturan",
    "review",
]

_KELUARGA = (
    _anggaran,
    _bunyi,
    _indikator,
    _jabatan,
    _kecocokan,
    _kemiripan,
    _kode,
    _pemangku,
    _penurunan,
    _struktur,
    _target,
    _triwulan,
    _urutan,
)
"""The modules of rules; importing one enters its rules."""
