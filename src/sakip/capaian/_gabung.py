"""Several capaian as one: the ways that are in use, each named, each with its coverage."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Self

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import KONTEKS, PRESISI, format_angka, round_half_up, to_optional_decimal
from sakip.kebijakan import Langkah
from sakip.pilihan import to_enum


class CaraGabung(enum.Enum):
    """How several capaian become one.

    ``rata_rata`` and ``tertimbang`` are the simple and the weighted mean, ``geometrik``
    the root of the product (PMK 22/2021), ``terlemah`` the lowest.

    >>> CaraGabung("geometrik").kalimat
    'rata-rata geometrik'
    """

    kalimat: str

    RATA_RATA = "rata_rata", "rata-rata"
    TERTIMBANG = "tertimbang", "rata-rata tertimbang"
    GEOMETRIK = "geometrik", "rata-rata geometrik"
    TERLEMAH = "terlemah", "nilai terlemah"

    def __new__(cls, value: str, kalimat: str) -> Self:
        """Keep the words beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.kalimat = kalimat
        return member


_TERJAUH = 10 * PRESISI
"""The farthest from one, in powers of ten, that a computed figure may be."""


def to_nilai(nilai: Decimal | int | str | None) -> Decimal | None:
    """A computed figure as it is, however small; what a caller types is checked.

    >>> to_nilai(Decimal("1E-40")), to_nilai("94,03")
    (Decimal('1E-40'), Decimal('94.03'))
    """
    if isinstance(nilai, Decimal) and nilai.is_finite() and abs(nilai.adjusted()) <= _TERJAUH:
        return nilai
    return to_optional_decimal(nilai)


@attrs.frozen
class Bagian:
    """One of the capaian that are put together.

    Attributes:
        id: What it is the capaian of.
        nilai: The capaian in percent; None where there is none.
        alasan: Why there is none.
        bobot: What it weighs, where it is weighed.

    >>> Bagian("IK1", "94,03").nilai
    Decimal('94.03')
    """

    id: str
    nilai: Decimal | None = attrs.field(converter=to_nilai)
    alasan: Alasan | None = None
    bobot: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)


@attrs.frozen
class Gabungan:
    """Several capaian as one, and what it rests on.

    Attributes:
        cara: How they were put together.
        nilai: The capaian; None where there is none.
        alasan: Why there is none.
        bagian: All the parts, counted or not.

    >>> combine_capaian([Bagian("IK1", 80), Bagian("IK2", None, Alasan.BELUM_ADA_REALISASI)]).cakupan
    '1 dari 2'
    """

    cara: CaraGabung
    nilai: Decimal | None
    alasan: Alasan | None
    bagian: tuple[Bagian, ...]

    @property
    def terhitung(self) -> int:
        """How many parts have a number."""
        return sum(item.nilai is not None for item in self.bagian)

    @property
    def banyak(self) -> int:
        """How many parts there are."""
        return len(self.bagian)

    @property
    def kurang(self) -> tuple[Bagian, ...]:
        """The parts that were left out, each with its reason."""
        return tuple(item for item in self.bagian if item.nilai is None)

    @property
    def cakupan(self) -> str:
        """The coverage in words: ``3 dari 4``."""
        return f"{self.terhitung} dari {self.banyak}"

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How it came about, step by step, in Indonesian."""
        steps = [
            Langkah("cara", f"Cara menggabungkan: {self.cara.kalimat} ({self.cakupan} bagian terhitung).")
        ]
        parts = "; ".join(self._part(item) for item in self.bagian if item.nilai is not None)
        if parts:
            steps.append(Langkah("bagian", f"Bagian: {parts}."))
        steps += [Langkah("kurang", f"Tidak dihitung: {_left_out(item)}.") for item in self.kurang]
        if self.alasan is Alasan.BOBOT_TIDAK_ADA:
            names = ", ".join(item.id for item in self.bagian if not _is_weighed(item))
            steps.append(Langkah("bobot", f"Tanpa bobot: {names}."))
        if self.nilai is not None:
            steps.append(Langkah("hasil", f"Hasil: {_short(self.nilai)} %.", self.nilai))
        elif self.alasan is not None:
            steps.append(Langkah("alasan", f"Tidak dihitung: {self.alasan.kalimat}."))
        return tuple(steps)

    def _part(self, item: Bagian) -> str:
        weight = ""
        if self.cara is CaraGabung.TERTIMBANG and item.bobot is not None:
            weight = f" × bobot {format_angka(item.bobot)}"
        return f"{item.id} {_short(item.nilai or Decimal(0))}{weight}"

    def explain(self) -> str:
        """How it came about, step by step, in Indonesian.

        >>> print(combine_capaian([Bagian("RO1", 100), Bagian("RO2", 90)], "geometrik").explain())
        Cara menggabungkan: rata-rata geometrik (2 dari 2 bagian terhitung).
        Bagian: RO1 100,00; RO2 90,00.
        Hasil: 94,87 %.
        """
        return "\n".join(step.teks for step in self.langkah)


def _left_out(item: Bagian) -> str:
    return item.id if item.alasan is None else f"{item.id} ({item.alasan.kalimat})"


def _is_weighed(item: Bagian) -> bool:
    """Whether a part has a weight that a weight can be."""
    return item.bobot is not None and item.bobot >= 0


def _short(nilai: Decimal) -> str:
    return format_angka(round_half_up(nilai, 2))


def combine_capaian(
    bagian: Iterable[Bagian],
    cara: CaraGabung | str = CaraGabung.RATA_RATA,
    *,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> Gabungan:
    """Put several capaian together.

    Args:
        bagian: The capaian, with their weights where the way needs them.
        cara: How.
        kosong: What is done where one has no number: ``lewati`` rests the answer on
            the others (weights are renormalised over them), ``tolak`` gives none.

    Returns:
        The answer with its coverage. A part without a number is never zero.

    Raises:
        ModelError: An unknown cara or kosong.

    >>> combine_capaian([Bagian("A", 80, bobot=3), Bagian("B", 100, bobot=1)], "tertimbang").nilai
    Decimal('85')
    >>> combine_capaian([Bagian("A", 80), Bagian("B", None)], kosong="tolak").alasan
    <Alasan.ADA_YANG_KOSONG: 'ada_yang_kosong'>
    """
    how = to_enum(CaraGabung, cara, "combine_capaian", "cara")
    gaps = to_enum(Kekosongan, kosong, "combine_capaian", "kosong")
    parts = tuple(bagian)
    hasil = _compute(how, gaps, parts)
    if isinstance(hasil, Alasan):
        return Gabungan(how, None, hasil, parts)
    return Gabungan(how, hasil, None, parts)


def _compute(cara: CaraGabung, kosong: Kekosongan, parts: Sequence[Bagian]) -> Decimal | Alasan:
    weighted = cara is CaraGabung.TERTIMBANG
    if weighted and not all(_is_weighed(item) for item in parts):
        return Alasan.BOBOT_TIDAK_ADA
    values = [(item.nilai, item.bobot or Decimal(0)) for item in parts if item.nilai is not None]
    if not values:
        return Alasan.SEMUA_KOSONG
    if len(values) < len(parts) and kosong is Kekosongan.TOLAK:
        return Alasan.ADA_YANG_KOSONG
    numbers = [nilai for nilai, _ in values]
    match cara:
        case CaraGabung.TERLEMAH:
            return min(numbers)
        case CaraGabung.GEOMETRIK:
            return _geometric(numbers)
        case CaraGabung.TERTIMBANG:
            return _mean(values)
    return _mean([(nilai, Decimal(1)) for nilai in numbers])


def _mean(values: Sequence[tuple[Decimal, Decimal]]) -> Decimal | Alasan:
    counted = [nilai for nilai, bobot in values if bobot]
    if counted and min(counted) == max(counted):
        return counted[0]  # exactly, without the noise of a division
    total, weight = Decimal(0), Decimal(0)
    for nilai, bobot in sorted(values):  # in one order, so that the order of the parts never matters
        total = KONTEKS.fma(nilai, bobot, total)
        weight = KONTEKS.add(weight, bobot)
    return KONTEKS.divide(total, weight) if weight else Alasan.BOBOT_NOL


def _geometric(numbers: Sequence[Decimal]) -> Decimal | Alasan:
    """The root of the product; one zero makes it zero."""
    if min(numbers) < 0:
        return Alasan.CAPAIAN_NEGATIF
    if min(numbers) == max(numbers):
        return numbers[0]  # exactly, without the noise of a root
    if min(numbers) == 0:
        return Decimal(0)
    logs = Decimal(0)
    for nilai in sorted(numbers):
        logs = KONTEKS.add(logs, KONTEKS.ln(nilai))
    return KONTEKS.exp(KONTEKS.divide(logs, Decimal(len(numbers))))
