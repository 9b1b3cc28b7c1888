"""The columns of a struktur table: fixed ones, and one for each period and version."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

import attrs

from sakip.dokumen._bagian.kata import KOLOM, tight
from sakip.errors import PeriodeError
from sakip.model import MURNI
from sakip.periode import Periode

URUTAN = tuple(dict.fromkeys(KOLOM.values()))
"""The fixed columns in the order they are written."""

_SETELAH = "agregasi"
"""The fixed column that the columns of periods follow."""

_NILAI = re.compile(r"(baseline|target|pagu)[\s_]+(.+?)\s*(?:\((.+)\))?", re.IGNORECASE | re.DOTALL)
_VERSI = re.compile(r"\s*([^\s;][^;]*?)(?:[;\s]\s*(\d{4}-\d\d-\d\d))?\s*", re.ASCII)
_TERPANJANG = 200
"""Characters that the header of a value may have; a hostile one would take long to match."""

_JENIS_NILAI = ("baseline", "target", "pagu")


@attrs.frozen
class Kolom:
    """A column of a struktur table.

    Attributes:
        kunci: The fixed column, or ``baseline``, ``target``, ``pagu``; empty for
            a column that is not known.
        periode: The period of a value.
        versi: The version of the plan of a value.
        berlaku: The day that version took effect.
        judul: The header as printed, of a column that is not known.
    """

    kunci: str
    periode: Periode | None = None
    versi: str = MURNI
    berlaku: dt.date | None = None
    judul: str = ""

    def __str__(self) -> str:
        if self.periode is None:
            return self.kunci or self.judul
        if self.versi == MURNI and self.berlaku is None:
            return f"{self.kunci}_{self.periode}"
        date = "" if self.berlaku is None else f" {self.berlaku.isoformat()}"
        return f"{self.kunci}_{self.periode} ({self.versi}{date})"


def recognise(judul: str) -> Kolom:
    """What a header means: ``Target 2025``, ``pagu_2025 (perubahan 2025-09-01)``, ``Uraian``.

    >>> str(recognise("Target 2025")), str(recognise("Pagu TW I 2025 (perubahan)"))
    ('target_2025', 'pagu_2025-TW1 (perubahan)')
    """
    if key := KOLOM.get(tight(judul)):
        return Kolom(key)
    if len(judul) <= _TERPANJANG and (match := _NILAI.fullmatch(judul.strip())):
        column = _value_column(match[1].lower(), match[2], match[3])
        if column is not None:
            return column
    return Kolom("", judul=judul)


def _value_column(kunci: str, periode: str, note: str | None) -> Kolom | None:
    try:
        when = Periode.parse(periode.replace("_", " "))
    except PeriodeError:
        return None
    if kunci == "baseline" and note:
        return None
    if (match := _VERSI.fullmatch(note or MURNI)) is None:
        return None
    try:
        date = dt.date.fromisoformat(match[2]) if match[2] else None
    except ValueError:
        return None
    return Kolom(kunci, when, match[1], date)


def order_columns(kolom: Iterable[Kolom]) -> list[Kolom]:
    """Columns in the order they are written: fixed ones, values by period, unknown ones last by their header."""
    return sorted(dict.fromkeys(kolom), key=_rank)


def _rank(kolom: Kolom) -> tuple[int, int, tuple[object, ...]]:
    if kolom.periode is not None:
        place = (_JENIS_NILAI.index(kolom.kunci), kolom.periode, kolom.versi, kolom.berlaku or dt.date.min)
        return URUTAN.index(_SETELAH), 1, place
    if kolom.kunci:
        return URUTAN.index(kolom.kunci), 0, ()
    return len(URUTAN), 0, (kolom.judul,)
