"""Quotients in percent: as a live formula where the printed figure is one, else as printed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sakip.angka import KONTEKS, Angka, Isian, format_angka, round_half_up
from sakip.dokumen._tulis.naskah import Isi, Rumus

DESIMAL = 2
_TERBESAR = Decimal(1000)
"""A figure from here on has dots between its thousands, which its cell as printed has not."""


def to_persen(atas: Decimal | int, bawah: Decimal | int) -> Decimal:
    """A quotient in percent."""
    return KONTEKS.divide(KONTEKS.multiply(Decimal(atas), Decimal(100)), Decimal(bawah))


def is_quotient(tercetak: Decimal, atas: Decimal | int, bawah: Decimal | int) -> bool:
    """Whether a printed figure is a quotient in percent, at the decimals that it is printed with.

    >>> is_quotient(Decimal("94.03"), 88, Decimal("93.59")), is_quotient(Decimal(94), 88, Decimal("93.59"))
    (True, True)
    """
    exponent = tercetak.as_tuple().exponent
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    return round_half_up(to_persen(atas, bawah), digits) == tercetak


def live_persen(tercetak: Isian | None, atas: Isi, bawah: Isi, nama: tuple[str, str]) -> Isi:
    """A printed percentage as the formula that gives it, where it is a plain quotient of two cells.

    Args:
        tercetak: What is printed.
        atas: The cell above the line.
        bawah: The cell below it.
        nama: The names of their columns.

    >>> figure = Angka("94.03", teks="94,03")
    >>> live_persen(figure, Angka(88, teks="88"), Angka("93.59", teks="93,59"), ("realisasi", "target")).pola
    '=ROUND({realisasi}/{target}*100,2)'
    >>> print(live_persen(figure, Angka(80, teks="80"), Angka("93.59", teks="93,59"), ("realisasi", "target")))
    94,03
    """
    above, below = _number(atas), _number(bawah)
    if not isinstance(tercetak, Angka) or above is None or not below:
        return tercetak
    value = round_half_up(to_persen(above, below), DESIMAL)
    if value.copy_abs() >= _TERBESAR or str(tercetak) != plain(value):
        return tercetak
    return Rumus(
        f"=ROUND({{{nama[0]}}}/{{{nama[1]}}}*100,{DESIMAL})", Decimal(plain(value).replace(",", "."))
    )


def live_sum(tercetak: Isian, sel: Sequence[Isi], nama: Sequence[str]) -> Isi:
    """A printed sum as the formula that gives it, where all its cells are numbers that add up to it.

    >>> live_sum(Angka(9, teks="9"), [Angka(4, teks="4"), Angka(5, teks="5")], ("tw1", "tw2")).pola
    '={tw1}+{tw2}'
    """
    numbers = [_number(item) for item in sel]
    known = [item for item in numbers if item is not None]
    if _number(tercetak) is None or len(known) < len(numbers):
        return tercetak
    total = Decimal(0)
    for item in known:
        total = KONTEKS.add(total, item)
    if plain(total) != str(tercetak):
        return tercetak
    return Rumus("=" + "+".join(f"{{{item}}}" for item in nama), Decimal(plain(total).replace(",", ".")))


def _number(isi: Isi) -> Decimal | None:
    """The number of a cell that a workbook takes for one."""
    if isinstance(isi, int | Decimal):
        return Decimal(isi)
    if isinstance(isi, Angka) and not isi.satuan and str(isi) == plain(isi.nilai):
        return isi.nilai
    return None


def plain(nilai: Decimal) -> str:
    """A number without dots and without decimals that say nothing.

    >>> plain(Decimal("1234.50")), plain(Decimal(100))
    ('1234,5', '100')
    """
    text = format_angka(nilai).replace(".", "")
    return text.rstrip("0").rstrip(",") if "," in text else text
