"""Numbers, money and dates into text, the Indonesian way."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from sakip.angka._bilangan import KONTEKS, PRESISI, to_decimal
from sakip.errors import PeriodeError

_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def round_half_up(nilai: Decimal, digit: int) -> Decimal:
    """Round to *digit* decimals, halves away from zero.

    >>> round_half_up(Decimal("0.125"), 2), round_half_up(Decimal("-2.5"), 0)
    (Decimal('0.13'), Decimal('-3'))
    """
    context = KONTEKS.copy()
    context.prec = max(PRESISI, abs(nilai.adjusted()) + abs(digit) + 3)
    return nilai.quantize(Decimal(1).scaleb(-digit, context=context), context=context)


DESIMAL_MAPAN = 10
"""Decimals that a figure is settled to before it is rounded or put in a band."""


def settle(nilai: Decimal) -> Decimal:
    """A figure without the noise of its last digits: ten decimals.

    What is compared with a bound is settled first, here and on columns, so that
    75 computed by way of a fraction is 75 and not 74,9999999999999.

    >>> settle(Decimal("74.99999999999999")), settle(Decimal("33.25"))
    (Decimal('75.0000000000'), Decimal('33.25'))
    """
    exponent = nilai.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -DESIMAL_MAPAN:
        return nilai
    return round_half_up(nilai, DESIMAL_MAPAN)


def format_angka(nilai: Decimal | int, digit: int | None = None) -> str:
    """A number the Indonesian way: dots between thousands, a decimal comma.

    Args:
        nilai: The number.
        digit: Decimals to round to, half up; None prints every digit there is.

    >>> format_angka(6312818993), format_angka(Decimal("93.590")), format_angka(Decimal("2.345"), 2)
    ('6.312.818.993', '93,590', '2,35')
    """
    value = nilai if isinstance(nilai, Decimal) else to_decimal(nilai)
    if digit is not None:
        value = round_half_up(value, digit)
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def format_persen(nilai: Decimal | int, digit: int | None = 2) -> str:
    """A percentage with its sign, rounded half up to two decimals.

    >>> format_persen(Decimal("94.0271"))
    '94,03 %'
    """
    return f"{format_angka(nilai, digit)} %"


def format_rupiah(nilai: int) -> str:
    """An amount of money.

    >>> format_rupiah(6_312_818_993), format_rupiah(-1000)
    ('Rp6.312.818.993', '-Rp1.000')
    """
    sign = "-" if nilai < 0 else ""
    return f"{sign}Rp{format_angka(abs(nilai))}"


def format_tanggal(tanggal: dt.date) -> str:
    """A date with the month in words.

    >>> format_tanggal(dt.date(2025, 1, 7))
    '7 Januari 2025'
    """
    return f"{tanggal.day} {_BULAN[tanggal.month - 1]} {tanggal.year:04d}"


def nama_bulan(bulan: int) -> str:
    """The name of a month, 1 to 12.

    Raises:
        PeriodeError: There is no such month.

    >>> nama_bulan(8)
    'Agustus'
    """
    if not 1 <= bulan <= len(_BULAN):
        raise PeriodeError(str(bulan), "months are counted from 1 to 12")
    return _BULAN[bulan - 1]
