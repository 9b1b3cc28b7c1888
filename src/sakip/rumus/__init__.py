"""How a realisasi comes about: the kinds of formulas, a closed union.

A rumus says what is divided by what, added up or weighed. It says nothing of
which way is better (polaritas), of how periods are put together (agregasi), or
of how target and realisasi are compared (kebijakan).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, get_args

from sakip.rumus._agregasi import NilaiPeriode, combine
from sakip.rumus._ikm import IKM, UNSUR, BobotUnsur
from sakip.rumus._indeks import Indeks, Komponen
from sakip.rumus._ipm import BAGIAN_IPM, IPM
from sakip.rumus._jumlah import Jumlah
from sakip.rumus._masukan import Agregasi, Bagian, Masukan, measured, to_optional_isian
from sakip.rumus._nilai import Nilai
from sakip.rumus._persen import Persen
from sakip.rumus._predikat import Predikat

Rumus: TypeAlias = Persen | Jumlah | Indeks | IKM | IPM | Nilai | Predikat
"""The kinds of formulas; adding a kind is one class and its name here."""

RUMUS: Mapping[str, type[Rumus]] = {kelas.jenis: kelas for kelas in get_args(Rumus)}
"""Each kind by its tag."""

__all__ = [
    "BAGIAN_IPM",
    "IKM",
    "IPM",
    "RUMUS",
    "UNSUR",
    "Agregasi",
    "Bagian",
    "BobotUnsur",
    "Indeks",
    "Jumlah",
    "Komponen",
    "Masukan",
    "Nilai",
    "NilaiPeriode",
    "Persen",
    "Predikat",
    "Rumus",
    "combine",
    "measured",
    "to_optional_isian",
]
