"""What was measured over a stretch of time, from the measurements of its periods.

Not filled, filled with zero and not planned are three things: a period that is
planned and not filled is missing, one that is not planned is not waited for, and
a zero counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import Isian, Kosong
from sakip.capaian._target import Rencana
from sakip.capaian._waktu import CaraPeriode, count_months, cover
from sakip.model import Realisasi
from sakip.periode import Periode
from sakip.rumus import Agregasi, NilaiPeriode, Rumus

Terukur = Mapping[Periode, Sequence[Realisasi]]
"""The measurements of one indikator, by period."""


@attrs.frozen
class Terhimpun:
    """What was measured over a stretch of time.

    Attributes:
        nilai: The value, or why there is none.
        bahan: The measurements that it rests on, in order of time.
        kosong: The periods that were planned and not filled.
        cara: How they were put together; None where one measurement says it all.

    >>> Terhimpun(Alasan.BELUM_ADA_REALISASI).bolong
    False
    """

    nilai: Isian | Alasan
    bahan: tuple[Realisasi, ...] = ()
    kosong: tuple[Periode, ...] = ()
    cara: CaraPeriode | None = None

    @property
    def bolong(self) -> bool:
        """Whether it is a sum from which planned periods are missing."""
        summed = self.cara is not None and self.cara.agregasi is Agregasi.JUMLAH
        return summed and bool(self.kosong) and not isinstance(self.nilai, Alasan)


def is_filled(realisasi: Realisasi) -> bool:
    """Whether a row of measurements says anything.

    >>> is_filled(Realisasi("IK1", 2025)), is_filled(Realisasi("IK1", 2025, 0))
    (False, True)
    """
    said = realisasi.nilai is not None and not isinstance(realisasi.nilai, Kosong)
    return said or realisasi.masukan.has_parts


def group_filled(realisasi: Iterable[Realisasi]) -> dict[str, dict[Periode, list[Realisasi]]]:
    """The measurements that say something, by indikator and period."""
    measured: dict[str, dict[Periode, list[Realisasi]]] = {}
    for item in realisasi:
        if is_filled(item):
            measured.setdefault(item.indikator, {}).setdefault(item.periode, []).append(item)
    return measured


def within(measured: Terukur, window: Sequence[Periode]) -> Terukur:
    """The measurements that lie within a stretch, whole."""
    first, last = window[0].mulai, window[-1].akhir
    return {when: rows for when, rows in measured.items() if first <= when.mulai and when.akhir <= last}


def gather(
    rencana: Rencana,
    rumus: Rumus | None,
    window: Sequence[Periode],
    measured: Terukur,
    cara: CaraPeriode | None,
    kosong: Kekosongan,
) -> Terhimpun:
    """What was measured over a stretch, from the measurements of its periods."""
    leaves = cover(window, measured.keys())
    if any(len(measured.get(leaf, ())) > 1 for leaf in leaves):
        return Terhimpun(Alasan.REALISASI_GANDA)
    values: list[NilaiPeriode] = []
    used: list[Realisasi] = []
    missing: list[Periode] = []
    for leaf in leaves:
        item = next(iter(measured.get(leaf, ())), None)
        value = Alasan.BELUM_ADA_REALISASI if item is None else reach(item, rumus)
        if item is not None and not isinstance(value, Alasan):
            used.append(item)
            values.append(NilaiPeriode(value, item.masukan, count_months(leaf)))
        elif value is not Alasan.BELUM_ADA_REALISASI:
            return Terhimpun(value, tuple(used) if item is None else (*used, item))
        elif rencana.is_planned(leaf):
            missing.append(leaf)
    return _combined(leaves, values, used, missing, cara, kosong)


def _combined(
    leaves: Sequence[Periode],
    values: Sequence[NilaiPeriode],
    used: Sequence[Realisasi],
    missing: Sequence[Periode],
    cara: CaraPeriode | None,
    kosong: Kekosongan,
) -> Terhimpun:
    bahan, gaps = tuple(used), tuple(missing)
    if not values:
        return Terhimpun(Alasan.BELUM_ADA_REALISASI, kosong=gaps)
    if len(leaves) == 1:
        return Terhimpun(values[0].nilai, bahan)
    if len(values) == 1 and not gaps:  # one period was due, and it says it all
        return Terhimpun(values[0].nilai, bahan, cara=cara)
    if cara is None:
        return Terhimpun(Alasan.AGREGASI_TIDAK_DIKETAHUI, bahan, gaps)
    if gaps and kosong is Kekosongan.TOLAK and _matters(cara, used, gaps):
        return Terhimpun(Alasan.PERIODE_BELUM_LENGKAP, bahan, gaps, cara)
    return Terhimpun(cara.combine(cara.agregasi, values), bahan, gaps, cara)


def _matters(cara: CaraPeriode, used: Sequence[Realisasi], gaps: Sequence[Periode]) -> bool:
    """Whether a gap leaves the figure open: for the last value only one behind it does."""
    return cara.agregasi is not Agregasi.NILAI_AKHIR or max(gaps) > used[-1].periode


def reach(realisasi: Realisasi, rumus: Rumus | None) -> Isian | Alasan:
    """The value of one measurement as the rumus gives it, or why there is none.

    >>> from sakip.rumus import Persen
    >>> reach(Realisasi("IK1", "2025", pembilang=880, penyebut=1000), Persen()).nilai
    Decimal('88')
    """
    masukan = realisasi.masukan
    if rumus is not None:
        return rumus.compute(masukan)
    return Alasan.TANPA_RUMUS if masukan.has_parts else masukan.langsung
