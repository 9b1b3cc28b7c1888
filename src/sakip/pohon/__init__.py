"""The performance tree, and the one thing here that can be edited.

`PohonKinerja` owns a `networkx.DiGraph` of ids and the frozen nodes. Every
edit goes through it, so that one parent, no cycle and the table of allowed
parents are checked in one place, and an edit that fails changes nothing.
"""

from __future__ import annotations

from sakip.pohon._aturan import INDUK, may_stand_under
from sakip.pohon._gulungan import Gulungan
from sakip.pohon._jabatan import SusunanJabatan
from sakip.pohon._nama import strip_pohon
from sakip.pohon._penugasan import Peran
from sakip.pohon._pohon import Dilepas, PohonKinerja
from sakip.pohon._urut import parents_first

__all__ = [
    "INDUK",
    "Dilepas",
    "Gulungan",
    "Peran",
    "PohonKinerja",
    "SusunanJabatan",
    "may_stand_under",
    "parents_first",
    "strip_pohon",
]
