"""The tree of `treelib`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from treelib.tree import Tree

from _data import Baris


class Pohon:
    """Its own index of ids; each node carries its row."""

    def __init__(self, rows: Sequence[Baris]) -> None:
        self._akar = rows[0].id
        self._pohon: Any = Tree()
        for row in rows:
            self._pohon.create_node(row.nama, row.id, parent=row.induk, data=row)

    def roll_up(self) -> dict[str, int]:
        """The money of every subtree; treelib has no post-order, so parents first, reversed."""
        order = list(self._pohon.expand_tree(self._akar, sorting=False))
        sums: dict[str, int] = {}
        for id in reversed(order):
            anak = self._pohon.is_branch(id)
            sums[id] = self._pohon.get_node(id).data.pagu + sum([sums[child] for child in anak])
        return sums

    def edit(self, sums: dict[str, int], row: Baris) -> None:
        """Change a leaf, and by hand the sums on its path."""
        simpul = self._pohon.get_node(row.id)
        change, simpul.data = row.pagu - simpul.data.pagu, row
        for step in self._pohon.rsearch(row.id):
            sums[step] += change
