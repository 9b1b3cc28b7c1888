"""Sums over subtrees that follow the edits of their tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from sakip.model import AnySimpul

Ukuran: TypeAlias = "Callable[[AnySimpul], int]"
"""What one node counts for, in whole numbers."""


class Gulungan(Mapping[str, int]):
    """For each node, the sum of a measure over it and everything below it.

    It is read-only and live: an edit of the tree changes only the sums on the
    path to the root, so that after an edited leaf the new totals are there at
    once. It comes from `PohonKinerja.roll_up`.

    >>> from sakip import CSF, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> jumlah = pohon.roll_up(lambda simpul: 1)
    >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1")])
    >>> dict(jumlah)
    {'O1': 2, 'C1': 1}
    """

    __slots__ = ("__weakref__", "_total", "ukuran")

    def __init__(
        self, ukuran: Ukuran, simpul: Mapping[str, AnySimpul], edges: Iterable[tuple[str, str]]
    ) -> None:
        """Sum up once, from the leaves; *edges* lead with parents before their children."""
        self.ukuran = ukuran
        total = {key: ukuran(item) for key, item in simpul.items()}
        for parent, child in reversed(list(edges)):
            total[parent] += total[child]
        self._total = total

    def __getitem__(self, id: str) -> int:
        return self._total[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._total)

    def __len__(self) -> int:
        return len(self._total)

    def __repr__(self) -> str:
        return f"Gulungan({len(self)} simpul)"

    # The tree calls these, in the order of its own edits.

    def _put(self, id: str, old: AnySimpul | None, new: AnySimpul, path: Iterable[str]) -> None:
        self._total.setdefault(id, 0)
        change = self.ukuran(new) - (0 if old is None else self.ukuran(old))
        self._shift((id, *path), change)

    def _shift(self, path: Iterable[str], change: int) -> None:
        if change:
            for id in path:
                self._total[id] += change

    def _drop(self, id: str) -> None:
        del self._total[id]
