"""The tables of a Penjenjangan: the columns that each is recognised by."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._bagian.komponen import POLA_PAGU
from sakip.dokumen._bagian.terencana import POLA_TARGET
from sakip.dokumen._bagian.versi import BAWAH

_ID = Judul("id", ("id", "id kinerja"))
_ID_INDUK = Judul("id_induk", ("id induk",))
_ID_INDIKATOR = Judul("id_indikator", ("id indikator",))
_INDIKATOR = ("indikator", "indikator kinerja", "indikator tujuan", "indikator sasaran")
_TARGET = ("target", "target kinerja", "target tahunan")
_KETERANGAN = Judul("keterangan", ("keterangan", "ket", "catatan"))
_SATUAN = Judul("satuan", ("satuan",))

DASAR = (
    Judul("outcome", ("outcome", "outcome/hasil")),
    Judul("ekspektasi", ("ekspektasi masyarakat", "ekspetasi masyarakat", "ekspektasi", "ekspetasi")),
    Judul("mandat", ("mandat", "sesuai mandat", "sesuai dengan mandat"), wajib=True),
    Judul("isu_strategis", ("isu strategis", "isu"), wajib=True),
    _ID,
)
"""Stage 1: the grounds of an outcome."""

CSF = (
    Judul("outcome", ("outcome", "outcome/hasil")),
    Judul("csf", ("csf", "critical success factor", "faktor kunci keberhasilan"), wajib=True),
    Judul("id_induk", ("id outcome", "id induk")),
    _ID,
)
"""Stage 2: the critical success factors."""

KONDISI = (
    Judul(
        "faktor",
        pola=re.compile(r"(?:faktorpenyebab|faktorpembentuk|kondisiantara|csf)(?P<bagian>).*"),
        wajib=True,
    ),
    Judul(
        "kondisi",
        ("kondisi yang diperlukan", "kondisi diperlukan", "kondisi yang dibutuhkan", "kondisi operasional"),
        wajib=True,
    ),
    _ID_INDUK,
    _ID,
)
"""Stage 3: the conditions that each factor or condition needs."""

POHON = (
    Judul(
        "kinerja",
        ("kinerja", "kondisi", "sasaran/kinerja", "sasaran", "pohon kinerja", "uraian kinerja"),
        wajib=True,
    ),
    Judul("indikator", _INDIKATOR, wajib=True),
    _SATUAN,
    Judul("target", _TARGET, pola=POLA_TARGET, bawah=BAWAH),
    _KETERANGAN,
    _ID,
    _ID_INDIKATOR,
)
"""Stage 4: the tree with its indikator."""

TUJUAN = (
    Judul("kinerja", ("tujuan", "tujuan perangkat daerah", "tujuan renstra"), wajib=True),
    Judul("indikator", ("indikator tujuan", "indikator", "indikator kinerja"), wajib=True),
    _SATUAN,
    Judul("target", _TARGET, pola=POLA_TARGET, bawah=BAWAH),
    _KETERANGAN,
    _ID,
    _ID_INDUK,
    _ID_INDIKATOR,
)
"""Stage 5, 1: the tujuan of the Renstra."""

SASARAN = (
    Judul("kinerja", ("sasaran strategis", "sasaran", "sasaran renstra"), wajib=True),
    Judul("indikator", ("indikator sasaran", "indikator", "indikator kinerja"), wajib=True),
    _SATUAN,
    Judul("target", _TARGET, pola=POLA_TARGET, bawah=BAWAH),
    _KETERANGAN,
    _ID,
    _ID_INDUK,
    _ID_INDIKATOR,
)
"""Stage 5, 1: the sasaran of the Renstra."""

KARTU = (
    Judul("tingkat", ("komponen", "tingkat", "level", "jenis komponen")),
    Judul("kode", ("kode", "kode rekening", "kode nomenklatur")),
    Judul(
        "nama",
        (
            "nama",
            "nama program",
            "nama kegiatan",
            "nama sub kegiatan",
            "nama komponen",
            "program",
            "kegiatan",
            "sub kegiatan",
            "program/kegiatan",
            "program/kegiatan/sub kegiatan",
        ),
        wajib=True,
    ),
    Judul("sasaran", ("sasaran", "sasaran program", "sasaran kegiatan", "sasaran sub kegiatan")),
    Judul(
        "indikator",
        ("indikator", "indikator program", "indikator kegiatan", "indikator sub kegiatan", *_INDIKATOR),
    ),
    _SATUAN,
    Judul(
        "target",
        ("target", "target program", "target kegiatan", "target sub kegiatan", *_TARGET),
        pola=POLA_TARGET,
        bawah=BAWAH,
    ),
    Judul(
        "pagu",
        ("anggaran", "pagu", "pagu anggaran", "jumlah anggaran"),
        pola=POLA_PAGU,
        bawah=BAWAH,
        wajib=True,
    ),
    _KETERANGAN,
    _ID,
    _ID_INDIKATOR,
)
"""Stage 5, 2 and 3: programs, kegiatan and sub kegiatan, where a table takes the place of cards."""

JABATAN = (
    Judul("tingkat", ("level kinerja", "level", "tingkat kinerja")),
    Judul("kinerja", ("kinerja jabatan", "kinerja")),
    Judul("jabatan", ("jabatan", "pemilik kinerja", "nama jabatan"), wajib=True),
    Judul("jenjang", ("level jabatan", "jenjang jabatan", "jenjang")),
    Judul("atasan", ("atasan", "atasan langsung", "jabatan atasan")),
    _ID,
    Judul("id_jabatan", ("id jabatan",), wajib=True),
)
"""Stage 5, the matrix: who answers for what."""

SEBUTAN = (
    Judul("teks", ("sebutan lain", "bunyi lain"), wajib=True),
    Judul("bagian", ("bagian",)),
    Judul("tempat", ("tempat", "tercetak pada"), wajib=True),
    Judul("nomor", ("nomor",)),
    _KETERANGAN,
    Judul("milik", ("milik",)),
    Judul("id", ("id",), wajib=True),
)
"""The annex: other wordings."""

RELASI = (
    Judul("jenis", ("jenis kaitan",), wajib=True),
    Judul("dari", ("dari",), wajib=True),
    Judul("ke", ("ke",), wajib=True),
    Judul("peran", ("peran",)),
    Judul("bobot", ("bobot",)),
    Judul("status", ("status",)),
    Judul("tempat", ("tempat",)),
    _KETERANGAN,
)
"""The annex: links that are not the tree."""

TABEL: Mapping[str, tuple[Judul, ...]] = {
    "dasar": DASAR,
    "csf": CSF,
    "kondisi": KONDISI,
    "pohon": POHON,
    "tujuan": TUJUAN,
    "sasaran": SASARAN,
    "kartu": KARTU,
    "jabatan": JABATAN,
    "sebutan": SEBUTAN,
    "relasi": RELASI,
}
"""Every kind of table."""

TAHAP: Mapping[str, tuple[int, ...]] = {
    "dasar": (1,),
    "csf": (2,),
    "kondisi": (3,),
    "pohon": (4,),
    "tujuan": (5,),
    "sasaran": (5,),
}
"""The stage that a table speaks for where its header fits several kinds."""
