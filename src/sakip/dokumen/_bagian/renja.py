"""What the two forms of a Renja, its evaluation and table T-C.29, have alike: components and their indikator."""

from __future__ import annotations

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.kata import AGREGASI, POLARITAS
from sakip.dokumen._bagian.sel import take_kata
from sakip.model import Indikator

JUDUL_KOMPONEN = (
    Judul("kode", ("kode", "kode rekening")),
    Judul(
        "nama",
        (
            "urusan/bidang urusan/program/kegiatan/sub kegiatan",
            "urusan/bidang urusan pemerintahan daerah dan program/kegiatan",
            "urusan/bidang urusan/program/kegiatan",
            "urusan/program/kegiatan/sub kegiatan",
            "program/kegiatan/sub kegiatan",
            "program/kegiatan",
            "program",
            "kegiatan",
            "sub kegiatan",
            "uraian",
        ),
    ),
    Judul(
        "indikator",
        (
            "indikator",
            "indikator kinerja",
            "indikator kinerja program/kegiatan",
            "indikator kinerja program (outcome)/kegiatan (output)",
        ),
        wajib=True,
    ),
    Judul("satuan", ("satuan",)),
)
"""The columns that say what a row is about."""


def take_indikator(
    bacaan: Bacaan, larik: Larik, baru: str, lain: list[tuple[str, str]], *, berangka: bool
) -> Indikator | None:
    """The indikator of a row; None where it has none.

    Args:
        bacaan: The reading.
        larik: The row.
        baru: The id of one that has none.
        lain: Where words go that mean nothing known.
        berangka: Whether the row has figures, which are those of an indikator without a name too.
    """
    nama, satuan, id = (bacaan.take(larik, kunci) for kunci in ("indikator", "satuan", "id_indikator"))
    polaritas = take_kata(bacaan, larik, "polaritas", POLARITAS, lain)
    agregasi = take_kata(bacaan, larik, "agregasi", AGREGASI, lain)
    if not (nama or satuan or id or berangka):
        return None
    return Indikator(id=id or baru, nama=nama, satuan=satuan, polaritas=polaritas, agregasi=agregasi)
