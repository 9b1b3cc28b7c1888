"""Stage 5 of a Penjenjangan: cards become components in the place of the conditions that they deliver.

A card's condition is found by its sasaran, or else its name: the same wording counts first,
then the most alike from `AMBANG` on. A condition is looked for below the card's kegiatan, then
below its program, then everywhere. A component that is left over takes the condition
that most of the components below it stand under. What matches nothing hangs below its kegiatan
or program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from sakip.dokumen._baca.register import (
    KARTU_BERBEDA,
    KARTU_TANPA_KONDISI,
    KOMPONEN_TANPA_KARTU,
    KONDISI_BERPINDAH,
    KONDISI_LEWAT_BUKTI_LAIN,
)
from sakip.dokumen._bagian.padanan import compare, to_kunci
from sakip.dokumen._penjenjangan.bagan import KOMPONEN, SEMUA, Bagan, Bunyi, Cabang, Ukuran
from sakip.dokumen._penjenjangan.isian import join_pagu, join_target
from sakip.dokumen._penjenjangan.kartu import Kartu
from sakip.model import AnySimpul, Kegiatan, KondisiAntara, Program, SubKegiatan

_BUNYI, _ID = "bunyi", "id"
"""Why a condition is the one of a component: its wording, or its id, which also says its place."""


@attrs.define(eq=False)
class Komponen:
    """A component: its card, the names that it has, what it belongs to, and its node once found."""

    kelas: type[AnySimpul]
    kartu: Kartu | None
    induk: Komponen | None = None
    nama: list[Bunyi] = attrs.field(factory=list)
    node: Cabang | None = None
    sebab: str = ""

    @property
    def sasaran(self) -> str:
        """Its sasaran."""
        return self.kartu.sasaran.teks if self.kartu and self.kartu.sasaran else ""

    @property
    def bukti(self) -> list[str]:
        """The wordings that its condition is looked for by."""
        return [teks for teks in (self.sasaran, *(item.teks for item in self.nama[:1])) if teks]

    @property
    def ukuran(self) -> list[str]:
        """The wordings of its indikator, which its condition is looked for by at last."""
        return [row.nama for row in self.kartu.ukuran] if self.kartu else []


Scope: TypeAlias = Callable[[Komponen], Cabang | None]
"""The node that the condition of a component is looked for below."""


@attrs.define
class Penerjemah:
    """Puts components in the place of conditions.

    Attributes:
        bagan: The tree.
        kartu: The cards.
        judul: The lines above cards, each with a program and a kegiatan.
    """

    bagan: Bagan
    kartu: list[Kartu]
    judul: list[tuple[Bunyi | None, Bunyi | None]] = attrs.field(factory=list)
    komponen: list[Komponen] = attrs.field(factory=list)
    _nama: dict[tuple[Komponen | None, type[AnySimpul], str], Komponen] = attrs.field(factory=dict)
    _disebut: dict[int, Komponen] = attrs.field(factory=dict)
    _terpakai: set[Cabang] = attrs.field(factory=set)
    _kondisi: bool = False

    def translate(self) -> list[Komponen]:
        """Do it; the components, each with its node."""
        for kelas in KOMPONEN:
            for card in self.kartu:
                if card.kelas is kelas:
                    self._gather(card)
            self._gather_judul(kelas)
        self._kondisi = bool(self.bagan.of(KondisiAntara))
        self._match()
        for kelas in KOMPONEN:
            for item in self._of(kelas):
                self._apply(item)
        return self.komponen

    def _of(self, kelas: type[AnySimpul]) -> list[Komponen]:
        return [item for item in self.komponen if item.kelas is kelas]

    # --- components from cards ------------------------------------------------

    def _gather(self, card: Kartu) -> None:
        """A component of a card; a card that is printed again adds what is new."""
        program = self._named(card.program, Program, None) if card.kelas is not Program else None
        above = program
        if card.kelas is SubKegiatan and card.kegiatan is not None:
            above = self._named(card.kegiatan, Kegiatan, program)
        key = (above, card.kelas, _key(card.nama.teks) if card.nama else "")
        old = self._nama.get(key) if key[2] and card.kelas is not SubKegiatan else None
        known = None if old is None else old.kartu
        if old is not None and known is not None and card.id in {"", known.id}:
            self._again(old, known, card)
            return
        new = Komponen(card.kelas, card, above, [card.nama] if card.nama else [])
        self._nama.setdefault(key, new)
        self.komponen.append(new)

    def _gather_judul(self, kelas: type[AnySimpul]) -> None:
        """The components that lines above cards name."""
        for program, kegiatan in self.judul:
            above = self._named(program, Program, None)
            if kelas is Kegiatan:
                self._named(kegiatan, Kegiatan, above)

    def _named(self, nama: Bunyi | None, kelas: type[AnySimpul], induk: Komponen | None) -> Komponen | None:
        """The component that a line above cards names; a new one, without a card, where none is like it."""
        if nama is None:
            return None
        if found := self._disebut.get(id(nama)):
            return found
        key = (induk, kelas, _key(nama.teks))
        found = self._nama.get(key) or self._alike(nama.teks, kelas, induk)
        if found is None:
            found = Komponen(kelas, None, induk)
            self._nama[key] = found
            self.komponen.append(found)
        if all(item is not nama for item in found.nama):
            found.nama.append(nama)
        self._disebut[id(nama)] = found
        return found

    def _alike(self, nama: str, kelas: type[AnySimpul], induk: Komponen | None) -> Komponen | None:
        rows = [item for item in self._of(kelas)[:SEMUA] if item.induk is induk]
        near = max(rows, key=lambda item: _name_likeness(item, nama), default=None)
        return near if near is not None and _name_likeness(near, nama) else None

    def _again(self, lama: Komponen, old: Kartu, card: Kartu) -> None:
        """Check that a card that is printed again says the same."""
        bacaan = self.bagan.bacaan
        place = card.nama.petak[0] if card.nama else None
        lama.nama += [card.nama] if card.nama else []
        if card.sasaran is not None and old.sasaran is not None:
            if to_kunci(card.sasaran.teks) != to_kunci(old.sasaran.teks):
                bacaan.note(
                    KARTU_BERBEDA, card.sasaran.petak[0], teks=card.sasaran.teks, lama=old.sasaran.teks
                )
        else:
            old.sasaran = old.sasaran or card.sasaran
        for row in card.ukuran:
            self._again_ukuran(old, row)
        old.pagu = join_pagu(bacaan, old.pagu, card.pagu, place)
        old.kode = old.kode or card.kode
        old.keterangan = old.keterangan or card.keterangan
        for baru, pertama in ((card.kode, old.kode), (card.keterangan, old.keterangan)):
            if baru and baru != pertama:
                bacaan.note(KARTU_BERBEDA, place, teks=str(baru), lama=str(pertama))
        old.lain += card.lain

    def _again_ukuran(self, old: Kartu, row: Ukuran) -> None:
        known = next((item for item in old.ukuran if to_kunci(item.nama) == to_kunci(row.nama)), None)
        if known is None:
            if old.ukuran:
                place = next(iter(row.bunyi[0].petak), None)
                self.bagan.bacaan.note(KARTU_BERBEDA, place, teks=row.nama, lama=old.ukuran[0].nama)
            old.ukuran.append(row)
            return
        for target in row.target:
            join_target(self.bagan.bacaan, known, target, next(iter(row.bunyi[0].petak), None))

    # --- conditions for components --------------------------------------------

    def _match(self) -> None:
        """Find conditions from the top down, then from the bottom up for what is left."""
        for item in self.komponen:
            if item.kartu is not None and (node := self.bagan.by_id(item.kartu.id)) is not None:
                self._take(item, node, _ID)
        for kelas in KOMPONEN:
            rows = self._of(kelas)
            self._pair(rows, _below)
            self._pair(rows, _below_program)
            self._pair([item for item in rows if item.kartu], None)
            self._pair(rows, _below, ukuran=True)
        for kelas in (Kegiatan, Program):
            for item in self._of(kelas):
                self._take_above(item)

    def _pair(self, rows: list[Komponen], scope: Scope | None, *, ukuran: bool = False) -> None:
        """Give each component without a node the condition in its scope that it is most like.

        Args:
            rows: The components.
            scope: What gives the node whose conditions are looked through; None for all.
            ukuran: Whether its indikator says it, where neither its sasaran nor its name does.
        """
        found: list[tuple[float, float, int, int, Komponen, Cabang]] = []
        for place, item in enumerate(rows):
            above = None if scope is None else scope(item)
            words = item.ukuran if ukuran else item.bukti
            if item.node is not None or not words or (scope is not None and above is None):
                continue
            for order, node in enumerate(self._candidates(words, above)):
                scores = [node.likeness(teks) for teks in words]
                if max(scores):
                    found.append((-max(scores), -sum(scores), place, order, item, node))
        for likeness, _, _, _, item, node in sorted(found, key=lambda row: row[:4]):
            if item.node is None and node not in self._terpakai:
                exact = bool(item.sasaran) and node.likeness(item.sasaran) == -likeness
                other = "indikatornya" if ukuran else "namanya"
                self._take(item, node, _BUNYI if exact else f"{other} menyebut kondisi itu")

    def _candidates(self, words: list[str], scope: Cabang | None) -> Iterator[Cabang]:
        """The conditions that a component may take: those of the same wording, and some others."""
        same = (node for teks in words for node in self.bagan.same(teks))
        every = self.bagan.walk() if scope is None else scope.walk()
        some = self.bagan.some(node for node in every if node.kelas is KondisiAntara)
        for node in dict.fromkeys([*same, *some]):
            free = node.kelas is KondisiAntara and node not in self._terpakai
            if free and (scope is None or scope in node.atas):
                yield node

    def _take(self, item: Komponen, node: Cabang, sebab: str) -> None:
        if node not in self._terpakai:
            item.node, item.sebab = node, sebab
            self._terpakai.add(node)

    def _take_above(self, item: Komponen) -> None:
        """The condition that most of the components of this one stand under."""
        if item.node is not None:
            return
        below = [row.node for row in self.komponen if row.induk is item and row.node is not None]
        count = Counter(node.induk for node in below if node.induk is not None)
        for node, _ in count.most_common(1):
            if node.kelas is KondisiAntara:
                self._take(item, node, "kondisi di bawahnya dipenuhi komponen di bawahnya")

    # --- the tree -------------------------------------------------------------

    def _apply(self, item: Komponen) -> None:
        above = _node(item.induk) if item.induk and item.sebab != _ID else None
        node = item.node
        if node is not None and above is not None and (above is node or node in above.atas):
            node = None  # a component can't stand below itself
        if node is None:
            node = self._hang(item, above)
        elif above is not None and above not in node.atas:
            self._move(item, node, above)
        item.node = node
        node.kelas = item.kelas
        for bunyi in item.nama:
            self.bagan.name(node, bunyi)
        if item.kartu is not None:
            self._fill(node, item, item.kartu)

    def _hang(self, item: Komponen, above: Cabang | None) -> Cabang:
        """A node of its own for a component that no condition is found for."""
        letak = "sebagai akar" if above is None else f'di bawah "{above.label}"'
        place = next((bunyi.petak[0] for bunyi in item.nama if bunyi.petak), None)
        if item.kartu is None:
            nama = item.nama[0].teks
            self.bagan.bacaan.note(KOMPONEN_TANPA_KARTU, place, teks=nama, letak=letak)
        elif item.sasaran and self._kondisi:
            place = item.kartu.sasaran.petak[0] if item.kartu.sasaran else place
            label = item.kartu.label
            self.bagan.bacaan.note(KARTU_TANPA_KONDISI, place, teks=item.sasaran, nama=label, letak=letak)
        id = item.kartu.id if item.kartu else ""
        return self.bagan.add(item.kelas, None, above, id)

    def _move(self, item: Komponen, node: Cabang, above: Cabang) -> None:
        """Hang a condition below the component that stage 5 has it under; what stage 3 said is kept."""
        old = node.induk
        place = next((bunyi.petak[0] for bunyi in item.nama if bunyi.petak), None)
        if old is not None:
            self.bagan.bacaan.note(
                KONDISI_BERPINDAH, place, teks=node.uraian, lama=old.label, baru=above.label
            )
            if old not in above.atas:
                self.bagan.relasi.append((node, old))
        self.bagan.move(node, above)

    def _fill(self, node: Cabang, item: Komponen, card: Kartu) -> None:
        if card.sasaran is not None:
            other = item.sebab not in {_BUNYI, _ID}
            if other and node.uraian:
                self.bagan.bacaan.note(
                    KONDISI_LEWAT_BUKTI_LAIN,
                    card.sasaran.petak[0],
                    teks=card.sasaran.teks,
                    acuan=node.uraian,
                    sebab=item.sebab,
                )
            self.bagan.word(node, card.sasaran, utama=True, catat=not other)
        node.ukuran += card.ukuran
        node.pagu, node.kode = card.pagu, card.kode
        node.keterangan = node.keterangan or card.keterangan
        node.lain += card.lain


def _below(item: Komponen) -> Cabang | None:
    """The node of what a component belongs to."""
    return _node(item.induk)


def _below_program(item: Komponen) -> Cabang | None:
    """The node of the program that a sub kegiatan belongs to."""
    return None if item.induk is None else _node(item.induk.induk)


def _node(item: Komponen | None) -> Cabang | None:
    return None if item is None else item.node


def _key(nama: str) -> str:
    """The name of a component without the word that says its kind."""
    return to_kunci(nama).removeprefix("program ").removeprefix("kegiatan ")


def _name_likeness(item: Komponen, nama: str) -> float:
    return max((compare(_key(nama), _key(known.teks)) for known in item.nama), default=0.0)
