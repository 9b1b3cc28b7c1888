"""The columns of a Rencana Aksi in its layouts, and which of two columns of the same name is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from sakip.dokumen._baca.judul import Judul, KolomTemu, squash
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.geser import Aturan, Peran
from sakip.dokumen._bagian.komponen import POLA_PAGU
from sakip.dokumen._bagian.terencana import AWALAN_TW, POLA_TARGET
from sakip.dokumen._bagian.versi import BAWAH, POLA_VERSI

KOMPONEN = ("program", "kegiatan", "sub", "aksi")
"""The levels below the sasaran, from the top down."""

_POLA_TW = re.compile(
    rf"(?:target\w{{0,20}}?|{AWALAN_TW})(?:tw)?"
    rf"(?P<bagian>(?:(?<=tw)[1-4]|(?:(?<=tw)|(?<!\w))(?:i{{1,3}}|iv))(?:{POLA_VERSI})?)"
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
    Judul("indikator_rinci", _INDIKATOR),
    Judul("satuan_rinci", ("satuan",)),
    Judul("target_rinci", _TARGET, pola=POLA_TARGET, bawah=BAWAH),
    Judul("target_rinci_tw", pola=_POLA_TW),
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
_POLA_KOMPONEN = re.compile("program|kegiatan|aksi|aktivitas")
_TW = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ROMAWI = re.compile(r"\A(?:iv|i{1,3})")
"""A triwulan that a squashed header begins with, alone or before the word of a version."""


def settle(kolom: Sequence[KolomTemu]) -> tuple[KolomTemu, ...]:
    """The columns, each of two with the same name given to what it stands beside.

    The header above a column says whose it is; without one it is of the sasaran, or of the
    program, kegiatan or sub kegiatan, that stands next to it on the left.
    """
    theirs = {kunci: (own, rinci) for own, rinci in _PASANGAN for kunci in (own, rinci)}
    found = []
    for item in kolom:
        bagian = _ROMAWI.sub(lambda match: _TW[match[0]], item.bagian)
        kunci = theirs[item.kunci][_is_rinci(item, kolom)] if item.kunci in theirs else item.kunci
        found.append(attrs.evolve(item, kunci=kunci, bagian=bagian))
    return tuple(found)


def _is_rinci(item: KolomTemu, kolom: Sequence[KolomTemu]) -> bool:
    """Whether a column is of what serves the sasaran."""
    above = squash(item.judul.rpartition(" / ")[0])
    if "sasaran" in above or _POLA_KOMPONEN.search(above):
        return "sasaran" not in above
    levels = [level for level in kolom if level.kunci in {"sasaran", *KOMPONEN}]
    left = [level.kunci for level in levels if level.kolom < item.kolom]
    return left[-1] != "sasaran" if left else all(level.kunci != "sasaran" for level in levels)


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
