"""Predicates in order, and figures that are read off a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any

import attrs

from sakip.angka import KONTEKS, format_angka, to_decimal, to_finite
from sakip.errors import ModelError


def clean_label(label: str) -> str:
    """A label without the capitals and spaces that documents vary.

    >>> clean_label(" Sangat  Baik ")
    'sangat baik'
    """
    return " ".join(label.lower().split())


def _to_labels(labels: Any) -> tuple[tuple[str, Decimal], ...]:
    if isinstance(labels, Mapping):
        labels = tuple(labels.items())
    rows: tuple[Any, ...] = (
        () if isinstance(labels, str) or not isinstance(labels, Iterable) else tuple(labels)
    )
    if rows and all(isinstance(row, str) for row in rows):
        return tuple((label, Decimal(rank)) for rank, label in enumerate(rows, start=1))
    pairs = [
        row for row in rows if isinstance(row, tuple | list) and len(row) == 2 and isinstance(row[0], str)
    ]
    if not rows or len(pairs) < len(rows):
        raise ModelError(
            "Ordinal", "label", repr(labels), "labels from lowest to best, or labels with their values"
        )
    return tuple((label, to_decimal(nilai)) for label, nilai in pairs)


@attrs.frozen
class Ordinal:
    """A scale of predicates, from the lowest to the best.

    Attributes:
        label: The labels with their values. Labels alone are valued by their rank,
            from 1; a mapping of labels to values, or pairs of them, is taken, such as
            the midpoints of an evaluation's bands.

    Raises:
        ModelError: A label stands twice, or the values do not rise.

    >>> opini = Ordinal(["TMP", "TW", "WDP", "WTP"])
    >>> opini.nilai("wtp"), opini.nilai("bagus")
    (Decimal('4'), None)
    """

    label: tuple[tuple[str, Decimal], ...] = attrs.field(converter=_to_labels)

    def __attrs_post_init__(self) -> None:
        """Refuse an order that is none."""
        if len({clean_label(label) for label, _ in self.label}) < len(self.label):
            raise ModelError("Ordinal", "label", repr(self.label), "each label once")
        if any(first[1] >= second[1] for first, second in pairwise(self.label)):
            raise ModelError("Ordinal", "label", repr(self.label), "values that rise")

    def nilai(self, label: str) -> Decimal | None:
        """The value of a label; None where the scale does not have it."""
        wanted = clean_label(label)
        return next((nilai for name, nilai in self.label if clean_label(name) == wanted), None)

    def __str__(self) -> str:
        return " < ".join(label for label, _ in self.label)


OPINI_BPK = Ordinal(["TMP", "TW", "WDP", "WTP"])
"""An auditor's opinion: disclaimer, adverse, qualified, unqualified.

>>> print(OPINI_BPK)
TMP < TW < WDP < WTP
"""

URUTAN_AKIP = Ordinal(["E", "D", "C", "CC", "B", "BB", "A", "AA"])
"""The predicates of an evaluation of SAKIP. Acuan: PermenPANRB 88/2021.

>>> URUTAN_AKIP.nilai("BB") > URUTAN_AKIP.nilai("B")
True
"""

URUTAN_MUTU = Ordinal(["D", "C", "B", "A"])
"""Quality of service. Acuan: PermenPANRB 14/2017.

>>> URUTAN_MUTU.nilai("A")
Decimal('4')
"""

YA_TIDAK = Ordinal({"Tidak": 0, "Ya": 1})
"""Yes is all, no is nothing.

>>> YA_TIDAK.nilai("tidak")
Decimal('0')
"""


def _to_titik(rows: Any) -> tuple[tuple[Decimal, Decimal], ...]:
    pairs: Any = rows.items() if isinstance(rows, Mapping) else rows
    pairs = tuple(pairs) if isinstance(pairs, Iterable) else (pairs,)
    if not all(isinstance(pair, tuple | list) and len(pair) == 2 for pair in pairs):
        raise ModelError("Konversi", "titik", repr(rows), "pairs of a figure and what it becomes")
    return tuple((to_decimal(dari), to_decimal(ke)) for dari, ke in pairs)


@attrs.frozen
class Konversi:
    """A figure read off a line through points, flat beyond the first and the last.

    Attributes:
        titik: The points, as pairs of a figure and what it becomes; a mapping is taken.

    Raises:
        ModelError: Fewer than two points, or figures that do not rise.

    >>> kemenkeu = Konversi({0: 0, 90: 100, 100: 120})
    >>> kemenkeu.convert(Decimal(96)), kemenkeu.convert(Decimal(-4)), kemenkeu.convert(Decimal(130))
    (Decimal('112'), Decimal('0'), Decimal('120'))
    >>> print(Konversi({0: 0, "92,5": 100}))
    0 → 0; 92,5 → 100
    """

    titik: tuple[tuple[Decimal, Decimal], ...] = attrs.field(converter=_to_titik)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no line."""
        rising = all(first[0] < second[0] for first, second in pairwise(self.titik))
        if len(self.titik) < 2 or not rising:
            raise ModelError("Konversi", "titik", repr(self.titik), "two points or more, of rising figures,")

    def convert(self, nilai: Decimal | int | str) -> Decimal:
        """What a figure becomes.

        Raises:
            TipeError: A float, or another type.
            AngkaError: Not finite, or text that is no number.

        >>> Konversi({0: 0, 90: 100}).convert(45)
        Decimal('50')
        """
        nilai = to_finite(nilai)
        if nilai <= self.titik[0][0]:
            return self.titik[0][1]
        for (x0, y0), (x1, y1) in pairwise(self.titik):
            if nilai <= x1:
                run = KONTEKS.subtract(x1, x0)
                rise = KONTEKS.multiply(KONTEKS.subtract(y1, y0), KONTEKS.subtract(nilai, x0))
                return KONTEKS.add(y0, KONTEKS.divide(rise, run))
        return self.titik[-1][1]

    def __str__(self) -> str:
        return "; ".join(f"{format_angka(dari)} → {format_angka(ke)}" for dari, ke in self.titik)
