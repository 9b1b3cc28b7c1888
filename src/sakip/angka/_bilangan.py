"""One number: text into exact values, and the arithmetic context."""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Literal, Self, TypeAlias

from sakip.errors import AngkaError, ModelError, TipeError

PRESISI = 34
"""Significant digits of every computation, and the most that a value may have."""

KONTEKS = Context(
    prec=PRESISI,
    rounding=ROUND_HALF_UP,
    Emin=-999_999,
    Emax=999_999,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[InvalidOperation, DivisionByZero, Overflow],
)
"""The decimal context of every computation in `sakip`."""


def add_up(numbers: Iterable[Decimal]) -> Decimal:
    """A sum in `KONTEKS`, which the built-in ``sum`` would make in the caller's context.

    >>> add_up([Decimal("0.1"), Decimal("0.2")]), add_up([])
    (Decimal('0.3'), Decimal('0'))
    """
    return functools.reduce(KONTEKS.add, numbers, Decimal(0))


Desimal: TypeAlias = Literal[",", "."]
"""Which sign marks the decimals, the comma (Indonesian) or the point."""


class Catatan(enum.Enum):
    """What a reader had to decide about a text that it could read.

    >>> from sakip.angka import parse_nilai
    >>> parse_nilai("23. 000.000").catatan
    (<Catatan.SPASI_DALAM: 'spasi_dalam'>,)
    """

    kalimat: str

    SPASI_DALAM = "spasi_dalam", "ada spasi di dalam angka"
    AMBIGU = "ambigu", "tanda pemisah dapat dibaca sebagai ribuan atau desimal"
    PEMISAH_LAIN = "pemisah_lain", "tanda desimal bukan menurut kebiasaan yang dipakai"
    KURUNG_NEGATIF = "kurung_negatif", "angka dalam kurung dibaca negatif"
    TERBILANG = "terbilang", "angka dituliskan lagi dengan huruf"

    def __new__(cls, value: str, kalimat: str) -> Self:
        """Keep the sentence beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.kalimat = kalimat
        return member


class Sebab(enum.Enum):
    """Why a text cannot be read as a number or a value.

    >>> Sebab.PENGELOMPOKAN.kalimat
    'titik ribuan tidak memisahkan tiga-tiga angka'
    """

    english: str
    kalimat: str

    BUKAN_ANGKA = "bukan_angka", "digits with . or , are expected", "bukan angka"
    PENGELOMPOKAN = (
        "pengelompokan",
        "thousands must be grouped by three digits",
        "titik ribuan tidak memisahkan tiga-tiga angka",
    )
    LEBIH_DARI_SATU = (
        "lebih_dari_satu",
        "it holds more than one value",
        "berisi lebih dari satu nilai",
    )
    TERLALU_PANJANG = (
        "terlalu_panjang",
        f"more than {PRESISI} digits",
        f"lebih dari {PRESISI} angka",
    )
    TAK_HINGGA = "tak_hingga", "a finite number is expected", "bukan bilangan berhingga"
    PECAHAN_RUPIAH = (
        "pecahan_rupiah",
        "money is in whole rupiah",
        "uang dicatat dalam rupiah utuh",
    )
    RENTANG_TERBALIK = (
        "rentang_terbalik",
        "the lower bound of a range is above the upper one",
        "batas bawah rentang melebihi batas atasnya",
    )

    def __new__(cls, value: str, english: str, kalimat: str) -> Self:
        """Keep both sentences beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.english = english
        member.kalimat = kalimat
        return member

    def error(self, teks: str) -> AngkaError:
        """The error that says so of a text.

        >>> print(Sebab.PENGELOMPOKAN.error("1.23.4"))
        '1.23.4' is not a number: thousands must be grouped by three digits
        """
        return AngkaError(teks, self._value_, self.english, self.kalimat)


SEBAB = {item.value: item for item in Sebab}
"""Each reason by its tag."""

DIGITS = r"\d+(?:\s*[.,]\s*\d+)*"
SIGNED = rf"[-+]?\s*{DIGITS}"
_ANGKA = re.compile(rf"([-+]?)\s*({DIGITS})", re.ASCII)
KURUNG = re.compile(rf"\(\s*({DIGITS})\s*\)", re.ASCII)
_RIBUAN = {
    ",": re.compile(r"(?:0|[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII),
    ".": re.compile(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII),
}
_OTHER: dict[Desimal, Desimal] = {",": ".", ".": ","}
_SAMA = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\ufeff": " ",
        "\u2212": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2012": "-",
        "\u2010": "-",
        "\u2011": "-",
    }
)


def clean_text(teks: str) -> str:
    """Typographic spaces and dashes as the plain ones, single, none at the ends."""
    return " ".join(teks.translate(_SAMA).split())


def _readings(digits: str) -> dict[Desimal, Decimal]:
    """What the digits mean under each convention that can read them."""
    found: dict[Desimal, Decimal] = {}
    for mark, other in _OTHER.items():
        if _RIBUAN[mark].fullmatch(digits):
            found[mark] = Decimal(digits.replace(other, "").replace(mark, "."))
    return found


def _scan(digits: str, desimal: Desimal, teks: str) -> tuple[Decimal, tuple[Catatan, ...]]:
    """Read bare digits with separators; say what had to be decided."""
    tight = "".join(digits.split())
    catatan = [Catatan.SPASI_DALAM] if tight != digits else []
    readings = _readings(tight)
    if not readings:
        raise Sebab.PENGELOMPOKAN.error(teks)
    if desimal not in readings:
        catatan.append(Catatan.PEMISAH_LAIN)
        desimal = _OTHER[desimal]
    elif len(set(readings.values())) > 1:
        catatan.append(Catatan.AMBIGU)
    return _bounded(readings[desimal], teks), tuple(catatan)


def _bounded(value: Decimal, teks: str) -> Decimal:
    """Refuse what the context could not hold exactly."""
    text = str(value)
    if len(text) <= PRESISI and "E" not in text and value.is_finite():
        return value  # nearly every value, without the tuple of its digits
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise Sebab.TAK_HINGGA.error(teks)
    if len(digits) > PRESISI or exponent < -PRESISI or len(digits) + exponent > PRESISI:
        raise Sebab.TERLALU_PANJANG.error(teks)
    return value


def scan_angka(teks: str, desimal: Desimal) -> tuple[Decimal, tuple[Catatan, ...]]:
    clean = clean_text(teks)
    if match := _ANGKA.fullmatch(clean):
        value, catatan = _scan(match[2], desimal, teks)
        return (value.copy_negate() if match[1] == "-" else value), catatan
    if match := KURUNG.fullmatch(clean):
        value, catatan = _scan(match[1], desimal, teks)
        return value.copy_negate(), (*catatan, Catatan.KURUNG_NEGATIF)
    raise Sebab.BUKAN_ANGKA.error(teks)


def parse_angka(teks: str, *, desimal: Desimal = ",") -> Decimal:
    """Read a text that is a number and nothing else.

    A text that only one convention can read is read so (``85.5`` is eighty-five
    and a half whatever *desimal* says). One that both can read, such as
    ``1.234``, is decided by *desimal*; `parse_nilai` gives the same number with
    the remark that it was ambiguous.

    Args:
        teks: The text as printed. Spaces beside a separator are skipped,
            ``(1.000)`` is negative.
        desimal: The decimal mark where the text could mean two things.

    Raises:
        AngkaError: It is no number, or one that cannot be read without guessing.

    >>> parse_angka("1.234.567"), parse_angka("12,5"), parse_angka("85.5")
    (Decimal('1234567'), Decimal('12.5'), Decimal('85.5'))
    >>> parse_angka("1.234"), parse_angka("1.234", desimal=".")
    (Decimal('1234'), Decimal('1.234'))
    >>> parse_angka("23. 000.000"), parse_angka("(1.000)")
    (Decimal('23000000'), Decimal('-1000'))
    >>> parse_angka("32.400.0000")
    Traceback (most recent call last):
    sakip.errors.AngkaError: '32.400.0000' is not a number: thousands must be grouped by three digits
    """
    return scan_angka(check_text(teks), check_desimal(desimal))[0]


def check_desimal(desimal: str) -> Desimal:
    """Refuse a decimal mark that is none."""
    if desimal not in _OTHER:
        raise ModelError("angka", "desimal", repr(desimal), '"," or "."')
    return "," if desimal == "," else "."


def check_text(teks: object) -> str:
    if not isinstance(teks, str):
        raise TipeError(type(teks).__name__, "pass the text as printed")
    return teks


_RP = re.compile(r"^([-+(]?\s*)(?:rp\.?|idr)\s*", re.IGNORECASE)
_TANPA_SEN = re.compile(r",\s*-{1,2}$")


def scan_rupiah(teks: str) -> tuple[int, tuple[Catatan, ...]]:
    """Whole rupiah from text, with what had to be decided to read it.

    Money has no decimals here, so ``23.000`` is never ambiguous.

    Raises:
        AngkaError: It is no amount, or not a whole one.

    >>> scan_rupiah("3.536.925. 665")
    (3536925665, (<Catatan.SPASI_DALAM: 'spasi_dalam'>,))
    """
    clean = _TANPA_SEN.sub("", _RP.sub(r"\1", clean_text(check_text(teks))))
    negative = clean.startswith("(")
    match = KURUNG.fullmatch(clean) if negative else _ANGKA.fullmatch(clean)
    if match is None:
        raise Sebab.BUKAN_ANGKA.error(teks)
    digits = match[match.re.groups]
    tight = "".join(digits.split())
    readings = _readings(tight)
    if not readings:
        raise Sebab.PENGELOMPOKAN.error(teks)
    whole = {_bounded(value, teks) for value in readings.values() if value == value.to_integral_value()}
    if not whole:
        raise Sebab.PECAHAN_RUPIAH.error(teks)
    amount = int(max(whole))
    catatan = (Catatan.SPASI_DALAM,) if tight != digits else ()
    if negative:
        return -amount, (*catatan, Catatan.KURUNG_NEGATIF)
    return (-amount if match[1] == "-" else amount), catatan


_BESAR = 10**PRESISI


def parse_rupiah(nilai: str | int | Decimal) -> int:
    """Whole rupiah from a number or from text as printed.

    Args:
        nilai: ``306_749_630``, ``"306.749.630"``, ``"Rp 1.500.000,00"``, ``"Rp5.000,-"``.

    Raises:
        AngkaError: It is no amount, or not a whole one.
        TipeError: It is a float, a bool or another type.

    >>> parse_rupiah("Rp 1.500.000,00"), parse_rupiah(23_000)
    (1500000, 23000)
    """
    if isinstance(nilai, str):
        return scan_rupiah(nilai)[0]
    if type(nilai) is int and -_BESAR < nilai < _BESAR:
        return nilai
    value = to_decimal(nilai)
    if value != value.to_integral_value():
        raise Sebab.PECAHAN_RUPIAH.error(str(nilai))
    return int(value)


def to_decimal(nilai: Decimal | int | str) -> Decimal:
    """An exact, finite number of at most 34 digits from what a caller has.

    Args:
        nilai: A `Decimal`, an `int`, or text (read by `parse_angka`).

    Raises:
        TipeError: A float (it has lost its digits already), a bool, another type.
        AngkaError: Not finite, too long, or text that is no number.

    >>> to_decimal("93,59"), to_decimal(7)
    (Decimal('93.59'), Decimal('7'))
    """
    if isinstance(nilai, Decimal):
        return _bounded(nilai, str(nilai))
    if isinstance(nilai, str):
        return parse_angka(nilai)
    if isinstance(nilai, bool) or not isinstance(nilai, int):
        raise TipeError(
            type(nilai).__name__,
            'pass a Decimal, an int, or the text as printed, such as "93,59"',
        )
    if nilai.bit_length() > PRESISI * 4:
        raise Sebab.TERLALU_PANJANG.error(f"an int of {nilai.bit_length()} bits")
    return _bounded(Decimal(nilai), str(nilai))


def to_finite(nilai: Decimal | int | str) -> Decimal:
    """Like `to_decimal`, and a finite `Decimal` is taken with whatever digits it was computed to.

    Raises:
        TipeError: A float, a bool, another type.
        AngkaError: Not finite, or text that is no number.

    >>> to_finite(Decimal("1E-40")), to_finite("93,59")
    (Decimal('1E-40'), Decimal('93.59'))
    """
    return nilai if isinstance(nilai, Decimal) and nilai.is_finite() else to_decimal(nilai)


def to_optional_decimal(nilai: Decimal | int | str | None) -> Decimal | None:
    """Like `to_decimal`, and None stays None.

    >>> to_optional_decimal(None), to_optional_decimal("120")
    (None, Decimal('120'))
    """
    return None if nilai is None else to_decimal(nilai)
