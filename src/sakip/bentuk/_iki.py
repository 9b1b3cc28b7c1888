"""Indikator Kinerja Individu: what each post is measured by."""

from __future__ import annotations

from typing import ClassVar

import attrs

from sakip.bentuk._bersama import check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.model import Jabatan, Sasaran
from sakip.periksa import check_a, check_items, check_text, to_tuple
from sakip.pohon import PohonKinerja


@attrs.frozen(kw_only=True)
class IKI:
    """The indikator of one post.

    Attributes:
        jabatan: The post, with its tugas and fungsi.
        sasaran: Its sasaran; each indikator has its formulasi as printed, as a class
            where it is one (`Persen`, `Jumlah`, `Nilai`, `Indeks`), and its sumber data.
        tingkat: What the sasaran are said to be of: program, sub kegiatan, aktivitas.

    >>> iki = IKI(jabatan=Jabatan(id="sekretaris", nama="Sekretaris"), tingkat="program")
    >>> iki.jabatan.nama
    'Sekretaris'
    """

    jabatan: Jabatan = attrs.field(validator=check_a(Jabatan, "a Jabatan"))
    sasaran: tuple[Sasaran, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Sasaran, "a Sasaran")
    )
    tingkat: str = attrs.field(default="", validator=check_text)


@attrs.frozen(kw_only=True)
class DaftarIKI:
    """The IKI of an institution, post by post.

    Attributes:
        kepala: The head.
        iki: One for each post, in the order printed.

    >>> daftar = DaftarIKI(iki=[IKI(jabatan=Jabatan(id="sekretaris", nama="Sekretaris"))])
    >>> daftar.jenis, [iki.jabatan.id for iki in daftar.iki]
    ('iki', ['sekretaris'])
    """

    jenis: ClassVar[str] = "iki"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    iki: tuple[IKI, ...] = attrs.field(default=(), converter=to_tuple, validator=check_items(IKI, "an IKI"))

    def to_pohon(self) -> PohonKinerja:
        """The sasaran as roots, each owned by its post.

        Raises:
            PohonError: Two sasaran or two posts have one id.

        >>> satu = IKI(jabatan=Jabatan(id="sekretaris", nama="Sekretaris"), sasaran=[Sasaran("S1", uraian="Tertib")])
        >>> pohon = DaftarIKI(iki=[satu]).to_pohon()
        >>> pohon.owner("S1").id
        'sekretaris'
        """
        pohon = grow(self.kepala, [(item, None) for iki in self.iki for item in iki.sasaran], self.jenis)
        for iki in self.iki:
            pohon.add_jabatan(iki.jabatan)
            for item in iki.sasaran:
                pohon.assign(item.id, iki.jabatan.id)
        return pohon
