"""Cascading (penjenjangan): the five stages, handing down to posts, and the forms derived for each post."""

from __future__ import annotations

from sakip.penjenjangan._akuntabilitas import MataRantai, RantaiAkuntabilitas, trace_akuntabilitas
from sakip.penjenjangan._andai import Andai, BedaSimpul, suppose
from sakip.penjenjangan._bagi import divide_target
from sakip.penjenjangan._jenjang import (
    JENJANG,
    JENJANG_BERBEDA,
    JENJANG_JF_KEGIATAN,
    JENJANG_KEMENAG_KABUPATEN,
    JENJANG_PEMDA,
    JENJANG_SUB_KOORDINATOR,
    Kepemilikan,
    PetaJenjang,
    check_jenjang,
    compute_kepemilikan,
    propose_pemilik,
    to_peta_jenjang,
)
from sakip.penjenjangan._lintas import (
    KONTRIBUSI_BERLEBIH,
    PEMISAH,
    STATUS_TIDAK_DIKENAL,
    TAUTAN_BUNTU,
    TAUTAN_DITOLAK,
    TAUTAN_MELINGKAR,
    StatusTautan,
    check_jejaring,
    check_lintas,
    decide_tautan,
    find_lintas,
    graft_instansi,
)
from sakip.penjenjangan._matriks import Kontribusi, MatriksPeran, make_matriks_peran
from sakip.penjenjangan._pembagian import (
    PEMBAGIAN_TIDAK_LENGKAP,
    PEMBAGIAN_TIDAK_PAS,
    TARGET_SAMA_BERBEDA,
    check_pembagian,
)
from sakip.penjenjangan._sumbangan import (
    SebabTidakDihitung,
    Sumbangan,
    combine_sumbangan,
    list_sumbangan,
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
from sakip.penjenjangan._turun import CARA_TIDAK_LANGSUNG, hand_down, hand_down_indirectly, read_bobot
from sakip.penjenjangan._turunan import derive_iki, derive_iku, derive_perjanjian_kinerja
from sakip.penjenjangan._turunan_aksi import derive_rencana_aksi

__all__ = [
    "CARA_TIDAK_LANGSUNG",
    "JENJANG",
    "JENJANG_BERBEDA",
    "JENJANG_JF_KEGIATAN",
    "JENJANG_KEMENAG_KABUPATEN",
    "JENJANG_PEMDA",
    "JENJANG_SUB_KOORDINATOR",
    "KONTRIBUSI_BERLEBIH",
    "PEMBAGIAN_TIDAK_LENGKAP",
    "PEMBAGIAN_TIDAK_PAS",
    "PEMISAH",
    "STATUS_TIDAK_DIKENAL",
    "TARGET_SAMA_BERBEDA",
    "TAUTAN_BUNTU",
    "TAUTAN_DITOLAK",
    "TAUTAN_MELINGKAR",
    "Andai",
    "BedaSimpul",
    "HasilTahap",
    "Kepemilikan",
    "Kontribusi",
    "Kurang",
    "MataRantai",
    "MatriksPeran",
    "PetaJenjang",
    "RantaiAkuntabilitas",
    "SebabTidakDihitung",
    "StatusTautan",
    "Sumbangan",
    "Tahap",
    "TahapCabang",
    "Terjemahan",
    "check_jejaring",
    "check_jenjang",
    "check_lintas",
    "check_pembagian",
    "combine_sumbangan",
    "compute_kepemilikan",
    "compute_tahap",
    "compute_terjemahan",
    "decide_tautan",
    "derive_iki",
    "derive_iku",
    "derive_perjanjian_kinerja",
    "derive_rencana_aksi",
    "divide_target",
    "find_lintas",
    "graft_instansi",
    "hand_down",
    "hand_down_indirectly",
    "list_sumbangan",
    "make_matriks_peran",
    "propose_pemilik",
    "read_bobot",
    "suppose",
    "to_peta_jenjang",
    "trace_akuntabilitas",
]
