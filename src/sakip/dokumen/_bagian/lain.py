"""Further cells of a source, which were kept as pairs of header and text, as columns again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from sakip.dokumen._tulis.naskah import Lajur

Pasangan = tuple[str, str]
_TERSEMPIT, _TERLEBAR = 10, 30
"""Characters that such a column is wide: as many as its longest text, within these."""


def _number(pairs: Iterable[Pasangan]) -> list[tuple[tuple[str, int], str]]:
    """Pairs by their header and how often that header came before."""
    seen: Counter[str] = Counter()
    found = []
    for judul, teks in pairs:
        found.append(((judul, seen[judul]), teks))
        seen[judul] += 1
    return found


@attrs.frozen
class LajurLain:
    """The columns that such cells need.

    >>> lain = LajurLain.of([(("Kelas", "9"),), (("Urutan", "2"), ("Kelas", "12"))])
    >>> [item.judul for item in lain.lajur], lain.cells((("Urutan", "2"),))
    ([('Urutan',), ('Kelas',)], ['2', ''])
    """

    kunci: tuple[tuple[str, int], ...]
    panjang: Mapping[tuple[str, int], int] = attrs.field(factory=dict, eq=False)

    @classmethod
    def of(cls, rows: Iterable[Iterable[Pasangan]]) -> LajurLain:
        """A column for each header, and more where a row has it more than once.

        The columns stand in the order of the rows where all rows agree on one.
        """
        graph: dict[tuple[str, int], set[tuple[str, int]]] = {}
        lengths: dict[tuple[str, int], int] = {}
        for row in rows:
            pairs = _number(row)
            keys = [kunci for kunci, _ in pairs]
            for kunci, teks in pairs:
                lengths[kunci] = max(lengths.get(kunci, 0), len(kunci[0]), *map(len, teks.split("\n")))
            for before, kunci in zip((None, *keys), keys, strict=False):
                graph.setdefault(kunci, set()).update([before] if before else [])
        try:
            return cls(tuple(TopologicalSorter(graph).static_order()), lengths)
        except CycleError:
            return cls(tuple(graph), lengths)

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return tuple(Lajur(kunci[0], self._lebar(kunci)) for kunci in self.kunci)

    def _lebar(self, kunci: tuple[str, int]) -> int:
        return min(max(self.panjang.get(kunci, 0) + 3, _TERSEMPIT), _TERLEBAR)

    def cells(self, pairs: Sequence[Pasangan]) -> list[str]:
        """The cells of one row."""
        found = dict(_number(pairs))
        return [found.get(kunci, "") for kunci in self.kunci]
