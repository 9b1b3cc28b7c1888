"""Cells that slid out of their columns, put back by what they are.

Where a table was pulled out of a page, a row may stand one column to the left, right of
the last column, or torn in two. Nothing is put back in a row whose cells may all stand
where they do. In any other row each cell goes to a column that takes what it is, in the
order of the row, so that as few cells as possible move, neighbours stay neighbours, and
nothing is named without what belongs to it.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

import attrs

from sakip.angka import clean_satuan
from sakip.dokumen._baca.judul import KolomTemu
from sakip.dokumen._baca.tabel import Larik, clean
from sakip.dokumen._bagian.triwulan import is_bagian


class Peran(enum.Enum):
    """What a column holds; one that may hold anything gets no cell of another column."""

    NOMOR = "nomor"
    TEKS = "teks"
    SATUAN = "satuan"
    TARGET = "target"
    UANG = "uang"
    KETERANGAN = "keterangan"
    BEBAS = "bebas"


class Sifat(enum.Enum):
    """What a cell is by itself."""

    BAGIAN = "bagian"
    SATUAN = "satuan"
    NOMOR = "nomor"
    NILAI = "nilai"
    PENDEK = "pendek"
    PANJANG = "panjang"


_TEMPAT: Mapping[Sifat, tuple[AbstractSet[Peran], AbstractSet[Peran]]] = {
    Sifat.BAGIAN: ({Peran.TARGET, Peran.BEBAS}, {Peran.TARGET}),
    Sifat.SATUAN: (set(Peran) - {Peran.NOMOR}, {Peran.SATUAN}),
    Sifat.NOMOR: (set(Peran), {Peran.NOMOR, Peran.TARGET, Peran.UANG}),
    Sifat.NILAI: (set(Peran), {Peran.TARGET, Peran.UANG}),
    Sifat.PENDEK: (set(Peran), {Peran.TEKS, Peran.KETERANGAN}),
    Sifat.PANJANG: ({Peran.TEKS, Peran.KETERANGAN, Peran.BEBAS}, {Peran.TEKS, Peran.KETERANGAN}),
}
"""For each kind of cell the columns that it may stay in, and those that it may be moved to."""

_NAMA_SATUAN = (
    "% persen bulan tahun triwulan semester hari jam orang org dokumen dok laporan kegiatan paket unit kali "
    "lembaga indeks nilai predikat poin skor rasio keluarga kk rumah desa kelurahan kecamatan buah set item "
    "data berkas surat layanan peserta kelompok organisasi ormas rekomendasi naskah sertifikat aplikasi "
    "sistem kasus perkara peraturan perda perangkat sekolah siswa hektar ha km m2 m3 ton kg rupiah"
)
SATUAN = frozenset(map(clean_satuan, _NAMA_SATUAN.split()))
"""Units that forms print, as `clean_satuan` spells them."""

_NOMOR = re.compile(r"\(?\d{1,3}[.)]{0,2}")
_NILAI = re.compile(r"[-–—]|(?:rp\.?\s*)?[<>≥≤]?\s*-?\d[\d.,\s]*(?:%|[^\W\d][\w./ -]{0,20})?", re.IGNORECASE)
_SELA, _PUTUS, _LUBANG, _TANPA_INDUK, _JARAK, _RAGU = 1.0, 1.0, 3.0, 0.5, 0.01, 2.5
"""What it costs to move a cell, to part neighbours, to name a thing without what belongs to it
(a program without its kegiatan; an indikator without what it measures), each column of the way,
and to leave a unit in a column of names."""


@attrs.frozen(kw_only=True)
class Aturan:
    """What the columns of a table hold and how they belong together.

    Attributes:
        peran: What each column holds, by its key; others may hold anything.
        rantai: Columns that are filled from some point on down to the end, such as program,
            kegiatan, sub kegiatan, indikator.
        satuan: Further units, as `clean_satuan` spells them.
    """

    peran: Mapping[str, Peran]
    rantai: tuple[tuple[str, ...], ...] = ()
    satuan: AbstractSet[str] = frozenset()

    def sifat(self, teks: str) -> Sifat:
        """What a cell is.

        >>> [Aturan(peran={}).sifat(teks).value for teks in ("TW 1 : -", "Orang/Bulan", "25 %", "WTP")]
        ['bagian', 'satuan', 'nilai', 'pendek']
        """
        if is_bagian(teks):
            return Sifat.BAGIAN
        known = SATUAN | self.satuan
        unit = clean_satuan(teks)
        if unit in known or (unit and all(part in known for part in unit.split("/"))):
            return Sifat.SATUAN
        if _NOMOR.fullmatch(teks):
            return Sifat.NOMOR
        if _NILAI.fullmatch(teks):
            return Sifat.NILAI
        return Sifat.PENDEK if len(teks) <= 30 and len(teks.split()) <= 3 else Sifat.PANJANG


@attrs.frozen
class Geseran:
    """A cell that was moved: the column of the sheet that it stands in, and the one that it is read as."""

    kolom: int
    menjadi: KolomTemu


def learn_satuan(larik: Iterable[Larik], aturan: Aturan) -> frozenset[str]:
    """The units that stand in the right column of a table."""
    texts = (
        teks for row in larik for item, teks in row.terisi if aturan.peran.get(item.kunci) is Peran.SATUAN
    )
    return frozenset(clean_satuan(teks) for teks in texts if aturan.sifat(teks) is Sifat.PENDEK)


_TERLEBAR = 60
"""Columns that a table may have for its rows to be put right."""


def realign(
    larik: Larik, aturan: Aturan, sebelum: Sequence[Geseran] = ()
) -> tuple[Larik, tuple[Geseran, ...]]:
    """A row with its cells in their columns, and what was moved.

    Args:
        larik: The row.
        aturan: What its columns hold.
        sebelum: What was moved in the row above: cells that stand below go the same way.
    """
    columns = sorted(larik.kolom, key=lambda item: item.kolom)
    cells = [(kolom, clean(teks)) for kolom, teks in larik.kisi.filled(larik.baris)]
    cells = [(kolom, teks) for kolom, teks in cells if teks]
    penata = _Penata.of(columns, cells, aturan, sebelum)
    if len(cells) > len(columns) or len(columns) > _TERLEBAR or not penata.is_wrong:
        return larik, ()
    way = penata.find()
    if way is None:
        return larik, ()
    kolom = tuple(attrs.evolve(columns[to], kolom=place) for (place, _), to in zip(cells, way, strict=True))
    moved = tuple(
        Geseran(place, columns[to])
        for (place, _), to in zip(cells, way, strict=True)
        if columns[to].kolom != place
    )
    return attrs.evolve(larik, kolom=kolom), moved


@attrs.frozen
class _Penata:
    """The cheapest way to put the cells of one row, in their order, into its columns.

    Attributes:
        kolom: The columns, from the left.
        sel: The cells, from the left: the column of the sheet, and the text.
        sifat: What each cell is.
        peran: What each column holds.
        sesudah: For a column the one that is filled where it is.
        induk: For a column of indikator the one of what they measure.
        ikut: Where the cells of the row above went, by their column.
        butuh_satuan: Whether the column of units holds none.
        tetap: The cells that are never moved: running numbers, and those of columns that
            may hold anything, such as ids.
    """

    kolom: Sequence[KolomTemu]
    sel: Sequence[tuple[int, str]]
    sifat: tuple[Sifat, ...]
    peran: tuple[Peran, ...]
    sesudah: Mapping[int, int]
    induk: Mapping[int, int]
    ikut: Mapping[int, KolomTemu]
    butuh_satuan: bool
    tetap: frozenset[int]

    @classmethod
    def of(
        cls,
        kolom: Sequence[KolomTemu],
        sel: Sequence[tuple[int, str]],
        aturan: Aturan,
        sebelum: Sequence[Geseran],
    ) -> _Penata:
        peran = tuple(aturan.peran.get(item.kunci, Peran.BEBAS) for item in kolom)
        sifat = tuple(aturan.sifat(teks) for _, teks in sel)
        letak = {item.kunci: index for index, item in enumerate(kolom)}
        chains = [[letak[kunci] for kunci in chain if kunci in letak] for chain in aturan.rantai]
        role_of = {item.kolom: role for item, role in zip(kolom, peran, strict=True)}
        held = {place: item for (place, _), item in zip(sel, sifat, strict=True)}
        return cls(
            kolom,
            sel,
            sifat,
            peran,
            {first: then for chain in chains for first, then in pairwise(chain)},
            {chain[-1]: chain[-2] for chain in chains if len(chain) > 1},
            {item.kolom: item.menjadi for item in sebelum},
            any(
                role is Peran.SATUAN and held.get(item.kolom) is not Sifat.SATUAN
                for role, item in zip(peran, kolom, strict=True)
            ),
            frozenset(
                number
                for number, (place, _) in enumerate(sel)
                if role_of.get(place) is Peran.BEBAS
                or (role_of.get(place) is Peran.NOMOR and sifat[number] is Sifat.NOMOR)
            ),
        )

    @property
    def is_wrong(self) -> bool:
        """Whether a cell stands where it can't belong. A figure alone is no sign of that, nor a unit."""
        places = {item.kolom: index for index, item in enumerate(self.kolom)}
        return any(
            place not in places or not self._stays(number, places[place])
            for number, (place, _) in enumerate(self.sel)
            if self.sifat[number] not in {Sifat.NILAI, Sifat.NOMOR}
        )

    def _stays(self, number: int, index: int) -> bool:
        return self.peran[index] in _TEMPAT[self.sifat[number]][0]

    def _cost(self, number: int, index: int) -> float | None:
        """What it costs to put a cell in a column; None where it can't stand there."""
        place, column = self.sel[number][0], self.kolom[index]
        if column.kolom == place:
            return self._doubt(number, index) if self._stays(number, index) else None
        if self.peran[index] not in _TEMPAT[self.sifat[number]][1] or number in self.tetap:
            return None
        follows = self.ikut.get(place) == column
        return (0.0 if follows else _SELA) + _JARAK * abs(column.kolom - place)

    def _doubt(self, number: int, index: int) -> float:
        """What it costs that a cell stays: a few words in a column of figures are a name as likely."""
        if self.sifat[number] is Sifat.SATUAN and self.peran[index] is Peran.TEKS:
            return _RAGU if self.butuh_satuan else 0.0
        words = self.sifat[number] is Sifat.PENDEK and self.peran[index] not in _TEMPAT[Sifat.PANJANG][0]
        return _SELA if words else 0.0

    def _step(self, number: int, index: int, before: int | None) -> float:
        """What it costs that a cell follows the one before it, which went to another column."""
        cost = 0.0
        if before is not None:
            place, previous = self.sel[number][0], self.sel[number - 1][0]
            same_way = self.kolom[index].kolom - place == self.kolom[before].kolom - previous
            cost += _PUTUS if place == previous + 1 and not same_way else 0.0
            cost += _LUBANG if self.sesudah.get(before, index) != index else 0.0
        return cost + (_TANPA_INDUK if self.induk.get(index, before) != before else 0.0)

    def find(self) -> list[int] | None:
        """For each cell the index of its column; None where no way has room for all."""
        ways: dict[int, tuple[float, list[int]]] = {}
        for number in range(len(self.sel)):
            ways = self._extend(number, ways)
        ends = [
            (cost + (_LUBANG if index in self.sesudah else 0.0), way) for index, (cost, way) in ways.items()
        ]
        return min(ends)[1] if ends else None

    def _extend(
        self, number: int, ways: dict[int, tuple[float, list[int]]]
    ) -> dict[int, tuple[float, list[int]]]:
        further: dict[int, tuple[float, list[int]]] = {}
        for index in range(len(self.kolom)):
            own = self._cost(number, index)
            if own is None:
                continue
            starts: list[tuple[float, list[int]]] = (
                [(own + self._step(number, index, None), [index])]
                if number == 0
                else [
                    (cost + own + self._step(number, index, before), [*way, index])
                    for before, (cost, way) in ways.items()
                    if before < index
                ]
            )
            if starts:
                further[index] = min(starts)
        return further
