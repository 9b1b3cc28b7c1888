"""A picture fitted to its sheet: title, tree, legend and list of links, and how small it is printed."""

from __future__ import annotations

import itertools
import operator

import attrs

from sakip.gambar._bagan import Bagan, arrange
from sakip.gambar._halaman import Halaman
from sakip.gambar._isi import BIASA, KECIL, Baris, fill_kotak, flow, widest
from sakip.gambar._pandangan import Arah
from sakip.gambar._tampilan import Tampilan

TEPI = 8.0
"""The margin of a sheet in mm."""
TERBACA = 5.0
"""The smallest letters, in points, that can be read on paper without a glass."""
_TERBESAR = 0.35
"""Millimetres for a unit at most: a small tree is not blown up."""
_TERSEMPIT = 620.0
"""The narrowest that a picture may be, for the sake of its title."""
_POIN = 25.4 / 72
_JUDUL = 16.0
_TUMPUK = (1, 2, 3, 5, 8)
"""How many leaves of a standing tree are tried below one another."""
_LEBAR_TEGAK = 144.0
"""The width of a box of a standing tree."""
_LEBAR_MENDATAR = (150.0, 200.0, 270.0)
"""The widths that are tried for the boxes of a lying one."""
_TAK_TERBACA = 500
"""More boxes than can be read on a sheet, however wide they are."""
CONTOH = 46.0
"""The width of a sample in the legend."""
_BARIS_LEGENDA = 20.0
_SELA = 10.0


@attrs.frozen
class Kunci:
    """One entry of the legend.

    Attributes:
        teks: What it says.
        pita: The band that it explains; None for one that explains no band.
        relasi: Whether it explains the lines of links.
        x: Its left edge.
        y: Its upper edge.
    """

    teks: str
    pita: int | None
    relasi: bool
    x: float
    y: float


@attrs.frozen
class Susunan:
    """A picture with all of its parts in their places.

    Attributes:
        tampilan: What is seen.
        halaman: The sheet.
        bagan: The tree.
        kepala: The lines above it.
        y_bagan: Where it begins.
        legenda: The entries below it.
        kaki: The lines below those.
        lebar: The width of everything.
        tinggi: Its height.
    """

    tampilan: Tampilan
    halaman: Halaman
    bagan: Bagan
    kepala: tuple[Baris, ...]
    y_bagan: float
    legenda: tuple[Kunci, ...]
    kaki: tuple[Baris, ...]
    lebar: float
    tinggi: float

    @property
    def skala(self) -> float:
        """How many millimetres of the sheet a unit of the picture is."""
        wide, high = (side - 2 * TEPI for side in self.halaman.ukuran)
        return min(wide / self.lebar, high / self.tinggi, _TERBESAR)

    @property
    def terkecil(self) -> float:
        """The size in points of the smallest letters as printed."""
        return KECIL * self.skala / _POIN

    @property
    def terbaca(self) -> bool:
        """Whether it can be read as printed."""
        return self.terkecil >= TERBACA


def compose(tampilan: Tampilan, halaman: Halaman) -> Susunan:
    """A picture fitted to its sheet.

    As many leaves of a standing tree are set below one another, and the boxes of a
    lying one are made as wide, as make the picture largest.

    Args:
        tampilan: What is seen.
        halaman: The sheet.

    Raises:
        EkstraError: The library that lays it out is not installed.
    """
    bands = len(tampilan.pandangan.pita)
    found = []
    for wide, tries in itertools.groupby(_tries(tampilan, halaman), key=operator.itemgetter(0)):
        isi = [fill_kotak(item, wide, bands) for item in tampilan.kotak]
        for _, many in tries:
            found.append(_put_together(tampilan, halaman, arrange(tampilan, isi, halaman.penata, wide, many)))
    return max(found, key=lambda item: item.skala)


def _tries(tampilan: Tampilan, halaman: Halaman) -> list[tuple[float, int]]:
    """How wide a box is, and how many leaves stand below one another: whatever may be read."""
    if tampilan.pandangan.arah is Arah.MENDATAR:
        widths = _LEBAR_MENDATAR[-1:] if len(tampilan.kotak) > _TAK_TERBACA else _LEBAR_MENDATAR
        return [(wide, 1) for wide in widths]
    inner = {item.induk for item in tampilan.kotak}
    leaves = sum(item.simpul.id not in inner for item in tampilan.kotak)
    room = (halaman.ukuran[0] - 2 * TEPI) / (TERBACA * _POIN / KECIL) / (_LEBAR_TEGAK / 2)
    many = [*(many for many in _TUMPUK[:-1] if leaves <= many * room), _TUMPUK[-1]]
    return [(_LEBAR_TEGAK, item) for item in many]


def _put_together(tampilan: Tampilan, halaman: Halaman, bagan: Bagan) -> Susunan:
    width = max(bagan.lebar, _TERSEMPIT)
    title, y = flow([tampilan.judul], width, _JUDUL, 0)
    more, y = flow(tampilan.rincian, width, BIASA, y + 2)
    head = (*(attrs.evolve(line, tebal=True) for line in title), *more)
    top = y + _SELA
    y = top + bagan.tinggi + _SELA
    legend, y = _legend(tampilan, width, y)
    foot, y = flow((f"{item.tanda} {item.teks}" for item in tampilan.tautan), width, KECIL, y)
    return Susunan(tampilan, halaman, bagan, head, top, legend, foot, width, y)


def _legend(tampilan: Tampilan, lebar: float, y: float) -> tuple[tuple[Kunci, ...], float]:
    """The entries, as many in a row as there is room for."""
    bands = tampilan.pandangan.pita
    words: list[tuple[str, int | None, bool]] = [
        (str(item), place, False) for place, item in enumerate(bands)
    ]
    if bands:
        words.append(("tanpa angka; alasannya di dalam kotak", None, False))
    if tampilan.tautan:
        words.append(("relasi di luar cabang pohon", None, True))
    x, entries = 0.0, []
    for teks, pita, relasi in words:
        step = CONTOH + _SELA / 2 + widest([teks], BIASA) + 2 * _SELA
        if x and x + step > lebar:
            x, y = 0.0, y + _BARIS_LEGENDA
        entries.append(Kunci(teks, pita, relasi, x, y))
        x += step
    return tuple(entries), y + _BARIS_LEGENDA * bool(entries)
