"""A tree on as many sheets as it takes to be read: each branch that is folded has its own."""

from __future__ import annotations

import attrs

from sakip.gambar._halaman import Halaman
from sakip.gambar._pandangan import Pandangan
from sakip.gambar._susunan import Susunan, compose
from sakip.gambar._svg import render
from sakip.gambar._tampilan import Tampilan, view
from sakip.pohon import PohonKinerja

_TERPANJANG = 1000
"""A number of pages that takes more room than any that is likely."""


def draw_halaman(
    pohon: PohonKinerja, pandangan: Pandangan | None = None, halaman: Halaman | None = None
) -> tuple[str, ...]:
    """A tree as pictures that can be read on their sheets: an overview, and what it folds.

    A tree that can be read on one sheet is one picture. Otherwise the first shows as
    many levels as can be read, each folded branch says on which page it goes on, and
    branches that stand beside one another share a page as long as they can be read.
    A node with more children than a sheet can hold is drawn with all of them on one
    sheet, which says that it is too small.

    Args:
        pohon: The tree.
        pandangan: What of it is drawn; all of it by default.
        halaman: The sheet; A4, lying, by default.

    Raises:
        TidakAdaError: The view names a node or a post that the tree hasn't.
        EkstraError: The library that lays it out is not installed.
        ProgramError: Graphviz was asked for and is not on this machine.

    >>> from sakip import CSF, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Terlayani"), "O1")])
    >>> len(draw_halaman(pohon))
    1
    """
    bagi = _Bagi(pohon, halaman or Halaman())
    pages = bagi.divide(pandangan or Pandangan())
    where = {id: number for number, page in enumerate(pages, start=1) for id in page.pandangan.akar}
    return tuple(
        render(bagi.compose(page, number, len(pages), where)) for number, page in enumerate(pages, start=1)
    )


@attrs.frozen
class _Bagi:
    """How a tree is divided among sheets.

    Attributes:
        pohon: The tree.
        halaman: The sheet.
    """

    pohon: PohonKinerja
    halaman: Halaman

    def compose(self, page: Tampilan, nomor: int, banyak: int, where: dict[str, int]) -> Susunan:
        """A page with its number, its folded branches with theirs."""
        if banyak == 1:
            return compose(page, self.halaman)
        kotak = tuple(
            attrs.evolve(item, halaman=there) if (there := where.get(item.simpul.id, 0)) > nomor else item
            for item in page.kotak
        )
        rincian = (*page.rincian, f"Halaman {nomor} dari {banyak}")
        return compose(attrs.evolve(page, kotak=kotak, rincian=rincian), self.halaman)

    def divide(self, pandangan: Pandangan) -> list[Tampilan]:
        """The pages, each before those that show what it folds."""
        pages: list[Tampilan] = []
        queue = [pandangan]
        while queue:
            asked = queue.pop()
            whole = view(self.pohon, asked)
            page = self._fold(whole)
            pages.append(page)
            queue.extend(reversed(self._next(asked, whole, page)))
        return pages

    def _fold(self, whole: Tampilan) -> Tampilan:
        """As many levels as can be read; one below the first in any case, or nothing would be gained."""
        page = whole
        for level in range(max((item.tingkat for item in whole.kotak), default=0) - 1, -1, -1):
            if level == 0 or self._reads(page):
                break
            page = view(self.pohon, attrs.evolve(whole.pandangan, kedalaman=level))
        return page

    def _next(self, asked: Pandangan, whole: Tampilan, page: Tampilan) -> list[Pandangan]:
        """What the page folds and was asked for: neighbours together while they can be read."""
        shown = {item.simpul.id for item in page.kotak}
        more = {item.induk for item in whole.kotak if item.simpul.id not in shown}
        groups: list[Pandangan] = []
        for item in page.kotak:
            if item.simpul.id not in more:
                continue
            alone = self._below(asked, (item.simpul.id,), item.tingkat)
            both = attrs.evolve(alone, akar=(*groups[-1].akar, item.simpul.id)) if groups else alone
            if groups and self._reads(view(self.pohon, both)):
                groups[-1] = both
            else:
                groups.append(alone)
        return groups

    def _reads(self, tampilan: Tampilan) -> bool:
        """Whether a page can be read, with the numbers that it will have."""
        where = dict.fromkeys((item.simpul.id for item in tampilan.kotak), _TERPANJANG)
        return self.compose(tampilan, _TERPANJANG - 1, _TERPANJANG, where).terbaca

    @staticmethod
    def _below(asked: Pandangan, akar: tuple[str, ...], tingkat: int) -> Pandangan:
        """The same view of a branch: it ends where the whole was asked to end."""
        depth = None if asked.kedalaman is None else asked.kedalaman - tingkat
        return attrs.evolve(asked, akar=akar, kedalaman=depth)
