"""Periods in headers."""

from __future__ import annotations

import re

from sakip.errors import PeriodeError
from sakip.periode import JenisPeriode, Periode

BUKAN_TAHUN = r"(?:tw[1-4](?:(?:19|20)\d\d)?|(?:19|20)\d\d(?:(?:19|20)\d\d|s[12]|tw[1-4]|0[1-9]|1[0-2]))"
"""Squashed periods that are no year: a triwulan with its year or without, and others."""
_BAGIAN = re.compile(r"(?P<awal>\d{4})(?P<bagian>\w*)|(?P<tw>tw[1-4])(?P<akhir>\d{4})?")


def parse_bagian(bagian: str, tahun: int | None) -> Periode | None:
    """The period in a squashed header; None where it is none.

    >>> [str(parse_bagian(text, 2025)) for text in ("2026", "tw3", "tw12026", "2025s1", "202502", "20252029")]
    ['2026', '2025-TW3', '2026-TW1', '2025-S1', '2025-02', '2025-2029']
    >>> parse_bagian("tw1", None), parse_bagian("20292025", 2025), parse_bagian("akhir", 2025)
    (None, None, None)
    """
    match = _BAGIAN.fullmatch(bagian)
    if match is None:
        return None
    year, part = match["awal"] or match["akhir"] or tahun, match["bagian"] or match["tw"] or ""
    if year is None:
        return None
    try:
        return Periode.parse("-".join(filter(None, (str(year), part.upper()))))
    except PeriodeError:
        return None


def judul_periode(periode: Periode, tahun: int | None) -> str:
    """What a header says of a period; a triwulan of the form's own year does not repeat the year.

    >>> [judul_periode(Periode.parse(text), 2025) for text in ("2025", "2025-TW3", "2026-TW1")]
    ['2025', 'TW III', 'TW I 2026']
    """
    if periode.jenis is not JenisPeriode.TRIWULAN:
        return str(periode)
    label = f"TW {('I', 'II', 'III', 'IV')[periode.nomor - 1]}"
    return label if periode.tahun == tahun else f"{label} {periode.tahun}"
