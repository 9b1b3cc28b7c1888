"""The columns of a Rencana Aksi in its layouts, and which of two columns of the same name is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from sakip.dokumen._baca.judul import Judul, KolomTemu
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.geser import Aturan, Peran
from sakip.dokumen._bagian.komponen import POLA_PAGU
from sakip.dokumen._bagian.terencana import POLA_TARGET
from sakip.dokumen._bagian.versi import BAWAH, POLA_VERSI

KOMPONEN = ("program", "kegiatan", "sub", "aksi")
"""The levels below the sasaran, from the top down."""

_POLA_TW = re.compile(
    rf"(?:target\w{{0,20}}?)?(?:tw)?(?P<bagian>(?:(?<=tw)[1-4]|(?<=tw)i{{1,3}}|i{{1,3}}|iv)(?:{POLA_VERSI})?)"
)
_INDIKATOR = ("indikator", "indikator kinerja", "indikator output", "indikator keluaran", "tolok ukur")
_TARGET = ("target", "target kinerja", "target tahunan", "target akhir", "rencana target")


def _nama(kunci: str, kata: tuple[str, ...], pola: str) -> tuple[Judul, Judul]:
    """A level: headed by its own word, or by ``URAIAN`` below it."""
    return (
        Judul(kunci, kata),
        Judul(kunci, ("uraian",), pola=re.compile(rf"(?:{pola})(?:uraian|nama)(?P<bagian>)")),
    )


_LEVEL = (
    *_nama("program", ("program", "nama program"), "program"),
    *_nama("kegiatan", ("kegiatan", "nama kegiatan"), "kegiatan"),
    *_nama("sub", ("sub kegiatan", "nama sub kegiatan"), "subkegiatan"),
    *_nama(
        "aksi",
        ("aksi", "rencana aksi", "uraian aksi", "uraian rencana aksi", "langkah aksi", "aktivitas"),
        "(?:rencana)?aksi|aktivitas",
    ),
)
_LAIN = (
    Judul("periode", ("periode", "triwulan", "waktu", "waktu pelaksanaan", "bulan")),
    Judul(
        "pagu",
        ("anggaran", "anggaran (rp)", "pagu", "pagu anggaran", "jumlah anggaran"),
        pola=POLA_PAGU,
        bawah=BAWAH,
    ),
    Judul("pj", ("penanggung jawab", "pj", "pic", "pelaksana", "unit penanggung jawab")),
    Judul("keterangan", ("keterangan", "ket", "catatan")),
    Judul("id_sasaran", ("id sasaran",)),
    Judul("id_indikator", ("id indikator",)),
    Judul("id_program", ("id program",)),
    Judul("id_kegiatan", ("id kegiatan",)),
    Judul("id_sub", ("id sub kegiatan",)),
    Judul("id_aksi", ("id aksi",)),
    Judul("id_indikator_rinci", ("id indikator rinci",)),
)

_SASARAN = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul(
        "sasaran",
        ("sasaran", "sasaran strategis", "sasaran kinerja", "sasaran program", "tujuan/sasaran"),
        pita=re.compile(r"sasaran(?: \w+)?\s*(?:\d{1,2}|[ivx]{1,5})?\s*[:.]\s*\S", re.IGNORECASE),
    ),
    Judul("sasaran", ("uraian", "uraian sasaran"), kelompok=("sasaran",)),
    Judul("indikator", (*_INDIKATOR, "indikator kinerja utama", "indikator sasaran")),
    Judul("indikator", _INDIKATOR, kelompok=("sasaran",)),
    Judul("satuan", ("satuan",)),
    Judul("target", _TARGET, pola=POLA_TARGET, bawah=BAWAH),
    Judul("target_tw", pola=_POLA_TW),
    *_LEVEL,
    Judul("indikator_rinci", _INDIKATOR, setelah="sasaran"),
    Judul("satuan_rinci", ("satuan",), setelah="sasaran"),
    Judul("target_rinci", _TARGET, pola=POLA_TARGET, bawah=BAWAH, setelah="sasaran"),
    Judul("target_rinci_tw", pola=_POLA_TW, setelah="sasaran"),
    *_LAIN,
)

_APLIKASI = (
    Judul("nomor", ("no", "nomor", "no urut")),
    *_LEVEL,
    Judul(
        "komponen",
        ("program/kegiatan", "program/kegiatan/sub", "program/kegiatan/sub kegiatan", "prog/keg/sub"),
    ),
    Judul("indikator_rinci", _INDIKATOR),
    Judul("satuan_rinci", ("satuan",)),
    Judul("target_rinci", _TARGET),
    *_LAIN,
)


def _need(judul: Sequence[Judul], wajib: set[str], *salah_satu: set[str]) -> tuple[Judul, ...]:
    """The columns, some of them needed, and of each further set one at least."""
    return tuple(
        attrs.evolve(
            item,
            wajib=item.kunci in wajib,
            salah_satu=next((min(keys) for keys in salah_satu if item.kunci in keys), ""),
        )
        for item in judul
    )


TATA_LETAK = (
    _need(_SASARAN, {"sasaran"}, {"kegiatan", "sub", "aksi"}, {"target", "target_tw"}),
    _need(_SASARAN, {"sasaran", "program", "target_tw"}),
    _need(_APLIKASI, {"aksi", "periode", "target_rinci"}),
    _need(_SASARAN, {"sasaran", "indikator", "target_tw"}),
)
"""The layouts: down to the kegiatan, the sub kegiatan or a step; to the program alone; the list of
steps that applications export; and sasaran alone with their triwulan. The first that fits is taken."""

_PASANGAN = (
    ("indikator", "indikator_rinci"),
    ("satuan", "satuan_rinci"),
    ("target", "target_rinci"),
    ("target_tw", "target_rinci_tw"),
)
"""The columns that a sasaran has, and those that what serves it has."""
_TW = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ROMAWI = re.compile(r"\A(?:iv|i{1,3})")
"""A triwulan that a squashed header begins with, alone or before the word of a version."""


def settle(kolom: Sequence[KolomTemu]) -> tuple[KolomTemu, ...]:
    """The columns, each of two with the same name given to what it stands beside.

    What stands right of a program, kegiatan or sub kegiatan is theirs; what stands left
    of the first of them is the sasaran's.
    """
    first = min((item.kolom for item in kolom if item.kunci in KOMPONEN), default=0)
    theirs = {kunci: (own, rinci) for own, rinci in _PASANGAN for kunci in (own, rinci)}
    found = []
    for item in kolom:
        bagian = _ROMAWI.sub(lambda match: _TW[match[0]], item.bagian)
        if item.kunci in theirs and first:
            kunci = theirs[item.kunci][item.kolom > first]
            found.append(attrs.evolve(item, kunci=kunci, bagian=bagian))
        else:
            found.append(attrs.evolve(item, bagian=bagian))
    return tuple(found)


def settle_larik(larik: Larik) -> Larik:
    """A row with its columns settled."""
    return attrs.evolve(larik, kolom=settle(larik.kolom))


ATURAN = Aturan(
    peran={
        "nomor": Peran.NOMOR,
        "sasaran": Peran.TEKS,
        "indikator": Peran.TEKS,
        "program": Peran.TEKS,
        "kegiatan": Peran.TEKS,
        "sub": Peran.TEKS,
        "aksi": Peran.TEKS,
        "indikator_rinci": Peran.TEKS,
        "satuan": Peran.SATUAN,
        "satuan_rinci": Peran.SATUAN,
        "target": Peran.TARGET,
        "target_tw": Peran.TARGET,
        "target_rinci": Peran.TARGET,
        "target_rinci_tw": Peran.TARGET,
        "pagu": Peran.UANG,
        "keterangan": Peran.KETERANGAN,
    },
    rantai=(("nomor", "sasaran", "indikator"), (*KOMPONEN, "indikator_rinci")),
)
"""What the columns hold."""

SEBUTAN = {
    "nomor": "nomor",
    "sasaran": "sasaran",
    "indikator": "indikator sasaran",
    "satuan": "satuan indikator sasaran",
    "target": "target sasaran",
    "target_tw": "target sasaran",
    "program": "program",
    "kegiatan": "kegiatan",
    "sub": "sub kegiatan",
    "aksi": "rencana aksi",
    "indikator_rinci": "indikator",
    "satuan_rinci": "satuan",
    "target_rinci": "target",
    "target_rinci_tw": "target",
    "pagu": "anggaran",
    "keterangan": "keterangan",
}
"""What a finding calls a column."""
