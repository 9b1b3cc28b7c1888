"""Periods in headers."""

from __future__ import annotations

import re

from sakip.angka import nama_bulan
from sakip.errors import PeriodeError
from sakip.periode import JenisPeriode, Periode

BUKAN_TAHUN = r"(?:tw[1-4](?:(?:19|20)\d\d)?|(?:19|20)\d\d(?:(?:19|20)\d\d|s[12]|tw[1-4]|0[1-9]|1[0-2]))"
"""Squashed periods that are no year: a triwulan with its year or without, and others."""
_BAGIAN = re.compile(r"(?P<awal>\d{4})(?P<bagian>\w*)|(?P<tw>tw[1-4])(?P<akhir>\d{4})?")


_SAMPAI = r"s\.?\s*/?\s*d\b|sampai|hingga"
_BAGIAN_TAHUN = re.compile(
    r"\b(?:(?P<jenis>triwulan|trw|tw|semester|smt)\.?\s*(?P<nomor>[1-4]|i{1,3}|iv)\b"
    rf"(?!\s*(?:[-–—,&/]|dan\b|{_SAMPAI}))(?:[\s,]+(?:tahun|t\.?a\.?)?(?:\s+anggaran)?\s*:?\s*(?P<tahun>(?:19|20)\d\d)\b)?"
    rf"|(?P<bulan>{'|'.join(nama_bulan(nomor) for nomor in range(1, 13))})\s+(?:tahun\s+)?(?P<tahun_bulan>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_SAMPAI_DENGAN = re.compile(rf"(?:{_SAMPAI})(?:\s+dengan)?\.?\s*\Z", re.IGNORECASE)


def find_bagian(teks: str, tahun: int | None) -> Periode | None:
    """The part of a year that a line of a title names; None where it names none, or one up to which it counts.

    Args:
        teks: The line.
        tahun: The year where the line names none.

    >>> str(find_bagian("PENGUKURAN KINERJA TRIWULAN II TAHUN 2025", None)), str(find_bagian("Capaian Tw. 2", 2025))
    ('2025-TW2', '2025-TW2')
    >>> str(find_bagian("AGUSTUS 2025", None)), find_bagian("S.D. TRIWULAN II", 2025), find_bagian("TW I-IV", 2025)
    ('2025-08', None, None)
    """
    match = _BAGIAN_TAHUN.search(teks)
    if match is None or _SAMPAI_DENGAN.search(teks[: match.start()]):
        return None
    year = match["tahun"] or match["tahun_bulan"] or tahun
    if year is None:
        return None
    words = match["bulan"] or f"{match['jenis']} {match['nomor']}"
    try:
        return Periode.parse(words, tahun=int(year))
    except PeriodeError:
        return None


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


def urut_periode(periode: Periode) -> tuple[bool, Periode]:
    """What columns of periods are in order by: years first, then their parts.

    >>> [str(item) for item in sorted(map(Periode.parse, ("2025-TW1", "2025", "2024")), key=urut_periode)]
    ['2024', '2025', '2025-TW1']
    """
    return periode.jenis is not JenisPeriode.TAHUN, periode


def one_period(periode: Periode | None) -> Periode | None:
    """A period that is measured and spent in as one; None for a span of years.

    >>> str(one_period(Periode(2025))), one_period(Periode.parse("2021-2026"))
    ('2025', None)
    """
    return None if periode is None or periode.jenis is JenisPeriode.RENTANG else periode
