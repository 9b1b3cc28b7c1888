"""A `networkx.DiGraph` with attributes, rolled up over `nx.dfs_postorder_nodes`."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from _data import Baris


class Pohon:
    """Ids as nodes; the rest stands in the attributes."""

    def __init__(self, rows: Sequence[Baris]) -> None:
        self._akar = rows[0].id
        self._graf: nx.DiGraph[str] = nx.DiGraph()
        for row in rows:
            self._graf.add_node(row.id, nama=row.nama, kode=row.kode, pagu=row.pagu)
            if row.induk is not None:
                self._graf.add_edge(row.induk, row.id)

    def roll_up(self) -> dict[str, int]:
        """The money of every subtree."""
        graf, sums = self._graf, dict[str, int]()
        for id in nx.dfs_postorder_nodes(graf, self._akar):
            sums[id] = graf.nodes[id]["pagu"] + sum([sums[anak] for anak in graf.successors(id)])
        return sums

    def edit(self, sums: dict[str, int], row: Baris) -> None:
        """Change a leaf, and by hand the sums on its path."""
        change = row.pagu - self._graf.nodes[row.id]["pagu"]
        self._graf.nodes[row.id]["pagu"] = row.pagu
        step: str | None = row.id
        while step is not None:
            sums[step] += change
            step = next(self._graf.predecessors(step), None)
