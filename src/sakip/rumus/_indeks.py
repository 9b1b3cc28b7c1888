"""An index: a weighted mean on a scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, Angka, Isian, format_angka, to_decimal
from sakip.errors import ModelError
from sakip.rumus._masukan import Agregasi, Masukan, agree, check_text, find_incomplete


@attrs.frozen
class Komponen:
    """A weighted part of an index.

    >>> Komponen("Perencanaan", 30).bobot
    Decimal('30')
    """

    nama: str = attrs.field(validator=check_text)
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
        elif alasan := find_incomplete(masukan, [part.nama for part in self.komponen]):
            return alasan
        else:
            hasil = agree(masukan, self._mean(dict(masukan.komponen)), "")
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
