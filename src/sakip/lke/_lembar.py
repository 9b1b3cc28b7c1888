"""The evaluation sheet as data: components, parts, criteria, weights, the scale of answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs

from sakip.angka import to_decimal
from sakip.errors import ModelError
from sakip.periksa import check_id, check_items, check_text, to_tuple
from sakip.skala import PREDIKAT_AKIP, Skala


def _to_jawaban(value: Any) -> tuple[tuple[str, Decimal], ...]:
    rows = value.items() if isinstance(value, Mapping) else value
    return tuple((name, to_decimal(number)) for name, number in rows)


@attrs.frozen
class Kriteria:
    """One criterion.

    Attributes:
        id: Its number, such as ``1.a.1``.
        uraian: What it asks; the sheet of the user's has the wording.
        bobot: Its weight within its part; all equal by default.

    >>> Kriteria("1.a.1").bobot
    Decimal('1')
    """

    id: str = attrs.field(validator=check_id)
    uraian: str = attrs.field(default="", validator=check_text)
    bobot: Decimal = attrs.field(default=Decimal(1), converter=to_decimal)


@attrs.frozen
class SubKomponen:
    """A part of a component: keberadaan, kualitas, pemanfaatan.

    Attributes:
        id: Its number, such as ``1.a``.
        nama: What it is called.
        bobot: The points that it gives at most.
        kriteria: Its criteria.

    >>> SubKomponen("1.a", "Keberadaan", 6).bobot
    Decimal('6')
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    bobot: Decimal = attrs.field(converter=to_decimal)
    kriteria: tuple[Kriteria, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Kriteria, "a Kriteria")
    )


@attrs.frozen
class KomponenLKE:
    """A component: perencanaan, pengukuran, pelaporan, evaluasi internal.

    >>> KomponenLKE("1", "Perencanaan kinerja", [SubKomponen("1.a", "Keberadaan", 6)]).bobot
    Decimal('6')
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    sub: tuple[SubKomponen, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(SubKomponen, "a SubKomponen")
    )

    @property
    def bobot(self) -> Decimal:
        """The points that it gives at most."""
        return sum((item.bobot for item in self.sub), Decimal(0))


@attrs.frozen(kw_only=True)
class LembarLKE:
    """An evaluation sheet.

    Attributes:
        nama: What it is called.
        komponen: Its components.
        jawaban: The answers that may be given, with the points of a hundred that each is worth.
        skala: The bands of the total.
        acuan: Where it comes from.

    Raises:
        ModelError: Two criteria have one id, or the parts don't make a hundred points.

    >>> LKE_NASIONAL.bobot == 100, dict(LKE_NASIONAL.jawaban)["BB"]
    (True, Decimal('80'))
    """

    nama: str = attrs.field(validator=check_text)
    komponen: tuple[KomponenLKE, ...] = attrs.field(
        converter=to_tuple, validator=check_items(KomponenLKE, "a KomponenLKE")
    )
    jawaban: tuple[tuple[str, Decimal], ...] = attrs.field(converter=_to_jawaban)
    skala: Skala
    acuan: str = attrs.field(default="", validator=check_text)

    def __attrs_post_init__(self) -> None:
        ids = [item.id for item in self.kriteria]
        if len(set(ids)) < len(ids):
            raise ModelError("LembarLKE", "komponen", repr(ids), "each criterion once")
        if self.bobot != 100:
            raise ModelError("LembarLKE", "komponen", str(self.bobot), "parts that make 100 points")

    @property
    def bobot(self) -> Decimal:
        """The points that all components give at most."""
        return sum((item.bobot for item in self.komponen), Decimal(0))

    @property
    def sub(self) -> tuple[SubKomponen, ...]:
        """The parts of all components."""
        return tuple(part for item in self.komponen for part in item.sub)

    @property
    def kriteria(self) -> tuple[Kriteria, ...]:
        """The criteria of all parts."""
        return tuple(item for part in self.sub for item in part.kriteria)


_BAGIAN = ("Keberadaan", "Kualitas", "Pemanfaatan")
_BANYAK: tuple[tuple[str, tuple[str, ...], tuple[int, ...]], ...] = (
    ("Perencanaan kinerja", ("6", "9", "15"), (7, 10, 8)),
    ("Pengukuran kinerja", ("6", "9", "15"), (3, 7, 10)),
    ("Pelaporan kinerja", ("3", "4.5", "7.5"), (6, 9, 7)),
    ("Evaluasi akuntabilitas kinerja internal", ("5", "7.5", "12.5"), (5, 3, 5)),
)


def _national() -> tuple[KomponenLKE, ...]:
    found = []
    for number, (nama, bobot, banyak) in enumerate(_BANYAK, start=1):
        parts = []
        for letter, part, weight, many in zip("abc", _BAGIAN, bobot, banyak, strict=True):
            id = f"{number}.{letter}"
            parts.append(
                SubKomponen(id, part, weight, tuple(Kriteria(f"{id}.{n}") for n in range(1, many + 1)))
            )
        found.append(KomponenLKE(str(number), nama, tuple(parts)))
    return tuple(found)


LKE_NASIONAL = LembarLKE(
    nama="LKE_NASIONAL",
    komponen=_national(),
    jawaban={"AA": 100, "A": 90, "BB": 80, "B": 70, "CC": 60, "C": 50, "D": 30, "E": 0},
    skala=PREDIKAT_AKIP,
    acuan=(
        "PermenPANRB 88/2021: komponen dan bobotnya; banyaknya kriteria dan nilai jawaban menurut aplikasi "
        "yang memakainya, belum dicocokkan dengan naskahnya"
    ),
)
"""The national sheet: four components of 30, 30, 15 and 25 points, each in three parts.

The weights are those of the regulation; how many criteria a part has and what an answer is
worth were read off applications that use it, and the wording of the criteria is left to the
user's sheet (`attrs.evolve`).

>>> [(item.nama, str(item.bobot)) for item in LKE_NASIONAL.komponen][0]
('Perencanaan kinerja', '30')
"""
