"""Colours of cells, which a reader of sheets sees and a reader of values doesn't."""

from __future__ import annotations

from sakip.dokumen._baca.register import WARNA_SEL
from sakip.temuan import Tempat, Temuan


def describe_warna(berkas: str, lembar: str, banyak: int) -> tuple[Temuan, ...]:
    """What is to be said of the colours of a sheet; one alone is that of its headers.

    >>> [temuan.kode for temuan in describe_warna("pk.xlsx", "Lampiran", 3)], describe_warna("pk.xlsx", "Lampiran", 1)
    (['SKP149'], ())
    """
    if banyak < 2:
        return ()
    return (WARNA_SEL.temuan(Tempat(berkas=berkas, lembar=lembar), nama=lembar, banyak=banyak),)
