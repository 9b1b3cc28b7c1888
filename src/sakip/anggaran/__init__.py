"""Money: what is planned at each node and below it, what was spent of it, and what for.

`compute_pagu` and `check_pagu` set what is printed at a node beside what is
printed directly below it. `compute_serapan` sets the spending beside the pagu.
The functions of efisiensi compare spending with results, each in a reading of
its own that is named in what it gives.

Nothing here is repaired. A blank amount is not filled in but named; where two
printed amounts do not agree, the finding says by how much, and names a slip
only when exactly one explains the gap.
"""

from __future__ import annotations

from sakip.anggaran._efisiensi import (
    EFISIENSI_RASIO,
    EFISIENSI_SELISIH,
    CaraEfisiensi,
    Efisiensi,
    compute_efisiensi,
)
from sakip.anggaran._efisiensi_pmk import Keluaran, compute_efisiensi_pmk_22, compute_efisiensi_pmk_249
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
from sakip.anggaran._serapan import compute_serapan
from sakip.anggaran._serapan_baris import BarisSerapan, RekapSerapan
from sakip.anggaran._serapan_register import (
    SERAPAN_BAGIAN_BERBEDA,
    SERAPAN_BAWAH_BERBEDA,
    SERAPAN_BELUM_LENGKAP,
    SERAPAN_GANDA,
    SERAPAN_LEBIH,
    SERAPAN_TAK_TERBACA,
    SERAPAN_TANPA_SIMPUL,
    SERAPAN_TUMPANG_TINDIH,
)

__all__ = [
    "EFISIENSI_RASIO",
    "EFISIENSI_SELISIH",
    "PAGU_ANGKA",
    "PAGU_BERBEDA",
    "PAGU_DIBANTAH",
    "PAGU_FAKTOR",
    "PAGU_PINDAH",
    "PAGU_TAK_TERBACA",
    "SERAPAN_BAGIAN_BERBEDA",
    "SERAPAN_BAWAH_BERBEDA",
    "SERAPAN_BELUM_LENGKAP",
    "SERAPAN_GANDA",
    "SERAPAN_LEBIH",
    "SERAPAN_TAK_TERBACA",
    "SERAPAN_TANPA_SIMPUL",
    "SERAPAN_TUMPANG_TINDIH",
    "BarisPagu",
    "BarisSerapan",
    "CaraEfisiensi",
    "Efisiensi",
    "Keluaran",
    "RekapPagu",
    "RekapSerapan",
    "TotalPagu",
    "check_pagu",
    "compute_efisiensi",
    "compute_efisiensi_pmk_22",
    "compute_efisiensi_pmk_249",
    "compute_pagu",
    "compute_serapan",
]
