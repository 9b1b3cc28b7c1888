"""What a reader calls the kinds of links."""

from __future__ import annotations

from sakip.model import JenisRelasi

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
