"""Matrices of a whole tree: components side by side, and lists of levels; the columns that tell them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sakip.dokumen._baca.judul import Judul
from sakip.model import AnySimpul, Kegiatan, Program, Sasaran, SubKegiatan, Tujuan

KELOMPOK: Mapping[str, tuple[str, type[AnySimpul]]] = {
    "1sub": ("subkegiatan", SubKegiatan),
    "2giat": ("kegiatan", Kegiatan),
    "3prog": ("program", Program),
}
"""Groups of columns from the right; of equal words, a column is of the group nearest to its left."""
PERNYATAAN: Mapping[str, tuple[str, type[AnySimpul]]] = {
    "4sasaran": ("(?:tujuan)?sasaran", Sasaran),
    "5tujuan": ("tujuan", Tujuan),
}
"""The groups of what programs serve, left of them all; they have a wording and no name."""
KELAS: Mapping[str, type[AnySimpul]] = {
    **{key: kelas for key, (_, kelas) in reversed(list(PERNYATAAN.items()))},
    **{key: kelas for key, (_, kelas) in reversed(list(KELOMPOK.items()))},
}
"""The groups from the left, which is from the top of the tree."""

_TAHUN = r"(?:tahun)?(?P<bagian>(?:(?:19|20)\d\d)?)(?:rp)?"
_ISI = {
    "uraian": "sasaran|kinerja|outcome|output|keluaran|hasil",
    "indikator": "indikator(?:kinerja|outcome|output)?",
    "satuan": "satuan",
    "jabatan": "pj|penanggungjawab|jabatan|pemilikkinerja|pengampu",
}
"""What a group says of its component, besides its name."""
_BERTAHUN = {
    "target": "target(?:kinerja)?",
    "pagu": "(?:anggaran|pagu)(?:indikatif)?(?:rp)?",
}
_SELALU = "(?P<bagian>)"


def _pola(teks: str) -> re.Pattern[str]:
    return re.compile(teks)


def _own(kunci: str, kata: str) -> list[Judul]:
    """The columns of a group that name its component in their header, or in the one above."""
    found = [Judul(f"{kunci}.nama", pola=_pola(rf"(?:nama|nomenklatur)?{kata}(?:nama|uraian)?{_SELALU}"))]
    found.append(Judul(f"{kunci}.kode", pola=_pola(rf"(?:kode{kata}|{kata}kode){_SELALU}")))
    for isi, words in _ISI.items():
        found.append(
            Judul(f"{kunci}.{isi}", pola=_pola(rf"(?:(?:{words}){kata}|{kata}(?:{words})){_SELALU}"))
        )
    for isi, words in _BERTAHUN.items():
        found.append(Judul(f"{kunci}.{isi}", pola=_pola(rf"(?:{kata})?(?:{words}){kata}{_TAHUN}")))
        found.append(Judul(f"{kunci}.{isi}", pola=_pola(rf"{kata}(?:{words}){_TAHUN}")))
    return found


def _plain(kunci: str) -> list[Judul]:
    """The columns right of the name of a component that don't name it again."""
    after = f"{kunci}.nama"
    found = [
        Judul(f"{kunci}.{isi}", pola=_pola(f"(?:{words}){_SELALU}"), setelah=after)
        for isi, words in _ISI.items()
    ]
    return found + [
        Judul(f"{kunci}.{isi}", pola=_pola(f"(?:{words}){_TAHUN}"), setelah=after)
        for isi, words in _BERTAHUN.items()
    ]


def _stated(kunci: str, kata: str) -> list[Judul]:
    """The columns of a group that has a wording and no name."""
    whose = "(?:strategis|renstra|pd|opd|skpd|perangkatdaerah)?"
    after = f"{kunci}.uraian"
    return [
        Judul(after, pola=_pola(f"{kata}{whose}{_SELALU}")),
        Judul(f"{kunci}.indikator", pola=_pola(f"indikator(?:kinerja)?{kata}{whose}{_SELALU}")),
        *(Judul(item.kunci, pola=item.pola, setelah=after) for item in _plain(kunci) if item.kunci != after),
    ]


_UMUM = (Judul("nomor", ("no", "nomor", "no urut")), Judul("keterangan", ("keterangan", "ket", "catatan")))
SAMPING = (
    *_UMUM,
    *(item for kunci, (kata, _) in KELOMPOK.items() for item in (*_own(kunci, kata), *_plain(kunci))),
    Judul("3prog.kode", ("kode", "kode rekening")),
    Judul("2giat.kode", ("kode",), setelah="3prog.nama"),
    Judul("1sub.kode", ("kode",), setelah="2giat.nama"),
)
"""Program, kegiatan and sub kegiatan as columns of one table."""
SAMPING_SASARAN = (
    *SAMPING,
    *(item for kunci, (kata, _) in PERNYATAAN.items() for item in _stated(kunci, kata)),
)
"""The same, with the sasaran that the programs serve before them, and the tujuan before those."""

DAFTAR = (
    *_UMUM,
    Judul(
        "tingkat",
        ("jenis", "level", "tingkat", "level kinerja", "jenis pohon", "jenis pohon kinerja"),
        wajib=True,
    ),
    Judul("jabatan", ("jabatan", "pemilik kinerja", "penanggung jawab", "nama jabatan")),
    Judul(
        "kinerja",
        (
            "strategi/kondisi",
            "strategi",
            "kondisi",
            "sasaran",
            "kinerja",
            "sasaran/kinerja",
            "sasaran kinerja",
        ),
        wajib=True,
    ),
    Judul("indikator", ("indikator", "indikator kinerja"), wajib=True),
    Judul("satuan", ("satuan",)),
    Judul("target", ("target", "target kinerja"), pola=_pola(f"target(?:kinerja)?{_TAHUN}")),
    Judul("sumber", ("sumber", "sumber data")),
)
"""One row for each indikator, and its level: listings of a tree, and matrices of levels and posts."""
