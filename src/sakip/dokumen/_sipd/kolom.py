"""The columns of an export of SIPD, by the names that they have in its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from sakip.dokumen._bagian.kata import tight
from sakip.dokumen._bagian.orang import is_orang
from sakip.dokumen._datar.kolom import Kolom
from sakip.kode import LevelKode

LEVEL: Mapping[LevelKode, str] = {
    LevelKode.URUSAN: "urusan",
    LevelKode.BIDANG_URUSAN: "bidang_urusan",
    LevelKode.PROGRAM: "program",
    LevelKode.KEGIATAN: "giat",
    LevelKode.SUB_KEGIATAN: "sub_giat",
}
"""How columns call each level, from the top."""
_SINONIM = {
    "kode_kegiatan": "kode_giat",
    "nama_kegiatan": "nama_giat",
    "kode_sub_kegiatan": "kode_sub_giat",
    "nama_sub_kegiatan": "nama_sub_giat",
    "kode_subkegiatan": "kode_sub_giat",
    "nama_subkegiatan": "nama_sub_giat",
    "indikator_teks": "indikator",
}
SKPD = ("kode_skpd", "nama_skpd", "kode_sub_skpd", "nama_sub_skpd")


@attrs.frozen
class KelompokIndikator:
    """The columns that speak of one indikator.

    Attributes:
        level: The level whose indikator it is; None: the lowest that the row names.
        nama: The column of its name.
        satuan: That of its unit.
        target: That of its target.
        ke: How the columns begin that are numbered by the year of the plan; empty: it has none.
    """

    level: LevelKode | None
    nama: str
    satuan: str
    target: str
    ke: str = ""


CAPAIAN = KelompokIndikator(LevelKode.PROGRAM, "capaianteks", "satuancapaian", "targetcapaian")
HASIL = KelompokIndikator(LevelKode.KEGIATAN, "hasilteks", "satuanhasil", "targethasil")
OUTPUT = KelompokIndikator(None, "outputteks", "satuanoutput", "targetoutput")
UMUM = KelompokIndikator(None, "indikator", "satuan", "target", "target")
SUB = KelompokIndikator(LevelKode.SUB_KEGIATAN, "indikator_sub", "satuan_sub", "target_sub", "target_sub")
KELOMPOK = (CAPAIAN, HASIL, OUTPUT, UMUM, SUB)
"""``capaian`` is of the program, ``hasil`` of the kegiatan, ``output`` of the lowest level that the row names."""
TIPE = {"1": LevelKode.SUB_KEGIATAN, "2": LevelKode.KEGIATAN, "3": LevelKode.PROGRAM}
"""What ``tipe_indikator`` says: the level whose indikator is measured."""

_TAHUN_KE = range(1, 6)
_BULAN = range(1, 13)
KOLOM = frozenset(
    {
        *(f"{kind}_{word}" for kind in ("kode", "nama") for word in LEVEL.values()),
        *SKPD,
        *(name for item in KELOMPOK for name in (item.nama, item.satuan, item.target)),
        *(f"{item.ke}_{number}" for item in KELOMPOK if item.ke for number in _TAHUN_KE),
        *(f"{kind}_{number}" for kind in ("pagu", "pagu_sub") for number in _TAHUN_KE),
        *(
            f"{kind}_{number}"
            for kind in ("realisasi_bulan", "realisasi_anggaran_bulan")
            for number in _BULAN
        ),
        "pagu",
        "target_awal",
        "target_akhir",
        "tahun_anggaran",
        "tahun_awal",
        "tahun_akhir",
        "id_indikator",
        "tipe_indikator",
        "id_rumus_indikator",
    }
)
"""The columns that are known."""
_PENENTU = {f"kode_{word}" for word in ("program", "giat", "sub_giat")}
"""One of these makes a table such an export, together with one more of its own columns."""
_KHAS = KOLOM - {"indikator", "satuan", "target", "pagu", "tahun_awal", "tahun_akhir", "id_indikator"}
_PETUGAS = re.compile(
    r"user\w*|\w*_user|(?:created|updated?|dibuat|diubah)_(?:by|user|oleh)|\w*login_name|nama_?(?:kepala|bendahara|pptk)\w*"
)
"""Columns about who keyed in a row, or who heads the office: no facts of planning."""


def recognise(judul: str) -> Kolom:
    """What a header means.

    >>> recognise("KODE SUB GIAT").kunci, recognise("Realisasi_Bulan_12").kunci, recognise("id_lokasi").judul
    ('kode_sub_giat', 'realisasi_bulan_12', 'id_lokasi')
    """
    word = tight(judul)
    key = _SINONIM.get(word, word)
    return Kolom(key) if key in KOLOM else Kolom("", judul=judul)


def is_sipd(kolom: Iterable[Kolom]) -> bool:
    """Whether columns are those of such an export."""
    keys = {item.kunci for item in kolom}
    return bool(keys & _PENENTU) and len(keys & _KHAS) > 1


def is_petugas(judul: str) -> bool:
    """Whether a column is about people.

    >>> is_petugas("created_by"), is_petugas("nipkepala"), is_petugas("nama_dana")
    (True, True, False)
    """
    return is_orang(judul) or _PETUGAS.fullmatch(tight(judul)) is not None
