"""The formulas, and which of them a pair of numbers calls for."""

from __future__ import annotations

import enum
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Self

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, format_angka, round_half_up
from sakip.errors import TargetNolError
from sakip.kebijakan._pilihan import MetodeStabil, MetodeTurun, Polaritas, TargetNegatif, TargetNol

if TYPE_CHECKING:
    from sakip.kebijakan._kebijakan import Kebijakan

NOL, DUA, SERATUS = Decimal(0), Decimal(2), Decimal(100)
_DESIMAL = 6
"""Decimals of a computed number that an explanation shows."""


def persen(atas: Decimal, bawah: Decimal) -> Decimal:
    return KONTEKS.divide(KONTEKS.multiply(atas, SERATUS), bawah)


def _selisih(target: Decimal, realisasi: Decimal) -> Decimal:
    gap = KONTEKS.fma(DUA, target, realisasi.copy_negate())  # rounded once: on target is exactly 100
    return persen(gap, target)


def _terburuk(terburuk: Decimal, realisasi: Decimal) -> Decimal:
    return persen(KONTEKS.subtract(terburuk, realisasi), terburuk)


class RumusCapaian(enum.Enum):
    """A formula: in words, with places for the numbers, and as a function of them.

    >>> RumusCapaian.NAIK.kata
    'realisasi ÷ target × 100'
    """

    kata: str
    pola: str
    compute: Callable[[Decimal, Decimal], Decimal]

    NAIK = "naik", "realisasi ÷ target × 100", "{r} ÷ {t} × 100", lambda t, r: persen(r, t)
    SELISIH = (
        "selisih",
        "(2 × target − realisasi) ÷ target × 100",
        "(2 × {t} − {r}) ÷ {t} × 100",
        _selisih,
    )
    RASIO = "rasio", "target ÷ realisasi × 100", "{t} ÷ {r} × 100", persen
    TERBURUK = (
        "terburuk",
        "(realisasi terburuk − realisasi) ÷ realisasi terburuk × 100",
        "({t} − {r}) ÷ {t} × 100",
        _terburuk,
    )
    TERCAPAI = "tercapai", "100 karena target tercapai", "target {t}, realisasi {r}", lambda *_: SERATUS
    GAGAL = "gagal", "0 karena target tidak tercapai", "target {t}, realisasi {r}", lambda *_: NOL
    DITETAPKAN = (
        "ditetapkan",
        "angka yang ditetapkan kebijakan untuk realisasi nol",
        "{t}",
        lambda tetap, _: tetap,
    )

    def __new__(
        cls, value: str, kata: str, pola: str, compute: Callable[[Decimal, Decimal], Decimal]
    ) -> Self:
        """Keep the words and the function beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.kata = kata
        member.pola = pola
        member.compute = compute
        return member


@attrs.frozen
class Hitungan:
    """What a capaian is computed from: a formula and its two numbers.

    Attributes:
        rumus: The formula.
        target: The number that stands for the target in it.
        realisasi: The number that stands for the realisasi.
        tercapai: Whether the target is met in its own terms.
        catatan: What had to be decided to get the two numbers, in Indonesian.

    >>> Hitungan(RumusCapaian.NAIK, Decimal(95), Decimal(98), tercapai=True).angka
    '98 ÷ 95 × 100'
    """

    rumus: RumusCapaian
    target: Decimal
    realisasi: Decimal
    tercapai: bool
    catatan: tuple[str, ...] = ()

    def compute(self) -> Decimal:
        """The capaian in percent, raw."""
        return self.rumus.compute(self.target, self.realisasi)

    @property
    def angka(self) -> str:
        """The formula with the numbers put in."""
        return self.rumus.pola.format(t=shorten(self.target), r=shorten(self.realisasi))


def shorten(nilai: Decimal) -> str:
    """A number for a formula: all its digits, or six decimals of a long one."""
    shown = round_half_up(nilai, _DESIMAL)
    return format_angka(nilai) if shown == nilai else f"{format_angka(shown)}…"


def choose(
    kebijakan: Kebijakan,
    target: Decimal,
    realisasi: Decimal,
    polaritas: Polaritas,
    terburuk: Decimal | None,
) -> Hitungan | Alasan:
    """The formula for a target that is one number."""
    if polaritas is Polaritas.NAIK:
        met = realisasi >= target
    elif polaritas is Polaritas.TURUN:
        met = realisasi <= target
    else:
        return choose_within(kebijakan, target, target, realisasi, terburuk)
    return choose_for(kebijakan, target, realisasi, polaritas, met=met, terburuk=terburuk)


def choose_for(
    kebijakan: Kebijakan,
    target: Decimal,
    realisasi: Decimal,
    polaritas: Polaritas,
    *,
    met: bool,
    terburuk: Decimal | None = None,
) -> Hitungan | Alasan:
    """The formula where more or less is better; *met* may differ, as for ``< 20``."""
    rumus: RumusCapaian | Alasan
    if target == 0:
        return _on_zero(kebijakan, target, realisasi, polaritas, met=met, terburuk=terburuk)
    if target < 0:
        rumus = _below_zero(kebijakan.target_negatif, polaritas)
    elif polaritas is Polaritas.NAIK:
        rumus = RumusCapaian.NAIK
    elif kebijakan.turun is MetodeTurun.SELISIH:
        rumus = RumusCapaian.SELISIH
    elif realisasi > 0:
        rumus = RumusCapaian.RASIO
    elif realisasi < 0:
        rumus = Alasan.REALISASI_NEGATIF
    elif kebijakan.realisasi_nol is None:
        rumus = Alasan.REALISASI_NOL
    else:
        return Hitungan(RumusCapaian.DITETAPKAN, kebijakan.realisasi_nol, realisasi, tercapai=met)
    if isinstance(rumus, Alasan):
        return rumus
    return Hitungan(rumus, target, realisasi, tercapai=met)


def _below_zero(cara: TargetNegatif, polaritas: Polaritas) -> RumusCapaian | Alasan:
    """The formula for a negative target: the distance to it, by its size."""
    if polaritas is Polaritas.NAIK and cara is not TargetNegatif.KOSONG:
        return RumusCapaian.SELISIH
    if polaritas is Polaritas.TURUN and cara is TargetNegatif.JARAK:
        return RumusCapaian.NAIK  # 1 − (R − T) ÷ |T| is R ÷ T where T is negative
    return Alasan.TARGET_NEGATIF


def _on_zero(
    kebijakan: Kebijakan,
    target: Decimal,
    realisasi: Decimal,
    polaritas: Polaritas,
    *,
    met: bool,
    terburuk: Decimal | None,
) -> Hitungan | Alasan:
    match kebijakan.target_nol:
        case TargetNol.GALAT:
            raise TargetNolError(kebijakan.nama, format_angka(realisasi))
        case TargetNol.BINER:
            return Hitungan(
                RumusCapaian.TERCAPAI if met else RumusCapaian.GAGAL, target, realisasi, tercapai=met
            )
        case TargetNol.TERBURUK if polaritas is Polaritas.TURUN:
            # A realisasi of 0 would be 100 whatever the worst is; the source has no figure without it.
            if terburuk is None or terburuk <= 0:
                return Alasan.TERBURUK_TIDAK_DIKETAHUI
            return Hitungan(RumusCapaian.TERBURUK, terburuk, realisasi, tercapai=met)
    return Alasan.TARGET_NOL


def choose_within(
    kebijakan: Kebijakan,
    bawah: Decimal,
    atas: Decimal,
    realisasi: Decimal,
    terburuk: Decimal | None,
) -> Hitungan | Alasan:
    """The formula where being on a target, or within a range, is best."""
    inside = bawah <= realisasi <= atas
    if bawah == atas == 0:
        return _on_zero(kebijakan, atas, realisasi, Polaritas.STABIL, met=inside, terburuk=None)
    if inside:
        return Hitungan(RumusCapaian.TERCAPAI, atas, realisasi, tercapai=True)
    if kebijakan.stabil is None:
        return Alasan.METODE_TIDAK_ADA
    if realisasi < bawah:
        return choose_for(kebijakan, bawah, realisasi, Polaritas.NAIK, met=False)
    if kebijakan.stabil is MetodeStabil.BATAS:
        return choose_for(kebijakan, atas, realisasi, Polaritas.NAIK, met=False)
    return _beyond(kebijakan, atas, realisasi, terburuk)


def _beyond(
    kebijakan: Kebijakan, atas: Decimal, realisasi: Decimal, terburuk: Decimal | None
) -> Hitungan | Alasan:
    """As far above the upper bound as it is worth below it; above it, lower is better."""
    if atas > 0:
        return Hitungan(RumusCapaian.SELISIH, atas, realisasi, tercapai=False)
    return choose_for(kebijakan, atas, realisasi, Polaritas.TURUN, met=False, terburuk=terburuk)
