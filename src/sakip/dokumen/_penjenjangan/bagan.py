"""The tree of a Penjenjangan while its stages are read: nodes that gather wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import BUNYI_DIPADANKAN, ISIAN_TAK_DIKENAL
from sakip.dokumen._bagian.padanan import compare, describe, tight, to_kunci
from sakip.dokumen._buka.kisi import Petak
from sakip.kode import AnyKode
from sakip.model import (
    CSF,
    AnySimpul,
    Dasar,
    Indikator,
    JenisInstansi,
    Kegiatan,
    KondisiAntara,
    Outcome,
    Pagu,
    Program,
    Relasi,
    Sasaran,
    Sebutan,
    SubKegiatan,
    Target,
    Tujuan,
)
from sakip.periode import Periode
from sakip.pohon import PohonKinerja, may_stand_under

KOMPONEN = (Program, Kegiatan, SubKegiatan)
"""What a condition is translated into, from the top."""
AWALAN: dict[type[AnySimpul], str] = {
    Outcome: "O",
    CSF: "CSF",
    KondisiAntara: "KA",
    Program: "P",
    Kegiatan: "K",
    SubKegiatan: "S",
    Tujuan: "T",
    Sasaran: "SS",
}
"""What the ids begin with that are made."""
SEMUA, SEMUA_BANDING = 400, 100_000
"""Nodes that one wording is compared with at most, and all wordings together; beyond them only
the same wording is found."""


@attrs.frozen
class Bunyi:
    """A wording, and where it is printed.

    Attributes:
        teks: The wording.
        tempat: The part of the document, such as ``Tahap 3``.
        petak: Its cells.
    """

    teks: str
    tempat: str = ""
    petak: tuple[Petak, ...] = ()


@attrs.define(eq=False)
class Ukuran:
    """What is gathered of an indikator; its first wording is its name."""

    bunyi: list[Bunyi]
    id: str = ""
    satuan: str = ""
    sumber: list[str] = attrs.field(factory=list)
    target: list[Target] = attrs.field(factory=list)
    keterangan: str = ""
    sebutan: list[Sebutan] = attrs.field(factory=list)
    lain: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def nama(self) -> str:
        """Its name."""
        return self.bunyi[0].teks


@attrs.define(eq=False)
class Cabang:
    """What is gathered of a node; its first wording is its uraian, its first name its nama."""

    kelas: type[AnySimpul]
    id: str = ""
    induk: Cabang | None = None
    anak: list[Cabang] = attrs.field(factory=list)
    bunyi: list[Bunyi] = attrs.field(factory=list)
    nama: list[Bunyi] = attrs.field(factory=list)
    ukuran: list[Ukuran] = attrs.field(factory=list)
    pagu: tuple[Pagu, ...] = ()
    kode: AnyKode | None = None
    dasar: Dasar = attrs.field(factory=Dasar)
    keterangan: str = ""
    sebutan: list[Sebutan] = attrs.field(factory=list)
    lain: list[tuple[str, str]] = attrs.field(factory=list)
    jabatan: str = ""

    @property
    def uraian(self) -> str:
        """Its condition."""
        return self.bunyi[0].teks if self.bunyi else ""

    @property
    def label(self) -> str:
        """What a reader knows it by."""
        return self.nama[0].teks if self.nama else self.uraian

    def walk(self) -> Iterator[Cabang]:
        """The node and all below it, from the top."""
        pending = [self]
        while pending:
            item = pending.pop()
            yield item
            pending.extend(reversed(item.anak))

    @property
    def atas(self) -> list[Cabang]:
        """What it stands under, from the nearest up."""
        found = []
        above = self.induk
        while above is not None:
            found.append(above)
            above = above.induk
        return found

    def likeness(self, teks: str) -> float:
        """How alike a wording is to the nearest of its own."""
        return max((compare(teks, item.teks) for item in self.bunyi), default=0.0)


@attrs.define
class Bagan:
    """The tree while it is read.

    Attributes:
        bacaan: The reading.
        akar: Its roots.
        relasi: Nodes that a component moved away from, with what they stood under before.
    """

    bacaan: Bacaan
    akar: list[Cabang] = attrs.field(factory=list)
    relasi: list[tuple[Cabang, Cabang]] = attrs.field(factory=list)
    _sisa: int = attrs.field(default=SEMUA_BANDING, init=False)
    _id: dict[str, Cabang] = attrs.field(factory=dict, init=False)
    _kunci: dict[str, list[Cabang]] = attrs.field(factory=dict, init=False)

    def walk(self) -> Iterator[Cabang]:
        """All nodes, from the top."""
        for item in self.akar:
            yield from item.walk()

    def of(self, *kelas: type[AnySimpul]) -> list[Cabang]:
        """The nodes of some kinds."""
        return [item for item in self.walk() if item.kelas in kelas]

    def by_id(self, id: str) -> Cabang | None:
        """The node of an id that the document prints."""
        return self._id.get(id)

    def add(self, kelas: type[AnySimpul], bunyi: Bunyi | None, induk: Cabang | None, id: str = "") -> Cabang:
        """Add a node with its first wording; an id that is taken is not given again."""
        node = Cabang(kelas, "" if id in self._id else id, induk)
        if node.id:
            self._id[id] = node
        (self.akar if induk is None else induk.anak).append(node)
        if bunyi is not None:
            self.word(node, bunyi)
        return node

    def move(self, node: Cabang, induk: Cabang | None) -> None:
        """Hang a node elsewhere."""
        (self.akar if node.induk is None else node.induk.anak).remove(node)
        node.induk = induk
        (self.akar if induk is None else induk.anak).append(node)

    def some(self, nodes: Iterable[Cabang]) -> list[Cabang]:
        """As many of some nodes as wordings are compared with, lest a long document take very long."""
        found = list(islice(nodes, min(SEMUA, self._sisa)))
        self._sisa -= len(found)
        return found

    # --- wordings -------------------------------------------------------------

    def take(self, bunyi: Bunyi) -> None:
        """Say that the cells of a wording are in the result."""
        self.bacaan.buku.put(Nasib.ISI, *bunyi.petak)

    def word(self, node: Cabang, bunyi: Bunyi, *, utama: bool = False, catat: bool = True) -> None:
        """Add a wording of the condition of a node.

        Args:
            node: The node.
            bunyi: The wording.
            utama: Whether it becomes its uraian.
            catat: Whether a wording that is only alike, or not at all, makes a finding.
        """
        known = to_kunci(bunyi.teks)
        if all(to_kunci(item.teks) != known for item in node.bunyi):
            self._kunci.setdefault(known, []).append(node)
        self._add(node.bunyi, bunyi, utama=utama, catat=catat)

    def same(self, teks: str) -> list[Cabang]:
        """The nodes that a wording is of, case, spaces and punctuation aside."""
        return self._kunci.get(to_kunci(teks), [])

    def name(self, node: Cabang, bunyi: Bunyi) -> None:
        """Add a name of a component."""
        self._add(node.nama, bunyi)

    def measure(self, ukuran: Ukuran, bunyi: Bunyi) -> None:
        """Add a wording of an indikator."""
        self._add(ukuran.bunyi, bunyi)

    def _add(self, known: list[Bunyi], bunyi: Bunyi, *, utama: bool = False, catat: bool = True) -> None:
        self.take(bunyi)
        if catat and known and all(to_kunci(bunyi.teks) != to_kunci(item.teks) for item in known):
            nearest = max(known, key=lambda item: compare(bunyi.teks, item.teks))
            self.bacaan.note(
                BUNYI_DIPADANKAN,
                bunyi.petak[0] if bunyi.petak else None,
                teks=bunyi.teks,
                acuan=nearest.teks,
                sebab=describe(compare(bunyi.teks, nearest.teks)),
            )
        known.insert(0 if utama else len(known), bunyi)

    # --- the end --------------------------------------------------------------

    def make(self, nama: str, periode: Periode | None) -> tuple[PohonKinerja, dict[Cabang, str]]:
        """The tree, and the id of every node in it; of a pemda where its places allow that, or else free."""
        ids = self._make_ids()
        kpi = self._make_kpi_ids(ids)
        nodes = list(self.walk())
        fits = all(
            may_stand_under(item.kelas.jenis, "" if item.induk is None else item.induk.kelas.jenis)
            for item in nodes
        )
        pohon = PohonKinerja(
            nama,
            periode=periode,
            jenis=JenisInstansi.PEMDA if fits else JenisInstansi.BEBAS,
        )
        pohon.add_many(
            (_to_simpul(item, ids[item], kpi), None if item.induk is None else ids[item.induk])
            for item in nodes
        )
        for dari, ke in self.relasi:
            places = dict.fromkeys(
                item.tempat for item in dari.bunyi if not item.tempat.startswith("Tahap 5")
            )
            pohon.add_relasi(
                Relasi(jenis="penerjemahan", dari=ids[dari], ke=ids[ke], tempat="; ".join(places))
            )
        return pohon, ids

    def _make_ids(self) -> dict[Cabang, str]:
        taken = {item.id for item in self.walk()}
        count: Counter[str] = Counter()
        ids: dict[Cabang, str] = {}
        for item in self.walk():
            awalan = AWALAN[item.kelas]
            ids[item] = item.id or _next(awalan, count, taken)
        return ids

    def _make_kpi_ids(self, ids: dict[Cabang, str]) -> dict[Ukuran, str]:
        taken: set[str] = set()
        found: dict[Ukuran, str] = {}
        rows = [(item, row) for item in self.walk() for row in item.ukuran]
        for _, row in rows:
            if row.id and row.id not in taken:
                found[row] = row.id
                taken.add(row.id)
            elif row.id:
                place = next(iter(row.bunyi[0].petak), None)
                self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=row.id, sebab="id indikator sudah dipakai")
        count: Counter[str] = Counter()
        for item, row in rows:
            if row not in found:
                own = f"IK-{ids[item]}"
                first = len(item.ukuran) == 1 and own not in taken
                found[row] = own if first else _next(f"{own}-", count, taken)
                taken.add(found[row])
        return found


def _next(awalan: str, count: Counter[str], taken: set[str]) -> str:
    while True:
        count[awalan] += 1
        if (id := f"{awalan}{count[awalan]}") not in taken:
            return id


def _to_simpul(item: Cabang, id: str, kpi: dict[Ukuran, str]) -> AnySimpul:
    more: dict[str, object] = {}
    names: tuple[Sebutan, ...] = ()
    if item.kelas in KOMPONEN:
        more = {"nama": item.nama[0].teks if item.nama else "", "kode": item.kode, "pagu": item.pagu}
        names = _others(item.nama, "nama")
    elif item.kelas is Outcome:
        more = {"dasar": item.dasar}
    return item.kelas(
        id,
        uraian=item.uraian,
        indikator=tuple(_to_indikator(row, kpi[row]) for row in item.ukuran),
        sebutan=(*_others(item.bunyi, "uraian"), *names, *item.sebutan),
        keterangan=item.keterangan,
        lain=item.lain,
        **more,  # type: ignore[arg-type]  # by the kind of the node
    )


def _to_indikator(row: Ukuran, id: str) -> Indikator:
    return Indikator(
        id=id,
        nama=row.nama,
        satuan=row.satuan,
        sumber_data=row.sumber,
        target=row.target,
        keterangan=row.keterangan,
        sebutan=(*_others(row.bunyi, "nama"), *row.sebutan),
        lain=row.lain,
    )


def _others(bunyi: Iterable[Bunyi], bagian: str) -> tuple[Sebutan, ...]:
    """The wordings beside the first, each once, with all places that print it."""
    rows = list(bunyi)
    own = {tight(item.teks) for item in rows[:1]}
    places: dict[str, tuple[str, list[str]]] = {}
    for item in rows[1:]:
        if (word := tight(item.teks)) not in own:
            places.setdefault(word, (item.teks, []))[1].append(item.tempat)
    return tuple(
        Sebutan(teks, "; ".join(dict.fromkeys(filter(None, tempat))), bagian=bagian)
        for teks, tempat in places.values()
    )
