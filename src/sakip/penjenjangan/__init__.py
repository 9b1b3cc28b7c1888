"""Cascading (penjenjangan): the five stages, handing down to posts, and the forms derived for each post."""

from __future__ import annotations

from sakip.penjenjangan._andai import Andai, suppose
from sakip.penjenjangan._bagi import divide_target
from sakip.penjenjangan._lintas import (
    KONTRIBUSI_BERLEBIH,
    PEMISAH,
    TAUTAN_BUNTU,
    TAUTAN_DITOLAK,
    TAUTAN_MELINGKAR,
    check_lintas,
    find_lintas,
    graft_instansi,
)
from sakip.penjenjangan._matriks import (
    JENJANG_PEMDA,
    MataRantai,
    MatriksPeran,
    make_matriks_peran,
    propose_pemilik,
    trace_akuntabilitas,
)
from sakip.penjenjangan._tahap import (
    HasilTahap,
    Kurang,
    Tahap,
    TahapCabang,
    Terjemahan,
    compute_tahap,
    compute_terjemahan,
)
from sakip.penjenjangan._turun import CARA, PEMBAGIAN_TIDAK_PAS, check_pembagian, hand_down
from sakip.penjenjangan._turunan import (
    derive_iki,
    derive_iku,
    derive_perjanjian_kinerja,
    derive_rencana_aksi,
)

__all__ = [
    "CARA",
    "JENJANG_PEMDA",
    "KONTRIBUSI_BERLEBIH",
    "PEMBAGIAN_TIDAK_PAS",
    "PEMISAH",
    "TAUTAN_BUNTU",
    "TAUTAN_DITOLAK",
    "TAUTAN_MELINGKAR",
    "Andai",
    "HasilTahap",
    "Kurang",
    "MataRantai",
    "MatriksPeran",
    "Tahap",
    "TahapCabang",
    "Terjemahan",
    "check_lintas",
    "check_pembagian",
    "compute_tahap",
    "compute_terjemahan",
    "derive_iki",
    "derive_iku",
    "derive_perjanjian_kinerja",
    "derive_rencana_aksi",
    "divide_target",
    "find_lintas",
    "graft_instansi",
    "hand_down",
    "make_matriks_peran",
    "propose_pemilik",
    "suppose",
    "trace_akuntabilitas",
]
