"""Who: the institution with its units, and the accountable posts. Never a person."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from sakip.periksa import check_id, check_items, check_pairs, check_text, to_pairs, to_texts, to_tuple


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
    keterangan: str = attrs.field(default="", validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_pairs, validator=check_pairs)
