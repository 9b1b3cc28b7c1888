"""Stage 4 of a Penjenjangan: conditions and their indikator, as lines or as a table.

A document's pages print the tree in boxes, of which a text keeps the words and not the places.
So each pair of a condition and its indikator is led back to a node by its wording; of several
that are alike, what the node is measured by counts, and that it stands near the one before.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.dokumen._baca.register import BARIS_TERBELAH, INDIKATOR_SEPERTI_KONDISI, INDUK_TIDAK_PADAN
from sakip.dokumen._bagian.padanan import best, compare, tight, to_kunci
from sakip.dokumen._penjenjangan.bagan import SEMUA, Bagan, Bunyi, Cabang, Ukuran
from sakip.dokumen._penjenjangan.isian import join_target, take_bunyi, take_ukuran
from sakip.dokumen._penjenjangan.urai import INDIKATOR, KONDISI, Alinea, BarisTabel, Potongan
from sakip.model import CSF, KondisiAntara, Outcome, Sasaran, Tujuan
from sakip.periode import Periode

_DEKAT = 0.2
"""What standing near counts beside the wording itself; and what it counts against a node
without nodes below it that it was printed already."""
_UKURAN = 0.1
"""What being measured alike counts."""


@attrs.define(eq=False)
class Kunjungan:
    """A place where stage 4 prints a node: its wording, and the indikator beside it."""

    bunyi: Bunyi | None
    id: str = ""
    ukuran: list[Ukuran] = attrs.field(factory=list)
    keterangan: str = ""
    lain: list[tuple[str, str]] = attrs.field(factory=list)


@attrs.define
class PembacaIndikator:
    """Reads stage 4.

    Attributes:
        bagan: The tree.
        periode: The year of targets that name none.
    """

    bagan: Bagan
    periode: Periode | None = None
    kunjungan: list[Kunjungan] = attrs.field(factory=list)
    _sebelum: Cabang | None = None
    _dilihat: set[Cabang] = attrs.field(factory=set)
    _tepat: set[Cabang] = attrs.field(factory=set)

    def read(self, potongan: Potongan) -> bool:
        """Take a piece where it is of this stage."""
        if isinstance(potongan, Alinea) and potongan.bagian.tahap == 4:
            return self._line(potongan)
        if isinstance(potongan, BarisTabel):
            own = potongan.jenis == "pohon" or (potongan.jenis == "sasaran" and potongan.bagian.tahap == 4)
            if own:
                self._row(potongan)
            return own
        return False

    def _line(self, alinea: Alinea) -> bool:
        """A condition, or the indikator of the one before."""
        bunyi = Bunyi(alinea.teks, alinea.bagian.nama, alinea.petak)
        last = self.kunjungan[-1] if self.kunjungan else None
        if last is not None and last.bunyi is not None and self._is_indikator(alinea.teks, last):
            last.ukuran.append(Ukuran([bunyi]))
        elif INDIKATOR.match(alinea.teks):
            return False
        else:
            self.kunjungan.append(Kunjungan(bunyi))
        self.bagan.take(bunyi)
        for place in alinea.petak[1:]:
            self.bagan.bacaan.note(BARIS_TERBELAH, place, teks=alinea.teks, sebab="kalimat berlanjut")
        return True

    def _is_indikator(self, teks: str, last: Kunjungan) -> bool:
        if INDIKATOR.match(teks):
            return True
        again = last.bunyi is not None and tight(teks) == tight(last.bunyi.teks)
        return not last.ukuran and (again or not KONDISI.match(teks))

    def _row(self, baris: BarisTabel) -> None:
        bacaan, larik, tempat = self.bagan.bacaan, baris.larik, baris.bagian.nama
        id = bacaan.take(larik, "id")
        bunyi = take_bunyi(bacaan, larik, "kinerja", tempat)
        if bunyi is not None or id or not self.kunjungan:
            last = self.kunjungan[-1] if self.kunjungan else None
            if last is None or not id or id != last.id:
                self.kunjungan.append(Kunjungan(bunyi, id))
        last = self.kunjungan[-1]
        if (ukuran := take_ukuran(bacaan, larik, self.periode, tempat)) is not None:
            last.ukuran.append(ukuran)
        last.keterangan = last.keterangan or bacaan.take(larik, "keterangan")
        last.lain += bacaan.take_lain(larik)

    # --- to the tree ----------------------------------------------------------

    def apply(self) -> None:
        """Lead all that was read back to nodes; one that is printed word for word is that line's alone."""
        words = (item.bunyi.teks for item in self.kunjungan if item.bunyi is not None)
        self._tepat = {node for teks in words for node in self.bagan.same(teks) if not node.anak}
        for item in self.kunjungan:
            node = self.bagan.by_id(item.id) or self._find(item) or self._hang(item)
            if item.bunyi is not None:
                self.bagan.word(node, item.bunyi)
            self._measure(node, item.ukuran)
            node.keterangan = node.keterangan or item.keterangan
            node.lain += item.lain
            self._sebelum = node
            self._dilihat.add(node)

    def _find(self, item: Kunjungan) -> Cabang | None:
        if item.bunyi is None or not item.bunyi.teks:
            return None
        same = [node for node in self.bagan.same(item.bunyi.teks) if _is_pohon(node)]
        rows = dict.fromkeys([*same, *self._near()])
        found = self._best(item, list(rows))
        if found is None:
            found = self._best(item, self.bagan.some(filter(_is_pohon, self.bagan.walk())))
        return found

    def _best(self, item: Kunjungan, rows: list[Cabang]) -> Cabang | None:
        """The node that fits best; one printed before does not, where another has the very wording."""
        near = set(self._near())
        teks = item.bunyi.teks if item.bunyi else ""
        alike = {node: likeness for node in rows if (likeness := node.likeness(teks))}
        exact = 1 in alike.values()
        scores = [
            (self._score(item, node, likeness, near), place, node)
            for place, (node, likeness) in enumerate(alike.items())
            if likeness == 1 or not ((exact and node in self._dilihat) or node in self._tepat)
        ]
        return min(scores, key=lambda row: (-row[0], row[1]))[2] if scores else None

    def _score(self, item: Kunjungan, node: Cabang, likeness: float, near: set[Cabang]) -> float:
        """How well a node fits whose wording is alike."""
        names = [bunyi.teks for row in node.ukuran for bunyi in row.bunyi]
        score = likeness + _UKURAN * max((best(row.nama, names) for row in item.ukuran), default=0.0)
        score += _DEKAT * (node in near)
        return score - _DEKAT * (node in self._dilihat and not node.anak)

    def _near(self) -> Iterator[Cabang]:
        """The nodes at most two steps from the one before."""
        node = self._sebelum
        if node is None:
            return
        yield node
        yield from node.anak[:SEMUA]
        if node.induk is not None:
            yield node.induk
            yield from node.induk.anak[:SEMUA]
            if node.induk.induk is not None:
                yield node.induk.induk
        for item in node.anak[:SEMUA]:
            yield from item.anak[:SEMUA]

    def _hang(self, item: Kunjungan) -> Cabang:
        """A condition that no stage before has: below the outcome or factor printed last."""
        above = self._sebelum
        while above is not None and above.kelas not in {Outcome, CSF}:
            above = above.induk
        if item.bunyi is not None and item.bunyi.petak and self.bagan.akar:
            letak = "sebagai akar" if above is None else f'di bawah "{above.uraian}"'
            self.bagan.bacaan.note(INDUK_TIDAK_PADAN, item.bunyi.petak[0], teks=item.bunyi.teks, letak=letak)
        return self.bagan.add(KondisiAntara, None, above, item.id)

    def _measure(self, node: Cabang, baru: list[Ukuran]) -> None:
        """Join what a node is measured by to what is known of it."""
        known = list(node.ukuran)
        for place, row in enumerate(baru):
            if row.nama and node.likeness(row.nama) == 1 and KONDISI.match(row.nama):
                where = next(iter(row.bunyi[0].petak), None)
                self.bagan.bacaan.note(INDIKATOR_SEPERTI_KONDISI, where, teks=row.nama)
            old = _same(known, row, place if len(baru) == len(known) else None)
            if old is None:
                node.ukuran.append(row)
                continue
            for bunyi in row.bunyi:
                self.bagan.measure(old, bunyi)
            old.satuan = old.satuan or row.satuan
            for target in row.target:
                join_target(self.bagan.bacaan, old, target, next(iter(row.bunyi[0].petak), None))


def _same(known: list[Ukuran], row: Ukuran, place: int | None) -> Ukuran | None:
    """The known indikator that one is: by its id, its wording, its place, or else the most alike."""
    if row.id:
        return next((item for item in known if item.id == row.id), None)
    key = to_kunci(row.nama)
    for item in known:
        if any(to_kunci(bunyi.teks) == key for bunyi in item.bunyi):
            return item
    if place is not None:
        return known[place]
    near = max(known, key=lambda item: _likeness(item, row.nama), default=None)
    return near if near is not None and _likeness(near, row.nama) else None


def _likeness(item: Ukuran, nama: str) -> float:
    return max(compare(nama, bunyi.teks) for bunyi in item.bunyi)


def _is_pohon(node: Cabang) -> bool:
    return node.kelas not in {Tujuan, Sasaran}
