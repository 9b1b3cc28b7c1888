"""What stands in a box, line by line, and how high that makes it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from sakip.gambar._hasil import Hasil
from sakip.gambar._tampilan import Kotak
from sakip.gambar._ukur import measure, wrap

KECIL, BIASA = 9.0, 11.0
"""The two sizes of letters."""
SELA = 7.0
"""Between a border and the text within."""
_TINGGI = 1.3
"""A line, in letters."""
TANDA = 6.0
"""The width of one of the marks that tell a band, with the space after it."""


@attrs.frozen
class Baris:
    """A line of text.

    Attributes:
        teks: The text.
        y: Its base line, from the top of the box.
        ukuran: The size of its letters.
        tebal: Whether it is bold.
    """

    teks: str
    y: float
    ukuran: float
    tebal: bool = False


@attrs.frozen
class Jalur:
    """The strip of one figure.

    Attributes:
        hasil: The figure.
        y: Its upper edge, from the top of the box.
        tinggi: Its height.
        baris: Its lines.
    """

    hasil: Hasil
    y: float
    tinggi: float
    baris: tuple[Baris, ...]


@attrs.frozen
class Isi:
    """A box with everything in its place.

    Attributes:
        kunci: The id of the node, or the name of who stands outside.
        judul: All of it in one text, for those who can't see it.
        baris: The lines.
        jalur: The strips of its figures.
        tinggi: Its height.
        kotak: The node; None for who stands outside.
    """

    kunci: str
    judul: str
    baris: tuple[Baris, ...]
    jalur: tuple[Jalur, ...]
    tinggi: float
    kotak: Kotak | None = None


class _Susun:
    """Lines below one another."""

    def __init__(self, lebar: float) -> None:
        self.lebar = lebar
        self.y = SELA - 2
        self.baris: list[Baris] = []

    def put(self, teks: str, ukuran: float, *, tebal: bool = False, lebar: float | None = None) -> None:
        """The lines of one text, with the space that they need."""
        for line in wrap(teks, lebar or self.lebar, ukuran, tebal=tebal):
            self.y += ukuran * _TINGGI
            self.baris.append(Baris(line, self.y - ukuran * (_TINGGI - 1), ukuran, tebal))


def fill_kotak(kotak: Kotak, lebar: float, banyak: int) -> Isi:
    """What stands in the box of a node.

    Args:
        kotak: The box.
        lebar: Its width.
        banyak: How many bands there are.
    """
    susun = _Susun(lebar - 2 * SELA)
    susun.put(kotak.kepala, KECIL, tebal=True)
    susun.put(kotak.simpul.label, BIASA)
    for teks in kotak.catatan:
        susun.put(teks, KECIL)
    top = susun.y + SELA - 1
    strips = _strips(kotak.hasil, lebar, top, banyak)
    bottom = strips[-1].y + strips[-1].tinggi if strips else top
    title = "\n".join(kotak.teks)
    return Isi(kotak.simpul.id, title, tuple(susun.baris), strips, bottom, kotak)


def fill_luar(kunci: str, nama: str, lebar: float, tanda: Iterable[str]) -> Isi:
    """What stands in the box of somebody outside."""
    susun = _Susun(lebar - 2 * SELA)
    susun.put(nama, BIASA)
    susun.put(", ".join(tanda), KECIL)
    return Isi(kunci, nama, tuple(susun.baris), (), susun.y + SELA - 1)


def _strips(hasil: Sequence[Hasil], lebar: float, y: float, banyak: int) -> tuple[Jalur, ...]:
    strips = []
    for item in hasil:
        susun = _Susun(lebar - 2 * SELA - (0 if item.pita is None else banyak * TANDA))
        susun.y = 1.5
        susun.put(str(item), KECIL, tebal=True)
        tall = susun.y + 3
        strips.append(Jalur(item, y, tall, tuple(attrs.evolve(line, y=line.y + y) for line in susun.baris)))
        y += tall
    return tuple(strips)


def flow(teks: Iterable[str], lebar: float, ukuran: float, y: float) -> tuple[tuple[Baris, ...], float]:
    """Paragraphs below one another from a height on, and where they end."""
    susun = _Susun(lebar)
    susun.y = y
    for item in teks:
        susun.put(item, ukuran)
    return tuple(susun.baris), susun.y


def widest(teks: Iterable[str], ukuran: float) -> float:
    """The width of the widest of some texts."""
    return max((measure(item, ukuran) for item in teks), default=0.0)
