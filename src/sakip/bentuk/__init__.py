"""The official forms as typed values, without any file format.

A form is not a tree: it has a head of its own (`Kepala`) and rows made of the
model's values. One that carries a tree gives it with ``to_pohon()``. Names, NIP
and rank of people are never in it.
"""

from __future__ import annotations

from sakip.bentuk._bersama import Berpagu, Pasangan
from sakip.bentuk._daftar_jabatan import DaftarJabatan
from sakip.bentuk._iki import IKI, DaftarIKI
from sakip.bentuk._iku import IKU
from sakip.bentuk._kepala import Kepala, Status
from sakip.bentuk._perjanjian_kinerja import PerjanjianKinerja
from sakip.bentuk._rencana_aksi import BarisAksi, RencanaAksi, RencanaAksiIndividu

__all__ = [
    "IKI",
    "IKU",
    "BarisAksi",
    "Berpagu",
    "DaftarIKI",
    "DaftarJabatan",
    "Kepala",
    "Pasangan",
    "PerjanjianKinerja",
    "RencanaAksi",
    "RencanaAksiIndividu",
    "Status",
]
