"""What one cell of a workbook holds: text, a number where nothing is lost by it, or a formula."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

import attrs

from sakip.angka import Angka
from sakip.berkas import guard
from sakip.dokumen._tulis.naskah import Isi, Rumus, Rupa, to_teks

_PERSIS = re.compile(r"(?!-0\Z)-?(?:0|[1-9]\d*)(?:,\d*[1-9])?", re.ASCII)
"""Numbers as a reader of workbooks prints them: no dots, no zeros at the end."""
_DIGIT = 15
"""Digits that a number of a workbook keeps."""
_BAHASA = "[$-421]"
"""Numbers are printed the Indonesian way, whatever the language of the program."""

Nilai: TypeAlias = "str | int | float | Rumus | None"


@attrs.frozen
class IsiXlsx:
    """A cell: what it holds, and its number format.

    Attributes:
        nilai: Text, number, formula; None for a blank cell.
        format: The number format; empty for text.
        bahaya: Whether it is a text that a spreadsheet would run once somebody edits it.
    """

    nilai: Nilai
    format: str = ""
    bahaya: bool = False


def to_xlsx(isi: Isi, rupa: Rupa) -> IsiXlsx:
    """What a cell becomes in a workbook.

    A printed value becomes a number only where reading it back gives the same text.

    >>> to_xlsx(306749630, Rupa.RUPIAH)
    IsiXlsx(nilai=306749630, format='[$-421]"Rp"#,##0', bahaya=False)
    >>> to_xlsx(Angka("93.59", teks="93,59"), Rupa.TENGAH)
    IsiXlsx(nilai=93.59, format='[$-421]0.00', bahaya=False)
    >>> to_xlsx(Angka("93.59", "%", teks="93,59 %"), Rupa.TENGAH).nilai
    '93,59 %'
    """
    if isinstance(isi, Rumus) and isi.nilai is not None and not _fits(isi.nilai):
        return to_xlsx(isi.nilai, rupa)  # a workbook would count it with too few digits
    if isinstance(isi, Rumus):
        return IsiXlsx(isi, _format(isi.nilai, rupa))
    if isinstance(isi, int | Decimal) and _fits(isi):
        return IsiXlsx(int(isi) if isi == int(isi) else float(isi), _format(isi, rupa))
    teks = to_teks(isi, rupa)
    if isinstance(isi, Angka) and _PERSIS.fullmatch(teks) and _fits(Decimal(teks.replace(",", "."))):
        whole, _, part = teks.partition(",")
        number = float(f"{whole}.{part}") if part else int(whole)
        return IsiXlsx(number, f"{_BAHASA}0{'.' + '0' * len(part) if part else ''}")
    return IsiXlsx(teks or None, bahaya=guard(teks) != teks)


def _fits(nilai: int | Decimal) -> bool:
    """Whether a workbook keeps every digit of a number."""
    number = Decimal(nilai)
    return not number or (len(number.as_tuple().digits) <= _DIGIT and -6 < number.adjusted() < _DIGIT)


def _format(nilai: Decimal | int | None, rupa: Rupa) -> str:
    match rupa:
        case Rupa.RUPIAH:
            return f'{_BAHASA}"Rp"#,##0'
        case Rupa.PERSEN:
            return f'{_BAHASA}0.00" %"'
        case Rupa.ANGKA:
            return f"{_BAHASA}#,##0{_decimals(nilai)}"
        case _:
            return f"{_BAHASA}0{_decimals(nilai)}"


def _decimals(nilai: Decimal | int | None) -> str:
    """As many decimals as the number has, up to four."""
    if not isinstance(nilai, Decimal):
        return ""
    exponent = nilai.normalize().as_tuple().exponent
    many = min(-exponent, 4) if isinstance(exponent, int) else 0
    return "." + "0" * many if many > 0 else ""
