"""How the periods of a year are put together: as stated, or as rumus, unit and plan say."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from sakip.angka import Angka, Kosong, add_up, clean_satuan
from sakip.capaian._himpun import Terukur
from sakip.capaian._target import Rencana
from sakip.capaian._waktu import BAGIAN, CaraPeriode
from sakip.model import Indikator
from sakip.periode import Periode
from sakip.rumus import Agregasi, Persen, Rumus

SERATUS = Decimal(100)


def choose_cara(
    indikator: Indikator,
    rencana: Rencana,
    rumus: Rumus | None,
    satuan: str,
    tahun: Periode,
    measured: Terukur,
) -> CaraPeriode | None:
    """How the periods of a year are put together: as stated, or as rumus, unit and plan say.

    None where nobody says: then a figure of several periods has no number, since
    adding up and taking the last one differ by a factor.
    """
    share = clean_satuan(satuan) == "%"
    cara = _choose(indikator, rencana, rumus, tahun, measured, share=share)
    return None if cara is None else attrs.evolve(cara, persen=share)


def _choose(
    indikator: Indikator,
    rencana: Rencana,
    rumus: Rumus | None,
    tahun: Periode,
    measured: Terukur,
    *,
    share: bool,
) -> CaraPeriode | None:
    numbers = _planned_numbers(rencana, tahun)
    annual = _annual(rencana, tahun)
    whole = _is_distribution(numbers, annual) if share else False
    if indikator.agregasi is not None:
        return CaraPeriode(indikator.agregasi, "ditetapkan pada indikator", whole)
    pooled = CaraPeriode(Agregasi.GABUNGAN, "pembilang dan penyebut tiap periode diketahui")
    parts = isinstance(rumus, Persen) and _has_parts(measured)
    if parts and indikator.rumus is not None:
        return pooled
    if whole:
        return CaraPeriode(
            Agregasi.JUMLAH, "rencananya sebaran yang membagi habis target tahun", sebaran=True
        )
    if parts:
        return pooled
    if rumus is not None and indikator.rumus is not None:
        return CaraPeriode(rumus.agregasi, f"bawaan rumus {rumus.jenis}")
    if share:
        return CaraPeriode(Agregasi.NILAI_AKHIR, "persentase tidak dijumlahkan antarperiode")
    return _read_from_plan(numbers, annual)


def _read_from_plan(numbers: Sequence[Decimal], annual: Decimal | None) -> CaraPeriode | None:
    """What the year's target and those of its periods say of each other."""
    if annual is None or len(numbers) < 2:
        return None
    adds, lasts = add_up(numbers) == annual, numbers[-1] == annual
    if adds and not lasts:
        return CaraPeriode(Agregasi.JUMLAH, "terbaca dari rencana: target periode berjumlah target tahun")
    if lasts and not adds:
        return CaraPeriode(
            Agregasi.NILAI_AKHIR, "terbaca dari rencana: target periode terakhir sama dengan target tahun"
        )
    return None


def _is_distribution(numbers: Sequence[Decimal], annual: Decimal | None) -> bool:
    """Whether percentages of the periods are shares of one whole: the year's target, or else a hundred.

    Fifty and fifty may be a level that is kept as well as two halves: without a
    target of the year they are read as neither.
    """
    if len(numbers) < 2 or (annual is None and len(numbers) == 2 and numbers[0] == numbers[1]):
        return False
    whole = SERATUS if annual is None else annual
    return add_up(numbers) == whole != numbers[-1]


def _planned_numbers(rencana: Rencana, tahun: Periode) -> list[Decimal]:
    """The numbers planned for the periods of a year, of the longest kind that has any, in order."""
    inside = [item for item in rencana.diketahui if item != tahun and item in tahun]
    for kind in BAGIAN:
        values = [rencana.target[item].nilai for item in inside if item.jenis is kind]
        if any(not isinstance(item, Kosong) for item in values):
            return [item.nilai for item in values if isinstance(item, Angka)]
    return []


def _annual(rencana: Rencana, tahun: Periode) -> Decimal | None:
    target = rencana.target.get(tahun)
    return target.nilai.nilai if target is not None and isinstance(target.nilai, Angka) else None


def _has_parts(measured: Terukur) -> bool:
    """Whether every measurement tells numerator and denominator."""
    inside = [item for items in measured.values() for item in items]
    return bool(inside) and all(item.pembilang is not None and item.penyebut is not None for item in inside)
