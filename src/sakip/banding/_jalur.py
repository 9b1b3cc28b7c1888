"""Where in a value a change is: attributes, and items by what they are known by."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeAlias

import attrs

from sakip.angka import Angka, Batas, Kategori, Kosong, Rasio, Rentang, TakTerbaca, Tanggal
from sakip.kode import Kode, KodeLain
from sakip.model import (
    SIMPUL,
    Butir,
    Pagu,
    Pemangku,
    Realisasi,
    RealisasiAnggaran,
    Relasi,
    Sebutan,
    Target,
    Ujung,
)
from sakip.periode import Periode
from sakip.rumus import RUMUS

_ISIAN = (Angka, Batas, Kategori, Kosong, Rasio, Rentang, TakTerbaca, Tanggal)
_UTUH = (*_ISIAN, *RUMUS.values(), Periode, Kode, KodeLain, Sebutan, Butir, Pemangku, Relasi, Ujung)
"""Values that change as a whole; nobody edits a part of a number or of a period."""


@attrs.frozen
class Kunci:
    """An item of a list, by what it is known by: its id, or its period and version.

    >>> print(Kunci(("2025", "murni")))
    2025 murni
    """

    nilai: Hashable

    def __str__(self) -> str:
        return " ".join(map(str, self.nilai)) if isinstance(self.nilai, tuple) else str(self.nilai)


Jalur: TypeAlias = tuple[str | Kunci, ...]
"""From the whole down to the part: names of attributes, and items."""


def is_nested(value: object) -> bool:
    """Whether a value is looked into: one of the model's, or a form.

    >>> is_nested(Target("2025", 50)), is_nested(Periode.parse("2025")), is_nested("teks")
    (True, False, False)
    """
    return attrs.has(type(value)) and not isinstance(value, _UTUH)


def is_simpul(value: object) -> bool:
    """Whether a value is a node of a tree.

    >>> is_simpul(Target("2025", 50))
    False
    """
    return isinstance(value, tuple(SIMPUL.values()))


def key_of(value: object) -> Hashable | None:
    """What an item of a list is known by; None where it is known by nothing but its place.

    >>> key_of(Target("2025", 50))
    ('2025', 'murni')
    """
    match value:
        case Target() | Pagu():
            return (str(value.periode), value.versi)
        case Realisasi():
            return (value.indikator, str(value.periode))
        case RealisasiAnggaran():
            return (value.simpul, str(value.periode))
        case _:
            found: Any = getattr(value, "id", None)
            return found if isinstance(found, str) else None
