"""Indikator Kinerja Utama: what an institution as a whole is measured by."""

from __future__ import annotations

from typing import ClassVar

import attrs

from sakip.bentuk._bersama import check_kepala, grow
from sakip.bentuk._kepala import Kepala
from sakip.model import Sasaran, Tujuan
from sakip.periksa import check_items, to_tuple
from sakip.pohon import PohonKinerja


@attrs.frozen(kw_only=True)
class IKU:
    """The table of Indikator Kinerja Utama.

    Attributes:
        kepala: The head.
        sasaran: Tujuan and sasaran with their indikator, each marked ``iku``: definition,
            formulasi, sumber data, penanggung jawab, targets by year.

    Acuan: PER/20/M.PAN/11/2008.

    >>> IKU(sasaran=[Sasaran("S1", uraian="Meningkatnya PPKS yang tertangani")]).jenis
    'iku'
    """

    jenis: ClassVar[str] = "iku"

    kepala: Kepala = attrs.field(factory=Kepala, validator=check_kepala)
    sasaran: tuple[Sasaran | Tujuan, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items((Sasaran, Tujuan), "a Sasaran or a Tujuan")
    )

    def to_pohon(self) -> PohonKinerja:
        """Each sasaran under the tujuan that stands before it; a root where none does.

        Raises:
            PohonError: Two of them have one id.

        >>> iku = IKU(sasaran=[Tujuan("T1", uraian="Sejahtera"), Sasaran("S1", uraian="Tertangani")])
        >>> iku.to_pohon().parent("S1").id
        'T1'
        """
        above: str | None = None
        pairs: list[tuple[Sasaran | Tujuan, str | None]] = []
        for item in self.sasaran:
            if isinstance(item, Tujuan):
                above = item.id
                pairs.append((item, None))
            else:
                pairs.append((item, above))
        return grow(self.kepala, pairs, self.jenis)
