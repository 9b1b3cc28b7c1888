"""The columns of the evaluation form of a Renja: their numbers, their headers, the words they go by."""

from __future__ import annotations

import re

import attrs

from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._bagian.renja import JUDUL_KOMPONEN


@attrs.frozen
class Pasangan:
    """A pair of columns, K and Rp.

    Attributes:
        kunci: What they are called here.
        nomor: Their number.
        judul: What they are headed by.
        rumus: What they are made of, printed beside the number.
        kata: The words that their group goes by elsewhere.
        bukan: The words of another group that holds these too.
    """

    kunci: str
    nomor: int
    judul: str
    rumus: str = ""
    kata: tuple[str, ...] = ()
    bukan: tuple[str, ...] = ()


_LALU = ("tahun lalu", "tahun sebelumnya", "sd n-1", "s/d n-1")

PASANGAN = (
    Pasangan(
        "target_renstra",
        6,
        "Target Renstra (Akhir Periode)",
        kata=("target renstra", "target akhir renstra", "target kinerja dan anggaran renstra"),
    ),
    Pasangan(
        "realisasi_lalu",
        7,
        "Realisasi Renstra s.d. Tahun Lalu",
        kata=_LALU,
    ),
    Pasangan(
        "target_tahun",
        8,
        "Target Renja Tahun Berjalan",
        kata=("target renja", "tahun berjalan", "target kinerja dan anggaran renja", "target tahun"),
    ),
    *(
        Pasangan(f"tw{nomor}", 8 + nomor, f"Realisasi Triwulan {romawi}")
        for nomor, romawi in enumerate(("I", "II", "III", "IV"), start=1)
    ),
    Pasangan(
        "realisasi_tahun",
        13,
        "Realisasi Renja yang Dievaluasi",
        "9+10+11+12",
        (
            "realisasi renja",
            "realisasi capaian renja",
            "realisasi capaian kinerja dan anggaran renja",
            "realisasi kinerja dan anggaran renja",
            "total realisasi",
            "realisasi sd tw",
            "realisasi sampai dengan tw",
        ),
        (*_LALU, "tingkat"),
    ),
    Pasangan(
        "realisasi_total",
        14,
        "Realisasi Renstra s.d. Periode Ini",
        "7+13",
        (
            "realisasi kinerja dan anggaran renstra",
            "realisasi capaian kinerja dan anggaran renstra",
            "realisasi renstra",
        ),
        (*_LALU, "tingkat"),
    ),
    Pasangan(
        "tingkat", 15, "Tingkat Capaian Renstra (%)", "14/6×100", ("tingkat capaian", "tingkat realisasi")
    ),
)
"""Columns 6 to 15."""

_K = ("k", "kinerja", "fisik", "volume", "target kinerja", "capaian kinerja")
_RP = ("rp", "rupiah", "anggaran", "keuangan", "pagu")
_TW = r"(?:\w*tw(?=[1-4i])|(?=i))(?P<bagian>[1-4]|iv|i{1,3})"
POLA_K = re.compile(_TW + r"(?:k|kinerja|fisik|volume)?")
POLA_RP = re.compile(_TW + r"(?:rp|rupiah|anggaran|keuangan)")
BAGIAN = {"1": 1, "i": 1, "2": 2, "ii": 2, "3": 3, "iii": 3, "4": 4, "iv": 4}
"""The triwulan by how a header prints its number."""


def _pairs() -> tuple[Judul, ...]:
    found: list[Judul] = []
    for item in PASANGAN:
        if item.kata:
            needed = item.kunci in {"target_renstra", "tingkat"}
            found += [
                Judul(f"{item.kunci}_k", _K, kelompok=item.kata, bukan=item.bukan, wajib=needed),
                Judul(f"{item.kunci}_k", item.kata, bukan=item.bukan, wajib=needed),
                Judul(f"{item.kunci}_rp", _RP, kelompok=item.kata, bukan=item.bukan),
            ]
    return tuple(found)


JUDUL_EVALUASI = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul(
        "sasaran", ("sasaran", "sasaran perangkat daerah", "sasaran pd", "sasaran renstra", "tujuan/sasaran")
    ),
    *JUDUL_KOMPONEN,
    *_pairs(),
    Judul("tw_k", pola=POLA_K),
    Judul("tw_rp", pola=POLA_RP),
    Judul(
        "penanggung_jawab",
        (
            "unit pj",
            "unit penanggung jawab",
            "perangkat daerah penanggung jawab",
            "penanggung jawab",
            "pd pj",
        ),
    ),
    Judul("keterangan", ("keterangan", "ket", "catatan")),
    Judul("id", ("id",)),
    Judul("jenis", ("jenis",)),
    Judul("id_indikator", ("id indikator",)),
    Judul("polaritas", ("polaritas",)),
    Judul("agregasi", ("agregasi",)),
)
"""The columns of the form."""
