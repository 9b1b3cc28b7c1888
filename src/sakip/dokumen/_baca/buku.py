"""The book of cells: what became of each cell of a document."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs

from sakip.dokumen._baca.hasil import CakupanBaca
from sakip.dokumen._buka.kisi import Kisi, Petak


class Nasib(enum.Enum):
    """What became of a cell: it is in the result, it is furniture, or a finding names it."""

    ISI = "isi"
    PERABOT = "perabot"
    TEMUAN = "temuan"


@attrs.define
class Buku:
    """What became of every filled cell of the sheets of one file.

    >>> buku = Buku((Kisi("", (("No", "Sasaran"), ("1", "Tertangani"))),))
    >>> buku.put(Nasib.PERABOT, Petak("", 1, 1), Petak("", 1, 2))
    >>> buku.put(Nasib.ISI, Petak("", 2, 2))
    >>> [str(petak) for petak in buku.left()], buku.cakupan.perabot
    (['A2'], 2)
    """

    kisi: tuple[Kisi, ...]
    _nasib: dict[Petak, Nasib] = attrs.field(factory=dict, init=False)

    def put(self, nasib: Nasib, *petak: Petak) -> None:
        """Say what became of cells; what was said of one before stands."""
        for item in petak:
            self._nasib.setdefault(item, nasib)

    def knows(self, petak: Petak) -> bool:
        """Whether anything was said of a cell."""
        return petak in self._nasib

    def left(self) -> list[Petak]:
        """The filled cells of which nothing was said yet, in order."""
        return [item for item in self._all() if item not in self._nasib]

    def _all(self) -> Iterable[Petak]:
        for kisi in self.kisi:
            for baris in range(1, kisi.tinggi + 1):
                for kolom, _ in kisi.filled(baris):
                    yield kisi.petak(baris, kolom)

    @property
    def cakupan(self) -> CakupanBaca:
        """How many cells there are, and what became of them."""
        count = dict.fromkeys(Nasib, 0)
        sel = 0
        for item in self._all():
            sel += 1
            if nasib := self._nasib.get(item):
                count[nasib] += 1
        return CakupanBaca(sel, count[Nasib.ISI], count[Nasib.PERABOT], count[Nasib.TEMUAN])
