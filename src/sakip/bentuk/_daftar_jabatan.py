"""The list of posts of an institution."""

from __future__ import annotations

from typing import ClassVar

import attrs

from sakip.bentuk._bersama import check_kepala
from sakip.bentuk._kepala import Kepala
from sakip.model import Jabatan
from sakip.periksa import check_items, to_tuple


@attrs.frozen(kw_only=True)
class DaftarJabatan:
    """The posts of an institution, with jenjang, unit and atasan; never a person.

    Attributes:
        kepala: The head.
        jabatan: The posts in the order printed.

    >>> DaftarJabatan(jabatan=[Jabatan(id="kadis", nama="Kepala Dinas")]).jenis
    'daftar_jabatan'
    """

    jenis: ClassVar[str] = "daftar_jabatan"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    jabatan: tuple[Jabatan, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Jabatan, "a Jabatan")
    )
