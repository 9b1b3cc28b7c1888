"""Typed links that are not the tree."""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from sakip.angka import to_optional_decimal
from sakip.errors import TipeError
from sakip.periksa import check_id, check_text
from sakip.pilihan import to_enum


class JenisUjung(enum.Enum):
    """What an end of a relasi is.

    >>> JenisUjung("luar") is JenisUjung.LUAR
    True
    """

    SIMPUL = "simpul"
    INDIKATOR = "indikator"
    JABATAN = "jabatan"
    LUAR = "luar"


def _to_jenis_ujung(nilai: JenisUjung | str) -> JenisUjung:
    return to_enum(JenisUjung, nilai, "Ujung", "jenis")


@attrs.frozen
class Ujung:
    """An end of a relasi: a node, indikator or jabatan by its id, or an outside party by its name.

    >>> str(Ujung("simpul", "K1"))
    'simpul:K1'
    """

    jenis: JenisUjung = attrs.field(converter=_to_jenis_ujung)
    id: str = attrs.field(validator=check_id)

    @staticmethod
    def parse(nilai: Ujung | str) -> Ujung:
        """Read ``simpul:K1``; a text without a kind is the id of a node.

        >>> Ujung.parse("luar:Bappeda").jenis.name, Ujung.parse("K1").jenis.name
        ('LUAR', 'SIMPUL')
        """
        if isinstance(nilai, Ujung):
            return nilai
        if not isinstance(nilai, str):
            raise TipeError(type(nilai).__name__, 'pass an Ujung, or a text such as "simpul:K1"')
        kind, colon, name = nilai.partition(":")
        if colon and kind in _UJUNG:
            return Ujung(JenisUjung(kind), name)
        return Ujung(JenisUjung.SIMPUL, nilai)

    def __str__(self) -> str:
        return f"{self.jenis.value}:{self.id}"


_UJUNG = {item.value for item in JenisUjung}


class JenisRelasi(enum.Enum):
    """What a relasi says.

    >>> JenisRelasi("crosscutting").name
    'CROSSCUTTING'
    """

    PENUGASAN = "penugasan"
    PENERJEMAHAN = "penerjemahan"
    DUKUNGAN = "dukungan"
    CROSSCUTTING = "crosscutting"
    INDIKATOR_SAMA = "indikator_sama"
    INDIKATOR_TURUNAN = "indikator_turunan"
    INDIKATOR_KOMPONEN = "indikator_komponen"


CARA_LANGSUNG = ("aspek", "wilayah", "beban", "sama")
"""How an indikator is handed down directly: its target divided by aspect, region or load, or whole to one."""


def _to_jenis_relasi(nilai: JenisRelasi | str) -> JenisRelasi:
    return to_enum(JenisRelasi, nilai, "Relasi", "jenis")


def _to_ujung(nilai: Ujung | str) -> Ujung:
    return Ujung.parse(nilai)


@attrs.frozen(kw_only=True)
class Relasi:
    """A typed link that is not the tree. Roll-ups never follow it unless asked.

    Attributes:
        jenis: What it says.
        dari: One end; ``"simpul:K1"`` and the id of a node are taken.
        ke: The other end.
        peran: The role, such as ``utama`` or ``pendukung``.
        bobot: A weight, where there is one.
        status: Where an agreement stands, such as ``menunggu``, ``disetujui``, ``ditolak``.
        alasan: Why it stands so, such as the reason of a refusal.
        tempat: Where it is printed.
        keterangan: A remark.

    >>> relasi = Relasi(jenis="penugasan", dari="O1", ke="jabatan:kadis", peran="utama")
    >>> relasi.ke.jenis.name
    'JABATAN'
    """

    jenis: JenisRelasi = attrs.field(converter=_to_jenis_relasi)
    dari: Ujung = attrs.field(converter=_to_ujung)
    ke: Ujung = attrs.field(converter=_to_ujung)
    peran: str = attrs.field(default="", validator=check_text)
    bobot: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    status: str = attrs.field(default="", validator=check_text)
    alasan: str = attrs.field(default="", validator=check_text)
    tempat: str = attrs.field(default="", validator=check_text)
    keterangan: str = attrs.field(default="", validator=check_text)

    @property
    def langsung(self) -> bool:
        """Whether it hands an indikator down directly: the first is the second, or a share of it.

        Acuan: PermenPANRB 8/2021, on direct cascading.

        >>> Relasi(jenis="indikator_turunan", dari="indikator:IK1a", ke="indikator:IK1", peran="wilayah").langsung
        True
        >>> Relasi(jenis="indikator_turunan", dari="indikator:IK2", ke="indikator:IK1", peran="antara").langsung
        False
        """
        if self.dari.jenis is not JenisUjung.INDIKATOR or self.ke.jenis is not JenisUjung.INDIKATOR:
            return False
        shared = self.jenis is JenisRelasi.INDIKATOR_TURUNAN and self.peran in CARA_LANGSUNG
        return shared or self.jenis is JenisRelasi.INDIKATOR_SAMA
