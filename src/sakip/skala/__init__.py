"""Scales: bands with labels and colours, predicates in order, lines of conversion.

A band is given by its lower bound alone, so that no figure falls between two
bands and none belongs to two.
"""

from __future__ import annotations

from sakip.skala._pita import (
    BIRU,
    HIJAU,
    JINGGA,
    KUNING,
    MERAH,
    MUTU_IKM,
    MUTU_NI,
    PREDIKAT_AKIP,
    SKALA,
    SKALA_HASIL_KERJA,
    SKALA_LAKIP_100_85_70,
    SKALA_MAGETAN,
    SKALA_MALUKU_TENGAH_2021,
    SKALA_PERMENDAGRI_86,
    STATUS_IPM,
    WARNA_100_80,
    WARNA_BANJARNEGARA,
    WARNA_MAGETAN,
    Pita,
    Skala,
)
from sakip.skala._urutan import (
    OPINI_BPK,
    URUTAN_AKIP,
    URUTAN_MUTU,
    YA_TIDAK,
    Konversi,
    Ordinal,
    clean_label,
)

__all__ = [
    "BIRU",
    "HIJAU",
    "JINGGA",
    "KUNING",
    "MERAH",
    "MUTU_IKM",
    "MUTU_NI",
    "OPINI_BPK",
    "PREDIKAT_AKIP",
    "SKALA",
    "SKALA_HASIL_KERJA",
    "SKALA_LAKIP_100_85_70",
    "SKALA_MAGETAN",
    "SKALA_MALUKU_TENGAH_2021",
    "SKALA_PERMENDAGRI_86",
    "STATUS_IPM",
    "URUTAN_AKIP",
    "URUTAN_MUTU",
    "WARNA_100_80",
    "WARNA_BANJARNEGARA",
    "WARNA_MAGETAN",
    "YA_TIDAK",
    "Konversi",
    "Ordinal",
    "Pita",
    "Skala",
    "clean_label",
]
