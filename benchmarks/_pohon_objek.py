"""Plain Python objects with child lists: no rule, no check, no lookup."""

from __future__ import annotations

from collections.abc import Sequence

from _data import Baris


class Simpul:
    """One node."""

    __slots__ = ("anak", "id", "induk", "kode", "nama", "pagu")

    def __init__(self, row: Baris, induk: Simpul | None) -> None:
        self.id, self.nama, self.kode, self.pagu = row.id, row.nama, row.kode, row.pagu
        self.induk = induk
        self.anak: list[Simpul] = []
        if induk is not None:
            induk.anak.append(self)


class Pohon:
    """The nodes by id."""

    def __init__(self, rows: Sequence[Baris]) -> None:
        self._simpul: dict[str | None, Simpul] = {}
        for row in rows:
            self._simpul[row.id] = Simpul(row, self._simpul.get(row.induk))
        self._akar = self._simpul[rows[0].id]

    def roll_up(self) -> dict[str, int]:
        """The money of every subtree."""
        sums: dict[str, int] = {}
        _add_up(self._akar, sums)
        return sums

    def edit(self, sums: dict[str, int], row: Baris) -> None:
        """Change a leaf, and by hand the sums on its path."""
        step: Simpul | None = self._simpul[row.id]
        change = row.pagu - self._simpul[row.id].pagu
        self._simpul[row.id].pagu = row.pagu
        while step is not None:
            sums[step.id] += change
            step = step.induk


def _add_up(simpul: Simpul, sums: dict[str, int]) -> int:
    total = simpul.pagu + sum([_add_up(anak, sums) for anak in simpul.anak])
    sums[simpul.id] = total
    return total
