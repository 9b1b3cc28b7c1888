"""Sums over subtrees that follow the edits of their tree."""

from __future__ import annotations

import threading
import weakref
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from sakip.errors import TidakAdaError
from sakip.memori import paused_collector
from sakip.model import AnySimpul

_WARM = 8
"""Roll-ups that a tree keeps at hand when nobody else does."""

Ukuran: TypeAlias = Callable[[AnySimpul], int]
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
        self, ukuran: Ukuran, simpul: Mapping[str, AnySimpul], below: Iterable[tuple[str, Iterable[str]]]
    ) -> None:
        """Sum up once, from the leaves; *below* has parents, each with its children, before their children."""
        self.ukuran = ukuran
        total = {key: ukuran(item) for key, item in simpul.items()}
        with paused_collector():
            for parent, children in reversed(list(below)):
                for child in children:
                    total[parent] += total[child]
        self._total = total

    def __getitem__(self, id: str) -> int:
        try:
            return self._total[id]
        except (KeyError, TypeError):
            raise TidakAdaError("simpul", str(id), "the tree") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._total)

    def __len__(self) -> int:
        return len(self._total)

    def __repr__(self) -> str:
        return f"Gulungan({len(self)} simpul)"


class DaftarGulungan:
    """The roll-ups of a tree that somebody uses. The tree calls it, in the order of its own edits."""

    __slots__ = ("_by_ukuran", "_lock", "_warm")

    def __init__(self) -> None:
        """Begin with none."""
        self._by_ukuran: weakref.WeakValueDictionary[Ukuran, Gulungan] = weakref.WeakValueDictionary()
        self._warm: deque[Gulungan] = deque(maxlen=_WARM)
        self._lock = threading.RLock()

    def get(self, ukuran: Ukuran, make: Callable[[Ukuran], Gulungan]) -> Gulungan:
        """The roll-up of a measure: one for all who ask, whatever thread they ask in."""
        with self._lock:
            found = self._by_ukuran.get(ukuran)
            if found is None:
                found = self._by_ukuran[ukuran] = make(ukuran)
                self._warm.append(found)
            return found

    def measure(self, pairs: Iterable[tuple[AnySimpul | None, AnySimpul]]) -> list[tuple[Gulungan, str, int]]:
        """What old nodes and the new ones in their places change; a measure that fails, fails here."""
        all_sums = list(self._by_ukuran.values())
        return [
            (sums, new.id, sums.ukuran(new) - (0 if old is None else sums.ukuran(old)))
            for old, new in pairs
            for sums in all_sums
        ]

    def put(
        self, changes: Iterable[tuple[Gulungan, str, int]], upward: Callable[[str], Iterable[str]]
    ) -> None:
        """Enter measured changes, each on its path to the root."""
        for sums, id, change in changes:
            sums._total.setdefault(id, 0)
            if change:
                for step in (id, *upward(id)):
                    sums._total[step] += change

    def shift(self, id: str, sign: int, upward: Callable[[str], Iterable[str]]) -> None:
        """Add what a branch counts to all above it, or take it away."""
        for sums in self._by_ukuran.values():
            change = sign * sums._total[id]
            for step in upward(id) if change else ():
                sums._total[step] += change

    def drop(self, ids: Iterable[str]) -> None:
        """Forget nodes that were taken out."""
        for id in ids:
            for sums in self._by_ukuran.values():
                del sums._total[id]
