"""The words that a cell of a form may be chosen from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sakip.dokumen._bagian.jenjang import JENJANG
from sakip.dokumen._bagian.kata import LEVEL
from sakip.kebijakan import Polaritas
from sakip.periode import Periode
from sakip.rumus import RUMUS, Agregasi

SATUAN = (
    "%",
    "Orang",
    "Dokumen",
    "Laporan",
    "Kegiatan",
    "Unit",
    "Nilai",
    "Indeks",
    "Poin",
    "Predikat",
    "Kali",
)
"""Units that a template offers; others are as good."""
POLARITAS = tuple(item.value for item in Polaritas)
AGREGASI = tuple(item.value for item in Agregasi)
KOMPONEN = ("Program", "Kegiatan", "Sub Kegiatan")
PILIHAN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "level": tuple(dict.fromkeys(LEVEL.values())),
        "satuan": SATUAN,
        "rumus": tuple(RUMUS),
        "polaritas": POLARITAS,
        "agregasi": AGREGASI,
        "jenjang": tuple(JENJANG),
        "status": ("draf", "diajukan", "diverifikasi"),
    }
)
"""What the columns of a flat table offer, by their names; other entries are taken too, by their synonyms."""


def offer_periode(periode: Iterable[Periode]) -> tuple[str, ...]:
    """The triwulan of the years that records are of, and the years.

    >>> offer_periode([Periode.parse("2025-TW1")])
    ('2025-TW1', '2025-TW2', '2025-TW3', '2025-TW4', '2025')
    """
    years = sorted({item.tahun for item in periode})
    return tuple(f"{year}{part}" for year in years for part in ("-TW1", "-TW2", "-TW3", "-TW4", ""))
