"""How a realisasi comes about: the kinds of formulas, a closed union.

A rumus says what is divided by what, added up or weighed. It says nothing of
which way is better (polaritas), of how periods are put together (agregasi), or
of how target and realisasi are compared (kebijakan).
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias

import attrs

from sakip.alasan import Alasan
from sakip.angka import (
    KONTEKS,
    PRESISI,
    Angka,
    Isian,
    Kategori,
    Kosong,
    TakTerbaca,
    format_angka,
    round_half_up,
    to_decimal,
    to_isian,
    to_optional_decimal,
)
from sakip.errors import ModelError, SakipError

SERATUS = Decimal(100)


class Agregasi(enum.Enum):
    """How the periods of a year make the year.

    >>> Jumlah().agregasi
    <Agregasi.JUMLAH: 'jumlah'>
    """

    JUMLAH = "jumlah"
    NILAI_AKHIR = "nilai_akhir"
    RATA_RATA = "rata_rata"
    MAKSIMUM = "maksimum"
    MINIMUM = "minimum"


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


def _check_text(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str):
        raise ModelError(type(instance).__name__, attribute.name, repr(value), "a text")


def _check_texts(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    for item in value:
        _check_text(instance, attribute, item)


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


def _agree(masukan: Masukan, hitung: Decimal, satuan: str) -> Angka | Alasan:
    """The computed value, unless a reported one contradicts it.

    A reported value was rounded by hand, so it is compared at its own digits.
    """
    lapor = masukan.nilai
    if isinstance(lapor, TakTerbaca):
        return Alasan.REALISASI_TAK_TERBACA
    if lapor is None or isinstance(lapor, Kosong):
        return _measured(hitung, satuan)
    if not isinstance(lapor, Angka):
        return Alasan.BAGIAN_BERTENTANGAN
    exponent = lapor.nilai.as_tuple().exponent
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    if round_half_up(hitung, digits) != lapor.nilai:
        return Alasan.BAGIAN_BERTENTANGAN
    return _measured(hitung, satuan)


def _measured(hitung: Decimal, satuan: str) -> Angka | Alasan:
    """A computed value, held to the 34 decimals that a value may have."""
    if not hitung:
        return Angka(0, satuan)
    if hitung.adjusted() >= PRESISI:
        return Alasan.DI_LUAR_SKALA
    exponent = hitung.as_tuple().exponent
    tiny = isinstance(exponent, int) and exponent < -PRESISI
    return Angka(round_half_up(hitung, PRESISI) if tiny else hitung, satuan)


@attrs.frozen
class Persen:
    """A share: numerator by denominator, times a hundred.

    Attributes:
        pembilang: What is counted.
        penyebut: What it is counted out of.

    >>> rumus = Persen("PPKS tertangani", "seluruh PPKS")
    >>> print(rumus.compute(Masukan(pembilang=880, penyebut=1000)))
    88 %
    >>> rumus.compute(Masukan(pembilang=1, penyebut=0))
    <Alasan.PENYEBUT_NOL: 'penyebut_nol'>
    """

    jenis: ClassVar[str] = "persen"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    pembilang: str = attrs.field(default="", validator=_check_text)
    penyebut: str = attrs.field(default="", validator=_check_text)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The realisasi in percent, or why there is none."""
        if masukan.pembilang is None and masukan.penyebut is None:
            return masukan.langsung
        if masukan.pembilang is None or masukan.penyebut is None:
            return Alasan.BAGIAN_KURANG
        if masukan.penyebut == 0:
            return Alasan.PENYEBUT_NOL
        share = KONTEKS.divide(KONTEKS.multiply(masukan.pembilang, SERATUS), masukan.penyebut)
        return _agree(masukan, share, "%")

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian.

        >>> Persen("tertangani", "seluruh").describe(Masukan(pembilang=880, penyebut=1000))
        'tertangani ÷ seluruh × 100 % = 880 ÷ 1.000 × 100 %'
        """
        words = f"{self.pembilang or 'pembilang'} ÷ {self.penyebut or 'penyebut'} × 100 %"
        if masukan.pembilang is None or masukan.penyebut is None:
            return words
        return f"{words} = {format_angka(masukan.pembilang)} ÷ {format_angka(masukan.penyebut)} × 100 %"


def _incomplete(masukan: Masukan, names: Iterable[str]) -> Alasan | None:
    """Why the reported parts are not the declared ones, each once."""
    given = [nama for nama, _ in masukan.komponen]
    if set(given) != set(names):
        return Alasan.BAGIAN_KURANG
    return Alasan.REALISASI_GANDA if len(set(given)) < len(given) else None


def _texts(names: Any) -> tuple[str, ...]:
    """One name or several, as a tuple; what is neither is left to the validator."""
    return (names,) if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)


@attrs.frozen
class Jumlah:
    """A count: the value as reported, or the sum of named parts.

    Attributes:
        bagian: The names of the parts, where the indikator declares them; then
            every one of them has to be reported.

    >>> print(Jumlah().compute(Masukan(komponen={"laki-laki": 20, "perempuan": 35})))
    55
    """

    jenis: ClassVar[str] = "jumlah"
    agregasi: ClassVar[Agregasi] = Agregasi.JUMLAH
    bagian: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=_check_texts)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The count, or why there is none."""
        if not masukan.komponen:
            return masukan.langsung
        if self.bagian and (alasan := _incomplete(masukan, self.bagian)):
            return alasan
        total = Decimal(0)
        for _, nilai in masukan.komponen:
            total = KONTEKS.add(total, nilai)
        return _agree(masukan, total, "")

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian."""
        if not masukan.komponen:
            return "jumlah yang dihitung"
        words = " + ".join(nama for nama, _ in masukan.komponen)
        numbers = " + ".join(format_angka(nilai) for _, nilai in masukan.komponen)
        return f"{words} = {numbers}"


@attrs.frozen
class Komponen:
    """A weighted part of an index.

    >>> Komponen("Perencanaan", 30).bobot
    Decimal('30')
    """

    nama: str = attrs.field(validator=_check_text)
    bobot: Decimal = attrs.field(default=Decimal(1), converter=to_decimal)


def _to_komponen(rows: Any) -> tuple[Komponen, ...]:
    if isinstance(rows, Mapping):
        return tuple(Komponen(nama, bobot) for nama, bobot in rows.items())
    parts = tuple(rows) if isinstance(rows, Iterable) else (rows,)
    if not all(isinstance(part, Komponen) for part in parts):
        raise ModelError(
            "Indeks", "komponen", repr(rows), "a mapping of names to weights, or several Komponen,"
        )
    return parts


def _to_skala(ends: Any) -> tuple[Decimal, Decimal] | None:
    if ends is None:
        return None
    both = tuple(ends) if isinstance(ends, Iterable) else (ends,)
    if len(both) != 2:
        raise ModelError("Indeks", "skala", repr(ends), "a lower and a higher end")
    return to_decimal(both[0]), to_decimal(both[1])


@attrs.frozen
class Indeks:
    """An index: the weighted mean of its parts, on a declared scale.

    Attributes:
        komponen: The parts with their weights; a mapping of names to weights is taken.
        skala: Lowest and highest value there can be, such as ``(0, 100)`` or ``(1, 4)``.

    >>> rumus = Indeks({"Perencanaan": 30, "Pengukuran": 70}, skala=(0, 100))
    >>> print(rumus.compute(Masukan(komponen={"Perencanaan": 80, "Pengukuran": 60})))
    66
    >>> rumus.compute(Masukan(komponen={"Perencanaan": 80}))
    <Alasan.BAGIAN_KURANG: 'bagian_kurang'>
    >>> rumus.compute(Masukan(nilai="104"))
    <Alasan.DI_LUAR_SKALA: 'di_luar_skala'>
    """

    jenis: ClassVar[str] = "indeks"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    komponen: tuple[Komponen, ...] = attrs.field(default=(), converter=_to_komponen)
    skala: tuple[Decimal, Decimal] | None = attrs.field(default=None, converter=_to_skala)

    def __attrs_post_init__(self) -> None:
        """Refuse weights and scales that no index can have."""
        if any(part.bobot <= 0 for part in self.komponen):
            raise ModelError("Indeks", "komponen", repr(self.komponen), "a weight above zero for each part")
        if len({part.nama for part in self.komponen}) < len(self.komponen):
            raise ModelError("Indeks", "komponen", repr(self.komponen), "each name once")
        if self.skala is not None and self.skala[0] >= self.skala[1]:
            raise ModelError("Indeks", "skala", repr(self.skala), "a lower and a higher end")

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The index, or why there is none."""
        if not masukan.komponen:
            hasil = masukan.langsung
        elif alasan := _incomplete(masukan, [part.nama for part in self.komponen]):
            return alasan
        else:
            hasil = _agree(masukan, self._mean(dict(masukan.komponen)), "")
        if self.skala and isinstance(hasil, Angka) and not self.skala[0] <= hasil.nilai <= self.skala[1]:
            return Alasan.DI_LUAR_SKALA
        return hasil

    def _mean(self, nilai: Mapping[str, Decimal]) -> Decimal:
        total, weight = Decimal(0), Decimal(0)
        for part in self.komponen:
            total = KONTEKS.fma(nilai[part.nama], part.bobot, total)
            weight = KONTEKS.add(weight, part.bobot)
        return KONTEKS.divide(total, weight)

    def describe(self, masukan: Masukan) -> str:
        """The formula with the numbers put in, in Indonesian."""
        if not masukan.komponen:
            return "indeks sebagaimana dilaporkan"
        nilai = dict(masukan.komponen)
        words = " + ".join(
            f"{format_angka(part.bobot)} × {part.nama} ({format_angka(nilai[part.nama])})"
            for part in self.komponen
            if part.nama in nilai
        )
        return f"({words}) ÷ jumlah bobot"


@attrs.frozen
class Nilai:
    """A figure that is taken as it is: a score, a survey's result, a rating.

    Attributes:
        sumber: Who gives it.

    >>> print(Nilai("Inspektorat").compute(Masukan(nilai="69,14")))
    69,14
    """

    jenis: ClassVar[str] = "nilai"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    sumber: str = attrs.field(default="", validator=_check_text)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The figure, or why there is none."""
        return masukan.langsung

    def describe(self, masukan: Masukan) -> str:  # noqa: ARG002  # one signature for every rumus
        """The formula in words, in Indonesian."""
        return f"nilai dari {self.sumber}" if self.sumber else "nilai sebagaimana dilaporkan"


@attrs.frozen
class Predikat:
    """A predicate of an ordinal scale.

    Attributes:
        skala: The labels from the lowest to the highest; empty when not declared.

    >>> opini = Predikat(("TMP", "TW", "WDP", "WTP"))
    >>> opini.compute(Masukan(nilai="WTP")).label
    'WTP'
    >>> opini.compute(Masukan(nilai="bagus"))
    <Alasan.DI_LUAR_SKALA: 'di_luar_skala'>
    """

    jenis: ClassVar[str] = "predikat"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    skala: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=_check_texts)

    def __attrs_post_init__(self) -> None:
        """Refuse a scale that names a label twice."""
        if len(set(self.skala)) < len(self.skala):
            raise ModelError("Predikat", "skala", repr(self.skala), "each label once")

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The predicate, or why there is none."""
        hasil = masukan.langsung
        if isinstance(hasil, Alasan) or not self.skala:
            return hasil
        on_scale = isinstance(hasil, Kategori) and hasil.label in self.skala
        return hasil if on_scale else Alasan.DI_LUAR_SKALA

    def describe(self, masukan: Masukan) -> str:  # noqa: ARG002  # one signature for every rumus
        """The formula in words, in Indonesian."""
        return (
            f"predikat pada skala {' < '.join(self.skala)}"
            if self.skala
            else "predikat sebagaimana dilaporkan"
        )


Rumus: TypeAlias = Persen | Jumlah | Indeks | Nilai | Predikat
"""The kinds of formulas."""

RUMUS: Mapping[str, type[Rumus]] = {kelas.jenis: kelas for kelas in (Persen, Jumlah, Indeks, Nilai, Predikat)}
"""Each kind by its tag; adding a kind is one class and its place here."""
