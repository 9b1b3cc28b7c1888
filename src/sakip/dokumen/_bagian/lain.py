"""Further cells of a source, which were kept as pairs of header and text, as columns again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from graphlib import CycleError, TopologicalSorter

import attrs

from sakip.dokumen._tulis.naskah import Lajur

Pasangan = tuple[str, str]


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

    @classmethod
    def of(cls, rows: Iterable[Iterable[Pasangan]]) -> LajurLain:
        """A column for each header, and more where a row has it more than once.

        The columns stand in the order of the rows where all rows agree on one.
        """
        graph: dict[tuple[str, int], set[tuple[str, int]]] = {}
        for row in rows:
            keys = [kunci for kunci, _ in _number(row)]
            for before, kunci in zip((None, *keys), keys, strict=False):
                graph.setdefault(kunci, set()).update([before] if before else [])
        try:
            return cls(tuple(TopologicalSorter(graph).static_order()))
        except CycleError:
            return cls(tuple(graph))

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return tuple(Lajur(judul, 18) for judul, _ in self.kunci)

    def cells(self, pairs: Sequence[Pasangan]) -> list[str]:
        """The cells of one row."""
        found = dict(_number(pairs))
        return [found.get(kunci, "") for kunci in self.kunci]
