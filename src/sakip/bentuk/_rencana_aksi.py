"""Rencana Aksi: how a Perjanjian Kinerja is carried out, triwulan by triwulan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import attrs

from sakip.bentuk._bersama import Pasangan, check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.model import SIMPUL, AnySimpul, Kegiatan, Program, Sasaran, SubKegiatan
from sakip.periksa import check_a, check_items, check_text, refuse, to_tuple
from sakip.pohon import PohonKinerja


@attrs.frozen(kw_only=True)
class BarisAksi:
    """One numbered row of a Rencana Aksi.

    Attributes:
        sasaran: The sasaran with the one indikator of this row, and its targets for each triwulan.
        program: The program that serves it; None where the row names none.
        kegiatan: The kegiatan of that program.
        sub_kegiatan: Its sub kegiatan, each with its indikator and their targets.
        keterangan: A remark.

    >>> from sakip import SubKegiatan
    >>> baris = BarisAksi(sasaran=Sasaran("S1", uraian="Meningkatnya kapasitas aparatur"),
    ...     sub_kegiatan=[SubKegiatan("SK1", nama="Penyediaan Jasa Surat Menyurat")])
    >>> len(baris.sub_kegiatan)
    1
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
    keterangan: str = attrs.field(default="", validator=check_text)

    @property
    def rantai(self) -> tuple[AnySimpul, ...]:
        """From the sasaran down to the kegiatan, what the row names."""
        return tuple(item for item in (self.sasaran, self.program, self.kegiatan) if item is not None)


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
        """Sasaran, program, kegiatan, sub kegiatan as a tree; what several rows repeat stands once.

        Raises:
            PohonError: One id names two different things.

        >>> satu = Sasaran("S1", uraian="Meningkatnya kapasitas aparatur")
        >>> aksi = RencanaAksi(baris=[BarisAksi(sasaran=satu, program=Program("P1")),
        ...     BarisAksi(sasaran=satu, program=Program("P2"))])
        >>> [simpul.id for simpul in aksi.to_pohon()]
        ['S1', 'P1', 'P2']
        """
        nodes: dict[str, AnySimpul] = {}
        parents: dict[str, str | None] = {}
        for baris in self.baris:
            above: str | None = None
            for simpul in baris.rantai:
                nodes[simpul.id] = _merge(nodes.get(simpul.id), simpul)
                parents.setdefault(simpul.id, above)
                above = simpul.id
            for sub in baris.sub_kegiatan:
                nodes[sub.id] = _merge(nodes.get(sub.id), sub)
                parents.setdefault(sub.id, above)
        return grow(self.kepala, [(node, parents[id]) for id, node in nodes.items()], self.jenis)


def _merge(first: AnySimpul | None, again: AnySimpul) -> AnySimpul:
    """What was met before, with the indikator that a further row adds."""
    if first is None:
        return again
    known = {item.id for item in first.indikator}
    more = tuple(item for item in again.indikator if item.id not in known)
    return attrs.evolve(first, indikator=first.indikator + more) if more else first


def _to_pasangan(value: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(tuple(item) if isinstance(item, list) else item for item in value)


def _check_pasangan(instance: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    kinds = tuple(SIMPUL.values())
    for item in value:
        good = isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], kinds)
        if not good or not (item[1] is None or isinstance(item[1], str)):
            raise refuse(instance, attribute, item, "pairs of a node and the id of its parent, or None,")


@attrs.frozen(kw_only=True)
class RencanaAksiIndividu:
    """A Rencana Aksi as a chain of results: hasil kerja, indikator, hasil kerja below it, indikator, steps.

    Attributes:
        kepala: The head.
        simpul: The nodes with the id of their parent: a `Sasaran` for each hasil kerja and
            an `Aktivitas` for each step, whose ``untuk_indikator`` says which indikator of
            the node above they answer to. A step's target stands on an indikator marked
            ``tersirat``.

    >>> RencanaAksiIndividu(simpul=[(Sasaran("S1", uraian="Meningkatnya penyuluhan"), None)]).jenis
    'rencana_aksi_individu'
    """

    jenis: ClassVar[str] = "rencana_aksi_individu"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    simpul: tuple[Pasangan, ...] = attrs.field(default=(), converter=_to_pasangan, validator=_check_pasangan)

    def to_pohon(self) -> PohonKinerja:
        """The chain as a tree.

        Raises:
            PohonError: An id is used twice, or a parent is not there.
        """
        return grow(self.kepala, self.simpul, self.jenis)
