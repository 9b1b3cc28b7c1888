"""Every box, band and line in its place; what the place is drawn with is another matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from sakip.gambar._isi import BIASA, Baris, Isi, fill_luar, flow
from sakip.gambar._pandangan import Arah
from sakip.gambar._tampilan import Kotak, Tampilan, group_tanda
from sakip.gambar._tata import Penata, lay_out, stretch
from sakip.model import NAMA_JENIS, JenisUjung, Ujung

_SELA = 16.0
"""Between two columns of boxes."""
_RAPAT = 7.0
"""Between two boxes of one column."""
_ANTAR = 36.0
"""Between two levels."""
_PINGGIR = 78.0
"""Where the names of the levels of a standing tree stand."""

_DI_LUAR = "Di luar pohon"

Titik = tuple[float, float]


@attrs.frozen
class Petak:
    """A box in its place.

    Attributes:
        isi: What stands in it.
        x: Its left edge.
        y: Its upper edge.
        lebar: Its width.
    """

    isi: Isi
    x: float
    y: float
    lebar: float

    @property
    def tengah(self) -> float:
        """Half of its width."""
        return self.x + self.lebar / 2

    @property
    def bawah(self) -> float:
        """Its lower edge."""
        return self.y + self.isi.tinggi

    @property
    def paruh(self) -> float:
        """Half of its height."""
        return self.y + self.isi.tinggi / 2

    @property
    def kanan(self) -> float:
        """Its right edge."""
        return self.x + self.lebar


@attrs.frozen
class Jenjang:
    """The band of a level: its place, and its name in lines."""

    x: float
    y: float
    lebar: float
    tinggi: float
    nama: str
    baris: tuple[Baris, ...]


@attrs.frozen
class Bagan:
    """A whole tree in its place, from 0, 0 on.

    Attributes:
        petak: The boxes of nodes.
        luar: The boxes of those outside.
        jenjang: The bands of the levels.
        ranting: The lines of the tree.
        lebar: The width of all of it.
        tinggi: Its height.
    """

    petak: tuple[Petak, ...]
    luar: tuple[Petak, ...]
    jenjang: tuple[Jenjang, ...]
    ranting: tuple[tuple[Titik, ...], ...]
    lebar: float
    tinggi: float

    @property
    def ujung(self) -> dict[str, Petak]:
        """The boxes by the end of a link that they stand for, as `str` of an `Ujung` writes it."""
        nodes = {str(Ujung(JenisUjung.SIMPUL, item.isi.kunci)): item for item in self.petak}
        return nodes | {item.isi.kunci: item for item in self.luar}


def arrange(tampilan: Tampilan, isi: Sequence[Isi], penata: Penata, lebar: float, tumpuk: int) -> Bagan:
    """Every box in its place.

    Args:
        tampilan: What is seen.
        isi: What stands in each of its boxes.
        penata: Which library lays the tree out.
        lebar: The width of a box.
        tumpuk: How many leaves of a standing tree may stand below one another, as in a list.

    Raises:
        EkstraError: That library is not installed.
    """
    if tampilan.pandangan.arah is Arah.TEGAK:
        return _stand(tampilan, isi, penata, lebar, tumpuk)
    return _lie(tampilan, isi, penata, lebar)


def _outside(tampilan: Tampilan, petak: Sequence[Petak], lebar: float) -> list[tuple[Isi, Petak]]:
    """Those outside, each with one of the boxes that it is linked to."""
    boxes = {str(Ujung(JenisUjung.SIMPUL, item.isi.kunci)): item for item in petak}
    marks = group_tanda(tampilan.tautan)
    peers: dict[Ujung, Petak] = {}
    for link in tampilan.tautan:
        for end, peer in ((link.dari, link.ke), (link.ke, link.dari)):
            if str(peer) in boxes:
                peers.setdefault(end, boxes[str(peer)])
    return [(fill_luar(str(end), name, lebar, marks[end]), peers[end]) for end, name in tampilan.luar.items()]


# --- from top to bottom ------------------------------------------------------------


def _stand(tampilan: Tampilan, isi: Sequence[Isi], penata: Penata, wide: float, tumpuk: int) -> Bagan:
    kotak, step = tampilan.kotak, wide + _SELA
    columns = _columns(kotak, tumpuk)
    order = {item.simpul.id: number for number, item in enumerate(kotak)}
    above = _above(columns, kotak, order)
    places = [start for start, _ in stretch(lay_out(above, penata), [step] * len(columns))]
    names = _names(kotak)
    tall = [_name_height(name) for name in names]
    for members in columns:
        level = kotak[members[0]].tingkat
        tall[level] = max(tall[level], _height(isi[number] for number in members))
    tops = _starts(tall, _ANTAR)
    petak: dict[int, Petak] = {}
    for members, x in zip(columns, places, strict=True):
        y = tops[kotak[members[0]].tingkat]
        for number in members:
            petak[number] = Petak(isi[number], _PINGGIR + _SELA / 2 + x, y, wide)
            y += isi[number].tinggi + _RAPAT
    boxes = tuple(petak[number] for number in range(len(kotak)))
    ranting = tuple(line for members in columns for line in _twigs(members, kotak, order, boxes))
    width = max((item.kanan for item in boxes), default=_PINGGIR + wide) + _SELA / 2
    bottom = tops[-1] + tall[-1] if tall else 0.0
    outside = tuple(_in_rows(_outside(tampilan, boxes, wide), width, bottom + _ANTAR, wide))
    if outside:
        names, tops = [*names, _DI_LUAR], [*tops, bottom + _ANTAR]
        tall = [*tall, max(_name_height(names[-1]), max(item.bawah for item in outside) - tops[-1])]
        bottom = tops[-1] + tall[-1]
    jenjang = tuple(
        Jenjang(0, top - _RAPAT, width, high + 2 * _RAPAT, name, _name_lines(name, top))
        for name, top, high in zip(names, tops, tall, strict=True)
    )
    return Bagan(boxes, outside, jenjang, ranting, width, bottom + _RAPAT)


def _columns(kotak: Sequence[Kotak], tumpuk: int) -> list[list[int]]:
    """What stands in one column: a box alone, or leaves that follow one another under one parent."""
    inner = {item.induk for item in kotak}
    columns: list[list[int]] = []
    last: dict[str, list[int]] = {}
    for number, item in enumerate(kotak):
        leaf = bool(item.induk) and item.simpul.id not in inner
        run = last.get(item.induk)
        if leaf and run is not None and len(run) < tumpuk:
            run.append(number)
            continue
        columns.append([number])
        if leaf:
            last[item.induk] = columns[-1]
        else:
            last.pop(item.induk, None)
    return columns


def _above(columns: Sequence[Sequence[int]], kotak: Sequence[Kotak], order: Mapping[str, int]) -> list[int]:
    """The column that each one hangs from; -1 for a root."""
    place = {number: column for column, members in enumerate(columns) for number in members}
    return [place[order[above]] if (above := kotak[members[0]].induk) else -1 for members in columns]


def _height(isi: Iterable[Isi]) -> float:
    return sum(item.tinggi + _RAPAT for item in isi) - _RAPAT


def _twigs(
    members: Sequence[int], kotak: Sequence[Kotak], order: Mapping[str, int], petak: Sequence[Petak]
) -> Iterator[tuple[Titik, ...]]:
    """The lines from a box to a column below it: into its top, or along its left edge to each of several."""
    first = petak[members[0]]
    if not (id := kotak[members[0]].induk):
        return
    above = petak[order[id]]
    turn = first.y - _ANTAR / 2
    if len(members) == 1:
        yield (above.tengah, above.bawah), (above.tengah, turn), (first.tengah, turn), (first.tengah, first.y)
        return
    trunk = first.x - _SELA / 2
    yield (
        (above.tengah, above.bawah),
        (above.tengah, turn),
        (trunk, turn),
        (trunk, petak[members[-1]].paruh),
    )
    for number in members:
        yield (trunk, petak[number].paruh), (petak[number].x, petak[number].paruh)


def _in_rows(luar: Sequence[tuple[Isi, Petak]], lebar: float, y: float, wide: float) -> Iterator[Petak]:
    """In columns of their own, each as near below its box as those before it leave room for."""
    step = wide + _SELA
    many = max(1, int((lebar - _PINGGIR) // step))
    column, tallest = 0, 0.0
    for item, peer in sorted(luar, key=lambda pair: pair[1].x):
        column = max(column, int((peer.x - _PINGGIR) // step))
        if column >= many:
            column, y, tallest = 0, y + tallest + _RAPAT, 0.0
        yield Petak(item, _PINGGIR + column * step, y, wide)
        column, tallest = column + 1, max(tallest, item.tinggi)


# --- from left to right --------------------------------------------------------------


def _lie(tampilan: Tampilan, isi: Sequence[Isi], penata: Penata, wide: float) -> Bagan:
    kotak, step = tampilan.kotak, wide + _ANTAR
    order = {item.simpul.id: number for number, item in enumerate(kotak)}
    names = [*_names(kotak), *[_DI_LUAR] * bool(tampilan.luar)]
    head = max((_name_height(name, wide) for name in names), default=0.0) + 2 * _RAPAT
    petak = {
        number: Petak(isi[number], kotak[number].tingkat * step + _SELA / 2, head + y, wide)
        for number, y in _heights(kotak, isi, order, penata)
    }
    boxes = tuple(petak[number] for number in range(len(kotak)))
    above = [order[item.induk] if item.induk else -1 for item in kotak]
    ranting = tuple(
        _branch(boxes[above[number]], box) for number, box in enumerate(boxes) if above[number] >= 0
    )
    outside, y = [], head
    for item, peer in sorted(_outside(tampilan, boxes, wide), key=lambda pair: pair[1].y):
        outside.append(Petak(item, (len(names) - 1) * step + _SELA / 2, max(y, peer.y), wide))
        y = outside[-1].bawah + _RAPAT
    bottom = max((item.bawah for item in (*boxes, *outside)), default=head) + _RAPAT
    jenjang = tuple(
        Jenjang(place * step, 0, wide + _SELA, bottom, name, _name_lines(name, _RAPAT, wide))
        for place, name in enumerate(names)
    )
    return Bagan(
        boxes, tuple(outside), jenjang, ranting, max(0.0, len(names) * step - _ANTAR + _SELA), bottom
    )


def _heights(
    kotak: Sequence[Kotak], isi: Sequence[Isi], order: Mapping[str, int], penata: Penata
) -> Iterator[tuple[int, float]]:
    """The upper edge of each box: in the middle of its room, leaves of one box in one room."""
    columns = _columns(kotak, len(kotak))
    above = _above(columns, kotak, order)
    tall = [_height(isi[number] for number in members) for members in columns]
    rooms = stretch(lay_out(above, penata), [high + _RAPAT for high in tall])
    for members, high, (start, end) in zip(columns, tall, rooms, strict=True):
        y = (start + end - high) / 2
        for number in members:
            yield number, y
            y += isi[number].tinggi + _RAPAT


def _branch(above: Petak, below: Petak) -> tuple[Titik, ...]:
    turn = below.x - _ANTAR / 2
    return (above.kanan, above.paruh), (turn, above.paruh), (turn, below.paruh), (below.x, below.paruh)


# --- levels ----------------------------------------------------------------------------


def _names(kotak: Sequence[Kotak]) -> list[str]:
    """What stands at each level, in words."""
    kinds: list[dict[str, None]] = []
    for item in kotak:
        if item.tingkat == len(kinds):
            kinds.append({})
        kinds[item.tingkat][NAMA_JENIS[item.simpul.jenis]] = None
    return [", ".join(level) for level in kinds]


def _name_height(name: str, lebar: float = _PINGGIR - _SELA) -> float:
    return flow([name], lebar, BIASA, 0)[1]


def _name_lines(name: str, y: float, lebar: float = _PINGGIR - _SELA) -> tuple[Baris, ...]:
    return flow([name], lebar, BIASA, y)[0]


def _starts(tall: Sequence[float], gap: float) -> list[float]:
    """Where each of some bands begins, one below the other."""
    starts, y = [], _RAPAT
    for high in tall:
        starts.append(y)
        y += high + gap
    return starts
