"""Which periods a figure is made of, and how they are put together.

Not filled, filled with zero and not planned are three things: a period that is
planned and not filled is missing, one that is not planned is not waited for, and
a zero counts. Nothing here asks what day it is today.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import KONTEKS, Angka, Isian, JenisKosong, Kosong, TakTerbaca, clean_satuan
from sakip.model import Indikator, Realisasi, Target
from sakip.periode import JenisPeriode, Periode
from sakip.rumus import Agregasi, NilaiPeriode, Persen, Rumus, combine

SERATUS = Decimal(100)
_BAGIAN = (JenisPeriode.TAHUN, JenisPeriode.SEMESTER, JenisPeriode.TRIWULAN, JenisPeriode.BULAN)
"""The kinds that a period may be made of, the longest first."""


SEPERIODE = _BAGIAN[1:]
"""The kinds that a year may be made of, the longest first."""


class Cakupan(enum.Enum):
    """Which stretch of the year is measured: the period alone, or all up to its end.

    >>> Cakupan("kumulatif") is Cakupan.KUMULATIF
    True
    """

    PERIODE = "periode"
    KUMULATIF = "kumulatif"


class Pembanding(enum.Enum):
    """Which target it is compared with: the period's, that up to its end, or the year's.

    >>> [item.value for item in Pembanding]
    ['periode', 'kumulatif', 'tahun']
    """

    PERIODE = "periode"
    KUMULATIF = "kumulatif"
    TAHUN = "tahun"


@attrs.frozen
class CaraPeriode:
    """How the periods of an indikator are put together, and how that is known.

    Attributes:
        agregasi: How.
        asal: Where that comes from, in Indonesian: the indikator, its rumus, its plan.
        sebaran: Whether the plan spreads a whole over the periods, so that its
            percentages add up.

    >>> CaraPeriode(Agregasi.JUMLAH, "ditetapkan pada indikator").teks
    'jumlah seluruh periode (ditetapkan pada indikator)'
    """

    agregasi: Agregasi
    asal: str
    sebaran: bool = False

    @property
    def teks(self) -> str:
        """The way in words."""
        return f"{self.agregasi.kalimat} ({self.asal})"


@attrs.frozen
class Terhimpun:
    """What was measured over a stretch of time.

    Attributes:
        nilai: The value, or why there is none.
        bahan: The measurements that it rests on, in order of time.
        kosong: The periods that were planned and not filled.
        cara: How they were put together; None where one measurement says it all.

    >>> Terhimpun(Alasan.BELUM_ADA_REALISASI).terisi
    0
    """

    nilai: Isian | Alasan
    bahan: tuple[Realisasi, ...] = ()
    kosong: tuple[Periode, ...] = ()
    cara: CaraPeriode | None = None

    @property
    def terisi(self) -> int:
        """How many periods were filled."""
        return len(self.bahan)


def list_window(periode: Periode, kumulatif: bool) -> tuple[Periode, ...]:  # noqa: FBT001  # two answers, named by the caller
    """The periods of a stretch: the one alone, or those of its year up to it.

    >>> [str(item) for item in list_window(Periode.parse("2025-TW2"), True)]
    ['2025-TW1', '2025-TW2']
    """
    if not kumulatif or periode.jenis in (JenisPeriode.TAHUN, JenisPeriode.RENTANG):
        return (periode,)
    return Periode(periode.tahun).parts(periode.jenis)[: periode.nomor]


def spread(periode: Periode, known: Collection[Periode]) -> tuple[Periode, ...]:
    """The periods that a period is told in: itself, or the longest shorter ones that are known.

    >>> tw = [Periode.parse(f"2025-TW{n}") for n in (1, 2)]
    >>> [str(item) for item in spread(Periode(2025), tw)]
    ['2025-TW1', '2025-TW2', '2025-TW3', '2025-TW4']
    """
    if periode in known:
        return (periode,)
    inside = [item.jenis for item in known if item != periode and item in periode]
    kind = next((kind for kind in _BAGIAN if kind in inside), None)
    if kind is None:
        return (periode,)
    return tuple(leaf for part in periode.parts(kind) for leaf in spread(part, known))


def gather(
    indikator: Indikator,
    rumus: Rumus | None,
    window: Sequence[Periode],
    measured: Mapping[Periode, Sequence[Realisasi]],
    cara: CaraPeriode | None,
    kosong: Kekosongan,
) -> Terhimpun:
    """What was measured over a stretch, from the measurements of its periods."""
    leaves = [leaf for item in window for leaf in spread(item, measured.keys())]
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
            values.append(NilaiPeriode(value, item.masukan, _months(leaf)))
        elif value is not Alasan.BELUM_ADA_REALISASI:
            return Terhimpun(value, tuple(used) if item is None else (*used, item))
        elif is_planned(indikator, leaf, alone=len(leaves) == 1):
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
    if cara is None:
        return Terhimpun(Alasan.AGREGASI_TIDAK_DIKETAHUI, bahan, gaps)
    if gaps and kosong is Kekosongan.TOLAK and _matters(cara, used, gaps):
        return Terhimpun(Alasan.PERIODE_BELUM_LENGKAP, bahan, gaps, cara)
    return Terhimpun(combine(cara.agregasi, values, sebaran=cara.sebaran), bahan, gaps, cara)


def _matters(cara: CaraPeriode, used: Sequence[Realisasi], gaps: Sequence[Periode]) -> bool:
    """Whether a gap leaves the figure open: for the last value only one behind it does."""
    return cara.agregasi is not Agregasi.NILAI_AKHIR or max(gaps) > used[-1].periode


def _months(periode: Periode) -> int:
    return periode.jenis.bulan or 12 * (periode.sampai - periode.tahun + 1)


def reach(realisasi: Realisasi, rumus: Rumus | None) -> Isian | Alasan:
    """The value of one measurement as the rumus gives it, or why there is none.

    >>> reach(Realisasi("IK1", "2025", pembilang=880, penyebut=1000), Persen()).nilai
    Decimal('88')
    """
    masukan = realisasi.masukan
    if rumus is not None:
        return rumus.compute(masukan)
    return Alasan.TANPA_RUMUS if masukan.has_parts else masukan.langsung


def is_planned(indikator: Indikator, periode: Periode, *, alone: bool) -> bool:
    """Whether a period was to be filled.

    It was when it has a target of its own, or when the plan has no targets for
    periods of that kind in that year; a dash says that it was not.
    """
    if alone:
        return True
    same = [item for item in indikator.target if item.periode.jenis is periode.jenis]
    targets = [item for item in same if item.periode.tahun == periode.tahun]
    if not targets:
        return True
    return any(item.periode == periode and not _not_planned(item.nilai) for item in targets)


def _not_planned(nilai: Isian) -> bool:
    return isinstance(nilai, Kosong)


# --- the plan -----------------------------------------------------------------


def plan(
    indikator: Indikator,
    window: Sequence[Periode],
    cara: CaraPeriode | None,
    versi: str | None,
    pada: dt.date,
) -> tuple[Target | None, tuple[Target, ...], Alasan | None]:
    """The target of a stretch, the targets that it is made of, and why there is none.

    A stretch whose own target is printed has that one; otherwise those of its
    periods are put together as the realisasi is.
    """
    known = {item.periode for item in indikator.target}
    leaves = [leaf for item in window for leaf in spread(item, known)]
    found = [indikator.target_for(leaf, versi, pada=pada) for leaf in leaves]
    targets = [item for item in found if item is not None]
    real = [item for item in targets if not _not_planned(item.nilai)]
    if len(leaves) == 1 or not real:
        return (targets[-1] if targets else None), (), None
    unreadable = next((item for item in real if isinstance(item.nilai, TakTerbaca)), None)
    if unreadable is not None:
        return unreadable, tuple(real), None
    if len(real) == 1:
        return real[0], (), None
    if cara is None:
        return None, tuple(real), Alasan.AGREGASI_TIDAK_DIKETAHUI
    how = Agregasi.NILAI_AKHIR if cara.agregasi is Agregasi.GABUNGAN else cara.agregasi
    values = [NilaiPeriode(item.nilai, None, _months(item.periode)) for item in real]
    total = combine(how, values, sebaran=cara.sebaran)
    if isinstance(total, Alasan):
        return None, tuple(real), total
    versions = dict.fromkeys(item.versi for item in real)
    made = Target(window[-1], total, "; ".join(versions), max(real, key=_effective).berlaku)
    return made, tuple(real), None


def _effective(target: Target) -> dt.date:
    return target.berlaku or dt.date.min


def choose_cara(
    indikator: Indikator,
    rumus: Rumus | None,
    satuan: str,
    tahun: Periode,
    measured: Mapping[Periode, Sequence[Realisasi]],
) -> CaraPeriode | None:
    """How the periods of a year are put together: as stated, or as rumus, unit and plan say.

    None where nobody says: then a figure of several periods has no number, since
    adding up and taking the last one differ by a factor.
    """
    numbers = _planned_numbers(indikator, tahun)
    annual = _annual(indikator, tahun)
    share = clean_satuan(satuan) == "%"
    whole = _is_distribution(numbers, annual) if share else False
    if indikator.agregasi is not None:
        return CaraPeriode(indikator.agregasi, "ditetapkan pada indikator", whole)
    pooled = CaraPeriode(Agregasi.GABUNGAN, "pembilang dan penyebut tiap periode diketahui")
    parts = isinstance(rumus, Persen) and _has_parts(tahun, measured)
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
    adds, lasts = _total(numbers) == annual, numbers[-1] == annual
    if adds and not lasts:
        return CaraPeriode(Agregasi.JUMLAH, "terbaca dari rencana: target periode berjumlah target tahun")
    if lasts and not adds:
        return CaraPeriode(
            Agregasi.NILAI_AKHIR, "terbaca dari rencana: target periode terakhir sama dengan target tahun"
        )
    return None


def _is_distribution(numbers: Sequence[Decimal], annual: Decimal | None) -> bool:
    """Whether percentages of the periods are shares of one whole: the year's target, or else a hundred."""
    if len(numbers) < 2:
        return False
    whole = SERATUS if annual is None else annual
    return _total(numbers) == whole != numbers[-1]


def _total(numbers: Iterable[Decimal]) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = KONTEKS.add(total, number)
    return total


def _planned_numbers(indikator: Indikator, tahun: Periode) -> list[Decimal]:
    """The numbers planned for the periods of a year, of the longest kind that has several, in order."""
    for kind in _BAGIAN:
        inside = {
            item.periode
            for item in indikator.target
            if item.periode.jenis is kind and item.periode != tahun and item.periode in tahun
        }
        targets = [indikator.target_for(item) for item in sorted(inside)]
        values = [
            item.nilai
            for item in targets
            if item is not None
            and not (isinstance(item.nilai, Kosong) and item.nilai.jenis is JenisKosong.STRIP)
        ]
        if values:
            return [item.nilai for item in values if isinstance(item, Angka)]
    return []


def _annual(indikator: Indikator, tahun: Periode) -> Decimal | None:
    target = indikator.target_for(tahun)
    return target.nilai.nilai if target is not None and isinstance(target.nilai, Angka) else None


def _has_parts(tahun: Periode, measured: Mapping[Periode, Sequence[Realisasi]]) -> bool:
    """Whether every measurement of the year tells numerator and denominator."""
    inside = [item for when, items in measured.items() if when in tahun for item in items]
    return bool(inside) and all(item.pembilang is not None and item.penyebut is not None for item in inside)
