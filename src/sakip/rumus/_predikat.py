"""A predicate of an ordinal scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any, ClassVar, TypeAlias

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian, Kategori, to_decimal
from sakip.errors import ModelError
from sakip.rumus._masukan import Agregasi, Masukan, check_texts, to_texts
from sakip.skala import Ordinal, clean_label

Label: TypeAlias = Ordinal | Mapping[str, Decimal | int | str] | Iterable[str]
Nilai: TypeAlias = Iterable[Decimal | int | str] | Decimal | int | str


def _to_nilai(values: Any) -> tuple[Decimal, ...]:
    rows = tuple(values) if isinstance(values, Iterable) and not isinstance(values, str) else (values,)
    return tuple(to_decimal(value) for value in rows)


@attrs.frozen(init=False)
class Predikat:
    """A predicate of an ordinal scale.

    Attributes:
        skala: The labels from the lowest to the best; empty when not declared. An
            `sakip.skala.Ordinal`, or a mapping of labels to values, gives its labels,
            and its values go to ``nilai`` where none are given there.
        nilai: What each label is worth; empty where that is its rank, from 1.

    Raises:
        ModelError: A label stands twice, or there is not one value for each, rising.

    >>> opini = Predikat(("TMP", "TW", "WDP", "WTP"))
    >>> opini.compute(Masukan(nilai="WTP")).label
    'WTP'
    >>> opini.compute(Masukan(nilai="bagus"))
    <Alasan.DI_LUAR_SKALA: 'di_luar_skala'>
    >>> Predikat(Ordinal({"rendah": 50, "tinggi": 100})).nilai, Predikat(Ordinal(["rendah", "tinggi"])).nilai
    ((Decimal('50'), Decimal('100')), ())
    """

    jenis: ClassVar[str] = "predikat"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    skala: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=check_texts)
    nilai: tuple[Decimal, ...] = attrs.field(default=(), converter=_to_nilai)

    def __init__(self, skala: Label = (), nilai: Nilai = ()) -> None:
        """Take labels and values apart where both came together."""
        if isinstance(skala, Ordinal):
            skala = dict(skala.label)
        if isinstance(skala, Mapping):
            nilai = tuple(skala.values()) if nilai in ((), []) else nilai
            skala = tuple(skala)
        self.__attrs_init__(skala, nilai)

    def __attrs_post_init__(self) -> None:
        """Refuse a scale that names a label twice, and values that are not in order; drop plain ranks."""
        if len({clean_label(label) for label in self.skala}) < len(self.skala):
            raise ModelError("Predikat", "skala", repr(self.skala), "each label once")
        if self.nilai and len(self.nilai) != len(self.skala):
            raise ModelError("Predikat", "nilai", repr(self.nilai), "one value for each label")
        if any(first >= second for first, second in pairwise(self.nilai)):
            raise ModelError("Predikat", "nilai", repr(self.nilai), "values that rise")
        if self.nilai == tuple(range(1, len(self.nilai) + 1)):
            object.__setattr__(self, "nilai", ())

    @property
    def urutan(self) -> Ordinal | None:
        """The scale with its values; None where it is not declared.

        >>> Predikat(("rendah", "tinggi"), (50, 100)).urutan.nilai("tinggi")
        Decimal('100')
        """
        if not self.skala:
            return None
        return Ordinal(dict(zip(self.skala, self.nilai, strict=True)) if self.nilai else self.skala)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The predicate, or why there is none."""
        hasil = masukan.langsung
        if isinstance(hasil, Alasan) or not self.skala:
            return hasil
        known = {clean_label(label) for label in self.skala}
        on_scale = isinstance(hasil, Kategori) and clean_label(hasil.label) in known
        return hasil if on_scale else Alasan.DI_LUAR_SKALA

    def describe(self, masukan: Masukan) -> str:  # noqa: ARG002  # one signature for every rumus
        """The formula in words, in Indonesian."""
        return (
            f"predikat pada skala {' < '.join(self.skala)}"
            if self.skala
            else "predikat sebagaimana dilaporkan"
        )
