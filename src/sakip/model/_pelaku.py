"""Who: the institution with its units, and the accountable posts. Never a person."""

from __future__ import annotations

import datetime as dt
import enum
import re
from typing import Any

import attrs

from sakip.errors import ModelError
from sakip.periksa import (
    check_date,
    check_id,
    check_items,
    check_pairs,
    check_text,
    to_pairs,
    to_texts,
    to_tuple,
)
from sakip.pilihan import to_enum


class JenisInstansi(enum.Enum):
    """What kind of institution it is; it decides which node may stand under which.

    >>> JenisInstansi("pemda").name
    'PEMDA'
    """

    PEMDA = "pemda"
    KEMENTERIAN_LEMBAGA = "kementerian_lembaga"
    BEBAS = "bebas"


@attrs.frozen(kw_only=True)
class Unit:
    """A unit of an institution.

    >>> Unit(id="sekretariat", nama="Sekretariat").induk
    ''
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    kode: str = attrs.field(default="", validator=check_text)
    induk: str = attrs.field(default="", validator=check_text)


@attrs.frozen(kw_only=True)
class Instansi:
    """The institution, with its units.

    Attributes:
        nama: Its name.
        kode: Its own code, such as ``1.06.0.00.0.00.01.0000``.
        wilayah: The region it belongs to.
        unit: Its units.

    >>> Instansi(nama="Dinas Sosial", wilayah="Kabupaten Kotawaringin Timur").kode
    ''
    """

    nama: str = attrs.field(validator=check_text)
    kode: str = attrs.field(default="", validator=check_text)
    wilayah: str = attrs.field(default="", validator=check_text)
    unit: tuple[Unit, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Unit, "a Unit")
    )

    @property
    def nama_lengkap(self) -> str:
        """The name with the region, where it does not say it itself.

        >>> Instansi(nama="Dinas Sosial", wilayah="Kabupaten Contoh").nama_lengkap
        'Dinas Sosial Kabupaten Contoh'
        >>> Instansi(nama="Dinas Sosial Kabupaten Contoh", wilayah="Kabupaten Contoh").nama_lengkap
        'Dinas Sosial Kabupaten Contoh'
        """
        if self.wilayah.casefold() in self.nama.casefold():
            return self.nama
        return f"{self.nama} {self.wilayah}"


class Atasan(enum.Enum):
    """What is known of a superior that is not named: nothing, or that there is none.

    >>> Jabatan(id="kadis", nama="Kepala Dinas").atasan
    <Atasan.TIDAK_DIKETAHUI: 'tidak_diketahui'>
    """

    TIDAK_DIKETAHUI = "tidak_diketahui"
    TIDAK_ADA = "tidak_ada"


def _check_atasan(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Atasan):
        check_id(instance, attribute, value)


class StatusPemangku(enum.Enum):
    """In what capacity a post is held.

    >>> StatusPemangku("plt").sebutan
    'Plt.'
    """

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"
    PJ = "pj"

    @property
    def sebutan(self) -> str:
        """What is printed before the post; nothing where it is held definitively."""
        return "" if self is StatusPemangku.DEFINITIF else f"{self.value.capitalize()}."


def _to_status(nilai: StatusPemangku | str) -> StatusPemangku:
    return to_enum(StatusPemangku, nilai, "Pemangku", "status")


_HARI = r"\d{4}-\d\d-\d\d"
_PEMANGKU = re.compile(rf"(?P<status>\w+)\.?(?:\s+({_HARI}))?(?:\s+s\.d\.\s+({_HARI}))?", re.ASCII)


@attrs.frozen
class Pemangku:
    """How a post is held in a stretch of time: the capacity and the days, never who it is.

    Attributes:
        status: The capacity.
        mulai: The first day; None where it is not known.
        sampai: The last day; None where it lasts, or is not known.

    Raises:
        ModelError: The last day is before the first.

    >>> import datetime as dt
    >>> pemangku = Pemangku("plt", dt.date(2025, 7, 1), dt.date(2025, 12, 31))
    >>> str(pemangku), dt.date(2025, 8, 17) in pemangku
    ('plt 2025-07-01 s.d. 2025-12-31', True)
    """

    status: StatusPemangku = attrs.field(converter=_to_status)
    mulai: dt.date | None = attrs.field(default=None, validator=check_date)
    sampai: dt.date | None = attrs.field(default=None, validator=check_date)

    def __attrs_post_init__(self) -> None:
        if self.mulai is not None and self.sampai is not None and self.sampai < self.mulai:
            raise ModelError("Pemangku", "sampai", str(self.sampai), f"a day not before {self.mulai}")

    @staticmethod
    def parse(teks: str) -> Pemangku:
        """Read what ``str`` gives back.

        Raises:
            ModelError: It is no such text.

        >>> Pemangku.parse("definitif 2024-01-02").sampai is None
        True
        """
        found = _PEMANGKU.fullmatch(teks.strip())
        if found is None:
            raise _no_pemangku(teks)
        try:
            days = [None if day is None else dt.date.fromisoformat(day) for day in found.group(2, 3)]
        except ValueError:
            raise _no_pemangku(teks) from None
        return Pemangku(found["status"].lower(), *days)

    def __contains__(self, tanggal: dt.date) -> bool:
        begun = self.mulai is None or self.mulai <= tanggal
        return begun and (self.sampai is None or tanggal <= self.sampai)

    def __str__(self) -> str:
        days = "" if self.mulai is None else f" {self.mulai}"
        return f"{self.status.value}{days}{'' if self.sampai is None else f' s.d. {self.sampai}'}"


def _no_pemangku(teks: str) -> ModelError:
    return ModelError("Pemangku", "teks", repr(teks), 'a text such as "plt 2025-07-01 s.d. 2025-12-31"')


@attrs.frozen(kw_only=True)
class Jabatan:
    """An accountable post; never a person.

    Attributes:
        id: Opaque and stable.
        nama: The post.
        jenjang: Its rank, such as ``jpt_pratama``, ``administrator``, ``fungsional``.
        unit: The id of its unit.
        atasan: The id of its superior, or an `Atasan`: unknown is not the same as none.
        tugas: Its duties, as printed.
        fungsi: Its functions, as printed.
        pemangku: How it is or was held, and when. Stretches may overlap, as where a Plh
            stands in for the holder; days of which none speaks are not known.
        keterangan: A remark.
        lain: Further cells of the source, as pairs of header and text.

    >>> Jabatan(id="sekretaris", nama="Sekretaris", atasan="kadis").atasan
    'kadis'
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    jenjang: str = attrs.field(default="", validator=check_text)
    unit: str = attrs.field(default="", validator=check_text)
    atasan: str | Atasan = attrs.field(default=Atasan.TIDAK_DIKETAHUI, validator=_check_atasan)
    tugas: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=check_items(str, "a text"))
    fungsi: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=check_items(str, "a text")
    )
    pemangku: tuple[Pemangku, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Pemangku, "a Pemangku")
    )
    keterangan: str = attrs.field(default="", validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_pairs, validator=check_pairs)

    def pemangku_pada(self, tanggal: dt.date) -> Pemangku | None:
        """How the post is held on a day, the capacity that began last before any other; None if unknown.

        >>> import datetime as dt
        >>> kadis = Jabatan(id="kadis", nama="Kepala Dinas", pemangku=[
        ...     Pemangku("definitif", dt.date(2024, 1, 2)), Pemangku("plh", dt.date(2025, 5, 1), dt.date(2025, 5, 9))])
        >>> [kadis.pemangku_pada(dt.date(2025, 5, day)).status.name for day in (9, 10)]
        ['PLH', 'DEFINITIF']
        """
        held = [item for item in self.pemangku if tanggal in item]
        return max(reversed(held), key=lambda item: item.mulai or dt.date.min, default=None)

    def sebutan_pada(self, tanggal: dt.date | None) -> str:
        """The post as it signs on a day, such as ``Plt. Kepala Dinas``; without a day its name.

        >>> import datetime as dt
        >>> kadis = Jabatan(id="kadis", nama="Kepala Dinas", pemangku=Pemangku("plt", dt.date(2025, 7, 1)))
        >>> kadis.sebutan_pada(dt.date(2025, 7, 1)), kadis.sebutan_pada(dt.date(2025, 6, 30))
        ('Plt. Kepala Dinas', 'Kepala Dinas')
        """
        held = None if tanggal is None else self.pemangku_pada(tanggal)
        return self.nama if held is None else f"{held.status.sebutan} {self.nama}".strip()
