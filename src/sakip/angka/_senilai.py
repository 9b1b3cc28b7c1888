"""Whether two values are worth the same, however they are printed."""

from __future__ import annotations

from decimal import Decimal

from sakip.angka._bilangan import KONTEKS
from sakip.angka._isian import Angka, Batas, Isian, Kategori, Kosong, Rasio, Rentang
from sakip.angka._satuan import convert_satuan
from sakip.angka._tanggal import Tanggal


def is_senilai(satu: Isian, lain: Isian, toleransi: Decimal = Decimal(0)) -> bool:
    """Whether two values are worth the same: ``80 %`` and ``80,00 %``, a week and seven days.

    Values are equal (``==``) only where they print the same as well. Here a unit that is not
    printed is taken to be the other one's, a predicate without its score may have any, and a
    bound is worth the number that it names, unless the other is a bound that points elsewhere.

    Args:
        satu: The one.
        lain: The other.
        toleransi: How far two numbers may be apart.

    >>> from sakip.angka import parse_nilai
    >>> def senilai(satu, lain):
    ...     return is_senilai(parse_nilai(satu), parse_nilai(lain))
    >>> senilai("80 %", "80,00 %"), senilai("7 hari", "1 minggu"), senilai("≥ 80", "≤ 80"), senilai("10 ton", "10 kg")
    (True, True, False, False)
    """
    match satu, lain:
        case Batas(), Batas() if satu.tanda is not lain.tanda:
            return False
        case (Angka() | Batas(), Angka() | Batas()):
            return _are_near(satu.nilai, lain.nilai, satu.satuan, lain.satuan, toleransi)
        case Rentang(), Rentang():
            ends = ((satu.bawah, lain.bawah), (satu.atas, lain.atas))
            return all(_are_near(one, other, satu.satuan, lain.satuan, toleransi) for one, other in ends)
        case Rasio(), Rasio():
            sides = ((satu.kiri, lain.kiri), (satu.kanan, lain.kanan))
            return all(_are_near(one, other, satu.satuan, lain.satuan, toleransi) for one, other in sides)
        case Kategori(), Kategori():
            known = satu.skor is not None and lain.skor is not None
            return _plain(satu.label) == _plain(lain.label) and (not known or satu.skor == lain.skor)
        case Tanggal(), Tanggal():
            return satu.nilai == lain.nilai
        case Kosong(), Kosong():
            return True
        case _:
            return type(satu) is type(lain) and _plain(str(satu)) == _plain(str(lain))


def _are_near(satu: Decimal, lain: Decimal, satuan: str, satuan_lain: str, toleransi: Decimal) -> bool:
    converted = convert_satuan(lain, satuan_lain, satuan)
    if converted is None:
        return False
    return KONTEKS.compare(KONTEKS.abs(KONTEKS.subtract(satu, converted)), toleransi) <= 0


def _plain(teks: str) -> str:
    return "".join(teks.casefold().split())
