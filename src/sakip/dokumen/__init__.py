"""Documents in and out: messy tables into trees and measurements, and back.

A reader never raises for what a row holds: it returns what it could read, the
findings with row and column, and the rows that it could not place, as printed.
"""

from __future__ import annotations

from sakip.dokumen._hasil import BarisSisa, HasilBaca
from sakip.dokumen._realisasi import read_realisasi
from sakip.dokumen._struktur import read_struktur
from sakip.dokumen._struktur_tulis import write_struktur

__all__ = [
    "BarisSisa",
    "HasilBaca",
    "read_realisasi",
    "read_struktur",
    "write_struktur",
]
