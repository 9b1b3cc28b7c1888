"""The words that tables use, and the one word each stands for.

Readers accept what other systems write; writers use one word.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping


def tight(word: str) -> str:
    """A header or a tag without letter case, spaces and punctuation.

    >>> tight("  Sub-Kegiatan "), tight("ID Indikator")
    ('sub_kegiatan', 'id_indikator')
    """
    return re.sub(r"[\W_]+", "_", word.casefold()).strip("_")


def new_id(id: str, terpakai: Container[str]) -> str:
    """An id that is free, made of one that may not be.

    >>> new_id("S1", {"S2"}), new_id("S1", {"S1", "S1-2"})
    ('S1', 'S1-3')
    """
    free, number = id, 1
    while free in terpakai:
        number += 1
        free = f"{id}-{number}"
    return free


def lookup(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """From every spelling to the one word it stands for."""
    return {tight(word): name for name, words in table.items() for word in (name, *words)}


URUT_JENIS = (
    "outcome",
    "tujuan",
    "csf",
    "sasaran",
    "kondisi_antara",
    "urusan",
    "program",
    "kegiatan",
    "kro",
    "sub_kegiatan",
    "ro",
    "aktivitas",
)
"""The kinds of nodes from the top, where a table says only which level a row is of."""

LEVEL = lookup(
    {
        "pohon": (),
        "instansi": ("perangkat daerah", "opd", "skpd"),
        "unit": ("unit kerja",),
        "jabatan": (),
        "relasi": (),
        "sebutan": (),
        "ekspektasi": ("ekspektasi masyarakat", "ekspetasi masyarakat"),
        "mandat": (),
        "isu_strategis": ("isu",),
        "outcome": ("ultimate outcome", "hasil"),
        "csf": ("critical success factor", "faktor kunci"),
        "kondisi_antara": ("kondisi", "kondisi operasional", "intermediate outcome", "immediate outcome"),
        "tujuan": (),
        "sasaran": ("sasaran strategis", "ss"),
        "urusan": ("bidang urusan",),
        "program": ("prog",),
        "kegiatan": ("giat", "keg"),
        "sub_kegiatan": ("subkegiatan", "sub giat", "subgiat", "sub keg"),
        "kro": (),
        "ro": (),
        "aktivitas": ("rencana aksi", "renaksi"),
    }
)

KOLOM = lookup(
    {
        "level": ("jenis simpul", "tingkat"),
        "id": ("id simpul",),
        "induk": ("parent", "id induk", "atasan"),
        "untuk_indikator": (),
        "nomor": ("no", "nomor urut"),
        "kode": ("kode rekening", "kode nomenklatur"),
        "asal_kode": (),
        "nama": ("nama program/kegiatan", "nomenklatur", "nama simpul"),
        "uraian": ("kinerja", "kondisi", "pernyataan"),
        "jabatan": ("pemilik", "pengampu", "pj"),
        "pendukung": (),
        "id_indikator": ("kode indikator",),
        "indikator": ("indikator kinerja", "nama indikator"),
        "satuan": (),
        "rumus": ("jenis rumus",),
        "pembilang": ("x",),
        "penyebut": ("y",),
        "komponen": (),
        "skala": (),
        "formulasi": ("formula", "cara perhitungan", "rumus tercetak"),
        "polaritas": ("polarisasi", "tipe indikator", "arah"),
        "agregasi": ("konsolidasi periode", "tipe perhitungan", "tipe penghitungan"),
        "terburuk": ("realisasi terburuk",),
        "terbaik": ("nilai maksimum skala", "nilai terbaik"),
        "iku": (),
        "sumber_data": ("sumber",),
        "definisi_operasional": ("definisi",),
        "alasan": ("alasan pemilihan",),
        "penanggung_jawab": (),
        "referensi": ("kode referensi",),
        "tersirat": (),
        "keterangan_indikator": (),
        "bagian": (),
        "tempat": (),
        "jenis": ("jenis relasi",),
        "ke": (),
        "jenjang": ("level jabatan", "eselon"),
        "unit": (),
        "peran": (),
        "bobot": (),
        "status": (),
        "periode": (),
        "tugas": (),
        "fungsi": (),
        "status_pemangku": (),
        "keterangan": ("ket", "catatan"),
    }
)
"""The columns of a struktur table, in the order that they are written."""

KOLOM_REALISASI = lookup(
    {
        "id_indikator": ("indikator", "kode indikator", "id"),
        "periode": (),
        "tahun": ("thn",),
        "triwulan": ("tw", "trw"),
        "realisasi": ("nilai", "nilai realisasi"),
        "pembilang": ("x",),
        "penyebut": ("y",),
        "komponen": (),
        "bukti": ("bukti dukung", "link bukti", "evidence"),
        "kendala": ("hambatan",),
        "faktor": ("faktor pendorong penghambat",),
        "tindak_lanjut": ("rtl", "solusi"),
        "status": ("status verifikasi",),
        "keterangan": ("ket", "catatan"),
    }
)
"""The columns of a realisasi table."""

KOLOM_REALISASI_ANGGARAN = lookup(
    {
        "id_simpul": ("simpul", "id", "id komponen"),
        "periode": (),
        "tahun": ("thn",),
        "triwulan": ("tw", "trw"),
        "realisasi_anggaran": (
            "realisasi keuangan",
            "realisasi rp",
            "realisasi (rp)",
            "realisasi belanja",
            "belanja",
            "serapan rp",
        ),
        "keterangan": ("ket", "catatan"),
    }
)
"""The columns of a table of money spent."""

POLARITAS = lookup(
    {
        "naik": (
            "positif",
            "tren positif",
            "trend positif",
            "maksimal",
            "maksimum",
            "maksimasi",
            "maximize",
            "maximum",
            "max",
            "maks",
            "meningkat",
            "semakin tinggi semakin baik",
        ),
        "turun": (
            "negatif",
            "tren negatif",
            "trend negatif",
            "minimal",
            "minimum",
            "minimasi",
            "minimize",
            "min",
            "menurun",
            "semakin rendah semakin baik",
        ),
        "stabil": ("stabilize", "tetap"),
        "rentang": ("range",),
    }
)
AGREGASI = lookup(
    {
        "jumlah": ("sum", "kumulatif", "akumulatif", "penjumlahan"),
        "nilai_akhir": ("kondisi akhir", "akhir", "terakhir", "take last known", "non kumulatif"),
        "rata_rata": ("rerata", "average", "rata2"),
        "maksimum": ("maks", "max"),
        "minimum": ("min",),
        "gabungan": ("pembilang per penyebut", "x/y"),
    }
)
RUMUS = lookup(
    {
        "persen": ("persentase", "presentase", "prosentase"),
        "jumlah": ("count",),
        "indeks": ("index",),
        "nilai": (),
        "predikat": ("kategori",),
        "ipm": ("indeks pembangunan manusia",),
        "ikm": ("survei kepuasan masyarakat", "skm"),
    }
)
YA = lookup({"ya": ("y", "true", "1"), "tidak": ("t", "false", "0")})
