"""The columns of a table T-C.29: found by their words, and by ``n-2`` and ``n-1`` where those are printed."""

from __future__ import annotations

import re

from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._bagian.renja import JUDUL_KOMPONEN

_PD = r"(?:renja)?(?:pd|opd|skpd|perangkatdaerah)?(?:tahun)?(?:lalu|berjalan|evaluasi)?(?:(?:19|20)\d\d)?(?:tahun)?"
_TARGET_N2 = re.compile(rf"target{_PD}n2(?P<bagian>)")
_REALISASI_N2 = re.compile(rf"realisasi{_PD}n2(?P<bagian>)")
_TARGET_N1 = re.compile(rf"target(?:programdankegiatan)?{_PD}n1(?P<bagian>)")
_LALU = re.compile(r"realisasi\w*?(?:sd|sampaidengan)(?:dengan)?(?:tahun)?(?:(?:19|20)\d\d)?n3(?P<bagian>)")

JUDUL_REKAPITULASI = (
    *JUDUL_KOMPONEN,
    Judul(
        "target_renstra",
        (
            "target renstra",
            "target akhir renstra",
            "target kinerja capaian program",
            "target kinerja renstra",
        ),
        wajib=True,
    ),
    Judul(
        "realisasi_lalu",
        ("realisasi target kinerja hasil program", "realisasi s/d tahun", "realisasi sampai dengan tahun"),
        pola=_LALU,
    ),
    Judul("target_n2", ("target renja",), pola=_TARGET_N2, wajib=True),
    Judul("realisasi_n2", ("realisasi renja",), pola=_REALISASI_N2),
    Judul("tingkat_n2", ("tingkat realisasi",)),
    Judul("target_n1", pola=_TARGET_N1),
    Judul("target_n1", ("target renja", "target program dan kegiatan"), setelah="target_n2"),
    Judul(
        "perkiraan",
        ("realisasi capaian", "realisasi", "perkiraan", "realisasi capaian program dan kegiatan"),
        kelompok=("perkiraan",),
        wajib=True,
    ),
    Judul("perkiraan", ("perkiraan realisasi", "perkiraan realisasi capaian"), wajib=True),
    Judul("tingkat", ("tingkat capaian", "tingkat capaian realisasi", "tingkat capaian target")),
    Judul("keterangan", ("keterangan", "ket", "catatan")),
    Judul("id", ("id",)),
    Judul("jenis", ("jenis",)),
    Judul("id_indikator", ("id indikator",)),
    Judul("polaritas", ("polaritas",)),
    Judul("agregasi", ("agregasi",)),
)
"""The columns of the table."""
ANGKA = (
    "target_renstra",
    "realisasi_lalu",
    "target_n2",
    "realisasi_n2",
    "tingkat_n2",
    "target_n1",
    "perkiraan",
    "tingkat",
)
"""Columns 4 to 11."""
