"""Time as the planning documents count it: year, semester, triwulan, month, span.

Nothing here asks what day it is today: the same data give the same figures
whenever they are read.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re
from typing import Self

import attrs
from dateutil.relativedelta import relativedelta

from sakip.angka import nama_bulan
from sakip.errors import PeriodeError, TipeError

TAHUN_AWAL, TAHUN_AKHIR = 1900, 2999
"""The years that a period may have."""


class JenisPeriode(enum.Enum):
    """The kinds of periods, from the longest to the shortest.

    >>> JenisPeriode.TRIWULAN.bulan
    3
    """

    bulan: int

    RENTANG = "rentang", 0
    TAHUN = "tahun", 12
    SEMESTER = "semester", 6
    TRIWULAN = "triwulan", 3
    BULAN = "bulan", 1

    def __new__(cls, value: str, bulan: int) -> Self:
        """Keep the length in months beside the tag (0: not fixed)."""
        member = object.__new__(cls)
        member._value_ = value
        member.bulan = bulan
        return member


_PARENT = {
    JenisPeriode.BULAN: JenisPeriode.TRIWULAN,
    JenisPeriode.TRIWULAN: JenisPeriode.SEMESTER,
    JenisPeriode.SEMESTER: JenisPeriode.TAHUN,
}
_TAG = {JenisPeriode.SEMESTER: "-S", JenisPeriode.TRIWULAN: "-TW", JenisPeriode.BULAN: "-"}
_ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@functools.total_ordering
@attrs.frozen(order=False, cache_hash=True)
class Periode:
    """A year, semester, triwulan, month, or a span of years.

    Periods sort by their first day; of two that begin together the longer one
    comes first, so a year stands before its first triwulan.

    Attributes:
        tahun: The year; of a span, its first year.
        jenis: What kind of period it is.
        nomor: Which one of the year, from 1; 1 for a year and a span.
        sampai: The last year of a span, else the year itself.

    Raises:
        PeriodeError: No such period.

    >>> periode = Periode.parse("TW III 2025")
    >>> str(periode), periode.mulai.isoformat(), periode.akhir.isoformat()
    ('2025-TW3', '2025-07-01', '2025-09-30')
    >>> periode.label
    'Triwulan III Tahun 2025'
    """

    tahun: int
    jenis: JenisPeriode = JenisPeriode.TAHUN
    nomor: int = 1
    sampai: int = attrs.field()

    @sampai.default
    def _same_year(self) -> int:
        return self.tahun

    def __attrs_post_init__(self) -> None:
        """Refuse what is no period."""
        if not isinstance(self.jenis, JenisPeriode):
            raise TipeError(type(self.jenis).__name__, "pass a JenisPeriode")
        for number in (self.tahun, self.nomor, self.sampai):
            if isinstance(number, bool) or not isinstance(number, int):
                raise TipeError(type(number).__name__, "pass whole numbers for a period")
        if not TAHUN_AWAL <= self.tahun <= self.sampai <= TAHUN_AKHIR:
            years = f"{self.tahun}-{self.sampai}"
            raise PeriodeError(years, f"years from {TAHUN_AWAL} to {TAHUN_AKHIR}, in order, are expected")
        if (self.sampai > self.tahun) != (self.jenis is JenisPeriode.RENTANG):
            raise PeriodeError(f"{self.tahun}-{self.sampai}", "only a span, and every span, has two years")
        many = 12 // self.jenis.bulan if self.jenis.bulan else 1
        if not 1 <= self.nomor <= many:
            raise PeriodeError(f"{self.jenis.value} {self.nomor}", f"a year has {many} of them")

    @staticmethod
    def parse(teks: str, *, tahun: int | None = None) -> Periode:
        """Read a period as documents and other systems write it.

        Args:
            teks: ``2025``, ``2025-TW1``, ``TW I 2025``, ``Trw. IV``, ``Triwulan II
                Tahun 2024``, ``Semester 1 2025``, ``Januari 2025``, ``2025-01``,
                ``2021-2025``.
            tahun: The year where the text names none.

        Raises:
            PeriodeError: It names no period, or no year.

        >>> [str(Periode.parse(t)) for t in ("2025", "Semester 1 2025", "Januari 2025", "2021-2025")]
        ['2025', '2025-S1', '2025-01', '2021-2025']
        >>> str(Periode.parse("Trw. IV", tahun=2024))
        '2024-TW4'
        >>> Periode.parse("Trw. IV")
        Traceback (most recent call last):
        sakip.errors.PeriodeError: 'Trw. IV' is not a period: it names no year: pass tahun=
        """
        if not isinstance(teks, str):
            raise TipeError(type(teks).__name__, 'pass a text such as "2025-TW1"')
        return _parse(teks, tahun)

    @property
    def mulai(self) -> dt.date:
        """The first day."""
        return dt.date(self.tahun, 1 + (self.nomor - 1) * self.jenis.bulan, 1)

    @property
    def akhir(self) -> dt.date:
        """The last day."""
        months = self.jenis.bulan or 12 * (self.sampai - self.tahun + 1)
        return self.mulai + relativedelta(months=months, days=-1)

    @property
    def parent(self) -> Periode | None:
        """The next longer period that holds this one; None for a year and a span.

        >>> print(Periode.parse("2025-08").parent)
        2025-TW3
        """
        jenis = _PARENT.get(self.jenis)
        if jenis is None:
            return None
        return Periode(self.tahun, jenis, (self.nomor - 1) * self.jenis.bulan // jenis.bulan + 1)

    def parts(self, jenis: JenisPeriode) -> tuple[Periode, ...]:
        """The periods of a shorter kind that make up this one, in order.

        Raises:
            PeriodeError: This period is not longer than that kind.

        >>> [str(part) for part in Periode.parse("2025-S2").parts(JenisPeriode.TRIWULAN)]
        ['2025-TW3', '2025-TW4']
        """
        if jenis is JenisPeriode.RENTANG or (self.jenis.bulan and self.jenis.bulan <= jenis.bulan):
            raise PeriodeError(str(self), f"it has no parts of the kind {jenis.value}")
        if self.jenis is JenisPeriode.RENTANG:
            years = [Periode(year) for year in range(self.tahun, self.sampai + 1)]
            if jenis is JenisPeriode.TAHUN:
                return tuple(years)
            return tuple(part for year in years for part in year.parts(jenis))
        many = self.jenis.bulan // jenis.bulan
        first = (self.nomor - 1) * many + 1
        return tuple(Periode(self.tahun, jenis, first + step) for step in range(many))

    def next(self) -> Periode:
        """The period of the same kind that follows.

        Raises:
            PeriodeError: It would lie beyond the last year.

        >>> print(Periode.parse("2025-TW4").next(), Periode.parse("2021-2025").next())
        2026-TW1 2026-2030
        """
        return self._shift(1)

    def previous(self) -> Periode:
        """The period of the same kind that comes before.

        Raises:
            PeriodeError: It would lie before the first year.

        >>> print(Periode.parse("2025-01").previous())
        2024-12
        """
        return self._shift(-1)

    def _shift(self, step: int) -> Periode:
        if self.jenis is JenisPeriode.RENTANG:
            years = step * (self.sampai - self.tahun + 1)
            return Periode(self.tahun + years, self.jenis, 1, self.sampai + years)
        many = 12 // self.jenis.bulan
        index = self.tahun * many + self.nomor - 1 + step
        return Periode(index // many, self.jenis, index % many + 1)

    def __contains__(self, other: object) -> bool:
        """Whether a day or another period lies wholly within this one.

        >>> dt.date(2025, 8, 17) in Periode.parse("2025-TW3")
        True
        """
        if isinstance(other, Periode):
            return self.mulai <= other.mulai and other.akhir <= self.akhir
        if isinstance(other, dt.datetime):
            other = other.date()
        return isinstance(other, dt.date) and self.mulai <= other <= self.akhir

    @property
    def label(self) -> str:
        """The period in words, for a reader.

        >>> Periode.parse("2025-08").label, Periode.parse("2021-2025").label
        ('Agustus 2025', 'Tahun 2021–2025')
        """
        match self.jenis:
            case JenisPeriode.RENTANG:
                return f"Tahun {self.tahun}–{self.sampai}"
            case JenisPeriode.TAHUN:
                return f"Tahun {self.tahun}"
            case JenisPeriode.BULAN:
                return f"{nama_bulan(self.nomor)} {self.tahun}"
            case _:
                return f"{self.jenis.value.capitalize()} {_ROMAWI[self.nomor - 1]} Tahun {self.tahun}"

    def __str__(self) -> str:
        if self.jenis is JenisPeriode.RENTANG:
            return f"{self.tahun}-{self.sampai}"
        if self.jenis is JenisPeriode.TAHUN:
            return str(self.tahun)
        digits = 2 if self.jenis is JenisPeriode.BULAN else 1
        return f"{self.tahun}{_TAG[self.jenis]}{self.nomor:0{digits}}"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Periode):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[dt.date, int, int]:
        return self.mulai, -self.akhir.toordinal(), self.jenis.bulan


def to_periode(nilai: Periode | int | str) -> Periode:
    """A period from what a caller has: itself, a year, or text.

    Raises:
        PeriodeError: It names no period.
        TipeError: It has another type.

    >>> print(to_periode(2025), to_periode("TW 1 2025"))
    2025 2025-TW1
    """
    if isinstance(nilai, Periode):
        return nilai
    if isinstance(nilai, int):
        return _from_year(nilai)
    return Periode.parse(nilai)


@functools.lru_cache(maxsize=1024)
def _from_year(tahun: int) -> Periode:
    return Periode(tahun)


_BULAN_SINGKAT = {nama_bulan(number).lower()[:3]: number for number in range(1, 13)} | {
    "agt": 8,
    "ags": 8,
    "nop": 11,
    "peb": 2,
}
_NOMOR = {roman.lower(): number for number, roman in enumerate(_ROMAWI, start=1)}
_YEARS = re.compile(r"(?:tahun |t\.?a\.? )?(\d{4})(?: ?(?:-|–|s\.?/?d\.?|sampai) ?(\d{4}))?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(?:(s|tw|q)(\d)|(\d{2}))", re.ASCII)
_WORDS = re.compile(
    r"(?:(\d{4})[ -]?)?(semester|smt|sem|triwulan|trw|tw|bulan|bln)\.?[ _]?(\d{1,2}|[ivx]+)"
    r"(?:[ ,/-]+(?:tahun |t\.?a\.? )?(\d{4}))?",
    re.ASCII,
)
_MONTH = re.compile(r"([a-z]{3,9})\.?(?: (?:tahun )?(\d{4}))?", re.ASCII)
_KIND = {
    "s": JenisPeriode.SEMESTER,
    "t": JenisPeriode.TRIWULAN,
    "q": JenisPeriode.TRIWULAN,
    "b": JenisPeriode.BULAN,
}


@functools.lru_cache(maxsize=1024)
def _parse(teks: str, tahun: int | None) -> Periode:
    clean = " ".join(teks.lower().split())
    if match := _YEARS.fullmatch(clean):
        first, last = int(match[1]), int(match[2] or match[1])
        return Periode(first, JenisPeriode.RENTANG if last > first else JenisPeriode.TAHUN, 1, last)
    if match := _ISO.fullmatch(clean):
        kind = _KIND[match[2][0]] if match[2] else JenisPeriode.BULAN
        return Periode(int(match[1]), kind, int(match[3] or match[4]))
    if match := _WORDS.fullmatch(clean):
        if match[1] and match[4] and match[1] != match[4]:
            raise PeriodeError(teks, "it names two years")
        number = int(match[3]) if match[3].isdecimal() else _NOMOR.get(match[3], 0)
        return Periode(_year(teks, match[1] or match[4], tahun), _KIND[match[2][0]], number)
    if (match := _MONTH.fullmatch(clean)) and (month := _month(match[1])):
        return Periode(_year(teks, match[2], tahun), JenisPeriode.BULAN, month)
    raise PeriodeError(teks, 'expected such as "2025", "2025-TW1", "TW I 2025", "Januari 2025", "2021-2025"')


def _month(word: str) -> int | None:
    """The number of a month given whole or by its usual short form."""
    number = _BULAN_SINGKAT.get(word[:3])
    if number and (len(word) <= 4 or nama_bulan(number).lower() == word or word in {"pebruari", "nopember"}):
        return number
    return None


def _year(teks: str, printed: str | None, given: int | None) -> int:
    if printed:
        return int(printed)
    if given is None:
        raise PeriodeError(teks, "it names no year: pass tahun=")
    return given
