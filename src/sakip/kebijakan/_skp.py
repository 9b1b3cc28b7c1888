"""The score of a capaian in the SKP of PermenPANRB 8/2021, for old data."""

from __future__ import annotations

from decimal import Decimal

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, round_half_up, settle, to_finite
from sakip.kebijakan._hitungan import SERATUS

_TERTINGGI, _TEPAT = Decimal(120), Decimal(109)


def nilai_skp_8_2021(capaian: Decimal | int | str, *, terbaik: bool = False) -> Decimal | Alasan:
    """What a capaian scores in an SKP of 2021.

    Above 110 scores 120, exactly 100 scores 109, or 120 where the target is the best
    there can be; 80 to 99 score 70 to 89, 60 to 79 score 50 to 69, and up to 59 a
    49th for each 59th. The formula between 100 and 110 was not read, so there
    the answer is a reason. The table is printed for whole numbers: the capaian is
    rounded to one first, which is our reading of it.

    Args:
        capaian: The capaian in percent.
        terbaik: Whether the target is the best value there can be.

    Raises:
        TipeError: A float, or another type.
        AngkaError: Not finite, or text that is no number.

    Acuan: PermenPANRB 8/2021, p. 101-110 and 363; superseded by 6/2022, which has no such table.

    >>> nilai_skp_8_2021(Decimal(98)), nilai_skp_8_2021(Decimal(100)), nilai_skp_8_2021(Decimal("112.5"))
    (Decimal('88'), Decimal('109'), Decimal('120'))
    >>> nilai_skp_8_2021(Decimal(105))
    <Alasan.METODE_TIDAK_ADA: 'metode_tidak_ada'>
    """
    whole = round_half_up(settle(to_finite(capaian)), 0)
    if whole > 110:
        return _TERTINGGI
    if whole > SERATUS:
        return Alasan.METODE_TIDAK_ADA
    if whole == SERATUS:
        return _TERTINGGI if terbaik else _TEPAT
    if whole >= 60:
        return whole - 10
    return KONTEKS.divide(KONTEKS.multiply(whole, Decimal(49)), Decimal(59))
