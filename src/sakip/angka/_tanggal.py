"""A date as a value: something that has to be done by a day."""

from __future__ import annotations

import datetime as dt
import re

import attrs

from sakip.angka._sama import SamaTercetak
from sakip.angka._tulis import format_tanggal, nama_bulan
from sakip.errors import TipeError

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_KATA = re.compile(r"(?:tanggal |tgl\.? )?(\d{1,2}) ([a-z]+) (\d{4})", re.ASCII)
_BULAN = {nama_bulan(number).lower(): number for number in range(1, 13)} | {"pebruari": 2, "nopember": 11}


def _to_date(nilai: dt.date) -> dt.date:
    if type(nilai) is not dt.date:
        raise TipeError(type(nilai).__name__, "pass a datetime.date")
    return nilai


@attrs.frozen(eq=False)
class Tanggal(SamaTercetak):
    """A day; sooner is better.

    Attributes:
        nilai: The day.
        teks: The whole cell as printed; empty when it was never printed.

    >>> from sakip.angka import parse_nilai
    >>> parse_nilai("31 Maret 2025").nilai
    datetime.date(2025, 3, 31)
    >>> import datetime
    >>> print(Tanggal(datetime.date(2025, 3, 31)))
    31 Maret 2025
    """

    nilai: dt.date = attrs.field(converter=_to_date)
    teks: str = attrs.field(default="", eq=False)

    def __str__(self) -> str:
        return self.teks or format_tanggal(self.nilai)


def scan_tanggal(clean: str, teks: str) -> Tanggal | None:
    """A day written with its month in words, or year first; None for anything else.

    ``01/02/2025`` is left alone: it is two different days in two conventions.
    """
    lower = clean.lower()
    if match := _ISO.fullmatch(lower):
        year, month, day = (int(part) for part in match.groups())
    elif match := _KATA.fullmatch(lower):
        day, month, year = int(match[1]), _BULAN.get(match[2], 0), int(match[3])
    else:
        return None
    try:
        return Tanggal(dt.date(year, month, day), teks)
    except ValueError:
        return None
