"""The words of the field, as frozen classes.

Nodes know neither parent nor children: they are hashable values that can be
shared and compared. `sakip.pohon.PohonKinerja` is what puts them in a tree.
"""

from __future__ import annotations

from sakip.model._pelaku import (
    Atasan,
    Instansi,
    Jabatan,
    JenisInstansi,
    Pemangku,
    StatusPemangku,
    Unit,
)
from sakip.model._pengukuran import Realisasi, RealisasiAnggaran
from sakip.model._relasi import CARA_LANGSUNG, JenisRelasi, JenisUjung, Relasi, Ujung
from sakip.model._rencana import MURNI, Baseline, Indikator, Pagu, Sebutan, Target
from sakip.model._simpul import (
    CSF,
    KRO,
    NAMA_JENIS,
    RO,
    SIMPUL,
    Aktivitas,
    AnySimpul,
    AsalKode,
    Butir,
    Dasar,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Program,
    Sasaran,
    Simpul,
    SubKegiatan,
    Tujuan,
    Urusan,
    name_simpul,
)

__all__ = [
    "CARA_LANGSUNG",
    "CSF",
    "KRO",
    "MURNI",
    "NAMA_JENIS",
    "RO",
    "SIMPUL",
    "Aktivitas",
    "AnySimpul",
    "AsalKode",
    "Atasan",
    "Baseline",
    "Butir",
    "Dasar",
    "Indikator",
    "Instansi",
    "Jabatan",
    "JenisInstansi",
    "JenisRelasi",
    "JenisUjung",
    "Kegiatan",
    "Komponen",
    "KondisiAntara",
    "Outcome",
    "Pagu",
    "Pemangku",
    "Program",
    "Realisasi",
    "RealisasiAnggaran",
    "Relasi",
    "Sasaran",
    "Sebutan",
    "Simpul",
    "StatusPemangku",
    "SubKegiatan",
    "Target",
    "Tujuan",
    "Ujung",
    "Unit",
    "Urusan",
    "name_simpul",
]
