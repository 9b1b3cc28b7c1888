"""The numbers of a whole tree: over its periods, up its nodes, each with its explanation."""

from __future__ import annotations

from sakip.capaian._baris import BarisCapaian, Rincian
from sakip.capaian._beda import BarisBeda, BedaLaporan, compare_laporan
from sakip.capaian._gabung import Bagian, CaraGabung, Gabungan, combine_capaian
from sakip.capaian._gulung import CapaianSimpul, LaporanSimpul, roll_up
from sakip.capaian._hemat import BarisEfisiensi, LaporanEfisiensi, compare_serapan
from sakip.capaian._hitung import compute_capaian
from sakip.capaian._kemenkeu import (
    BOBOT_KUALITAS,
    BOBOT_PERSPEKTIF,
    bobot_kualitas,
    compute_k3,
    compute_nhk,
    compute_nko,
    compute_nss,
)
from sakip.capaian._komponen import CaraKomponen, Turunan, derive_realisasi
from sakip.capaian._kumulasi import Kumulasi, accumulate
from sakip.capaian._langsung import combine_laporan, find_ganda, list_langsung
from sakip.capaian._laporan import LaporanCapaian
from sakip.capaian._rencana import check_target_periode
from sakip.capaian._tahun import BarisTahun, LaporanTahun, Pertumbuhan, compare_tahun, grow
from sakip.capaian._temuan import (
    REALISASI_GANDA,
    REALISASI_TAHUN_BERBEDA,
    REALISASI_TANPA_INDIKATOR,
    TARGET_PERIODE_BERBEDA,
)
from sakip.capaian._waktu import Cakupan, CaraPeriode, Pembanding

__all__ = [
    "BOBOT_KUALITAS",
    "BOBOT_PERSPEKTIF",
    "REALISASI_GANDA",
    "REALISASI_TAHUN_BERBEDA",
    "REALISASI_TANPA_INDIKATOR",
    "TARGET_PERIODE_BERBEDA",
    "Bagian",
    "BarisBeda",
    "BarisCapaian",
    "BarisEfisiensi",
    "BarisTahun",
    "BedaLaporan",
    "Cakupan",
    "CapaianSimpul",
    "CaraGabung",
    "CaraKomponen",
    "CaraPeriode",
    "Gabungan",
    "Kumulasi",
    "LaporanCapaian",
    "LaporanEfisiensi",
    "LaporanSimpul",
    "LaporanTahun",
    "Pembanding",
    "Pertumbuhan",
    "Rincian",
    "Turunan",
    "accumulate",
    "bobot_kualitas",
    "check_target_periode",
    "combine_capaian",
    "combine_laporan",
    "compare_laporan",
    "compare_serapan",
    "compare_tahun",
    "compute_capaian",
    "compute_k3",
    "compute_nhk",
    "compute_nko",
    "compute_nss",
    "derive_realisasi",
    "find_ganda",
    "grow",
    "list_langsung",
    "roll_up",
]
