"""Penjenjangan Kinerja: from the outcome down to programs and posts, in five stages."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

import attrs

from sakip.bentuk._bersama import check_kepala
from sakip.bentuk._kepala import Kepala
from sakip.model import CSF, AnySimpul, Komponen, Outcome, Sasaran, Tujuan
from sakip.periksa import check_a
from sakip.pohon import PohonKinerja

Jenjang: TypeAlias = tuple[AnySimpul | None, AnySimpul]
"""A node below what it stands under; None where it stands under nothing."""


@attrs.frozen(kw_only=True)
class Penjenjangan:
    """The five stages of a Penjenjangan Kinerja, which together make one tree.

    The stages are views of the tree: what one says of a node stands at that node.

    Attributes:
        kepala: The head.
        pohon: The tree.

    Acuan: PermenPANRB 89/2021.

    >>> from sakip import CSF, KondisiAntara, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Terlayani"), "O1"),
    ...     (KondisiAntara("K1", uraian="Tertangani"), "C1")])
    >>> bentuk = Penjenjangan(pohon=pohon)
    >>> [simpul.id for _, simpul in bentuk.tahap_2], [simpul.id for _, simpul in bentuk.tahap_3]
    (['C1'], ['K1'])
    """

    jenis: ClassVar[str] = "penjenjangan"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    pohon: PohonKinerja = attrs.field(validator=check_a(PohonKinerja, "a PohonKinerja"))

    def to_pohon(self) -> PohonKinerja:
        """The tree; a copy, so that the form stays as it was.

        >>> bentuk = Penjenjangan(pohon=PohonKinerja("Dinas Contoh"))
        >>> bentuk.to_pohon() == bentuk.pohon, bentuk.to_pohon() is bentuk.pohon
        (True, False)
        """
        return self.pohon.copy()

    @property
    def tahap_1(self) -> tuple[Outcome, ...]:
        """The outcomes, each with its grounds."""
        return tuple(item for item in self.pohon if isinstance(item, Outcome))

    @property
    def tahap_2(self) -> tuple[Jenjang, ...]:
        """The critical success factors, each below its outcome."""
        return tuple((self.pohon.parent(item.id), item) for item in self.pohon if isinstance(item, CSF))

    @property
    def tahap_3(self) -> tuple[Jenjang, ...]:
        """The conditions, each below what it is needed for; one that a component delivers is that component."""
        return tuple(
            (self.pohon.parent(item.id), item)
            for item in self.pohon
            if not isinstance(item, Outcome | CSF | Tujuan | Sasaran)
        )

    @property
    def tahap_4(self) -> tuple[AnySimpul, ...]:
        """The tree of outcome, factors and conditions, whose indikator are set in this stage."""
        return tuple(item for item in self.pohon if not isinstance(item, Tujuan | Sasaran))

    @property
    def tahap_5(self) -> tuple[AnySimpul, ...]:
        """What the tree is translated into: tujuan and sasaran of the plans, and components."""
        return tuple(item for item in self.pohon if isinstance(item, Tujuan | Sasaran | Komponen))
