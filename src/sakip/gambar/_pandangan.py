"""What of a tree is drawn, and how it is laid: one value that every picture takes."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from sakip.capaian import LaporanCapaian, LaporanSimpul
from sakip.model import SIMPUL
from sakip.periksa import check_bool, check_text, refuse, to_texts
from sakip.pilihan import to_enum
from sakip.skala import Pita, Skala

SKALA_NETRAL = Skala(
    "SKALA_NETRAL",
    "bukan peraturan: hanya memisahkan capaian yang sampai 100 % dari yang belum",
    [Pita(100, "mencapai 100 %"), Pita(None, "di bawah 100 %")],
)
"""The two bands of a picture whose policy has none: it says no more than the figure does.

>>> SKALA_NETRAL.pita_for("99.9").label
'di bawah 100 %'
"""


class Arah(enum.Enum):
    """Which way a tree grows: ``tegak`` from top to bottom, ``mendatar`` from left to right.

    >>> Arah("tegak") is Arah.TEGAK
    True
    """

    TEGAK = "tegak"
    MENDATAR = "mendatar"


def _to_arah(nilai: Arah | str) -> Arah:
    return to_enum(Arah, nilai, "Pandangan", "arah")


def _check_texts(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    for item in value:
        check_text(instance, attribute, item)


def _check_jenis(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    _check_texts(instance, attribute, value)
    for item in value:
        if item not in SIMPUL:
            raise refuse(instance, attribute, item, f"one of {', '.join(SIMPUL)}")


def _check_kedalaman(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and (type(value) is not int or value < 0):
        raise refuse(instance, attribute, value, "a whole number from 0, or None")


def _check_laporan(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, LaporanCapaian | LaporanSimpul):
        raise refuse(instance, attribute, value, "a LaporanCapaian or a LaporanSimpul")


def _check_skala(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Skala):
        raise refuse(instance, attribute, value, "a Skala or None")


@attrs.frozen(kw_only=True)
class Pandangan:
    """What of a tree is drawn; without anything, all of it.

    A branch that is folded says how many nodes it hides.

    Attributes:
        akar: The ids of the nodes that the picture begins with; empty for the roots of the tree.
        kedalaman: How many levels below them are drawn; None for all.
        jenis: The kinds of nodes below which nothing is drawn, such as ``program``.
        jabatan: The id of a post: only what it owns or supports is drawn, and the path to it.
        pemilik: Whether a box names the post that owns the node.
        relasi: Whether the links beside the tree are drawn, those to outside parties included.
        arah: Which way the tree grows.
        laporan: The capaian that the boxes are coloured by: of the indikator, or what
            `sakip.capaian.roll_up` made of them for the nodes.
        skala: The bands of the colours; None for those of the policy of *laporan*, and where
            it has none, for `SKALA_NETRAL`.

    Raises:
        ModelError: An attribute holds what it cannot; the message names it.

    >>> Pandangan(kedalaman=2, jenis="program").jenis
    ('program',)
    """

    akar: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=_check_texts)
    kedalaman: int | None = attrs.field(default=None, validator=_check_kedalaman)
    jenis: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=_check_jenis)
    jabatan: str = attrs.field(default="", validator=check_text)
    pemilik: bool = attrs.field(default=True, validator=check_bool)
    relasi: bool = attrs.field(default=True, validator=check_bool)
    arah: Arah = attrs.field(default=Arah.TEGAK, converter=_to_arah)
    laporan: LaporanCapaian | LaporanSimpul | None = attrs.field(default=None, validator=_check_laporan)
    skala: Skala | None = attrs.field(default=None, validator=_check_skala)

    @property
    def pita(self) -> tuple[Pita, ...]:
        """The bands that the figures are coloured by, highest first; none without a report.

        >>> Pandangan(skala=SKALA_NETRAL).pita
        ()
        """
        return () if self.laporan is None else self.pakai.pita

    @property
    def pakai(self) -> Skala:
        """The scale that is in use."""
        asked = self.skala or (None if self.laporan is None else self.laporan.kebijakan.skala)
        return asked or SKALA_NETRAL
