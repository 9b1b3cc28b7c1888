"""Perjanjian Kinerja: what one post promises the post above it for a year."""

from __future__ import annotations

from typing import ClassVar

import attrs

from sakip.bentuk._bersama import BERPAGU, Berpagu, check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.model import Sasaran
from sakip.periksa import check_items, check_text, to_tuple
from sakip.pohon import PohonKinerja


@attrs.frozen(kw_only=True)
class PerjanjianKinerja:
    """A Perjanjian Kinerja: the statement page and its lampiran.

    Attributes:
        kepala: The head.
        pihak_pertama: The post that promises.
        pihak_kedua: The post that it promises to; empty where there is none, as for a
            kepala daerah.
        sasaran: What is promised: each sasaran with its indikator and their targets, for
            the year and, where the form has them, for each triwulan.
        anggaran: The programs (kegiatan, sub kegiatan) that it is done with, and their money.

    Acuan: PermenPANRB 53/2014, lampiran I.

    >>> from sakip import Indikator, Program, Sasaran
    >>> pk = PerjanjianKinerja(
    ...     kepala=Kepala(instansi="Dinas Sosial", periode=2025), pihak_pertama="Kepala Dinas Sosial",
    ...     sasaran=[Sasaran("S1", uraian="Meningkatnya PPKS yang tertangani", indikator=[
    ...         Indikator(id="IK1", nama="Persentase PPKS tertangani", target={2025: "93,59 %"})])],
    ...     anggaran=[Program("P1", nama="Rehabilitasi Sosial", pagu={2025: 306_749_630})])
    >>> pk.jenis, len(pk.to_pohon())
    ('perjanjian_kinerja', 2)
    """

    jenis: ClassVar[str] = "perjanjian_kinerja"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    pihak_pertama: str = attrs.field(default="", validator=check_text)
    pihak_kedua: str = attrs.field(default="", validator=check_text)
    sasaran: tuple[Sasaran, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Sasaran, "a Sasaran")
    )
    anggaran: tuple[Berpagu, ...] = attrs.field(
        default=(),
        converter=to_tuple,
        validator=check_items(BERPAGU, "a Program, a Kegiatan or a SubKegiatan"),
    )

    def to_pohon(self) -> PohonKinerja:
        """Its sasaran and its components as a tree of roots; the form doesn't say what serves what.

        A component that has the id of a sasaran is the one that delivers it, and stands for both.

        Raises:
            PohonError: Two of them have one id otherwise.
        """
        said = {item.id: item for item in self.sasaran}
        parts = {item.id: _deliver(item, said.get(item.id)) for item in self.anggaran}
        first: list[Sasaran | Berpagu] = [parts.pop(item.id, item) for item in self.sasaran]
        rest = [item for item in self.anggaran if item.id not in said]
        return grow(self.kepala, [(item, None) for item in (*first, *rest)], self.jenis)


def _deliver(komponen: Berpagu, sasaran: Sasaran | None) -> Berpagu:
    """A component with what the form says of the sasaran that it delivers."""
    if sasaran is None:
        return komponen
    return attrs.evolve(
        komponen,
        uraian=komponen.uraian or sasaran.uraian,
        indikator=komponen.indikator or sasaran.indikator,
    )
