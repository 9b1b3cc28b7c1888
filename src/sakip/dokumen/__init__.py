"""Documents in and out: messy tables into forms, trees and measurements, and back.

`read_dokumen` and `write_dokumen` are the one way in and the one way out. A reader
never raises for what a cell holds: it returns what it could read, and the findings
with sheet and cell, or row and column; every cell is in the result, is furniture of
the form, or is named by a finding.
"""

from __future__ import annotations

from sakip.dokumen._baca.hasil import BarisSisa, CakupanBaca, HasilBaca
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._dokumen import BENTUK, read_dokumen, write_dokumen
from sakip.dokumen._lke import read_lke, write_lke
from sakip.dokumen._nomenklatur import read_nomenklatur
from sakip.dokumen._realisasi.baca import read_realisasi
from sakip.dokumen._realisasi.formulir import make_intake
from sakip.dokumen._realisasi_anggaran import make_intake_anggaran, read_realisasi_anggaran
from sakip.dokumen._struktur.baca import read_struktur
from sakip.dokumen._struktur.tulis import write_struktur
from sakip.dokumen._templat import write_template
from sakip.dokumen._tulis.pejabat import Pejabat
from sakip.kertas import Kertas

__all__ = [
    "BATAS_BACA",
    "BENTUK",
    "BarisSisa",
    "BatasBaca",
    "CakupanBaca",
    "HasilBaca",
    "Kertas",
    "Pejabat",
    "make_intake",
    "make_intake_anggaran",
    "read_dokumen",
    "read_lke",
    "read_nomenklatur",
    "read_realisasi",
    "read_realisasi_anggaran",
    "read_struktur",
    "write_dokumen",
    "write_lke",
    "write_struktur",
    "write_template",
]
