"""The list of posts of an institution."""

from __future__ import annotations

from typing import ClassVar

import attrs

from sakip.bentuk._bersama import check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.model import Jabatan
from sakip.periksa import check_items, to_tuple
from sakip.pohon import PohonKinerja


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

    def to_pohon(self) -> PohonKinerja:
        """A tree that has the posts and no node yet.

        Raises:
            PohonError: Two posts have one id, or one is its own superior.

        >>> daftar = DaftarJabatan(jabatan=[Jabatan(id="kadis", nama="Kepala Dinas"),
        ...     Jabatan(id="sekretaris", nama="Sekretaris", atasan="kadis")])
        >>> [item.nama for item in daftar.to_pohon().jabatan.atasan("sekretaris")]
        ['Kepala Dinas']
        """
        pohon = grow(self.kepala, (), self.jenis)
        for item in self.jabatan:
            pohon.add_jabatan(item)
        return pohon
