"""Units as printed: which ones mean the same, and which can be turned into each other."""

from __future__ import annotations

from decimal import Decimal

from sakip.angka._bilangan import KONTEKS

_SAMA = {
    "persen": "%",
    "prosen": "%",
    "persentase": "%",
    "org": "orang",
    "dok": "dokumen",
    "lap": "laporan",
    "keg": "kegiatan",
    "rp.": "rp",
    "rupiah": "rp",
    "idr": "rp",
    "hr": "hari",
    "bln": "bulan",
    "thn": "tahun",
    "th": "tahun",
}
_MENIT = {"menit": 1, "jam": 60, "hari": 1440, "minggu": 10080}
_BULAN = {"bulan": 1, "triwulan": 3, "semester": 6, "tahun": 12}
"""Lengths that are exact: a month has no fixed number of days, and a working day is no day."""


def clean_satuan(satuan: str) -> str:
    """A unit without its spaces, capitals and short forms.

    >>> clean_satuan("Orang / Bulan"), clean_satuan("persen"), clean_satuan("Org")
    ('orang/bulan', '%', 'orang')
    """
    tight = "".join(satuan.lower().split())
    return _SAMA.get(tight, tight)


def convert_satuan(nilai: Decimal, dari: str, ke: str) -> Decimal | None:
    """A figure in another unit; None where one unit can't be turned into the other.

    A unit that is not printed is taken to be the other one's.

    >>> convert_satuan(Decimal(2), "minggu", "hari"), convert_satuan(Decimal(90), "%", "")
    (Decimal('14'), Decimal('90'))
    >>> convert_satuan(Decimal(5), "%", "poin persen") is None
    True
    """
    if dari == ke or not dari or not ke:
        return nilai  # nearly always, and without a look at the words
    first, second = clean_satuan(dari), clean_satuan(ke)
    if not first or not second or first == second:
        return nilai
    for lengths in (_MENIT, _BULAN):
        if first in lengths and second in lengths:
            return KONTEKS.divide(KONTEKS.multiply(nilai, Decimal(lengths[first])), Decimal(lengths[second]))
    return None
