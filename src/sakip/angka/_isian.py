"""What a cell of a form holds, as a closed union of classes, and how it is read."""

from __future__ import annotations

import datetime as dt
import enum
import re
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

import attrs

from sakip.angka._bilangan import (
    DIGITS,
    KURUNG,
    SEBAB,
    SIGNED,
    Catatan,
    Desimal,
    Sebab,
    check_desimal,
    check_text,
    clean_text,
    scan_angka,
    to_decimal,
    to_optional_decimal,
)
from sakip.angka._sama import SamaTercetak
from sakip.angka._tanggal import Tanggal, scan_tanggal
from sakip.angka._tulis import format_angka
from sakip.errors import AngkaError
from sakip.pilihan import to_enum


@attrs.frozen(eq=False)
class Angka(SamaTercetak):
    """A number with its unit.

    Attributes:
        nilai: The exact number.
        satuan: The unit as printed, such as ``%`` or ``Orang / Bulan``.
        teks: The whole cell as printed; empty when it was never printed.
        catatan: What had to be decided to read it.

    Two are equal where they mean the same and print the same, printed yet or not.

    >>> Angka("93,59", "%")
    Angka(nilai=Decimal('93.59'), satuan='%', teks='', catatan=())
    >>> Angka("93,59", "%") == parse_nilai("93,59 %"), Angka("93,5", "%") == parse_nilai("93,50 %")
    (True, False)
    >>> print(Angka(1234567, "Orang"))
    1.234.567 Orang
    """

    nilai: Decimal = attrs.field(converter=to_decimal)
    satuan: str = ""
    teks: str = attrs.field(default="", eq=False)
    catatan: tuple[Catatan, ...] = attrs.field(default=(), eq=False)

    def __str__(self) -> str:
        return self.teks or _with_unit(format_angka(self.nilai), self.satuan)


@attrs.frozen(eq=False)
class Rentang(SamaTercetak):
    """A range, both ends included.

    >>> print(parse_nilai("0,425–0,430"))
    0,425–0,430
    >>> parse_nilai("3-5 Dokumen").bawah
    Decimal('3')
    """

    bawah: Decimal = attrs.field(converter=to_decimal)
    atas: Decimal = attrs.field(converter=to_decimal)
    satuan: str = ""
    teks: str = attrs.field(default="", eq=False)
    catatan: tuple[Catatan, ...] = attrs.field(default=(), eq=False)

    def __attrs_post_init__(self) -> None:
        if self.bawah > self.atas:
            raise Sebab.RENTANG_TERBALIK.error(str(self))

    def __str__(self) -> str:
        return self.teks or _with_unit(f"{format_angka(self.bawah)}–{format_angka(self.atas)}", self.satuan)


class Tanda(enum.Enum):
    """The sign of a bound.

    >>> Tanda("≥") is Tanda.MINIMAL
    True
    """

    MINIMAL = "≥"
    LEBIH = ">"
    MAKSIMAL = "≤"
    KURANG = "<"


def _to_tanda(nilai: Tanda | str) -> Tanda:
    return to_enum(Tanda, nilai, "Batas", "tanda")


@attrs.frozen(eq=False)
class Batas(SamaTercetak):
    """A bound: at least, more than, at most, less than.

    >>> parse_nilai("≥ 80 %")
    Batas(tanda=<Tanda.MINIMAL: '≥'>, nilai=Decimal('80'), satuan='%', teks='≥ 80 %', catatan=())
    """

    tanda: Tanda = attrs.field(converter=_to_tanda)
    nilai: Decimal = attrs.field(converter=to_decimal)
    satuan: str = ""
    teks: str = attrs.field(default="", eq=False)
    catatan: tuple[Catatan, ...] = attrs.field(default=(), eq=False)

    def __str__(self) -> str:
        return self.teks or _with_unit(f"{self.tanda.value} {format_angka(self.nilai)}", self.satuan)


@attrs.frozen(eq=False)
class Rasio(SamaTercetak):
    """A ratio such as ``1:32``.

    >>> parse_nilai("1:32").kanan
    Decimal('32')
    """

    kiri: Decimal = attrs.field(converter=to_decimal)
    kanan: Decimal = attrs.field(converter=to_decimal)
    satuan: str = ""
    teks: str = attrs.field(default="", eq=False)
    catatan: tuple[Catatan, ...] = attrs.field(default=(), eq=False)

    def __str__(self) -> str:
        return self.teks or _with_unit(f"{format_angka(self.kiri)}:{format_angka(self.kanan)}", self.satuan)


@attrs.frozen(eq=False)
class Kategori(SamaTercetak):
    """A predicate in words, with its score where one is printed.

    >>> parse_nilai("BB (72)")
    Kategori(label='BB', skor=Decimal('72'), teks='BB (72)', catatan=())
    """

    label: str
    skor: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    teks: str = attrs.field(default="", eq=False)
    catatan: tuple[Catatan, ...] = attrs.field(default=(), eq=False)

    def __str__(self) -> str:
        if self.teks or self.skor is None:
            return self.teks or self.label
        return f"{self.label} ({format_angka(self.skor)})"


class JenisKosong(enum.Enum):
    """What stands in a cell that holds no value.

    >>> parse_nilai("-").jenis
    <JenisKosong.STRIP: 'strip'>
    """

    KOSONG = "kosong"
    STRIP = "strip"
    NA = "n/a"
    GALAT = "galat"


def _to_jenis(nilai: JenisKosong | str) -> JenisKosong:
    return to_enum(JenisKosong, nilai, "Kosong", "jenis")


@attrs.frozen
class Kosong:
    """No value: an empty cell, a dash, ``n/a``, or a spreadsheet's error.

    In a target a dash means "not planned"; in a realisasi it means "not filled".
    Neither is zero.

    >>> print(parse_nilai("#DIV/0!").jenis)
    JenisKosong.GALAT
    """

    jenis: JenisKosong = attrs.field(default=JenisKosong.KOSONG, converter=_to_jenis)
    teks: str = ""

    def __str__(self) -> str:
        return self.teks


@attrs.frozen
class TakTerbaca:
    """A text that is kept as printed because it cannot be read.

    `parse_nilai` never returns one (it raises); readers of documents use it, so
    that what can't be read is not lost.

    >>> read_nilai("13.2918.000")
    TakTerbaca(teks='13.2918.000', sebab=<Sebab.PENGELOMPOKAN: 'pengelompokan'>)
    """

    teks: str
    sebab: Sebab

    def __str__(self) -> str:
        return self.teks


Isian: TypeAlias = Angka | Rentang | Batas | Rasio | Kategori | Tanggal | Kosong | TakTerbaca
"""What a cell of a form may hold."""
_ISIAN = (Angka, Rentang, Batas, Rasio, Kategori, Tanggal, Kosong, TakTerbaca)


_GALAT = {"#div/0!", "#n/a", "#name?", "#null!", "#num!", "#ref!", "#value!", "#spill!", "#calc!"}
_TANDA = {
    "≥": "≥",
    ">=": "≥",
    "=>": "≥",
    "minimal": "≥",
    "minimum": "≥",
    "paling sedikit": "≥",
    "≤": "≤",
    "<=": "≤",
    "=<": "≤",
    "maksimal": "≤",
    "maksimum": "≤",
    "paling banyak": "≤",
    ">": ">",
    "lebih dari": ">",
    "<": "<",
    "kurang dari": "<",
}
_BATAS = re.compile(
    "(" + "|".join(re.escape(word) for word in sorted(_TANDA, key=len, reverse=True)) + r")\s*(.+)",
    re.IGNORECASE | re.DOTALL,
)
_UNIT = r"([^\W\d_%‰°][^\n]*|[%‰°][^\n]*)?"
_NILAI = re.compile(rf"({SIGNED})\s*(\([^\W\d]+(?:[\s-][^\W\d]+)*\))?\s*{_UNIT}", re.ASCII | re.DOTALL)
_RENTANG = re.compile(
    rf"({SIGNED})\s*([^\W\d_]*|%)\s*(?:-|s\.?\s*/?\s*d\.?|sampai|hingga)\s*({SIGNED})\s*{_UNIT}",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_RASIO = re.compile(rf"({DIGITS})\s*:\s*({DIGITS})\s*{_UNIT}", re.ASCII | re.DOTALL)
_KATEGORI = re.compile(rf"([^\W\d][^\d(]*?)\s*\(\s*({SIGNED})\s*\)", re.ASCII | re.DOTALL)
_RUPIAH = re.compile(r"(rp\.?|idr|us\$|usd)\s*(.+?)(?:,\s*-{1,2})?", re.IGNORECASE | re.DOTALL)
_PER = re.compile(rf"(\bper|/)\s*{DIGITS}", re.IGNORECASE)
_ANGKA_LEPAS = re.compile(r"\b\d")
"""A number that is no part of a unit, as ``m2`` and ``per 1.000`` are."""
_ILMIAH = re.compile(r"[-+]?\d+(?:[.,]\d+)?e[-+]?\d+", re.IGNORECASE | re.ASCII)
_PERINGKAT = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)* \d+", re.ASCII)
"""A rank in words and a number, such as ``Level 3``: a predicate, not a number."""


def parse_nilai(teks: str, *, desimal: Desimal = ",") -> Isian:
    """Read what a cell of a form holds: number, range, bound, ratio, predicate, day, nothing.

    Args:
        teks: The cell as printed.
        desimal: The decimal mark where a number could mean two things; the
            result then carries `Catatan.AMBIGU`.

    Raises:
        AngkaError: It holds digits that cannot be read without guessing: a bad
            grouping, or several values in one cell.

    >>> parse_nilai("93,59 %")
    Angka(nilai=Decimal('93.59'), satuan='%', teks='93,59 %', catatan=())
    >>> parse_nilai("33 Orang / Bulan").satuan, parse_nilai("12lbg").satuan
    ('Orang / Bulan', 'lbg')
    >>> parse_nilai("1.234").catatan
    (<Catatan.AMBIGU: 'ambigu'>,)
    >>> parse_nilai("WTP")
    Kategori(label='WTP', skor=None, teks='WTP', catatan=())
    >>> parse_nilai("2 dokumen, 3 laporan")
    Traceback (most recent call last):
    sakip.errors.AngkaError: '2 dokumen, 3 laporan' is not a number: it holds more than one value
    """
    text, mark = check_text(teks), check_desimal(desimal)
    try:
        return _parse_nilai(text, mark)
    except AngkaError as error:
        raise SEBAB[error.sebab].error(text) from None


@lru_cache(maxsize=4096)
def _parse_nilai(teks: str, desimal: Desimal) -> Isian:
    clean = clean_text(teks)
    if empty := _parse_kosong(clean, teks):
        return empty
    if day := scan_tanggal(clean, teks):
        return day
    if match := _BATAS.fullmatch(clean):
        number, unit, catatan = _parse_satu(match[2], desimal, teks)
        return Batas(Tanda(_TANDA[match[1].lower()]), number, unit, teks, catatan)
    if match := _RASIO.fullmatch(clean):
        return _pair(Rasio, (match[1], match[2]), _unit(match[3], teks), desimal, teks)
    if (match := _RENTANG.fullmatch(clean)) and _same_unit(match[2], match[4]):
        return _pair(Rentang, (match[1], match[3]), _unit(match[4] or match[2], teks), desimal, teks)
    if match := _KATEGORI.fullmatch(clean):
        score, catatan = scan_angka(match[2], desimal)
        return Kategori(match[1], score, teks, catatan)
    if any(letter.isdigit() for letter in clean) and not _PERINGKAT.fullmatch(clean):
        number, unit, catatan = _parse_satu(clean, desimal, teks)
        return Angka(number, unit, teks, catatan)
    return Kategori(clean, None, teks)


def _parse_kosong(clean: str, teks: str) -> Kosong | None:
    if not clean:
        return Kosong(JenisKosong.KOSONG, teks)
    if clean.strip("-") == "":
        return Kosong(JenisKosong.STRIP, teks)
    lower = clean.lower()
    if lower in {"n/a", "n.a", "n.a."}:
        return Kosong(JenisKosong.NA, teks)
    return Kosong(JenisKosong.GALAT, teks) if lower in _GALAT else None


def _parse_satu(clean: str, desimal: Desimal, teks: str) -> tuple[Decimal, str, tuple[Catatan, ...]]:
    """One number with its unit, before or behind it."""
    if match := KURUNG.fullmatch(clean):
        return _insert(scan_angka(clean, desimal), "")
    if match := _RUPIAH.fullmatch(clean):
        return _insert(scan_angka(match[2], desimal), match[1])
    if _ILMIAH.fullmatch(clean):
        raise Sebab.BUKAN_ANGKA.error(teks)
    if (match := _NILAI.fullmatch(clean)) is None:
        several = len(re.findall(DIGITS, clean)) > 1
        raise (Sebab.LEBIH_DARI_SATU if several else Sebab.BUKAN_ANGKA).error(teks)
    number, catatan = scan_angka(match[1], desimal)
    if match[2]:
        catatan = (*catatan, Catatan.TERBILANG)
    return number, _unit(match[3], teks), catatan


def _insert(scan: tuple[Decimal, tuple[Catatan, ...]], unit: str) -> tuple[Decimal, str, tuple[Catatan, ...]]:
    return scan[0], unit, scan[1]


def _unit(unit: str | None, teks: str) -> str:
    """The unit, refused where another value hides in it."""
    if unit is None:
        return ""
    if _ANGKA_LEPAS.search(_PER.sub("", unit)):
        raise Sebab.LEBIH_DARI_SATU.error(teks)
    return unit.strip()


def _same_unit(first: str, second: str | None) -> bool:
    return not first or first.lower() == (second or "").strip().lower() or not second


def _pair(
    kelas: type[Rasio | Rentang],
    numbers: tuple[str, str],
    unit: str,
    desimal: Desimal,
    teks: str,
) -> Rasio | Rentang:
    first, note = scan_angka(numbers[0], desimal)
    second, note_too = scan_angka(numbers[1], desimal)
    return kelas(first, second, unit, teks, tuple(dict.fromkeys((*note, *note_too))))


def read_nilai(teks: str, *, desimal: Desimal = ",") -> Isian:
    """Like `parse_nilai`, but a text that cannot be read is kept, not refused.

    >>> read_nilai("55 Orang").nilai
    Decimal('55')
    >>> read_nilai("32.400.0000").sebab.kalimat
    'titik ribuan tidak memisahkan tiga-tiga angka'
    """
    mark = check_desimal(desimal)
    try:
        return parse_nilai(teks, desimal=mark)
    except AngkaError as error:
        return TakTerbaca(teks, SEBAB[error.sebab])


def to_isian(nilai: Isian | Decimal | int | str | dt.date) -> Isian:
    """What a caller has, as one of the classes of `Isian`.

    Raises:
        AngkaError: Text that cannot be read; not a finite number.
        TipeError: A float or another type.

    >>> to_isian(88), to_isian("88 %").satuan
    (Angka(nilai=Decimal('88'), satuan='', teks='', catatan=()), '%')
    """
    if isinstance(nilai, str):
        return parse_nilai(nilai)
    if isinstance(nilai, _ISIAN):
        return nilai
    if isinstance(nilai, dt.date):
        return Tanggal(nilai)
    return Angka(nilai)


def _with_unit(text: str, satuan: str) -> str:
    return f"{text} {satuan}" if satuan else text
