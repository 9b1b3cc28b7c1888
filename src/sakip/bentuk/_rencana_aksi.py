"""Rencana Aksi: how a Perjanjian Kinerja is carried out, triwulan by triwulan."""

from __future__ import annotations

from collections.abc import Container
from typing import ClassVar

import attrs

from sakip.bentuk._bersama import check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.errors import PohonError
from sakip.model import Aktivitas, AnySimpul, Indikator, Kegiatan, Program, Sasaran, SubKegiatan
from sakip.periksa import check_a, check_items, to_tuple
from sakip.pohon import PohonKinerja, parents_first


@attrs.frozen(kw_only=True)
class BarisAksi:
    """One numbered row of a Rencana Aksi.

    Remarks and further cells of a row stand on the lowest thing that it names.

    Attributes:
        sasaran: The sasaran with the indikator of this row, and its targets for each triwulan.
        program: The program that serves it; None where the row names none.
        kegiatan: The kegiatan of that program.
        sub_kegiatan: Its sub kegiatan, each with its indikator and their targets.
        aksi: The steps of the last sub kegiatan, or of the lowest component there is, where
            the form goes down to them.

    >>> baris = BarisAksi(sasaran=Sasaran("S1", uraian="Meningkatnya kapasitas aparatur"),
    ...     sub_kegiatan=[SubKegiatan("SK1", nama="Penyediaan Jasa Surat Menyurat")])
    >>> [simpul.label for simpul in baris.simpul]
    ['Meningkatnya kapasitas aparatur', 'Penyediaan Jasa Surat Menyurat']
    """

    sasaran: Sasaran = attrs.field(validator=check_a(Sasaran, "a Sasaran"))
    program: Program | None = attrs.field(
        default=None, validator=attrs.validators.optional(check_a(Program, "a Program"))
    )
    kegiatan: Kegiatan | None = attrs.field(
        default=None, validator=attrs.validators.optional(check_a(Kegiatan, "a Kegiatan"))
    )
    sub_kegiatan: tuple[SubKegiatan, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(SubKegiatan, "a SubKegiatan")
    )
    aksi: tuple[Aktivitas, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Aktivitas, "an Aktivitas")
    )

    @property
    def rantai(self) -> tuple[AnySimpul, ...]:
        """From the sasaran down to the kegiatan, what the row names."""
        return tuple(item for item in (self.sasaran, self.program, self.kegiatan) if item is not None)

    @property
    def simpul(self) -> tuple[AnySimpul, ...]:
        """All that the row names, from the sasaran down."""
        return (*self.rantai, *self.sub_kegiatan, *self.aksi)


@attrs.frozen(kw_only=True)
class RencanaAksi:
    """A Rencana Aksi in the eleven columns of the perangkat daerah.

    Attributes:
        kepala: The head.
        baris: Its numbered rows. Rows that repeat a sasaran, a program or a kegiatan carry
            the same id for it.

    >>> RencanaAksi(baris=[BarisAksi(sasaran=Sasaran("S1", uraian="Menurunnya kriminalitas"))]).jenis
    'rencana_aksi'
    """

    jenis: ClassVar[str] = "rencana_aksi"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    baris: tuple[BarisAksi, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(BarisAksi, "a BarisAksi")
    )

    def to_pohon(self) -> PohonKinerja:
        """Sasaran, program, kegiatan, sub kegiatan, steps as a tree; what several rows repeat stands once.

        A repeated thing has the indikator of all its rows, and an indikator the targets of
        all of them; of targets for one period the first row's. A component that has the id of
        the sasaran of a row that names both is the one that delivers it, and stands for both.

        Raises:
            PohonError: One id names two different things.
            TidakAdaError: Rows hang each other in a circle.

        >>> satu = Sasaran("S1", uraian="Meningkatnya kapasitas aparatur")
        >>> aksi = RencanaAksi(baris=[BarisAksi(sasaran=satu, program=Program("P1")),
        ...     BarisAksi(sasaran=satu, program=Program("P2"))])
        >>> [simpul.id for simpul in aksi.to_pohon()]
        ['S1', 'P1', 'P2']
        """
        delivered = {baris.sasaran.id for baris in self.baris if _delivers(baris)}
        said: dict[str, AnySimpul] = {}
        nodes: dict[str, AnySimpul] = {}
        parents: dict[str, str | None] = {}
        for baris in self.baris:
            for simpul, above in _with_parents(baris, delivered):
                known = said if simpul is baris.sasaran and simpul.id in delivered else nodes
                known[simpul.id] = _merge(known.get(simpul.id), simpul)
                if parents.get(simpul.id) is None:  # a row that doesn't say where it hangs leaves it open
                    parents[simpul.id] = above
                elif above not in {None, parents[simpul.id]}:
                    raise _twice(simpul.id)
        rows = [_deliver(node, said.get(id)) for id, node in nodes.items()]
        ordered = parents_first(rows, lambda node: node.id, lambda node: parents[node.id])
        return grow(self.kepala, [(node, parents[node.id]) for node in ordered], self.jenis)


def _deliver(simpul: AnySimpul, sasaran: AnySimpul | None) -> AnySimpul:
    """A component that delivers a sasaran says what the sasaran says."""
    if sasaran is None:
        return simpul
    return attrs.evolve(
        simpul,
        uraian=simpul.uraian or sasaran.uraian,
        indikator=simpul.indikator or sasaran.indikator,
    )


def _delivers(baris: BarisAksi) -> bool:
    """Whether a component of a row has the id of its sasaran."""
    return any(item.id == baris.sasaran.id for item in baris.simpul[1:])


def _with_parents(baris: BarisAksi, delivered: Container[str]) -> list[tuple[AnySimpul, str | None]]:
    """What a row names, each with the id of what it hangs under; None where the row doesn't say."""
    said = baris.sasaran
    pairs: list[tuple[AnySimpul, str | None]] = [(said, None)]
    above = None if said.id in delivered else said.id
    for simpul in baris.rantai[1:]:
        pairs.append((simpul, above))
        above = simpul.id
    pairs += [(sub, above) for sub in baris.sub_kegiatan]
    lowest = baris.sub_kegiatan[-1].id if baris.sub_kegiatan else above
    return pairs + [(aksi, lowest) for aksi in baris.aksi]


def _merge(first: AnySimpul | None, again: AnySimpul) -> AnySimpul:
    """What was met before, with the indikator and targets that a further row adds."""
    if first is None:
        return again
    if type(first) is not type(again) or _tight(first.label) != _tight(again.label):
        raise _twice(first.id)
    more = {item.id: item for item in again.indikator}
    rows = [_add_target(item, more.pop(item.id, item)) for item in first.indikator]
    return attrs.evolve(first, indikator=(*rows, *more.values()))


def _tight(teks: str) -> str:
    """A name without its capitals and doubled blanks, which rows may print otherwise."""
    return " ".join(teks.casefold().split())


def _add_target(first: Indikator, again: Indikator) -> Indikator:
    known = {(item.periode, item.versi) for item in first.target}
    more = tuple(item for item in again.target if (item.periode, item.versi) not in known)
    return attrs.evolve(first, target=first.target + more) if more else first


def _twice(id: str) -> PohonError:
    return PohonError(
        id,
        "rows of the Rencana Aksi use this id for different things: give one of them another id",
        "id ini dipakai baris Rencana Aksi untuk hal yang berbeda",
    )
