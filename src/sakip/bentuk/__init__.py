"""The official forms as typed values, without any file format.

A form is not a tree: it has a head of its own (`Kepala`) and rows made of the
model's values. One that carries a tree gives it with ``to_pohon()``. Names, NIP
and rank of people are never in it.
"""

from __future__ import annotations

from sakip.bentuk._bersama import Berpagu, Pasangan
from sakip.bentuk._daftar_jabatan import DaftarJabatan
from sakip.bentuk._ekspor_sipd import BarisSIPD, EksporSIPD, IndikatorSIPD, KomponenSIPD, UangSIPD
from sakip.bentuk._evaluasi_renja import AngkaEvaluasi, BarisEvaluasi, EvaluasiRenja, RataRata
from sakip.bentuk._iki import IKI, DaftarIKI
from sakip.bentuk._iku import IKU
from sakip.bentuk._kepala import Kepala, Status
from sakip.bentuk._pengukuran import PengukuranKinerja
from sakip.bentuk._penjenjangan import Penjenjangan
from sakip.bentuk._perjanjian_kinerja import PerjanjianKinerja
from sakip.bentuk._rekapitulasi_renja import AngkaRekapitulasi, BarisRekapitulasi, RekapitulasiRenja
from sakip.bentuk._rencana_aksi import BarisAksi, RencanaAksi
from sakip.bentuk._rencana_aksi_individu import RantaiAksi, RencanaAksiIndividu
from sakip.bentuk._sipd_rumus import RUMUS_SIPD, MaknaRumus
from sakip.bentuk._temuan import (
    CAPAIAN_TAK_TERCETAK,
    CAPAIAN_TANPA_DASAR,
    CAPAIAN_TERCETAK_BERBEDA,
    EVALUASI_SALAH_JUMLAH,
    EVALUASI_TANPA_AGREGASI,
    EVALUASI_TERCETAK_BERBEDA,
    PERTUMBUHAN_TERCETAK_BERBEDA,
    PREDIKAT_TERCETAK_BERBEDA,
    SERAPAN_TERCETAK_BERBEDA,
    SIPD_BARIS_BERBEDA,
    SIPD_KODE_TAK_TERBACA,
    SIPD_KODE_TIDAK_SEJALAN,
    SIPD_PEMILIK_DIANGGAP,
    SIPD_REALISASI_TANPA_INDIKATOR,
    SIPD_RUMUS_DIARTIKAN,
    SIPD_RUMUS_TAK_DIKENAL,
    SIPD_TAHUN_TIDAK_DIKETAHUI,
    SIPD_TINGKAT_TIDAK_TERCETAK,
)
from sakip.bentuk._tercetak import EfisiensiTercetak, SerapanTercetak, Tercetak

__all__ = [
    "CAPAIAN_TAK_TERCETAK",
    "CAPAIAN_TANPA_DASAR",
    "CAPAIAN_TERCETAK_BERBEDA",
    "EVALUASI_SALAH_JUMLAH",
    "EVALUASI_TANPA_AGREGASI",
    "EVALUASI_TERCETAK_BERBEDA",
    "IKI",
    "IKU",
    "PERTUMBUHAN_TERCETAK_BERBEDA",
    "PREDIKAT_TERCETAK_BERBEDA",
    "RUMUS_SIPD",
    "SERAPAN_TERCETAK_BERBEDA",
    "SIPD_BARIS_BERBEDA",
    "SIPD_KODE_TAK_TERBACA",
    "SIPD_KODE_TIDAK_SEJALAN",
    "SIPD_PEMILIK_DIANGGAP",
    "SIPD_REALISASI_TANPA_INDIKATOR",
    "SIPD_RUMUS_DIARTIKAN",
    "SIPD_RUMUS_TAK_DIKENAL",
    "SIPD_TAHUN_TIDAK_DIKETAHUI",
    "SIPD_TINGKAT_TIDAK_TERCETAK",
    "AngkaEvaluasi",
    "AngkaRekapitulasi",
    "BarisAksi",
    "BarisEvaluasi",
    "BarisRekapitulasi",
    "BarisSIPD",
    "Berpagu",
    "DaftarIKI",
    "DaftarJabatan",
    "EfisiensiTercetak",
    "EksporSIPD",
    "EvaluasiRenja",
    "IndikatorSIPD",
    "Kepala",
    "KomponenSIPD",
    "MaknaRumus",
    "Pasangan",
    "PengukuranKinerja",
    "Penjenjangan",
    "PerjanjianKinerja",
    "RantaiAksi",
    "RataRata",
    "RekapitulasiRenja",
    "RencanaAksi",
    "RencanaAksiIndividu",
    "SerapanTercetak",
    "Status",
    "Tercetak",
    "UangSIPD",
]
