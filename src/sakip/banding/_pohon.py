"""Two trees side by side, and one tree made into the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from sakip.banding._jalur import Kunci
from sakip.banding._perubahan import (
    Beda,
    JenisPerubahan,
    Perubahan,
    compare_dokumen,
    compare_values,
    merged_order,
)
from sakip.banding._terap import apply_to_value, check_sebelum
from sakip.errors import BedaError
from sakip.model import AnySimpul, JenisRelasi, Relasi
from sakip.pohon import Peran, PohonKinerja

_KEPALA = ("nama", "jenis", "instansi", "periode", "kebijakan")
_AKAR = None
"""The parent of a root."""


def compare_pohon(sebelum: PohonKinerja, sesudah: PohonKinerja) -> Beda:
    """What changed between two trees, known by the ids of their nodes.

    Args:
        sebelum: The first tree.
        sesudah: The second.

    Returns:
        Nodes that are new, gone, moved, put in another order, or changed in a part;
        likewise posts, links, and the head of the tree.

    >>> from sakip import CSF, Outcome
    >>> satu = PohonKinerja("Dinas Contoh")
    >>> satu.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Layanan"), "O1")])
    >>> dua = satu.copy()
    >>> _ = dua.replace(attrs.evolve(dua["C1"], uraian="Pelayanan"))
    >>> for item in compare_pohon(satu, dua):
    ...     print(item)
    C1 uraian: "Layanan" menjadi "Pelayanan"
    """
    changes = [
        *_compare_head(sebelum, sesudah),
        *_compare_simpul(sebelum, sesudah),
        *compare_values(tuple(sebelum.jabatan.values()), tuple(sesudah.jabatan.values()), ("jabatan",)),
        *_compare_relasi(sebelum, sesudah),
    ]
    return Beda(tuple(changes))


def diff(sebelum: Any, sesudah: Any) -> Beda:
    """What changed between two trees, or two forms of one kind.

    Nodes that are new, gone, moved, renamed, retargeted, given to another owner, or with
    other money: each change says what it is about, `Beda.about` picks some, printing the
    whole gives a table with counts, and `Beda.to_records` rows for a data frame.

    Args:
        sebelum: The first, such as the plan as first approved, or last year's.
        sesudah: The second, such as the plan as revised, or this year's.

    >>> from sakip import Outcome
    >>> murni = PohonKinerja("Dinas Contoh")
    >>> _ = murni.add(Outcome("O1", uraian="Sejahtra"))
    >>> perubahan = murni.copy()
    >>> _ = perubahan.replace(Outcome("O1", uraian="Sejahtera"))
    >>> print(diff(murni, perubahan))
    Perihal        Tempat     Sebelum   Sesudah
    ─────────────  ─────────  ────────  ─────────
    berganti nama  O1 uraian  Sejahtra  Sejahtera
    <BLANKLINE>
    1 perubahan: 1 berganti nama.
    """
    if isinstance(sebelum, PohonKinerja) and isinstance(sesudah, PohonKinerja):
        return compare_pohon(sebelum, sesudah)
    return compare_dokumen(sebelum, sesudah)


def _compare_head(sebelum: PohonKinerja, sesudah: PohonKinerja) -> Iterator[Perubahan]:
    for name in _KEPALA:
        before, after = getattr(sebelum, name), getattr(sesudah, name)
        if before != after:
            yield Perubahan(JenisPerubahan.DIUBAH, (name,), before, after)


def _parent_id(pohon: PohonKinerja, id: str) -> str | None:
    above = pohon.parent(id)
    return None if above is None else above.id


def _compare_simpul(sebelum: PohonKinerja, sesudah: PohonKinerja) -> Iterator[Perubahan]:
    for node in sebelum:
        if node.id not in sesudah:
            yield Perubahan(JenisPerubahan.HILANG, (), node, None, node.id)
    for node in sesudah:
        under = _parent_id(sesudah, node.id)
        if node.id not in sebelum:
            yield Perubahan(JenisPerubahan.BARU, (), None, node, node.id, under)
            continue
        if (was := _parent_id(sebelum, node.id)) != under:
            yield Perubahan(JenisPerubahan.DIPINDAH, ("induk",), was, under, node.id)
        yield from compare_values(sebelum[node.id], node, (), node.id)
    yield from _compare_orders(sebelum, sesudah)


def _children(pohon: PohonKinerja, id: str | None) -> list[str]:
    if id is not None and id not in pohon:
        return []
    return [item.id for item in (pohon.roots if id is _AKAR else pohon.children(id))]


def _compare_orders(sebelum: PohonKinerja, sesudah: PohonKinerja) -> Iterator[Perubahan]:
    for id in (_AKAR, *(node.id for node in sesudah)):
        after = _children(sesudah, id)
        if merged_order(_children(sebelum, id), after) != after:
            kept = tuple(item for item in _children(sebelum, id) if item in sesudah)
            yield Perubahan(JenisPerubahan.DIURUTKAN, ("anak",), kept, tuple(after), id or "")


def _compare_relasi(sebelum: PohonKinerja, sesudah: PohonKinerja) -> Iterator[Perubahan]:
    before, after = set(sebelum.relasi), set(sesudah.relasi)
    gone = [link for link in sebelum.relasi if link not in after]
    fresh = [link for link in sesudah.relasi if link not in before]
    owners = {link.dari: link for link in fresh if _is_ownership(link)}
    for link in gone:
        other = owners.pop(link.dari, None) if _is_ownership(link) else None
        if other is None:
            yield Perubahan(JenisPerubahan.HILANG, ("relasi", _link_key(link)), link, None)
        else:
            fresh.remove(other)
            yield Perubahan(JenisPerubahan.DIUBAH, ("relasi", "pemilik"), link, other, link.dari.id)
    for link in fresh:
        yield Perubahan(JenisPerubahan.BARU, ("relasi", _link_key(link)), None, link)


def _is_ownership(link: Relasi) -> bool:
    return link.jenis is JenisRelasi.PENUGASAN and link.peran == Peran.UTAMA.value


def _link_key(link: Relasi) -> Kunci:
    return Kunci((link.jenis.value, str(link.dari), str(link.ke)))


def apply_beda(pohon: PohonKinerja, beda: Beda | Iterable[Perubahan]) -> PohonKinerja:
    """A copy of a tree with changes put into force: all of them, or those that were chosen.

    Args:
        pohon: The tree; it stays as it is.
        beda: The changes, from `compare_pohon`, or from `compare_dokumen` of a form whose
            nodes are those of the tree; what the form knows beside its nodes is not the tree's.

    Raises:
        BedaError: A change doesn't fit: what it begins with is not what the tree has.
        PohonError: A rule of the tree would be broken.

    >>> from sakip import Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtra"))
    >>> baru = apply_beda(pohon, [Perubahan(JenisPerubahan.DIUBAH, ("uraian",), "Sejahtra", "Sejahtera", "O1")])
    >>> baru["O1"].uraian, pohon["O1"].uraian
    ('Sejahtera', 'Sejahtra')
    """
    work = _Susunan.of(pohon)
    for item in beda:
        work.apply(item)
    return work.build()


@attrs.define
class _Susunan:
    """What a tree is made of, taken apart so that changes may come in any order."""

    kepala: dict[str, Any]
    simpul: dict[str, AnySimpul]
    anak: dict[str | None, list[str]]
    jabatan: tuple[Any, ...]
    relasi: dict[Relasi, None]

    @classmethod
    def of(cls, pohon: PohonKinerja) -> _Susunan:
        return cls(
            {name: getattr(pohon, name) for name in _KEPALA},
            {node.id: node for node in pohon},
            {id: _children(pohon, id) for id in (_AKAR, *(node.id for node in pohon))},
            tuple(pohon.jabatan.values()),
            dict.fromkeys(pohon.relasi),
        )

    def apply(self, item: Perubahan) -> None:
        if item.jalur[:1] == ("relasi",):
            self._apply_relasi(item)
        elif item.simpul or item.jalur == ("anak",):
            self._apply_simpul(item)
        elif item.jalur[:1] == ("jabatan",):
            tail = attrs.evolve(item, jalur=item.jalur[1:])
            self.jabatan = apply_to_value(self.jabatan, tail)
        elif len(item.jalur) == 1 and item.jalur[0] in self.kepala:
            name = str(item.jalur[0])
            self.kepala[name] = apply_to_value(self.kepala[name], attrs.evolve(item, jalur=()))

    def _apply_simpul(self, item: Perubahan) -> None:
        if item.jalur == ("anak",):
            self._reorder(item)
        elif item.jenis is JenisPerubahan.BARU and not item.jalur:
            self._add(item)
        elif item.simpul not in self.simpul:
            raise BedaError(item.tempat, "there is no such node", "simpul itu tidak ada")
        elif item.jenis is JenisPerubahan.HILANG and not item.jalur:
            check_sebelum(self.simpul.pop(item.simpul), item)
            self._siblings(item.simpul).remove(item.simpul)
        elif item.jenis is JenisPerubahan.DIPINDAH:
            self._siblings(item.simpul).remove(item.simpul)
            self.anak.setdefault(item.sesudah, []).append(item.simpul)
        else:
            self.simpul[item.simpul] = apply_to_value(self.simpul[item.simpul], item)

    def _add(self, item: Perubahan) -> None:
        if item.simpul in self.simpul:
            raise BedaError(item.tempat, "there is such a node already", "simpul itu sudah ada")
        self.simpul[item.simpul] = item.sesudah
        self.anak.setdefault(item.bawah, []).append(item.simpul)

    def _siblings(self, id: str) -> list[str]:
        return next(family for family in self.anak.values() if id in family)

    def _reorder(self, item: Perubahan) -> None:
        family = self.anak.setdefault(item.simpul or _AKAR, [])
        wanted = [str(id) for id in item.sesudah if id in family]
        family[:] = [*wanted, *(id for id in family if id not in wanted)]

    def _apply_relasi(self, item: Perubahan) -> None:
        if item.sebelum is not None:
            if item.sebelum not in self.relasi:
                raise BedaError(item.tempat, "there is no such link", "tautan itu tidak ada")
            del self.relasi[item.sebelum]
        if item.sesudah is not None:
            self.relasi[item.sesudah] = None

    def build(self) -> PohonKinerja:
        pohon = PohonKinerja(**self.kepala)
        pohon.add_many(self._pairs())
        if left := self.simpul.keys() - {node.id for node in pohon}:
            raise BedaError(
                min(left), "the node that it hangs under is gone", "simpul di atasnya sudah tidak ada"
            )
        for jabatan in self.jabatan:
            pohon.add_jabatan(jabatan)
        for link in self.relasi:
            pohon.add_relasi(link)
        return pohon

    def _pairs(self) -> Iterator[tuple[AnySimpul, str | None]]:
        stack: list[tuple[str, str | None]] = [(id, None) for id in reversed(self.anak[_AKAR])]
        while stack:
            id, under = stack.pop()
            yield self.simpul[id], under
            stack += [(child, id) for child in reversed(self.anak.get(id, []))]
