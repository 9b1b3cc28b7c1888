"""Figures as a form prints them: rounded, in the unit of their row, the same in every file format."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from sakip.alasan import Alasan
from sakip.angka import (
    KONTEKS,
    Angka,
    Isian,
    Kosong,
    convert_satuan,
    format_angka,
    read_nilai,
    round_half_up,
)
from sakip.kebijakan import TANPA_RUJUKAN, Capaian, Kebijakan, Polaritas, Rujukan

DESIMAL = 2
"""Decimals of a figure that was computed, unless what it is made of has more."""

NOL, SERATUS = Decimal(0), Decimal(100)
TAK_TERHITUNG: Isian = read_nilai("n/a")
"""What stands where a figure can't be computed; why, is said beside it."""


def to_cetak(nilai: Decimal | int, digit: int | None = None) -> Angka:
    """A number as a cell holds it: no dots, no decimals that say nothing.

    >>> to_cetak(Decimal("1234.500")).teks, to_cetak(Decimal("94.0271"), 2).teks
    ('1234,5', '94,03')
    """
    value = Decimal(nilai) if digit is None else round_half_up(Decimal(nilai), digit)
    text = format_angka(value).replace(".", "")
    if "," in text:
        text = text.rstrip("0").rstrip(",")
    return Angka(Decimal(text.replace(",", ".")), "", text)


def print_isian(nilai: Isian | Alasan, satuan: str, digit: int = DESIMAL) -> Isian:
    """A value as a row prints it whose unit stands in a column of its own.

    A number loses the unit that the row has; any other unit, and what is no number, stays
    as printed. What was never filled is an empty cell, what can't be computed ``n/a``.

    >>> print(print_isian(Angka("93.59", "%", "93,59 %"), "%"), print_isian(Angka("12", "lbg"), "%"))
    93,59 12 lbg
    >>> print(print_isian(Alasan.PERIODE_BELUM_LENGKAP, "%"))
    n/a
    """
    if isinstance(nilai, Alasan):
        return Kosong() if nilai is Alasan.BELUM_ADA_REALISASI else TAK_TERHITUNG
    if not isinstance(nilai, Angka):
        return nilai
    if nilai.catatan or (nilai.satuan and not satuan):
        return read_nilai(str(nilai))
    number = convert_satuan(nilai.nilai, nilai.satuan, satuan)
    if number is None:
        return read_nilai(str(nilai))
    return to_cetak(number, None if nilai.teks else digit)


def count_desimal(nilai: Iterable[Isian | Alasan | None]) -> int:
    """Decimals that a figure made of these is printed with: those of the finest, two at least.

    >>> count_desimal([Angka("0.4253"), Angka(5), Kosong()]), count_desimal([])
    (4, 2)
    """
    digits = [DESIMAL]
    for item in nilai:
        if isinstance(item, Angka):
            exponent = item.nilai.normalize(KONTEKS).as_tuple().exponent
            digits.append(-exponent if isinstance(exponent, int) else 0)
    return max(digits)


def count_tercetak(angka: Angka) -> int:
    """Decimals of a figure as it is printed.

    >>> count_tercetak(Angka("94.03")), count_tercetak(Angka(94))
    (2, 0)
    """
    exponent = angka.nilai.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_same(tercetak: Angka, terhitung: Decimal, longgar: Decimal = NOL) -> bool:
    """Whether a printed figure is a computed one, at the decimals that it is printed with.

    Args:
        tercetak: What is printed.
        terhitung: What was computed.
        longgar: How much further apart they may be, because what the figure was
            computed from is printed rounded.

    >>> is_same(Angka("94.03"), Decimal("94.0271")), is_same(Angka("94.02"), Decimal("94.0271"))
    (True, False)
    """
    half = Decimal(5).scaleb(-count_tercetak(tercetak) - 1)
    gap = KONTEKS.subtract(tercetak.nilai, terhitung).copy_abs()
    return gap <= KONTEKS.add(half, longgar)


def to_persen(atas: Decimal | int, bawah: Decimal | int) -> Decimal:
    """A quotient in percent."""
    return KONTEKS.divide(KONTEKS.multiply(Decimal(atas), SERATUS), Decimal(bawah))


def half_of(*nilai: Isian) -> Decimal:
    """How far figures may be off together, because those with decimals may be printed rounded.

    >>> half_of(Angka("91.32"), Angka(5))
    Decimal('0.005')
    """
    total = NOL
    for item in nilai:
        if isinstance(item, Angka) and (digits := count_tercetak(item)):
            total = KONTEKS.add(total, Decimal(5).scaleb(-digits - 1))
    return total


def slack_of(target: Isian, realisasi: Isian) -> Decimal:
    """How far a capaian may be off, because its realisasi may be printed rounded.

    >>> slack_of(Angka(50), Angka("91.32"))
    Decimal('0.010')
    """
    if not isinstance(target, Angka) or not target.nilai:
        return NOL
    return to_persen(half_of(realisasi), target.nilai.copy_abs())


def choose_capaian(
    kebijakan: Kebijakan,
    target: Isian,
    realisasi: Isian,
    polaritas: Polaritas | None,
    tercetak: Isian | None,
    rujukan: Rujukan = TANPA_RUJUKAN,
) -> Capaian:
    """The capaian that a printed figure is held against.

    An indikator that states no polaritas is taken for naik; where the figure is that of
    turun, the document meant that.

    >>> from sakip import LKJIP
    >>> print(choose_capaian(LKJIP, Angka(10), Angka(8), None, Angka(120)))
    120,00 %
    >>> print(choose_capaian(LKJIP, Angka(10), Angka(8), Polaritas.NAIK, Angka(120)))
    80,00 %
    """
    stated = kebijakan.compare(target, realisasi, polaritas, rujukan)
    if polaritas is not None or not isinstance(tercetak, Angka) or fits(tercetak, stated):
        return stated
    falling = kebijakan.compare(target, realisasi, Polaritas.TURUN, rujukan)
    return falling if fits(tercetak, falling) else stated


def fits(tercetak: Angka, capaian: Capaian) -> bool:
    """Whether a printed figure is a capaian, as far as the rounding of its realisasi lets one say.

    >>> from sakip import LKJIP
    >>> fits(Angka("94.03"), LKJIP.capaian("93,59", 88))
    True
    """
    slack = slack_of(capaian.target, capaian.realisasi)
    return capaian.nilai is not None and is_same(tercetak, capaian.nilai, slack)
