"""The tree of `anytree`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from anytree import Node, PostOrderIter

from _data import Baris


class Pohon:
    """Its nodes by id, which it has no index of."""

    def __init__(self, rows: Sequence[Baris]) -> None:
        self._simpul: dict[str | None, Any] = {}
        for row in rows:
            self._simpul[row.id] = Node(
                row.id, parent=self._simpul.get(row.induk), nama=row.nama, kode=row.kode, pagu=row.pagu
            )
        self._akar = self._simpul[rows[0].id]

    def roll_up(self) -> dict[str, int]:
        """The money of every subtree."""
        sums: dict[str, int] = {}
        for simpul in PostOrderIter(self._akar):
            sums[simpul.name] = simpul.pagu + sum([sums[anak.name] for anak in simpul.children])
        return sums

    def edit(self, sums: dict[str, int], row: Baris) -> None:
        """Change a leaf, and by hand the sums on its path."""
        simpul = self._simpul[row.id]
        change, simpul.pagu = row.pagu - simpul.pagu, row.pagu
        for step in simpul.path:
            sums[step.name] += change
