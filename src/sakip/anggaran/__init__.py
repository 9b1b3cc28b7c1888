"""Money: what is printed at a node beside what is printed directly below it.

Nothing here is repaired. A blank amount is not filled in but named; where two
printed amounts do not agree, the finding says by how much, and names a slip
only when exactly one explains the gap.
"""

from __future__ import annotations

from sakip.anggaran._rekap import BarisPagu, RekapPagu, TotalPagu, compute_pagu
from sakip.anggaran._selisih import (
    PAGU_ANGKA,
    PAGU_BERBEDA,
    PAGU_DIBANTAH,
    PAGU_FAKTOR,
    PAGU_PINDAH,
    PAGU_TAK_TERBACA,
    check_pagu,
)

__all__ = [
    "PAGU_ANGKA",
    "PAGU_BERBEDA",
    "PAGU_DIBANTAH",
    "PAGU_FAKTOR",
    "PAGU_PINDAH",
    "PAGU_TAK_TERBACA",
    "BarisPagu",
    "RekapPagu",
    "TotalPagu",
    "check_pagu",
    "compute_pagu",
]
