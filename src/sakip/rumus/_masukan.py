"""What is measured, and how the periods of a year are put together."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from sakip.alasan import Alasan
from sakip.angka import (
    PRESISI,
    Angka,
    Isian,
    Kosong,
    TakTerbaca,
    round_half_up,
    to_decimal,
    to_isian,
    to_optional_decimal,
)
from sakip.errors import ModelError, SakipError


class Agregasi(enum.Enum):
    """How the periods of a year make the year.

    >>> from sakip import Jumlah
    >>> Jumlah().agregasi
    <Agregasi.JUMLAH: 'jumlah'>
    """

    JUMLAH = "jumlah"
    NILAI_AKHIR = "nilai_akhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"
    GABUNGAN = "gabungan"

    @property
    def kalimat(self) -> str:
        """How it is done, in Indonesian.

        >>> Agregasi.GABUNGAN.kalimat
        'jumlah pembilang ÷ jumlah penyebut'
        """
        return _KALIMAT[self]


_KALIMAT = {
    Agregasi.JUMLAH: "jumlah seluruh periode",
    Agregasi.NILAI_AKHIR: "nilai periode terakhir",
    Agregasi.RATA_RATA: "rata-rata seluruh periode",
    Agregasi.MAKSIMUM: "nilai tertinggi seluruh periode",
    Agregasi.MINIMUM: "nilai terendah seluruh periode",
    Agregasi.GABUNGAN: "jumlah pembilang ÷ jumlah penyebut",
}


def to_optional_isian(nilai: Isian | Decimal | int | str | None) -> Isian | None:
    """Like `to_isian`, and None stays None.

    >>> to_optional_isian(None) is None
    True
    """
    return None if nilai is None else to_isian(nilai)


Bagian: TypeAlias = Mapping[str, Decimal | int | str] | Iterable[tuple[str, Decimal | int | str]]


def _komponen(rows: Bagian) -> tuple[tuple[str, Decimal], ...]:
    pairs = rows.items() if isinstance(rows, Mapping) else rows
    try:
        parts = tuple((nama, to_decimal(nilai)) for nama, nilai in pairs)
    except SakipError:
        raise
    except (TypeError, ValueError):
        parts = None
    if parts is None or not all(isinstance(nama, str) for nama, _ in parts):
        raise ModelError("Masukan", "komponen", repr(rows), "a mapping, or pairs, of names and numbers")
    return parts


def check_text(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str):
        raise ModelError(type(instance).__name__, attribute.name, repr(value), "a text")


def check_texts(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    for item in value:
        check_text(instance, attribute, item)


@attrs.frozen(kw_only=True)
class Masukan:
    """What was measured: the value itself, or the parts that it is computed from.

    Attributes:
        nilai: The realisasi as reported.
        pembilang: Numerator of a fraction.
        penyebut: Denominator of a fraction.
        komponen: Named parts of a sum or an index.

    >>> Masukan(pembilang=880, penyebut=1000).has_parts
    True
    """

    nilai: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    pembilang: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    penyebut: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    komponen: tuple[tuple[str, Decimal], ...] = attrs.field(default=(), converter=_komponen)

    @property
    def has_parts(self) -> bool:
        """Whether any part was given."""
        return self.pembilang is not None or self.penyebut is not None or bool(self.komponen)

    @property
    def langsung(self) -> Isian | Alasan:
        """The reported value, or why there is none to use."""
        if self.nilai is None or isinstance(self.nilai, Kosong):
            return Alasan.BELUM_ADA_REALISASI
        if isinstance(self.nilai, TakTerbaca):
            return Alasan.REALISASI_TAK_TERBACA
        return self.nilai


def agree(masukan: Masukan, hitung: Decimal, satuan: str) -> Angka | Alasan:
    """The computed value, unless a reported one contradicts it.

    A reported value was rounded by hand, so it is compared at its own digits.
    """
    lapor = masukan.nilai
    if isinstance(lapor, TakTerbaca):
        return Alasan.REALISASI_TAK_TERBACA
    if lapor is None or isinstance(lapor, Kosong):
        return measured(hitung, satuan)
    if not isinstance(lapor, Angka):
        return Alasan.BAGIAN_BERTENTANGAN
    exponent = lapor.nilai.as_tuple().exponent
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    if round_half_up(hitung, digits) != lapor.nilai:
        return Alasan.BAGIAN_BERTENTANGAN
    return measured(hitung, satuan)


def measured(hitung: Decimal, satuan: str) -> Angka | Alasan:
    """A computed value, held to the 34 decimals that a value may have.

    >>> measured(Decimal("12.50"), "Orang").satuan, measured(Decimal("1E+40"), "")
    ('Orang', <Alasan.DI_LUAR_SKALA: 'di_luar_skala'>)
    """
    if not hitung:
        return Angka(0, satuan)
    if hitung.adjusted() >= PRESISI:
        return Alasan.DI_LUAR_SKALA
    exponent = hitung.as_tuple().exponent
    tiny = isinstance(exponent, int) and exponent < -PRESISI
    return Angka(round_half_up(hitung, PRESISI) if tiny else hitung, satuan)


def find_incomplete(masukan: Masukan, names: Iterable[str]) -> Alasan | None:
    """Why the reported parts are not the declared ones, each once."""
    given = [nama for nama, _ in masukan.komponen]
    if set(given) != set(names):
        return Alasan.BAGIAN_KURANG
    return Alasan.REALISASI_GANDA if len(set(given)) < len(given) else None


def to_texts(names: Any) -> tuple[str, ...]:
    """One name or several, as a tuple; what is neither is left to the validator."""
    return (names,) if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)
