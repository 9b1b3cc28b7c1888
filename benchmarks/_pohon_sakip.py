"""The tree of `sakip`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from _data import Baris
from sakip.model import SIMPUL, AnySimpul, Komponen, Pagu
from sakip.pohon import PohonKinerja


def _make_simpul(row: Baris) -> AnySimpul:
    pagu = (Pagu(2025, row.pagu),) if row.pagu else ()
    kelas: type[Komponen] = SIMPUL[row.jenis]  # type: ignore[assignment]  # the rows hold components only
    simpul: AnySimpul = kelas(row.id, nama=row.nama, kode=row.kode or None, pagu=pagu)  # type: ignore[assignment]
    return simpul


def _pagu(simpul: AnySimpul) -> int:
    return sum(item.jumlah or 0 for item in simpul.pagu) if isinstance(simpul, Komponen) else 0


class Pohon:
    """Frozen nodes with every check on, in a `PohonKinerja`."""

    def __init__(self, rows: Sequence[Baris]) -> None:
        self._pohon = PohonKinerja("Bangku ukur")
        self._pohon.add_many((_make_simpul(row), row.induk) for row in rows)

    def roll_up(self) -> Mapping[str, int]:
        """The money of every subtree."""
        return self._pohon.roll_up(_pagu)

    def edit(self, _: Mapping[str, int], row: Baris) -> None:
        """Put a new leaf in the place of the old one; the sums follow by themselves."""
        self._pohon.replace(_make_simpul(row))
