"""What a reader calls the kinds of nodes and of links."""

from __future__ import annotations

from sakip.model import AnySimpul, JenisRelasi, Komponen

NAMA_JENIS = {
    "outcome": "Outcome",
    "csf": "CSF",
    "kondisi_antara": "Kondisi",
    "tujuan": "Tujuan",
    "sasaran": "Sasaran",
    "urusan": "Urusan",
    "program": "Program",
    "kegiatan": "Kegiatan",
    "sub_kegiatan": "Sub kegiatan",
    "kro": "KRO",
    "ro": "RO",
    "aktivitas": "Aktivitas",
}
"""The kinds of nodes."""

NAMA_RELASI = {
    JenisRelasi.PENUGASAN: "penugasan",
    JenisRelasi.PENERJEMAHAN: "penerjemahan",
    JenisRelasi.DUKUNGAN: "dukungan",
    JenisRelasi.CROSSCUTTING: "crosscutting",
    JenisRelasi.INDIKATOR_SAMA: "indikator yang sama",
    JenisRelasi.INDIKATOR_TURUNAN: "indikator turunan",
    JenisRelasi.INDIKATOR_KOMPONEN: "komponen indikator",
}
"""The kinds of links."""


def name_simpul(simpul: AnySimpul) -> str:
    """The kind, id and code of a node, as they stand above its text.

    >>> from sakip import Program
    >>> name_simpul(Program("P1", kode="1.06.04"))
    'Program P1 1.06.04'
    """
    code = f" {simpul.kode}" if isinstance(simpul, Komponen) and simpul.kode is not None else ""
    return f"{NAMA_JENIS[simpul.jenis]} {simpul.id}{code}"
