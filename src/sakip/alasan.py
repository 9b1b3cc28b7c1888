"""Why there is no number: one enum, each member with a sentence.

Missing, zero, not planned and not computable are four different things. A
result that has no number carries one of these instead, so that no average can
mistake "not measured" for "nothing achieved".
"""

from __future__ import annotations

import enum
from typing import Self


class Kekosongan(enum.Enum):
    """What is done where a part of a figure has no number: refuse the figure, or leave the part out.

    A part that is left out is neither zero nor average: the figure rests on the
    others, and says on how many of how many.

    >>> Kekosongan("tolak") is Kekosongan.TOLAK
    True
    """

    TOLAK = "tolak"
    LEWATI = "lewati"


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
    BENTUK_BERBEDA = "bentuk_berbeda", "bentuk target dan realisasi tidak dapat dibandingkan"
    METODE_TIDAK_ADA = "metode_tidak_ada", "kebijakan ini tidak menetapkan rumus untuk polaritas indikator"
    POLARITAS_BERTENTANGAN = (
        "polaritas_bertentangan",
        "polaritas indikator bertentangan dengan bentuk targetnya",
    )
    TERBURUK_TIDAK_DIKETAHUI = (
        "terburuk_tidak_diketahui",
        "target nol memerlukan realisasi terburuk, yang tidak diketahui",
    )
    SKALA_TIDAK_DIKETAHUI = "skala_tidak_diketahui", "urutan predikat tidak diketahui"
    AWAL_TIDAK_DIKETAHUI = "awal_tidak_diketahui", "hari awal untuk menghitung lama waktu tidak diketahui"
    PERIODE_BELUM_LENGKAP = "periode_belum_lengkap", "ada periode yang direncanakan tetapi belum diisi"
    AGREGASI_TIDAK_DIKETAHUI = (
        "agregasi_tidak_diketahui",
        "cara menggabungkan periode tidak dinyatakan dan tidak terbaca dari rencana",
    )
    PERSEN_DIJUMLAH = (
        "persen_dijumlah",
        "persentase tidak dijumlahkan antarperiode, kecuali rencananya sebaran yang berjumlah 100 %",
    )
    TIDAK_BERJUMLAH = "tidak_berjumlah", "tahun-tahun indikator ini tidak dijumlahkan"
    PENYEBUT_NOL = "penyebut_nol", "penyebut nol"
    BAGIAN_KURANG = "bagian_kurang", "bagian rumus belum lengkap"
    BAGIAN_BERTENTANGAN = "bagian_bertentangan", "realisasi yang diisi berbeda dari hasil hitung bagiannya"
    TANPA_RUMUS = "tanpa_rumus", "bagian diisi, tetapi indikator tidak punya rumus"
    DI_LUAR_SKALA = "di_luar_skala", "nilai di luar skala"
    TANPA_INDIKATOR = "tanpa_indikator", "simpul tidak punya indikator yang dihitung"
    CARA_TIDAK_DISEBUT = "cara_tidak_disebut", "cara menggabungkan simpul di bawahnya tidak disebut"
    ADA_YANG_KOSONG = "ada_yang_kosong", "ada bagian yang tidak punya angka"
    SEMUA_KOSONG = "semua_kosong", "tidak satu pun bagiannya punya angka"
    BOBOT_TIDAK_ADA = "bobot_tidak_ada", "bobot tidak ditetapkan untuk setiap bagian"
    BOBOT_NOL = "bobot_nol", "jumlah bobot nol"
    CAPAIAN_NEGATIF = "capaian_negatif", "capaian negatif tidak punya rata-rata geometrik"
    TANPA_PAGU = "tanpa_pagu", "pagu tidak ada atau tidak terbaca"
    PAGU_NOL = "pagu_nol", "pagu nol, pembagian tidak terdefinisi"
    BELUM_ADA_SERAPAN = "belum_ada_serapan", "belum ada realisasi anggaran"
    SERAPAN_TAK_TERBACA = "serapan_tak_terbaca", "realisasi anggaran tidak terbaca"
    CAPAIAN_NOL = "capaian_nol", "capaian nol, rasio tidak terdefinisi"

    def __new__(cls, value: str, kalimat: str) -> Self:
        """Keep the sentence beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.kalimat = kalimat
        return member
