"""The levels of posts: how they are printed, and what offices call them."""

from __future__ import annotations

from sakip.dokumen._bagian.kata import lookup, tight
from sakip.model import Jabatan

JENJANG = {
    "kepala_daerah": "Kepala Daerah",
    "jpt_madya": "JPT Madya",
    "jpt_pratama": "JPT Pratama",
    "administrator": "Administrator",
    "pengawas": "Pengawas",
    "fungsional": "Fungsional",
    "pelaksana": "Pelaksana",
}
"""How the tags of jenjang are printed; any other jenjang stands as it is."""
_EJAAN = lookup(
    {
        "kepala_daerah": (),
        "jpt_madya": ("jabatan pimpinan tinggi madya", "pimpinan tinggi madya"),
        "jpt_pratama": ("jabatan pimpinan tinggi pratama", "pimpinan tinggi pratama"),
        "administrator": ("jabatan administrator",),
        "pengawas": ("jabatan pengawas",),
        "fungsional": ("jabatan fungsional", "jf"),
        "pelaksana": ("jabatan pelaksana",),
    }
)


def read_jenjang(teks: str) -> str:
    """The tag of a jenjang, or what is printed where there is none for it.

    >>> read_jenjang("Jabatan Pimpinan Tinggi Pratama"), read_jenjang("Eselon III.a")
    ('jpt_pratama', 'Eselon III.a')
    """
    return _EJAAN.get(tight(teks), teks)


def print_jenjang(jabatan: Jabatan) -> str:
    """How the jenjang of a post is printed.

    >>> print_jenjang(Jabatan(id="kadis", nama="Kepala Dinas", jenjang="jpt_pratama"))
    'JPT Pratama'
    """
    return JENJANG.get(jabatan.jenjang, jabatan.jenjang)
