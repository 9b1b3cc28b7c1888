"""Why there is no number: one enum, each member with a sentence.

Missing, zero, not planned and not computable are four different things. A
result that has no number carries one of these instead, so that no average can
mistake "not measured" for "nothing achieved".
"""

from __future__ import annotations

import enum
from typing import Self


class Alasan(enum.Enum):
    """The reason why a figure is not there.

    >>> Alasan.TARGET_NOL.kalimat
    'target nol, pembagian tidak terdefinisi'
    >>> Alasan("belum_ada_realisasi") is Alasan.BELUM_ADA_REALISASI
    True
    """

    kalimat: str

    BELUM_ADA_REALISASI = "belum_ada_realisasi", "belum ada realisasi"
    REALISASI_GANDA = "realisasi_ganda", "realisasi diisi lebih dari sekali"
    REALISASI_TAK_TERBACA = "realisasi_tak_terbaca", "realisasi tidak terbaca"
    REALISASI_NOL = "realisasi_nol", "realisasi nol, rasio target terhadap realisasi tidak terdefinisi"
    REALISASI_NEGATIF = "realisasi_negatif", "realisasi negatif, rasio tidak bermakna"
    TANPA_TARGET = "tanpa_target", "tidak ada target untuk periode ini"
    TIDAK_DIRENCANAKAN = "tidak_direncanakan", "tidak direncanakan pada periode ini"
    TARGET_TAK_TERBACA = "target_tak_terbaca", "target tidak terbaca"
    TARGET_NOL = "target_nol", "target nol, pembagian tidak terdefinisi"
    TARGET_NEGATIF = "target_negatif", "target negatif, rumus membalik maknanya"
    BUKAN_ANGKA = "bukan_angka", "target atau realisasi bukan satu angka"
    SATUAN_BERBEDA = "satuan_berbeda", "satuan target dan realisasi berbeda"
    METODE_TIDAK_ADA = "metode_tidak_ada", "kebijakan ini tidak menetapkan rumus untuk polaritas indikator"
    PENYEBUT_NOL = "penyebut_nol", "penyebut nol"
    BAGIAN_KURANG = "bagian_kurang", "bagian rumus belum lengkap"
    BAGIAN_BERTENTANGAN = "bagian_bertentangan", "realisasi yang diisi berbeda dari hasil hitung bagiannya"
    TANPA_RUMUS = "tanpa_rumus", "bagian diisi, tetapi indikator tidak punya rumus"
    DI_LUAR_SKALA = "di_luar_skala", "nilai di luar skala"

    def __new__(cls, value: str, kalimat: str) -> Self:
        """Keep the sentence beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.kalimat = kalimat
        return member
