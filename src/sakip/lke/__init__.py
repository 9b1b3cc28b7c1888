"""The evaluation sheet (LKE) of PermenPANRB 88/2021: as data, scored, with what a tree evidences."""

from __future__ import annotations

from sakip.lke._bukti import Usulan, propose_bukti, render_bukti
from sakip.lke._lembar import LKE_NASIONAL, KomponenLKE, Kriteria, LembarLKE, SubKomponen
from sakip.lke._nilai import NilaiLKE, NilaiSub, score_lke

__all__ = [
    "LKE_NASIONAL",
    "KomponenLKE",
    "Kriteria",
    "LembarLKE",
    "NilaiLKE",
    "NilaiSub",
    "SubKomponen",
    "Usulan",
    "propose_bukti",
    "render_bukti",
    "score_lke",
]
