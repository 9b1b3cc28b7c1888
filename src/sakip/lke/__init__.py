"""The evaluation sheet (LKE) of PermenPANRB 88/2021: as data, scored, with what a tree evidences."""

from __future__ import annotations

from sakip.lke._bukti import propose_bukti
from sakip.lke._lembar import KomponenLKE, Kriteria, LembarLKE, SubKomponen
from sakip.lke._nilai import NilaiLKE, NilaiSub, score_lke
from sakip.lke._preset import (
    AMBANG_A_E,
    AMBANG_NASIONAL,
    ARTI_JAWABAN,
    JAWABAN_A_D,
    JAWABAN_A_E,
    JAWABAN_NASIONAL,
    JAWABAN_YA_TIDAK,
    LKE,
    LKE_A_D,
    LKE_A_E,
    LKE_NASIONAL,
    PEMETAAN_BUKTI,
)
from sakip.lke._rekam import KOLOM_LKE, from_records, to_records
from sakip.lke._usulan import Usulan, UsulanJawaban, fill_lke, propose_jawaban, render_bukti

__all__ = [
    "AMBANG_A_E",
    "AMBANG_NASIONAL",
    "ARTI_JAWABAN",
    "JAWABAN_A_D",
    "JAWABAN_A_E",
    "JAWABAN_NASIONAL",
    "JAWABAN_YA_TIDAK",
    "KOLOM_LKE",
    "LKE",
    "LKE_A_D",
    "LKE_A_E",
    "LKE_NASIONAL",
    "PEMETAAN_BUKTI",
    "KomponenLKE",
    "Kriteria",
    "LembarLKE",
    "NilaiLKE",
    "NilaiSub",
    "SubKomponen",
    "Usulan",
    "UsulanJawaban",
    "fill_lke",
    "from_records",
    "propose_bukti",
    "propose_jawaban",
    "render_bukti",
    "score_lke",
    "to_records",
]
